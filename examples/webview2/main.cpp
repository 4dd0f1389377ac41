// A window with a web view, and its own list of the downloads.
//
//   host [--language TAG] [ADDRESS]   opens the address; the downloads appear above the page
//   host [--language TAG] --gallery   shows every reason as a row; needs no WebView2

#include <windows.h>
#include <shellapi.h>
#include <windowsx.h>

#include <cwchar>
#include <memory>
#include <string>
#include <vector>

#include "downloads.h"
#include "list_view.h"

using namespace wv2::interrupt;

namespace {

constexpr wchar_t window_class[] = L"wv2interrupt-host";
constexpr wchar_t usage[] = L"host [--language TAG] [ADDRESS]\nhost [--language TAG] --gallery";
constexpr int language_box = 1, language_box_height = 32;
constexpr UINT_PTR clock_timer = 1;

// ---- The command line ----

struct Options {
    bool gallery = false;
    wv2_interrupt_language_t language = 0;
    std::wstring address = L"https://www.bing.com";
};

// Of the languages that this person wants Windows to speak, the first that the library speaks, too. It is not
// GetUserDefaultLocaleName that has them: that is how dates and numbers are written.
wv2_interrupt_language_t UserLanguage()
{
    ULONG count = 0, size = 0;
    GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &count, nullptr, &size);
    std::vector<wchar_t> tags(size + 1);  // one after the other; an empty one is the end
    GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &count, tags.data(), &size);
    for (const wchar_t* tag = tags.data(); *tag != L'\0'; tag += wcslen(tag) + 1) {
        const wv2_interrupt_language_t language = wv2_interrupt_language_find_utf16(tag);
        if (language != WV2_INTERRUPT_UNKNOWN)
            return language;
    }
    return 0;
}

std::wstring LanguageTags()
{
    std::wstring tags;
    for (wv2_interrupt_language_t language = 0; language < wv2_interrupt_language_count(); language++)
        tags += std::wstring(language > 0 ? L", " : L"") + wv2_interrupt_language_tag_utf16(language);
    return tags;
}

// Returns what is wrong, or nothing.
std::wstring ReadOptions(const std::vector<std::wstring>& arguments, Options& options)
{
    options.language = UserLanguage();
    for (size_t i = 0; i < arguments.size(); i++) {
        const std::wstring& argument = arguments[i];
        if (argument == L"--gallery") {
            options.gallery = true;
        } else if (argument == L"--language") {
            const std::wstring tag = ++i < arguments.size() ? arguments[i] : L"";
            options.language = wv2_interrupt_language_find_utf16(tag.c_str());
            if (options.language == WV2_INTERRUPT_UNKNOWN)
                return L"--language '" + tag + L"': the languages are " + LanguageTags();
        } else if (argument.rfind(L"-", 0) == 0) {
            return argument + L" is no option:\n" + usage;
        } else {
            options.address = argument;
        }
    }
    return L"";
}

std::vector<std::wstring> Arguments()
{
    int count = 0;
    wchar_t** arguments = CommandLineToArgvW(GetCommandLineW(), &count);
    const std::vector<std::wstring> copy(arguments + 1, arguments + count);
    LocalFree(arguments);
    return copy;
}

// With the code, for which whoever is asked for help will ask.
void ShowError(HWND owner, HRESULT result, const wchar_t* why)
{
    wchar_t code[16];
    swprintf(code, ARRAYSIZE(code), L" (0x%08lX)", static_cast<unsigned long>(result));
    MessageBoxW(owner, (why + std::wstring(code)).c_str(), L"WebView2", MB_OK | MB_ICONERROR);
}

// ---- The rows of the gallery ----

ListRow GalleryRow(state now, reason why, std::int64_t received = 43 << 20)
{
    ListRow row;
    row.download.state_changed(now, why, recovery_of(why) != recovery::none, received, 100 << 20);
    row.file_name = std::wstring(name_utf16(why)) + L".zip";
    row.finishing_for_long = row.can_show_downloads = true;
    return row;
}

// Every reason that interrupts, one that a later WebView2 may send, and downloads that are not interrupted.
std::vector<ListRow> GalleryRows()
{
    constexpr reason later_code{57};
    std::vector<ListRow> rows = {
        GalleryRow(state::in_progress, reason::none),
        GalleryRow(state::in_progress, reason::network_timeout),
        GalleryRow(state::in_progress, reason::none, 100 << 20),
        GalleryRow(state::completed, reason::none),
    };
    for (std::int32_t why = 0; why < count(); why++)
        rows.push_back(GalleryRow(state::interrupted, reason{why}));
    rows.push_back(GalleryRow(state::interrupted, later_code));
    return rows;
}

// ---- The window ----

using EnvironmentHandler =
    Handler<ICoreWebView2CreateCoreWebView2EnvironmentCompletedHandler, HRESULT, ICoreWebView2Environment*>;
