// What the host takes from the run-time libraries of Visual C++ and of clang's C++ library, on top of Wine's C library.

#include <windows.h>

#include <cstdlib>
#include <cwchar>
#include <string>

template class std::basic_string<wchar_t>;

std::wstring std::to_wstring(int number)
{
    wchar_t digits[12];
    swprintf(digits, ARRAYSIZE(digits), L"%d", number);
    return digits;
}

void std::__libcpp_verbose_abort(const char*, ...)
{
    std::abort();
}

void* operator new(size_t size)
{
    void* memory = std::malloc(size);
    if (memory == nullptr)
        std::abort();
    return memory;
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, size_t) noexcept
{
    std::free(memory);
}

extern "C" void WinMainCRTStartup()
{
    const int code = WinMain(GetModuleHandleW(nullptr), nullptr, nullptr, SW_SHOWDEFAULT);
    ExitProcess(static_cast<UINT>(code));
}
