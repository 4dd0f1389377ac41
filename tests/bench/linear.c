/* One strcasecmp after the other: what hosts write. */
#include <stdint.h>
#include <strings.h>
#include "table.h"

#define NAME(code, name, offset) name,
static const char *const names[] = {REASONS(NAME)};

int32_t bench_find(const char *name)
{
    for (int32_t code = 0; code < COUNT; code++)
        if (strcasecmp(name, names[code]) == 0)
            return code;
    return -1;
}