using ControllerHandler =
    Handler<ICoreWebView2CreateCoreWebView2ControllerCompletedHandler, HRESULT, ICoreWebView2Controller*>;

class Window {
public:
    explicit Window(const Options& options) : options_(options) {}

    bool Create();

private:
    static LRESULT CALLBACK Procedure(HWND handle, UINT message, WPARAM w, LPARAM l);
    LRESULT OnMessage(UINT message, WPARAM w, LPARAM l);
    void OnCreate();
    void ShowRows();
    void Open(const std::wstring& path);
    void Arrange();
    void StartWebView();
    HRESULT OnEnvironment(HRESULT result, ICoreWebView2Environment* environment);
    HRESULT OnController(HRESULT result, ICoreWebView2Controller* controller);
    HRESULT GiveUp(HRESULT result, const wchar_t* why);

    Options options_;
    int exit_code_ = 0;
    HWND handle_ = nullptr, languages_ = nullptr;
    ListView list_;
    std::vector<ListRow> gallery_;
    std::unique_ptr<Downloads> downloads_;
    ComPtr<ICoreWebView2Controller> controller_;
};

bool Window::Create()
{
    WNDCLASSW description = {};
    description.lpfnWndProc = Procedure;
    description.hInstance = GetModuleHandleW(nullptr);
    description.hCursor = LoadCursorW(nullptr, IDC_ARROW);
    description.hbrBackground = reinterpret_cast<HBRUSH>(COLOR_WINDOW + 1);
    description.lpszClassName = window_class;
    RegisterClassW(&description);
    RECT area;
    SystemParametersInfoW(SPI_GETWORKAREA, 0, &area, 0);
    if (CreateWindowW(window_class, L"Downloads", WS_OVERLAPPEDWINDOW | WS_CLIPCHILDREN, area.left, area.top,
                      area.right - area.left, area.bottom - area.top, nullptr, nullptr, description.hInstance,
                      this) == nullptr)
        return false;
    ShowWindow(handle_, SW_SHOW);
    if (!options_.gallery)
        StartWebView();
    return true;
}

LRESULT CALLBACK Window::Procedure(HWND handle, UINT message, WPARAM w, LPARAM l)
{
    if (message == WM_NCCREATE) {
        auto* window = static_cast<Window*>(reinterpret_cast<CREATESTRUCTW*>(l)->lpCreateParams);
        window->handle_ = handle;
        SetWindowLongPtrW(handle, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(window));
    }
    auto* window = reinterpret_cast<Window*>(GetWindowLongPtrW(handle, GWLP_USERDATA));
    return window != nullptr ? window->OnMessage(message, w, l) : DefWindowProcW(handle, message, w, l);
}

LRESULT Window::OnMessage(UINT message, WPARAM w, LPARAM l)
{
    switch (message) {
    case WM_CREATE:
        OnCreate();
        return 0;
    case WM_SIZE:
        Arrange();
        return 0;
    case WM_COMMAND:
        if (LOWORD(w) == language_box && HIWORD(w) == CBN_SELCHANGE)
            list_.SetLanguage(language{ComboBox_GetCurSel(languages_)});
        return 0;
    case WM_TIMER:
        ShowRows();
        return 0;
    case WM_DESTROY:
        downloads_.reset();
        if (controller_)
            controller_->Close();
        controller_.reset();
        PostQuitMessage(exit_code_);
        return 0;
    default:
        return DefWindowProcW(handle_, message, w, l);
    }
}

void Window::OnCreate()
{
    list_.Create(handle_);
    languages_ = CreateWindowW(L"COMBOBOX", nullptr, WS_CHILD | WS_VISIBLE | WS_VSCROLL | CBS_DROPDOWNLIST, 0, 0, 0, 0,
                               handle_, reinterpret_cast<HMENU>(INT_PTR{language_box}), nullptr, nullptr);
    for (wv2_interrupt_language_t language = 0; language < wv2_interrupt_language_count(); language++)
        ComboBox_AddString(languages_, wv2_interrupt_language_name_utf16(language));
    ComboBox_SetCurSel(languages_, options_.language);
    SetWindowFont(languages_, list_.font(), FALSE);

    list_.SetLanguage(language{options_.language});
    list_.pressed = [this](size_t row) {
        if (downloads_)
            downloads_->Press(row);
    };
    list_.dismissed = [this](size_t row) {
        if (downloads_)
            downloads_->Dismiss(row);
    };
    if (options_.gallery)
        gallery_ = GalleryRows();
    ShowRows();
}

void Window::ShowRows()
{
    std::vector<const ListRow*> rows;
    for (const ListRow& row : gallery_)
        rows.push_back(&row);
    list_.SetRows(downloads_ ? downloads_->Rows(GetTickCount64()) : rows);
    if (downloads_ && downloads_->WaitForTime())
        SetTimer(handle_, clock_timer, 500, nullptr);
    else
        KillTimer(handle_, clock_timer);
}

