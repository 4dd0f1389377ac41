// The far side of WebView2's interfaces, for tests: objects that say what they are told to say.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "WebView2.h"
#include "com.h"

// What is not as it was: operations that still live, and handlers that were never removed or that somebody still holds.
extern int live_operations, leaked_handlers;

template <class Interface>
using EventHandlers = std::vector<std::pair<INT64, Interface*>>;

// A download that plays what a test tells it.
class FakeOperation final : public ICoreWebView2DownloadOperation {
public:
    static ComPtr<FakeOperation> make(const wchar_t* uri);

    // What the properties answer next.
    int state = COREWEBVIEW2_DOWNLOAD_STATE_IN_PROGRESS, reason = 0;
    BOOL can_resume = FALSE;
    INT64 received = 0;
    bool has_path = true;
    HRESULT state_result = S_OK, reason_result = S_OK, can_resume_result = S_OK;
    std::string calls;  // of the methods that act

    void RaiseStateChanged();
    void RaiseBytesReceivedChanged();
    size_t handlers() const { return state_handlers_.size() + bytes_handlers_.size(); }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void** object) override;
    ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }
    ULONG STDMETHODCALLTYPE Release() override;

    HRESULT STDMETHODCALLTYPE add_BytesReceivedChanged(ICoreWebView2BytesReceivedChangedEventHandler* handler,
                                                       EventRegistrationToken* token) override;
    HRESULT STDMETHODCALLTYPE remove_BytesReceivedChanged(EventRegistrationToken token) override;
    HRESULT STDMETHODCALLTYPE add_EstimatedEndTimeChanged(ICoreWebView2EstimatedEndTimeChangedEventHandler*,
                                                          EventRegistrationToken*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE remove_EstimatedEndTimeChanged(EventRegistrationToken) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE add_StateChanged(ICoreWebView2StateChangedEventHandler* handler,
                                               EventRegistrationToken* token) override;
    HRESULT STDMETHODCALLTYPE remove_StateChanged(EventRegistrationToken token) override;
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR* text) override;
    HRESULT STDMETHODCALLTYPE get_ContentDisposition(LPWSTR*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_MimeType(LPWSTR*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_TotalBytesToReceive(INT64* bytes) override;
    HRESULT STDMETHODCALLTYPE get_BytesReceived(INT64* bytes) override;
    HRESULT STDMETHODCALLTYPE get_EstimatedEndTime(LPWSTR*) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_ResultFilePath(LPWSTR* text) override;
    HRESULT STDMETHODCALLTYPE get_State(COREWEBVIEW2_DOWNLOAD_STATE* value) override;
    HRESULT STDMETHODCALLTYPE get_InterruptReason(COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON* value) override;
    HRESULT STDMETHODCALLTYPE Cancel() override;
    HRESULT STDMETHODCALLTYPE Pause() override;
    HRESULT STDMETHODCALLTYPE Resume() override;
    HRESULT STDMETHODCALLTYPE get_CanResume(BOOL* value) override;

private:
    explicit FakeOperation(const wchar_t* uri) : uri_(uri) { live_operations++; }
    ~FakeOperation();

    std::wstring uri_;
    ULONG references_ = 1;
    EventHandlers<ICoreWebView2StateChangedEventHandler> state_handlers_;
    EventHandlers<ICoreWebView2BytesReceivedChangedEventHandler> bytes_handlers_;
};

// A web view that can do little but start downloads: an ICoreWebView2, ICoreWebView2_4 and ICoreWebView2_9.
void* fake_webview();
void fake_reset(bool has_list);    // forgets what it was asked; without a list it is no ICoreWebView2_9
const char* fake_calls();          // what it was asked to do
void fake_start(void* operation);  // raises DownloadStarting for an ICoreWebView2DownloadOperation
int fake_references();             // to the web view, and to what it gives to a handler
bool fake_watched();               // whether a handler is attached
bool fake_handled();               // whether the host hid WebView2's own list
