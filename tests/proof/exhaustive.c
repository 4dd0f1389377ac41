/*
 * exhaustive: calls every function of integers with every integer.
 *
 * A sweep gives one argument all of its 2^32 values and keeps the other, if there is one. Functions of two
 * arguments are swept both ways round, with each valid and four invalid values of the argument that is kept.
 * The answers for known codes are asked first; a text must lie in the library's read-only memory. Every other
 * code must give the same text or number as the unknown one.
 *
 * With a stride, a sweep takes every value near a multiple of 2^24, where the edges of all integer types are,
 * and every `stride`-th between.
 */

#define _GNU_SOURCE
#include <link.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "wv2interrupt.h"

/* ---- The functions ---- */

enum kind { UTF8, UTF16, NUMBER, UTF8_OF_TWO, UTF16_OF_TWO, NUMBER_OF_TWO };

/* What an argument is, which says how many of its values are known. */
enum argument { NOTHING, REASON, LANGUAGE, STATE, OUTCOME, CATEGORY, RECOVERY, ACTION, CHROMIUM };

struct function {
    const char *name;
    enum kind kind;
    enum argument first, second;
    union {
        const char *(*utf8)(int32_t);
        const wv2_interrupt_char16_t *(*utf16)(int32_t);
        int32_t (*number)(int32_t);
        const char *(*utf8_of_two)(int32_t, int32_t);
        const wv2_interrupt_char16_t *(*utf16_of_two)(int32_t, int32_t);
        int32_t (*number_of_two)(int32_t, int32_t);
    } call;
};

static const struct function functions[] = {
    {"name", UTF8, REASON, NOTHING, {.utf8 = wv2_interrupt_name}},
    {"name_utf16", UTF16, REASON, NOTHING, {.utf16 = wv2_interrupt_name_utf16}},
    {"symbol", UTF8, REASON, NOTHING, {.utf8 = wv2_interrupt_symbol}},
    {"symbol_utf16", UTF16, REASON, NOTHING, {.utf16 = wv2_interrupt_symbol_utf16}},
    {"description", UTF8, REASON, NOTHING, {.utf8 = wv2_interrupt_description}},
    {"description_utf16", UTF16, REASON, NOTHING, {.utf16 = wv2_interrupt_description_utf16}},
    {"category", NUMBER, REASON, NOTHING, {.number = wv2_interrupt_category}},
    {"recovery", NUMBER, REASON, NOTHING, {.number = wv2_interrupt_recovery}},
    {"to_chromium", NUMBER, REASON, NOTHING, {.number = wv2_interrupt_to_chromium}},
    {"from_chromium", NUMBER, CHROMIUM, NOTHING, {.number = wv2_interrupt_from_chromium}},
    {"category_name", UTF8, CATEGORY, NOTHING, {.utf8 = wv2_interrupt_category_name}},
    {"category_name_utf16", UTF16, CATEGORY, NOTHING, {.utf16 = wv2_interrupt_category_name_utf16}},
    {"recovery_name", UTF8, RECOVERY, NOTHING, {.utf8 = wv2_interrupt_recovery_name}},
    {"recovery_name_utf16", UTF16, RECOVERY, NOTHING, {.utf16 = wv2_interrupt_recovery_name_utf16}},
    {"outcome_name", UTF8, OUTCOME, NOTHING, {.utf8 = wv2_interrupt_outcome_name}},
    {"outcome_name_utf16", UTF16, OUTCOME, NOTHING, {.utf16 = wv2_interrupt_outcome_name_utf16}},
    {"action_name", UTF8, ACTION, NOTHING, {.utf8 = wv2_interrupt_action_name}},
    {"action_name_utf16", UTF16, ACTION, NOTHING, {.utf16 = wv2_interrupt_action_name_utf16}},
    {"language_name", UTF8, LANGUAGE, NOTHING, {.utf8 = wv2_interrupt_language_name}},
    {"language_name_utf16", UTF16, LANGUAGE, NOTHING, {.utf16 = wv2_interrupt_language_name_utf16}},
    {"language_direction", NUMBER, LANGUAGE, NOTHING, {.number = wv2_interrupt_language_direction}},
    {"language_tag", UTF8, LANGUAGE, NOTHING, {.utf8 = wv2_interrupt_language_tag}},
    {"language_tag_utf16", UTF16, LANGUAGE, NOTHING, {.utf16 = wv2_interrupt_language_tag_utf16}},
    {"outcome", NUMBER_OF_TWO, STATE, REASON, {.number_of_two = wv2_interrupt_outcome}},
    {"outcome_label", UTF8_OF_TWO, OUTCOME, LANGUAGE, {.utf8_of_two = wv2_interrupt_outcome_label}},
    {"outcome_label_utf16", UTF16_OF_TWO, OUTCOME, LANGUAGE, {.utf16_of_two = wv2_interrupt_outcome_label_utf16}},
    {"action_label", UTF8_OF_TWO, ACTION, LANGUAGE, {.utf8_of_two = wv2_interrupt_action_label}},
    {"action_label_utf16", UTF16_OF_TWO, ACTION, LANGUAGE, {.utf16_of_two = wv2_interrupt_action_label_utf16}},
    {"label", UTF8_OF_TWO, REASON, LANGUAGE, {.utf8_of_two = wv2_interrupt_label}},
    {"label_utf16", UTF16_OF_TWO, REASON, LANGUAGE, {.utf16_of_two = wv2_interrupt_label_utf16}},
    {"message", UTF8_OF_TWO, REASON, LANGUAGE, {.utf8_of_two = wv2_interrupt_message}},
    {"message_utf16", UTF16_OF_TWO, REASON, LANGUAGE, {.utf16_of_two = wv2_interrupt_message_utf16}},
    {"advice", UTF8_OF_TWO, REASON, LANGUAGE, {.utf8_of_two = wv2_interrupt_advice}},
    {"advice_utf16", UTF16_OF_TWO, REASON, LANGUAGE, {.utf16_of_two = wv2_interrupt_advice_utf16}},
};
enum { FUNCTIONS = sizeof functions / sizeof functions[0], MOST_KNOWN = 128 };

