/* A perfect hash by gperf, which does not care for case. gperf.h is made by gperf from names.gperf and the table. */
#include "gperf.h"

int32_t bench_find(const char *name)
{
    const struct entry *entry = find_entry(name, strlen(name));
    return entry ? entry->code : -1;
}