void Window::Open(const std::wstring& path)
{
    SHELLEXECUTEINFOW what = {};
    what.cbSize = sizeof what;
    what.hwnd = handle_;
    what.lpFile = path.c_str();
    what.nShow = SW_SHOWNORMAL;
    ShellExecuteExW(&what);  // it says by itself what went wrong
}

void Window::Arrange()
{
    RECT area;
    GetClientRect(handle_, &area);
    MoveWindow(languages_, 8, 4, 200, 400, TRUE);
    const LONG bottom = options_.gallery ? area.bottom : area.bottom * 2 / 5;
    MoveWindow(list_.handle(), 0, language_box_height, area.right, bottom - language_box_height, TRUE);
    if (controller_)
        controller_->put_Bounds({0, bottom, area.right, area.bottom});
}

// ---- WebView2 ----

void Window::StartWebView()
{
    const HMODULE loader = LoadLibraryW(L"WebView2Loader.dll");
    const auto function = loader != nullptr ? GetProcAddress(loader, "CreateCoreWebView2EnvironmentWithOptions") : nullptr;
    if (function == nullptr) {
        GiveUp(HRESULT_FROM_WIN32(GetLastError()),
               L"WebView2Loader.dll did not load. It belongs beside the program; the NuGet package Microsoft.Web.WebView2 has it.");
        return;
    }
    const auto create = reinterpret_cast<decltype(&CreateCoreWebView2EnvironmentWithOptions)>(
        reinterpret_cast<void*>(function));
    const auto handler = EnvironmentHandler::make([this](HRESULT result, ICoreWebView2Environment* environment) {
        return OnEnvironment(result, environment);
    });
    const HRESULT result = create(nullptr, nullptr, nullptr, handler.get());
    if (FAILED(result))
        OnEnvironment(result, nullptr);
}

HRESULT Window::OnEnvironment(HRESULT result, ICoreWebView2Environment* environment)
{
    if (result == HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND))
        return GiveUp(result, L"The WebView2 Runtime is not installed. Microsoft's site for WebView2 has its installer.");
    if (FAILED(result))
        return GiveUp(result, L"The WebView2 Runtime did not start.");
    const auto handler = ControllerHandler::make([this](HRESULT created, ICoreWebView2Controller* controller) {
        return OnController(created, controller);
    });
    const HRESULT asked = environment->CreateCoreWebView2Controller(handle_, handler.get());
    return FAILED(asked) ? GiveUp(asked, L"The web view could not be created.") : asked;
}

HRESULT Window::OnController(HRESULT result, ICoreWebView2Controller* controller)
{
    if (FAILED(result))
        return GiveUp(result, L"The web view could not be created.");
    controller_ = ComPtr<ICoreWebView2Controller>(controller);
    ComPtr<ICoreWebView2> webview;
    result = controller_->get_CoreWebView2(webview.out());
    if (FAILED(result))
        return GiveUp(result, L"The web view could not be created.");
    downloads_ = std::make_unique<Downloads>([this] { ShowRows(); }, [this](const std::wstring& path) { Open(path); });
    result = downloads_->Attach(webview.get());
    if (FAILED(result))
        return GiveUp(result, L"The WebView2 Runtime is too old: it does not tell of downloads.");
    Arrange();
    result = webview->Navigate(options_.address.c_str());
    return FAILED(result) ? GiveUp(result, L"The web view does not take this address.") : result;
}

HRESULT Window::GiveUp(HRESULT result, const wchar_t* why)
{
    ShowError(handle_, result, why);
    exit_code_ = 1;
    DestroyWindow(handle_);
    return result;
}

}  // namespace

int WINAPI WinMain(HINSTANCE, HINSTANCE, LPSTR, int)
{
    SetProcessDPIAware();
    Options options;
    const std::wstring wrong = ReadOptions(Arguments(), options);
    if (!wrong.empty()) {
        MessageBoxW(nullptr, wrong.c_str(), L"Downloads", MB_OK | MB_ICONERROR);
        return 2;
    }
    const HRESULT initialized = CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED);
    if (FAILED(initialized)) {
        ShowError(nullptr, initialized, L"COM did not start.");
        return 1;
    }
    MSG message = {};
    {
        Window window(options);
        if (!window.Create()) {
            ShowError(nullptr, HRESULT_FROM_WIN32(GetLastError()), L"The window could not be made.");
            return 1;
        }
        while (GetMessageW(&message, nullptr, 0, 0) > 0) {
            TranslateMessage(&message);
            DispatchMessageW(&message);
        }
    }
    CoUninitialize();
    return static_cast<int>(message.wParam);
}