/* How many values of an argument are known: those from 0 up. */
static int32_t known(enum argument argument)
{
    int32_t highest = -1, reason;
    switch (argument) {
    case REASON:
        return wv2_interrupt_count();
    case LANGUAGE:
        return wv2_interrupt_language_count();
    case STATE:
        return WV2_INTERRUPT_STATE_COMPLETED + 1;
    case OUTCOME:
        return WV2_INTERRUPT_OUTCOME_FINISHING + 1;
    case CATEGORY:
        return WV2_INTERRUPT_CATEGORY_PROCESS + 1;
    case RECOVERY:
        return WV2_INTERRUPT_RECOVERY_AUTO_RESTART + 1;
    case ACTION:
        return WV2_INTERRUPT_ACTION_SHOW_DOWNLOADS + 1;
    case CHROMIUM:
        for (reason = 0; reason < wv2_interrupt_count(); reason++)
            if (wv2_interrupt_to_chromium(reason) > highest)
                highest = wv2_interrupt_to_chromium(reason);
        return highest + 1;
    default:
        return 0;
    }
}

/* ---- What must be answered ---- */

/* A number, or the address of a text. */
typedef uintptr_t answer_t;

static void fail(const struct function *function, int32_t first, int32_t second, const char *what)
{
    printf("wv2_interrupt_%s(%ld", function->name, (long)first);
    if (function->second != NOTHING)
        printf(", %ld", (long)second);
    printf(") %s\n", what);
    exit(EXIT_FAILURE);
}

static answer_t ask(const struct function *function, int32_t first, int32_t second)
{
    switch (function->kind) {
    case UTF8:
        return (answer_t)function->call.utf8(first);
    case UTF16:
        return (answer_t)function->call.utf16(first);
    case NUMBER:
        return (answer_t)function->call.number(first);
    case UTF8_OF_TWO:
        return (answer_t)function->call.utf8_of_two(first, second);
    case UTF16_OF_TWO:
        return (answer_t)function->call.utf16_of_two(first, second);
    default:
        return (answer_t)function->call.number_of_two(first, second);
    }
}

/* The read-only segments of the library. */
static struct { uintptr_t from, to; } segments[8];
static int segment_count;

static int find_segments(struct dl_phdr_info *info, size_t size, void *unused)
{
    int i;
    (void)size;
    (void)unused;
    if (strstr(info->dlpi_name, "wv2interrupt") == NULL)
        return 0;
    for (i = 0; i < info->dlpi_phnum && segment_count < 8; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        if (header->p_type != PT_LOAD || (header->p_flags & PF_W) != 0)
            continue;
        segments[segment_count].from = info->dlpi_addr + header->p_vaddr;
        segments[segment_count].to = info->dlpi_addr + header->p_vaddr + header->p_memsz;
        segment_count++;
    }
    return 0;
}

/* Whether a text, its NUL included, is in one of the segments. */
static int is_read_only(answer_t text, size_t unit)
{
    uintptr_t at = text;
    int i;
    for (i = 0; i < segment_count; i++)
        if (at >= segments[i].from && at < segments[i].to)
            for (; at + unit <= segments[i].to; at += unit)
                if (unit == 1 ? *(const char *)at == 0 : *(const wv2_interrupt_char16_t *)at == 0)
                    return 1;
    return 0;
}

/* The unknown code that stands for a value. */
static int32_t clamp(int32_t value, enum argument argument)
{
    return value >= 0 && value < known(argument) ? value : WV2_INTERRUPT_UNKNOWN;
}

