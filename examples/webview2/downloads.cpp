#include "downloads.h"

#include <algorithm>
#include <optional>

using wv2::interrupt::action;
using wv2::interrupt::download_row;
using wv2::interrupt::outcome;

namespace {

using DownloadStartingHandler = Handler<ICoreWebView2DownloadStartingEventHandler, ICoreWebView2*,
                                        ICoreWebView2DownloadStartingEventArgs*>;
using StateChangedHandler =
    Handler<ICoreWebView2StateChangedEventHandler, ICoreWebView2DownloadOperation*, IUnknown*>;
using BytesReceivedChangedHandler =
    Handler<ICoreWebView2BytesReceivedChangedEventHandler, ICoreWebView2DownloadOperation*, IUnknown*>;

// The library has no clock. Most downloads are finishing for a moment; of those that stay so there is something to say.
constexpr ULONGLONG long_in_milliseconds = 2000;

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

std::wstring PathOf(ICoreWebView2DownloadOperation* operation)
{
    LPWSTR path = nullptr;
    const HRESULT result = operation->get_ResultFilePath(&path);
    return Take(result, path);
}

}  // namespace

// A row and the operation that it is about. Resume() may bring a failed download back, so the handlers stay as long as
// the row; and an operation that nobody holds tells nothing.
struct Downloads::Entry {
    ListRow row;
    std::wstring uri;
    bool again = false;  // the person asked for a new download of the same address
    std::optional<ULONGLONG> finishing_since;
    ComPtr<ICoreWebView2DownloadOperation> operation;
    EventRegistrationToken state_changed{}, bytes_received_changed{};

    bool IsFinishing() const { return row.download.outcome() == outcome::finishing; }

    void Pass(ULONGLONG now)
    {
        if (!IsFinishing())
            finishing_since.reset();
        else if (!finishing_since)
            finishing_since = now;
        row.finishing_for_long = finishing_since && now - *finishing_since >= long_in_milliseconds;
    }

    // Whether a new operation for the same address may take the place of this one: the engine tries again this way what
    // fell silent. Its state is read once more, for it may have gone on without a word.
    bool MakesRoom() const
    {
        return again || (row.download.is_silent() && IsStillUnderWay());
    }

    bool IsStillUnderWay() const
    {
        COREWEBVIEW2_DOWNLOAD_STATE state{};
        BOOL can_resume = FALSE;
        return SUCCEEDED(operation->get_State(&state)) && state == COREWEBVIEW2_DOWNLOAD_STATE_IN_PROGRESS
            && !(SUCCEEDED(operation->get_CanResume(&can_resume)) && can_resume);
    }

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

Downloads::Downloads(std::function<void()> changed, std::function<void(const std::wstring&)> open)
    : changed_(std::move(changed)), open_(std::move(open))
{
}

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
    own_list_ = webview_.as<ICoreWebView2_9>();
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
    const HRESULT watched = Watch(entry, std::move(operation));
    changed_();
    return watched;
}

// A new row, or one that makes room.
Downloads::Entry& Downloads::RowFor(const std::wstring& uri)
{
    const auto same = std::find_if(entries_.begin(), entries_.end(),
                                   [&](const auto& entry) { return entry->uri == uri && entry->MakesRoom(); });
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
    entry.again = false;
    entry.finishing_since.reset();
    const std::wstring path = PathOf(entry.operation.get());
    entry.row.file_name = path.empty() ? entry.uri : path.substr(path.find_last_of(L"\\/") + 1);
    entry.row.can_show_downloads = static_cast<bool>(own_list_);
    download_row& row = entry.row.download;
    row = {};  // what it remembers is of another operation
    row.state_changed(entry.operation.get());
    const auto state_changed =
        StateChangedHandler::make([this, &row](ICoreWebView2DownloadOperation* sender, IUnknown*) {
            row.state_changed(sender);
            changed_();
            return S_OK;
        });
    const auto bytes_received_changed =
        BytesReceivedChangedHandler::make([this, &row](ICoreWebView2DownloadOperation* sender, IUnknown*) {
            row.bytes_received_changed(sender);
            changed_();
            return S_OK;
        });
    const HRESULT result = entry.operation->add_StateChanged(state_changed.get(), &entry.state_changed);
    if (FAILED(result))
        return result;
    return entry.operation->add_BytesReceivedChanged(bytes_received_changed.get(), &entry.bytes_received_changed);
}

std::vector<const ListRow*> Downloads::Rows(ULONGLONG now)
{
    std::vector<const ListRow*> rows;
    for (const auto& entry : entries_) {
        entry->Pass(now);
        rows.push_back(&entry->row);
    }
    return rows;
}

bool Downloads::WaitForTime() const
{
    return std::any_of(entries_.begin(), entries_.end(),
                       [](const auto& entry) { return entry->IsFinishing() && !entry->row.finishing_for_long; });
}

void Downloads::Press(size_t index)
{
    Entry& entry = *entries_.at(index);
    switch (ActionOf(entry.row)) {
    case action::pause:
        entry.operation->Pause();
        break;
    case action::resume:
    case action::retry:
        entry.operation->Resume();
        break;
    case action::download_again:
        entry.again = true;
        webview_->Navigate(entry.uri.c_str());  // the page stays where the answer is a file
        break;
    case action::open:
        if (const std::wstring path = PathOf(entry.operation.get()); !path.empty())
            open_(path);
        break;
    case action::show_downloads:
        own_list_->OpenDefaultDownloadDialog();
        break;
    default:
        break;
    }
}

void Downloads::Dismiss(size_t index)
{
    Entry& entry = *entries_.at(index);
    if (entry.row.download.can_cancel()) {
        entry.operation->Cancel();
        return;
    }
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(index));
    changed_();
}
