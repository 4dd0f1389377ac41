/* A table of pointers: what most C libraries have. */
#include <stdint.h>
#include "table.h"

#define NAME(code, name, offset) name,
static const char *const names[] = {REASONS(NAME) UNKNOWN_NAME};

const char *bench_name(int32_t code)
{
    return names[(uint32_t)code < COUNT ? (uint32_t)code : COUNT];
}
