// A person who wants Klingon, then Austrian German, then French, and dates as in Japan. Wine has one language for all.

#include <windows.h>

#include <cwchar>

namespace {

constexpr wchar_t wanted[] = L"tlh\0de-AT\0fr-FR\0";

BOOL WINAPI PreferredLanguages(DWORD flags, ULONG* count, wchar_t* tags, ULONG* size)
{
    if (flags != MUI_LANGUAGE_NAME || (tags != nullptr && *size < ARRAYSIZE(wanted)))
        return FALSE;
    *count = 3;
    *size = ARRAYSIZE(wanted);
    if (tags != nullptr)
        wmemcpy(tags, wanted, ARRAYSIZE(wanted));
    return TRUE;
}

int WINAPI RegionalFormat(wchar_t* tag, int size)
{
    wcsncpy(tag, L"ja-JP", static_cast<size_t>(size));
    return 6;
}

}  // namespace

// In the place of those that kernel32's import library has.
extern "C" decltype(&GetUserPreferredUILanguages) __imp_GetUserPreferredUILanguages = PreferredLanguages;
extern "C" decltype(&GetUserDefaultLocaleName) __imp_GetUserDefaultLocaleName = RegionalFormat;
