/* The switch that hosts write. table.h is made from tests/golden/explain.tsv. */
#include <stdint.h>
#include "table.h"

const char *bench_name(int32_t code)
{
    switch (code) {
#define CASE(code, name, offset) case code: return name;
    REASONS(CASE)
    default: return UNKNOWN_NAME;
    }
}
