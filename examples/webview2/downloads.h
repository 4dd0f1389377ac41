// The downloads of a web view: one row an operation, kept up to date by its events.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "WebView2.h"
#include "com.h"
#include "list_row.h"

class Downloads {
public:
    // `changed` is called after every change of the rows, `open` with the path of a file that the person wants to open.
    Downloads(std::function<void()> changed, std::function<void(const std::wstring&)> open);
    ~Downloads();
    Downloads(const Downloads&) = delete;
    Downloads& operator=(const Downloads&) = delete;

    HRESULT Attach(ICoreWebView2* webview);

    // The rows at a time in milliseconds, to be asked for after every change, and again while they wait for the time.
    std::vector<const ListRow*> Rows(ULONGLONG now);
    bool WaitForTime() const;

    void Press(size_t index);    // the row's button
    void Dismiss(size_t index);  // cancels what can be canceled; takes other rows off the list

private:
    struct Entry;

    HRESULT OnStarting(ICoreWebView2DownloadStartingEventArgs* args);
    Entry& RowFor(const std::wstring& uri);
    HRESULT Watch(Entry& entry, ComPtr<ICoreWebView2DownloadOperation> operation);

    std::function<void()> changed_;
    std::function<void(const std::wstring&)> open_;
    ComPtr<ICoreWebView2_4> webview_;
    ComPtr<ICoreWebView2_9> own_list_;  // none in an older runtime
    EventRegistrationToken starting_{};
    std::vector<std::unique_ptr<Entry>> entries_;
};
