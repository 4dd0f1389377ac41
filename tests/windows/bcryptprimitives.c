/* What Rust's standard library asks Windows for random numbers with. Wine 8 does not have it. */
#include <windows.h>

BOOLEAN WINAPI SystemFunction036(PVOID data, ULONG size); /* RtlGenRandom */
BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size);

BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
    return SystemFunction036(data, (ULONG)size);
}
