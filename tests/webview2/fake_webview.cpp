// ICoreWebView2_9 has some 90 methods, of which a list of downloads calls four. So its table of methods is filled here as C
// programs fill it; a call of one that is left out ends the test.

#include <initguid.h>  // the ids of the interfaces are defined here

#define CINTERFACE
#include "WebView2.h"
#undef CINTERFACE

#include <string>

extern int leaked_handlers;

namespace {

int references = 0;
ICoreWebView2DownloadStartingEventHandler* starting = nullptr;
constexpr INT64 starting_token = 4711;
bool handled = false, has_list = true;
std::string calls;

HRESULT STDMETHODCALLTYPE QueryWebView(ICoreWebView2_9* self, REFIID id, void** object)
{
    const bool known = IsEqualIID(id, IID_IUnknown) || IsEqualIID(id, IID_ICoreWebView2) ||
                       IsEqualIID(id, IID_ICoreWebView2_4) || (has_list && IsEqualIID(id, IID_ICoreWebView2_9));
    *object = known ? self : nullptr;
    references += known;
    return known ? S_OK : E_NOINTERFACE;
}
ULONG STDMETHODCALLTYPE AddWebView(ICoreWebView2_9*) { return static_cast<ULONG>(++references); }
ULONG STDMETHODCALLTYPE ReleaseWebView(ICoreWebView2_9*) { return static_cast<ULONG>(--references); }

HRESULT STDMETHODCALLTYPE AddStarting(ICoreWebView2_9*, ICoreWebView2DownloadStartingEventHandler* handler,
                                      EventRegistrationToken* token)
{
    starting = handler;
    starting->lpVtbl->AddRef(starting);
    token->value = starting_token;
    return S_OK;
}
HRESULT STDMETHODCALLTYPE RemoveStarting(ICoreWebView2_9*, EventRegistrationToken token)
{
    if (token.value != starting_token || starting == nullptr)
        return E_INVALIDARG;
    if (starting->lpVtbl->Release(starting) != 0)
        leaked_handlers++;
    starting = nullptr;
    return S_OK;
}

HRESULT STDMETHODCALLTYPE Navigate(ICoreWebView2_9*, LPCWSTR uri)
{
    calls += "Navigate ";
    for (; *uri != L'\0'; uri++)
        calls += static_cast<char>(*uri);
    calls += ' ';
    return S_OK;
}
HRESULT STDMETHODCALLTYPE OpenList(ICoreWebView2_9*)
{
    calls += "OpenDefaultDownloadDialog ";
    return S_OK;
}

struct Args {
    ICoreWebView2DownloadStartingEventArgs com;
    ICoreWebView2DownloadOperation* operation;
};

HRESULT STDMETHODCALLTYPE GetOperation(ICoreWebView2DownloadStartingEventArgs* self,
                                       ICoreWebView2DownloadOperation** operation)
{
    *operation = reinterpret_cast<Args*>(self)->operation;
    (*operation)->lpVtbl->AddRef(*operation);
    return S_OK;
}
HRESULT STDMETHODCALLTYPE PutHandled(ICoreWebView2DownloadStartingEventArgs*, BOOL value)
{
    handled = value != FALSE;
    return S_OK;
}

ULONG STDMETHODCALLTYPE AddArgs(ICoreWebView2DownloadStartingEventArgs*) { return static_cast<ULONG>(++references); }
ULONG STDMETHODCALLTYPE ReleaseArgs(ICoreWebView2DownloadStartingEventArgs*) { return static_cast<ULONG>(--references); }

ICoreWebView2_9Vtbl webview_methods = {};
ICoreWebView2DownloadStartingEventArgsVtbl args_methods = {};
ICoreWebView2_9 webview = {&webview_methods};

}  // namespace

void* fake_webview()
{
    webview_methods.QueryInterface = QueryWebView;
    webview_methods.AddRef = AddWebView;
    webview_methods.Release = ReleaseWebView;
    webview_methods.add_DownloadStarting = AddStarting;
    webview_methods.remove_DownloadStarting = RemoveStarting;
    webview_methods.Navigate = Navigate;
    webview_methods.OpenDefaultDownloadDialog = OpenList;
    args_methods.AddRef = AddArgs;
    args_methods.Release = ReleaseArgs;
    args_methods.get_DownloadOperation = GetOperation;
    args_methods.put_Handled = PutHandled;
    return &webview;
}

void fake_start(void* operation)
{
    Args args = {{&args_methods}, static_cast<ICoreWebView2DownloadOperation*>(operation)};
    starting->lpVtbl->Invoke(starting, reinterpret_cast<ICoreWebView2*>(&webview), &args.com);
}

void fake_reset(bool with_list)
{
    calls.clear();
    has_list = with_list;
}

const char* fake_calls() { return calls.c_str(); }
int fake_references() { return references; }
bool fake_watched() { return starting != nullptr; }
bool fake_handled() { return handled; }