static answer_t outcome_of_unknown(int32_t state)
{
    switch (state) {
    case WV2_INTERRUPT_STATE_IN_PROGRESS:
        return WV2_INTERRUPT_OUTCOME_IN_PROGRESS;
    case WV2_INTERRUPT_STATE_INTERRUPTED:
        return WV2_INTERRUPT_OUTCOME_FAILED;
    case WV2_INTERRUPT_STATE_COMPLETED:
        return WV2_INTERRUPT_OUTCOME_COMPLETED;
    default:
        return (answer_t)WV2_INTERRUPT_UNKNOWN;
    }
}

static answer_t reason_of_chromium(int32_t code)
{
    int32_t reason;
    for (reason = 0; reason < wv2_interrupt_count(); reason++)
        if (code >= 0 && wv2_interrupt_to_chromium(reason) == code)
            return (answer_t)reason;
    return (answer_t)WV2_INTERRUPT_UNKNOWN;
}

/* The answer for known codes, which other tests hold to the table, and for codes that stand for unknown ones. */
static answer_t expect(const struct function *function, int32_t first, int32_t second)
{
    const int32_t a = clamp(first, function->first);
    const int32_t b = function->second == NOTHING ? 0 : clamp(second, function->second);
    answer_t answer;
    if (function->second == REASON)
        return b == WV2_INTERRUPT_UNKNOWN ? outcome_of_unknown(a)
             : a == WV2_INTERRUPT_UNKNOWN ? (answer_t)WV2_INTERRUPT_UNKNOWN
                                          : ask(function, a, b);
    if (function->first == CHROMIUM)
        return reason_of_chromium(first);
    if (function->kind == NUMBER)
        return a == WV2_INTERRUPT_UNKNOWN ? (answer_t)WV2_INTERRUPT_UNKNOWN : ask(function, a, b);
    answer = ask(function, a, function->second == LANGUAGE && b == WV2_INTERRUPT_UNKNOWN ? 0 : b);
    if (!is_read_only(answer, function->kind == UTF8 || function->kind == UTF8_OF_TWO ? 1 : 2))
        fail(function, a, b, "is not in the library's read-only memory");
    return answer;
}

/* ---- The sweeps ---- */

/* One argument runs through all values, the other is kept. */
struct sweep {
    const struct function *function;
    int first_runs;
    int32_t kept;
    int32_t known;
    answer_t expected[MOST_KNOWN], expected_else;
};

static struct sweep *sweeps;
static size_t sweep_count;
static uint32_t stride;

static void add_sweep(const struct function *function, int first_runs, int32_t kept)
{
    const enum argument runs = first_runs ? function->first : function->second;
    struct sweep *sweep;
    int32_t value;
    sweeps = realloc(sweeps, (sweep_count + 1) * sizeof *sweeps);
    if (sweeps == NULL || known(runs) > MOST_KNOWN)
        abort();
    sweep = &sweeps[sweep_count++];
    sweep->function = function;
    sweep->first_runs = first_runs;
    sweep->kept = kept;
    sweep->known = known(runs);
    for (value = 0; value < sweep->known; value++)
        sweep->expected[value] = first_runs ? expect(function, value, kept) : expect(function, kept, value);
    value = WV2_INTERRUPT_UNKNOWN;
    sweep->expected_else = first_runs ? expect(function, value, kept) : expect(function, kept, value);
}

static void add_sweeps(const struct function *function, int first_runs)
{
    const enum argument keeps = first_runs ? function->second : function->first;
    const int32_t invalid[] = {WV2_INTERRUPT_UNKNOWN, known(keeps), INT32_MIN, INT32_MAX};
    int32_t kept;
    for (kept = 0; kept < known(keeps); kept++)
        add_sweep(function, first_runs, kept);
    for (kept = 0; kept < 4; kept++)
        add_sweep(function, first_runs, invalid[kept]);
}

static void wrong(const struct sweep *sweep, int32_t value)
{
    const int32_t first = sweep->first_runs ? value : sweep->kept;
    fail(sweep->function, first, sweep->first_runs ? sweep->kept : value, "does not give the expected answer");
}

/* The loop in which the program spends its time, once for each type of function. */
#define CHECK_ALL(call)                                    \
    do {                                                   \
        for (; from < to; from += step) {                  \
            const int32_t value = (int32_t)(uint32_t)from; \
            if ((answer_t)(call) != expected)              \
                wrong(sweep, value);                       \
        }                                                  \
    } while (0)

/* All values from `from` to below `to` give one answer. Returns how many there were. Inlined, so that the loop whose step is 1,
 * which takes hours, can be unrolled. */
