/* Binary search in the sorted names. */
#include <stdint.h>
#include <strings.h>
#include "table.h"

struct entry {
    const char *name;
    int32_t code;
};

#define ENTRY(code, name, offset) {name, code},
static const struct entry entries[] = {SORTED(ENTRY)};

int32_t bench_find(const char *name)
{
    int low = 0, high = COUNT - 1;
    while (low <= high) {
        int middle = (low + high) / 2;
        int order = strcasecmp(name, entries[middle].name);
        if (order == 0)
            return entries[middle].code;
        if (order < 0)
            high = middle - 1;
        else
            low = middle + 1;
    }
    return -1;
}
