/* A WebView2Loader.dll that never finds a runtime that starts. */
#include <windows.h>

__declspec(dllexport) HRESULT WINAPI CreateCoreWebView2EnvironmentWithOptions(LPCWSTR browser, LPCWSTR data, void *options,
                                                                             void *handler)
{
    (void)browser, (void)data, (void)options, (void)handler;
    return E_ACCESSDENIED;
}