static inline __attribute__((always_inline)) uint64_t check(const struct sweep *sweep, answer_t expected, uint64_t from,
                                                            uint64_t to, uint64_t step)
{
    const struct function function = *sweep->function;
    const uint64_t count = to > from ? (to - from + step - 1) / step : 0;
    const int32_t kept = sweep->kept;
    switch (function.kind) {
    case UTF8:
        CHECK_ALL(function.call.utf8(value));
        break;
    case UTF16:
        CHECK_ALL(function.call.utf16(value));
        break;
    case NUMBER:
        CHECK_ALL(function.call.number(value));
        break;
    case UTF8_OF_TWO:
        if (sweep->first_runs)
            CHECK_ALL(function.call.utf8_of_two(value, kept));
        else
            CHECK_ALL(function.call.utf8_of_two(kept, value));
        break;
    case UTF16_OF_TWO:
        if (sweep->first_runs)
            CHECK_ALL(function.call.utf16_of_two(value, kept));
        else
            CHECK_ALL(function.call.utf16_of_two(kept, value));
        break;
    case NUMBER_OF_TWO:
        if (sweep->first_runs)
            CHECK_ALL(function.call.number_of_two(value, kept));
        else
            CHECK_ALL(function.call.number_of_two(kept, value));
        break;
    }
    return count;
}

enum { CHUNKS = 256, EDGE = 1 << 16 };
static const uint64_t CHUNK = UINT64_C(1) << 24;

/* The part of a sweep from chunk * 2^24 on. */
static uint64_t check_chunk(const struct sweep *sweep, uint64_t chunk)
{
    uint64_t from = chunk * CHUNK, count = 0;
    const uint64_t to = from + CHUNK;
    for (; from < (uint64_t)sweep->known; from++)
        count += check(sweep, sweep->expected[from], from, from + 1, 1);
    if (stride == 1)
        return count + check(sweep, sweep->expected_else, from, to, 1);
    count += check(sweep, sweep->expected_else, from, chunk * CHUNK + EDGE, 1);
    count += check(sweep, sweep->expected_else, chunk * CHUNK + EDGE, to - EDGE, stride);
    return count + check(sweep, sweep->expected_else, to - EDGE, to, 1);
}

/* ---- In parallel ---- */

static atomic_size_t next_part, parts_done;
static atomic_uint_least64_t calls;
static struct timespec begun;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - begun.tv_sec) + (double)(now.tv_nsec - begun.tv_nsec) / 1e9;
}

static void *work(void *unused)
{
    size_t part;
    while ((part = atomic_fetch_add(&next_part, 1)) < sweep_count * CHUNKS) {
        atomic_fetch_add(&calls, check_chunk(&sweeps[part / CHUNKS], part % CHUNKS));
        atomic_fetch_add(&parts_done, 1);
    }
    return unused;
}

/* Returns when all is done. On a terminal the line is written over and over, elsewhere once a minute. */
static void show_progress(void)
{
    const int terminal = isatty(STDERR_FILENO);
    const size_t parts = sweep_count * CHUNKS;
    size_t done;
    int ticks;
    for (ticks = 1; (done = atomic_load(&parts_done)) < parts; ticks++) {
        if (terminal || ticks % 600 == 0)
            fprintf(stderr, "%swv2_interrupt_%s, sweep %zu of %zu, %.0f s of about %.0f%s", terminal ? "\r\033[K" : "",
                    sweeps[done / CHUNKS].function->name, done / CHUNKS + 1, sweep_count, seconds(),
                    seconds() * (double)parts / (double)(done + 1), terminal ? "" : "\n");
        usleep(100000);
    }
    if (terminal)
        fprintf(stderr, "\r\033[K");
}

int main(int argc, char **argv)
{
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    pthread_t threads[256];
    long i;
    stride = argc == 2 ? (uint32_t)strtoul(argv[1], NULL, 10) : 0;
    if (stride == 0) {
        fprintf(stderr, "usage: exhaustive STRIDE (1 calls with every value)\n");
        return 2;
    }
    clock_gettime(CLOCK_MONOTONIC, &begun);
    dl_iterate_phdr(find_segments, NULL);
    for (i = 0; i < FUNCTIONS; i++) {
        if (functions[i].second == NOTHING) {
            add_sweep(&functions[i], 1, 0);
        } else {
            add_sweeps(&functions[i], 1);
            add_sweeps(&functions[i], 0);
        }
    }
    for (i = 0; i < cores && i < 256; i++)
        if (pthread_create(&threads[i], NULL, work, NULL) != 0)
            abort();
    show_progress();
    while (i-- > 0)
        pthread_join(threads[i], NULL);
    printf("%llu calls in %zu sweeps of %d functions, %.2f ns a call on %ld cores\n",
           (unsigned long long)atomic_load(&calls), sweep_count, FUNCTIONS,
           seconds() * 1e9 / (double)atomic_load(&calls), cores);
    return 0;
}
