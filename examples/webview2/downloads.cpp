#include "downloads.h"

#include <algorithm>

namespace {

using DownloadStartingHandler = Handler<ICoreWebView2DownloadStartingEventHandler, ICoreWebView2*,
                                        ICoreWebView2DownloadStartingEventArgs*>;
using StateChangedHandler =
    Handler<ICoreWebView2StateChangedEventHandler, ICoreWebView2DownloadOperation*, IUnknown*>;
using BytesReceivedChangedHandler =
    Handler<ICoreWebView2BytesReceivedChangedEventHandler, ICoreWebView2DownloadOperation*, IUnknown*>;

Report ReportOf(ICoreWebView2DownloadOperation* operation)
{
    Report report;
    COREWEBVIEW2_DOWNLOAD_STATE state;
    COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON reason;
    BOOL can_resume = FALSE;
    INT64 bytes = 0;
    if (SUCCEEDED(operation->get_State(&state)))
        report.state = state;
    if (SUCCEEDED(operation->get_InterruptReason(&reason)))
        report.reason = reason;
    report.can_resume = SUCCEEDED(operation->get_CanResume(&can_resume)) && can_resume;
    if (SUCCEEDED(operation->get_BytesReceived(&bytes)))
        report.received = bytes;
    if (SUCCEEDED(operation->get_TotalBytesToReceive(&bytes)))
        report.total = bytes;
    return report;
}

// A text that the caller of COM has to free.
std::wstring Take(HRESULT result, LPWSTR text)
{
    std::wstring copy = SUCCEEDED(result) && text != nullptr ? text : L"";
    CoTaskMemFree(text);
    return copy;
}

std::wstring UriOf(ICoreWebView2DownloadOperation* operation)
{
    LPWSTR uri = nullptr;
    const HRESULT result = operation->get_Uri(&uri);
    return Take(result, uri);
}

std::wstring FileNameOf(ICoreWebView2DownloadOperation* operation)
{
    LPWSTR path = nullptr;
    const HRESULT result = operation->get_ResultFilePath(&path);
    const std::wstring full = Take(result, path);
    return full.substr(full.find_last_of(L"\\/") + 1);
}

}  // namespace

// A row and the operation that it is about. Resume() may bring a failed download back, so the handlers stay as long as
// the row.
struct Downloads::Entry {
    DownloadRow row;
    std::wstring uri;
    ComPtr<ICoreWebView2DownloadOperation> operation;
    EventRegistrationToken state_changed{}, bytes_received_changed{};

    void Unwatch()
    {
        if (!operation)
            return;
        operation->remove_StateChanged(state_changed);
        operation->remove_BytesReceivedChanged(bytes_received_changed);
        operation.reset();
    }

    ~Entry() { Unwatch(); }
};

Downloads::Downloads(std::function<void()> changed) : changed_(std::move(changed)) {}

Downloads::~Downloads()
{
    if (webview_)
        webview_->remove_DownloadStarting(starting_);
}

HRESULT Downloads::Attach(ICoreWebView2* webview)
{
    webview_ = ComPtr<ICoreWebView2>(webview).as<ICoreWebView2_4>();
    if (!webview_)
        return E_NOINTERFACE;  // a runtime that is older than downloads
    const auto handler = DownloadStartingHandler::make(
        [this](ICoreWebView2*, ICoreWebView2DownloadStartingEventArgs* args) { return OnStarting(args); });
    return webview_->add_DownloadStarting(handler.get(), &starting_);
}

HRESULT Downloads::OnStarting(ICoreWebView2DownloadStartingEventArgs* args)
{
    ComPtr<ICoreWebView2DownloadOperation> operation;
    const HRESULT result = args->get_DownloadOperation(operation.out());
    if (FAILED(result))
        return result;
    args->put_Handled(TRUE);  // our list in the place of WebView2's own
    Entry& entry = RowFor(UriOf(operation.get()));
    entry.row.file_name = FileNameOf(operation.get());
    const HRESULT watched = Watch(entry, std::move(operation));
    changed_();
    return watched;
}

// A new row; or that of a silent operation for the same address, which the engine tries again this way.
Downloads::Entry& Downloads::RowFor(const std::wstring& uri)
{
    const auto same = std::find_if(entries_.begin(), entries_.end(), [&](const auto& entry) {
        return entry->uri == uri && MayBeAbandoned(entry->row, ReportOf(entry->operation.get()));
    });
    if (same != entries_.end())
        return **same;
    entries_.push_back(std::make_unique<Entry>());
    entries_.back()->uri = uri;
    return *entries_.back();
}

HRESULT Downloads::Watch(Entry& entry, ComPtr<ICoreWebView2DownloadOperation> operation)
{
    entry.Unwatch();
    entry.operation = std::move(operation);
    DownloadRow& row = entry.row;
    OnStateChanged(row, ReportOf(entry.operation.get()));
    const auto state_changed =
        StateChangedHandler::make([this, &row](ICoreWebView2DownloadOperation* sender, IUnknown*) {
            OnStateChanged(row, ReportOf(sender));
            changed_();
            return S_OK;
        });
    const auto bytes_received_changed =
        BytesReceivedChangedHandler::make([this, &row](ICoreWebView2DownloadOperation* sender, IUnknown*) {
            OnBytesReceivedChanged(row, ReportOf(sender));
            changed_();
            return S_OK;
        });
    const HRESULT result = entry.operation->add_StateChanged(state_changed.get(), &entry.state_changed);
    if (FAILED(result))
        return result;
    return entry.operation->add_BytesReceivedChanged(bytes_received_changed.get(), &entry.bytes_received_changed);
}

std::vector<const DownloadRow*> Downloads::Rows() const
{
    std::vector<const DownloadRow*> rows;
    for (const auto& entry : entries_)
        rows.push_back(&entry->row);
    return rows;
}

void Downloads::Press(size_t index)
{
    Entry& entry = *entries_.at(index);
    switch (entry.row.button) {
    case Button::pause:
        entry.operation->Pause();
        break;
    case Button::resume:
    case Button::retry:
        entry.operation->Resume();
        break;
    case Button::none:
        break;
    }
}

void Downloads::Dismiss(size_t index)
{
    Entry& entry = *entries_.at(index);
    if (CanCancel(entry.row)) {
        entry.operation->Cancel();
        return;
    }
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(index));
    changed_();
}
