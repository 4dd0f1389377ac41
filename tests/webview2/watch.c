/*
 * Starts a program and waits for its window: watch CLASS PROGRAM ARGUMENT...
 * Prints the title of the window of this class, the text of every control in it, and, when it was closed, how the
 * program ended; a line each, in UTF-8.
 */

#include <stdio.h>
#include <windows.h>

#define SECONDS 300

struct search {
    const wchar_t *window_class;
    DWORD process;
    HWND found;
};

static void print_text(HWND window)
{
    wchar_t text[1024] = L"";
    char utf8[3 * 1024] = "";
    SendMessageTimeoutW(window, WM_GETTEXT, ARRAYSIZE(text), (LPARAM)text, SMTO_NORMAL, 1000 * SECONDS, NULL);
    WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL);
    printf("%s\n", utf8);
}

static BOOL CALLBACK print_control(HWND window, LPARAM unused)
{
    (void)unused;
    print_text(window);
    return TRUE;
}

static BOOL CALLBACK look_at(HWND window, LPARAM data)
{
    struct search *search = (struct search *)data;
    wchar_t window_class[64] = L"";
    DWORD process = 0;
    GetWindowThreadProcessId(window, &process);
    GetClassNameW(window, window_class, ARRAYSIZE(window_class));
    if (process == search->process && IsWindowVisible(window) && lstrcmpW(window_class, search->window_class) == 0)
        search->found = window;
    return search->found == NULL;
}

int wmain(int argc, wchar_t **argv)
{
    struct search search = {argc > 2 ? argv[1] : NULL, 0, NULL};
    STARTUPINFOW startup = {sizeof startup, .dwFlags = 0};
    PROCESS_INFORMATION process;
    wchar_t command[1024] = L"";
    DWORD code = 0;
    int i;
    for (i = 2; i < argc && lstrlenW(command) + lstrlenW(argv[i]) + 4 < (int)ARRAYSIZE(command); i++) {
        lstrcatW(command, L"\"");
        lstrcatW(command, argv[i]);
        lstrcatW(command, L"\" ");
    }
    if (argc < 3 || !CreateProcessW(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process))
        return 2;
    search.process = process.dwProcessId;
    for (i = 0; i < 10 * SECONDS && search.found == NULL; i++) {
        if (WaitForSingleObject(process.hProcess, 100) == WAIT_OBJECT_0)
            break;
        EnumWindows(look_at, (LPARAM)&search);
    }
    if (search.found != NULL) {
        print_text(search.found);
        EnumChildWindows(search.found, print_control, 0);
        PostMessageW(search.found, WM_CLOSE, 0, 0);
    }
    if (WaitForSingleObject(process.hProcess, 1000 * SECONDS) != WAIT_OBJECT_0)
        TerminateProcess(process.hProcess, 3);
    GetExitCodeProcess(process.hProcess, &code);
    printf("ended with %lu\n", code);
    return search.found == NULL;
}
