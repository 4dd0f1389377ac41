/* A table of offsets into one string: the best that C can do without a relocation. */
#include <stdint.h>
#include "table.h"

#define TEXT(code, name, offset) name "\0"
#define OFFSET(code, name, offset) offset,
static const char texts[] = REASONS(TEXT) UNKNOWN_NAME;
static const uint16_t offsets[] = {REASONS(OFFSET) UNKNOWN_OFFSET};

const char *bench_name(int32_t code)
{
    return texts + offsets[(uint32_t)code < COUNT ? (uint32_t)code : COUNT];
}
