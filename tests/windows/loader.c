/*
 * Opens the DLL as a program does that does not link against it: loader DLL NAME...
 * Looks up every exported name, loads and unloads the DLL a thousand times, and gives its wide texts to
 * Win32 as they are. Prints "ok", or what is wrong.
 */

#include <stdio.h>
#include <windows.h>

#include "wv2interrupt.h"

typedef const wv2_interrupt_char16_t *(__cdecl *wide_text)(wv2_interrupt_reason_t);
typedef wv2_interrupt_reason_t(__cdecl *find_wide)(const wv2_interrupt_char16_t *);

static int fail(const char *what)
{
    printf("%s\n", what);
    return 1;
}

/* Through the import library, and without a cast: wv2_interrupt_char16_t is wchar_t here. */
static int use_wide_texts(void)
{
    LPCWSTR name = wv2_interrupt_name_utf16(WV2_INTERRUPT_REASON_FILE_NO_SPACE);
    wchar_t languages[LOCALE_NAME_MAX_LENGTH];
    ULONG count = 0, size = LOCALE_NAME_MAX_LENGTH;
    if (lstrlenW(name) != 11 || CompareStringOrdinal(name, -1, L"FileNoSpace", -1, FALSE) != CSTR_EQUAL)
        return fail("the wide name is another one");
    if (wv2_interrupt_from_name_utf16(L"file-no-space") != WV2_INTERRUPT_REASON_FILE_NO_SPACE)
        return fail("a wide name is not found");
    if (!GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &count, languages, &size) || count == 0)
        return fail("Windows speaks no language");
    if (lstrlenW(wv2_interrupt_label_utf16(3, wv2_interrupt_language_find_utf16(languages))) == 0)
        return fail("there is no label in the user's language");
    return 0;
}

static int check_version_info(const char *path)
{
    char data[4096];
    char *text = NULL;
    UINT length = 0;
    VS_FIXEDFILEINFO *info = NULL;
    if (!GetFileVersionInfoA(path, 0, sizeof data, data))
        return fail("the DLL has no version resource");
    if (!VerQueryValueA(data, "\\", (void **)&info, &length) || length != sizeof *info)
        return fail("the version resource has no numbers");
    if (info->dwFileVersionMS >> 16 != WV2_INTERRUPT_VERSION_MAJOR ||
        (info->dwFileVersionMS & 0xFFFF) != WV2_INTERRUPT_VERSION_MINOR ||
        info->dwFileVersionLS >> 16 != WV2_INTERRUPT_VERSION_PATCH)
        return fail("the version resource has another version");
    if (!VerQueryValueA(data, "\\StringFileInfo\\040904B0\\ProductVersion", (void **)&text, &length) ||
        lstrcmpA(text, wv2_interrupt_version()) != 0)
        return fail("the version resource has another product version");
    if (!VerQueryValueA(data, "\\StringFileInfo\\040904B0\\FileDescription", (void **)&text, &length) || *text == '\0')
        return fail("the version resource has no description");
    return 0;
}

int main(int argc, char **argv)
{
    int round, i;
    if (argc < 3)
        return fail("usage: loader DLL NAME...");
    for (round = 0; round < 1000; round++) {
        HMODULE dll = LoadLibraryA(argv[1]);
        if (dll == NULL)
            return fail("the DLL does not load");
        for (i = 2; i < argc; i++)
            if (GetProcAddress(dll, argv[i]) == NULL)
                return fail(argv[i]);
        if (lstrcmpW(((wide_text)(void *)GetProcAddress(dll, "wv2_interrupt_name_utf16"))(28), L"UserPaused") != 0)
            return fail("the loaded DLL has another name");
        if (((find_wide)(void *)GetProcAddress(dll, "wv2_interrupt_from_name_utf16"))(L"USER_PAUSED") != 28)
            return fail("the loaded DLL does not find a name");
        if (!FreeLibrary(dll))
            return fail("the DLL does not unload");
    }
    if (GetModuleHandleA("copy.dll") != NULL)
        return fail("the DLL is still there");
    if (use_wide_texts() != 0 || check_version_info(argv[1]) != 0)
        return 1;
    printf("ok\n");
    return 0;
}
