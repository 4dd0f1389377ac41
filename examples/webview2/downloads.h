// The downloads of a web view: one row an operation, kept up to date by its events.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "WebView2.h"
#include "com.h"
#include "download_row.h"

class Downloads {
public:
    // `changed` is called after every change of the rows.
    explicit Downloads(std::function<void()> changed);
    ~Downloads();
    Downloads(const Downloads&) = delete;
    Downloads& operator=(const Downloads&) = delete;

    HRESULT Attach(ICoreWebView2* webview);

    std::vector<const DownloadRow*> Rows() const;
    void Press(size_t index);    // the row's button
    void Dismiss(size_t index);  // cancels what can be cancelled; takes other rows off the list

private:
    struct Entry;

    HRESULT OnStarting(ICoreWebView2DownloadStartingEventArgs* args);
    Entry& RowFor(const std::wstring& uri);
    HRESULT Watch(Entry& entry, ComPtr<ICoreWebView2DownloadOperation> operation);

    std::function<void()> changed_;
    ComPtr<ICoreWebView2_4> webview_;
    EventRegistrationToken starting_{};
    std::vector<std::unique_ptr<Entry>> entries_;
};
