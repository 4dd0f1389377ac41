/*
 * exhaustive: calls every function of integers with every integer.
 *
 * A sweep gives one argument all of its 2^32 values and keeps the others. Functions of two arguments are swept
 * both ways round, with each valid and four invalid values of the argument that is kept; functions of three with
 * values that stand for all, see `telling`. The answers for known codes are asked first, or follow from those
 * of simpler functions; a text must lie in the library's read-only memory. Every other code must give the same
 * text or number as the unknown one.
 *
 * A function of a row is one of three integers (state, reason, can_resume) that is called with each row that a
 * few reports lead to, and with the bytes of each of them.
 *
 * A sweep is whole, or it takes every value near a multiple of 2^24, where the edges of all integer types are,
 * and every STRIDE-th between. "every" makes those sweeps whole whose kept arguments stand for all, see
 * `stands_for_all`, and at least one for each argument of each function; "some" makes none.
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

enum kind {
    UTF8, UTF16, NUMBER, UTF8_OF_TWO, UTF16_OF_TWO, NUMBER_OF_TWO, UTF8_OF_THREE, UTF16_OF_THREE, NUMBER_OF_THREE, ROW
};

/* What an argument is, which says how many of its values are known. */
enum argument { NOTHING, REASON, LANGUAGE, STATE, OUTCOME, CATEGORY, RECOVERY, ACTION, CHROMIUM, CAN_RESUME };
enum { MOST_ARGUMENTS = 3 };

struct function {
    const char *name;
    enum kind kind;
    enum argument arguments[MOST_ARGUMENTS];
    union {
        const char *(*utf8)(int32_t);
        const wv2_interrupt_char16_t *(*utf16)(int32_t);
        int32_t (*number)(int32_t);
        const char *(*utf8_of_two)(int32_t, int32_t);
        const wv2_interrupt_char16_t *(*utf16_of_two)(int32_t, int32_t);
        int32_t (*number_of_two)(int32_t, int32_t);
        const char *(*utf8_of_three)(int32_t, int32_t, int32_t);
        const wv2_interrupt_char16_t *(*utf16_of_three)(int32_t, int32_t, int32_t);
        int32_t (*number_of_three)(int32_t, int32_t, int32_t);
        void (*row)(wv2_interrupt_row_t *, int32_t, int32_t, int32_t, int64_t, int64_t);
    } call;
};

static const struct function functions[] = {
    {"name", UTF8, {REASON}, {.utf8 = wv2_interrupt_name}},
    {"name_utf16", UTF16, {REASON}, {.utf16 = wv2_interrupt_name_utf16}},
    {"symbol", UTF8, {REASON}, {.utf8 = wv2_interrupt_symbol}},
    {"symbol_utf16", UTF16, {REASON}, {.utf16 = wv2_interrupt_symbol_utf16}},
    {"description", UTF8, {REASON}, {.utf8 = wv2_interrupt_description}},
    {"description_utf16", UTF16, {REASON}, {.utf16 = wv2_interrupt_description_utf16}},
    {"category", NUMBER, {REASON}, {.number = wv2_interrupt_category}},
    {"recovery", NUMBER, {REASON}, {.number = wv2_interrupt_recovery}},
    {"to_chromium", NUMBER, {REASON}, {.number = wv2_interrupt_to_chromium}},
    {"from_chromium", NUMBER, {CHROMIUM}, {.number = wv2_interrupt_from_chromium}},
    {"category_name", UTF8, {CATEGORY}, {.utf8 = wv2_interrupt_category_name}},
    {"category_name_utf16", UTF16, {CATEGORY}, {.utf16 = wv2_interrupt_category_name_utf16}},
    {"recovery_name", UTF8, {RECOVERY}, {.utf8 = wv2_interrupt_recovery_name}},
    {"recovery_name_utf16", UTF16, {RECOVERY}, {.utf16 = wv2_interrupt_recovery_name_utf16}},
    {"outcome_name", UTF8, {OUTCOME}, {.utf8 = wv2_interrupt_outcome_name}},
    {"outcome_name_utf16", UTF16, {OUTCOME}, {.utf16 = wv2_interrupt_outcome_name_utf16}},
    {"action_name", UTF8, {ACTION}, {.utf8 = wv2_interrupt_action_name}},
    {"action_name_utf16", UTF16, {ACTION}, {.utf16 = wv2_interrupt_action_name_utf16}},
    {"language_name", UTF8, {LANGUAGE}, {.utf8 = wv2_interrupt_language_name}},
    {"language_name_utf16", UTF16, {LANGUAGE}, {.utf16 = wv2_interrupt_language_name_utf16}},
    {"language_direction", NUMBER, {LANGUAGE}, {.number = wv2_interrupt_language_direction}},
    {"language_tag", UTF8, {LANGUAGE}, {.utf8 = wv2_interrupt_language_tag}},
    {"language_tag_utf16", UTF16, {LANGUAGE}, {.utf16 = wv2_interrupt_language_tag_utf16}},
    {"outcome", NUMBER_OF_TWO, {STATE, REASON}, {.number_of_two = wv2_interrupt_outcome}},
    {"outcome_label", UTF8_OF_TWO, {OUTCOME, LANGUAGE}, {.utf8_of_two = wv2_interrupt_outcome_label}},
    {"outcome_label_utf16", UTF16_OF_TWO, {OUTCOME, LANGUAGE}, {.utf16_of_two = wv2_interrupt_outcome_label_utf16}},
    {"action_label", UTF8_OF_TWO, {ACTION, LANGUAGE}, {.utf8_of_two = wv2_interrupt_action_label}},
    {"action_label_utf16", UTF16_OF_TWO, {ACTION, LANGUAGE}, {.utf16_of_two = wv2_interrupt_action_label_utf16}},
    {"label", UTF8_OF_TWO, {REASON, LANGUAGE}, {.utf8_of_two = wv2_interrupt_label}},
    {"label_utf16", UTF16_OF_TWO, {REASON, LANGUAGE}, {.utf16_of_two = wv2_interrupt_label_utf16}},
    {"message", UTF8_OF_TWO, {REASON, LANGUAGE}, {.utf8_of_two = wv2_interrupt_message}},
    {"message_utf16", UTF16_OF_TWO, {REASON, LANGUAGE}, {.utf16_of_two = wv2_interrupt_message_utf16}},
    {"advice", UTF8_OF_TWO, {REASON, LANGUAGE}, {.utf8_of_two = wv2_interrupt_advice}},
    {"advice_utf16", UTF16_OF_TWO, {REASON, LANGUAGE}, {.utf16_of_two = wv2_interrupt_advice_utf16}},
    {"status_label", UTF8_OF_THREE, {OUTCOME, REASON, LANGUAGE}, {.utf8_of_three = wv2_interrupt_status_label}},
    {"status_label_utf16", UTF16_OF_THREE, {OUTCOME, REASON, LANGUAGE}, {.utf16_of_three = wv2_interrupt_status_label_utf16}},
    {"status_message", UTF8_OF_THREE, {OUTCOME, REASON, LANGUAGE}, {.utf8_of_three = wv2_interrupt_status_message}},
    {"status_message_utf16", UTF16_OF_THREE, {OUTCOME, REASON, LANGUAGE}, {.utf16_of_three = wv2_interrupt_status_message_utf16}},
    {"status_advice", UTF8_OF_THREE, {OUTCOME, REASON, LANGUAGE}, {.utf8_of_three = wv2_interrupt_status_advice}},
    {"status_advice_utf16", UTF16_OF_THREE, {OUTCOME, REASON, LANGUAGE}, {.utf16_of_three = wv2_interrupt_status_advice_utf16}},
    {"action", NUMBER_OF_THREE, {OUTCOME, REASON, CAN_RESUME}, {.number_of_three = wv2_interrupt_action}},
    {"row_state_changed", ROW, {STATE, REASON, CAN_RESUME}, {.row = wv2_interrupt_row_state_changed}},
    {"row_bytes_received_changed", ROW, {STATE, REASON, CAN_RESUME}, {.row = wv2_interrupt_row_bytes_received_changed}},
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
    case CAN_RESUME: /* 0; everything else is TRUE */
        return 1;
    default:
        return 0;
    }
}

static int arguments_of(const struct function *function)
{
    int count = 0;
    while (count < MOST_ARGUMENTS && function->arguments[count] != NOTHING)
        count++;
    return count;
}

/* ---- The rows ---- */

/* What operations say of themselves: each leads to rows, and each is told to every row. Those that are marked stand for
 * all, where they are told to a new row. */
struct report { int32_t state, reason, can_resume; int64_t received, total; int stands_for_all; };

static const struct report reports[] = {
    {WV2_INTERRUPT_STATE_IN_PROGRESS, WV2_INTERRUPT_REASON_NONE, 0, 5, 9, 0},
    {WV2_INTERRUPT_STATE_IN_PROGRESS, WV2_INTERRUPT_REASON_NETWORK_TIMEOUT, 0, 0, -1, 1},
    {WV2_INTERRUPT_STATE_IN_PROGRESS, WV2_INTERRUPT_REASON_NONE, 0, 9, 9, 0},
    {WV2_INTERRUPT_STATE_INTERRUPTED, WV2_INTERRUPT_REASON_USER_PAUSED, 1, 5, 9, 0},
    {WV2_INTERRUPT_STATE_INTERRUPTED, WV2_INTERRUPT_REASON_USER_CANCELED, 1, 5, 9, 0},
    {WV2_INTERRUPT_STATE_INTERRUPTED, WV2_INTERRUPT_REASON_FILE_NO_SPACE, 1, 5, 9, 1},
    {WV2_INTERRUPT_STATE_INTERRUPTED, WV2_INTERRUPT_REASON_FILE_MALICIOUS, 0, 9, 9, 0},
    {WV2_INTERRUPT_STATE_COMPLETED, WV2_INTERRUPT_REASON_NONE, 0, 9, 9, 0},
};
enum { REPORTS = sizeof reports / sizeof reports[0], MOST_ROWS = 32 };

static wv2_interrupt_row_t rows[MOST_ROWS]; /* the first is a new one */
static int row_count = 1;

/* One row for each outcome and each silence, as they are reached first. */
static void find_rows(void)
{
    int from, told, i;
    for (from = 0; from < row_count; from++)
        for (told = 0; told < 2 * REPORTS; told++) {
            const struct report *report = &reports[told / 2];
            wv2_interrupt_row_t row = rows[from];
            (told % 2 == 0 ? wv2_interrupt_row_state_changed : wv2_interrupt_row_bytes_received_changed)(
                &row, report->state, report->reason, report->can_resume, report->received, report->total);
            for (i = 0; i < row_count && (rows[i].outcome != row.outcome || rows[i].silent != row.silent); i++)
                ;
            if (i == MOST_ROWS)
                abort();
            if (i == row_count)
                rows[row_count++] = row;
        }
}

/* ---- What must be answered ---- */

/* A number, the address of a text, or what became of a row. */
typedef uintptr_t answer_t;

/* What a function is called with: its integers, and for a function of a row that and its bytes. */
struct question { int32_t values[MOST_ARGUMENTS]; const wv2_interrupt_row_t *row; int64_t received, total; };

static void fail(const struct function *function, const struct question *question, const char *what)
{
    int i;
    printf("wv2_interrupt_%s(", function->name);
    for (i = 0; i < arguments_of(function); i++)
        printf("%s%ld", i > 0 ? ", " : "", (long)question->values[i]);
    printf(") %s\n", what);
    exit(EXIT_FAILURE);
}

/* What became of a row in one number: its reason and its bytes are as they were, or as they were told. */
static inline answer_t told(const struct function *function, const struct question *question, int32_t state,
                            int32_t reason, int32_t can_resume)
{
    enum { AS_TOLD = 1, AS_IT_WAS, NEITHER };
    const wv2_interrupt_row_t before = *question->row;
    wv2_interrupt_row_t row = before;
    answer_t reason_is, bytes_are;
    function->call.row(&row, state, reason, can_resume, question->received, question->total);
    reason_is = row.reason == reason ? AS_TOLD : row.reason == before.reason ? AS_IT_WAS : NEITHER;
    bytes_are = row.received == question->received && row.total == question->total ? AS_TOLD
              : row.received == before.received && row.total == before.total       ? AS_IT_WAS
                                                                                   : NEITHER;
    return (answer_t)(uint8_t)row.outcome | (answer_t)(uint8_t)row.action << 8 | (answer_t)(uint8_t)row.silent << 16 |
           reason_is << 24 | bytes_are << 28;
}

static answer_t ask(const struct function *function, const struct question *question)
{
    const int32_t a = question->values[0], b = question->values[1], c = question->values[2];
    switch (function->kind) {
    case UTF8:
        return (answer_t)function->call.utf8(a);
    case UTF16:
        return (answer_t)function->call.utf16(a);
    case NUMBER:
        return (answer_t)function->call.number(a);
    case UTF8_OF_TWO:
        return (answer_t)function->call.utf8_of_two(a, b);
    case UTF16_OF_TWO:
        return (answer_t)function->call.utf16_of_two(a, b);
    case NUMBER_OF_TWO:
        return (answer_t)function->call.number_of_two(a, b);
    case UTF8_OF_THREE:
        return (answer_t)function->call.utf8_of_three(a, b, c);
    case UTF16_OF_THREE:
        return (answer_t)function->call.utf16_of_three(a, b, c);
    case NUMBER_OF_THREE:
        return (answer_t)function->call.number_of_three(a, b, c);
    default:
        return told(function, question, a, b, c);
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

static answer_t action_of(int32_t outcome, int32_t reason, int32_t can_resume)
{
    const int32_t recovery = wv2_interrupt_recovery(reason);
    const int goes_on = recovery == WV2_INTERRUPT_RECOVERY_RESUME || recovery == WV2_INTERRUPT_RECOVERY_AUTO_RESUME;
    switch (outcome) {
    case WV2_INTERRUPT_OUTCOME_COMPLETED:
        return WV2_INTERRUPT_ACTION_OPEN;
    case WV2_INTERRUPT_OUTCOME_PAUSED:
        return can_resume ? WV2_INTERRUPT_ACTION_RESUME : WV2_INTERRUPT_ACTION_NONE;
    case WV2_INTERRUPT_OUTCOME_CANCELED:
        return WV2_INTERRUPT_ACTION_DOWNLOAD_AGAIN;
    case WV2_INTERRUPT_OUTCOME_FAILED:
        return !can_resume ? WV2_INTERRUPT_ACTION_DOWNLOAD_AGAIN
             : goes_on     ? WV2_INTERRUPT_ACTION_RESUME
                           : WV2_INTERRUPT_ACTION_RETRY;
    case WV2_INTERRUPT_OUTCOME_FINISHING:
        return WV2_INTERRUPT_ACTION_SHOW_DOWNLOADS;
    case WV2_INTERRUPT_OUTCOME_RECOVERING:
    case WV2_INTERRUPT_OUTCOME_BLOCKED:
        return WV2_INTERRUPT_ACTION_NONE;
    default:
        return WV2_INTERRUPT_ACTION_PAUSE;
    }
}

static const struct function *find(const char *prefix, const char *name)
{
    const size_t length = strlen(prefix);
    int i;
    for (i = 0; i < FUNCTIONS; i++)
        if (strncmp(functions[i].name, prefix, length) == 0 && strcmp(functions[i].name + length, name) == 0)
            return &functions[i];
    abort();
}

/* The texts of the reason where the outcome shows them, else the outcome's own. */
static answer_t status(const struct function *function, int32_t outcome, int32_t reason, int32_t language)
{
    const char *const text = function->name + strlen("status_");
    const int is_label = strncmp(text, "label", 5) == 0;
    const int shown = reason == WV2_INTERRUPT_REASON_NONE ? WV2_INTERRUPT_UNKNOWN : reason;
    const struct question of_reason = {{shown, language, 0}, NULL, 0, 0};
    const struct question of_outcome = {{outcome, language, 0}, NULL, 0, 0};
    const struct question own = {{outcome, WV2_INTERRUPT_REASON_NONE, language}, NULL, 0, 0};
    if (outcome == WV2_INTERRUPT_OUTCOME_BLOCKED || outcome == WV2_INTERRUPT_OUTCOME_FAILED ||
        (is_label && outcome == WV2_INTERRUPT_OUTCOME_RECOVERING))
        return ask(find("", text), &of_reason);
    return is_label ? ask(find("outcome_", text), &of_outcome) : ask(function, &own);
}

/* A state of -1 could not be read, and others are in progress; the sign of an unknown reason counts. */
static answer_t row_after(const struct function *function, const struct question *question)
{
    const int32_t state = question->values[0], reason = question->values[1];
    struct question plain = *question;
    if (state < WV2_INTERRUPT_UNKNOWN || state > known(STATE))
        plain.values[0] = known(STATE);
    if (clamp(reason, REASON) == WV2_INTERRUPT_UNKNOWN)
        plain.values[1] = reason < 0 ? WV2_INTERRUPT_UNKNOWN : known(REASON);
    plain.values[2] = question->values[2] != 0;
    return ask(function, &plain);
}

/* The answer for known codes, which other tests hold to the table, and for codes that stand for unknown ones. */
static answer_t expect(const struct function *function, const struct question *question)
{
    struct question plain = *question;
    int32_t *const values = plain.values;
    answer_t answer;
    int i;
    if (function->kind == ROW)
        return row_after(function, question);
    for (i = 0; i < arguments_of(function); i++) {
        values[i] = clamp(values[i], function->arguments[i]);
        if (i > 0 && function->arguments[i] == LANGUAGE && values[i] == WV2_INTERRUPT_UNKNOWN)
            values[i] = 0;
    }
    switch (function->kind) {
    case NUMBER:
        return function->arguments[0] == CHROMIUM    ? reason_of_chromium(question->values[0])
             : values[0] == WV2_INTERRUPT_UNKNOWN ? (answer_t)WV2_INTERRUPT_UNKNOWN
                                                  : ask(function, &plain);
    case NUMBER_OF_TWO:
        return values[1] == WV2_INTERRUPT_UNKNOWN ? outcome_of_unknown(values[0])
             : values[0] == WV2_INTERRUPT_UNKNOWN ? (answer_t)WV2_INTERRUPT_UNKNOWN
                                                  : ask(function, &plain);
    case NUMBER_OF_THREE:
        return action_of(values[0], values[1], values[2]);
    case UTF8_OF_THREE:
    case UTF16_OF_THREE:
        answer = status(function, values[0], values[1], values[2]);
        break;
    default:
        answer = ask(function, &plain);
    }
    if (!is_read_only(answer, strstr(function->name, "_utf16") == NULL ? 1 : sizeof(wv2_interrupt_char16_t)))
        fail(function, &plain, "is not in the library's read-only memory");
    return answer;
}

/* ---- The sweeps ---- */

/* One argument runs through its values, the others are kept. */
struct sweep {
    const struct function *function;
    struct question kept;
    int runs, whole;
    int32_t known;
    answer_t expected[MOST_KNOWN], above, below, minus_one;
};

static struct sweep *sweeps;
static size_t sweep_count, whole_count;
static int every; /* "every" was asked for */
enum { STRIDE = 4099 }; /* a prime, so that no bit stays the same */

static answer_t expect_of(const struct sweep *sweep, int32_t value)
{
    struct question question = sweep->kept;
    question.values[sweep->runs] = value;
    return expect(sweep->function, &question);
}

static void add_sweep(const struct function *function, const struct question *kept, int runs, int whole)
{
    struct sweep *sweep;
    int32_t value;
    sweeps = realloc(sweeps, (sweep_count + 1) * sizeof *sweeps);
    if (sweeps == NULL || known(function->arguments[runs]) > MOST_KNOWN)
        abort();
    sweep = &sweeps[sweep_count++];
    sweep->function = function;
    sweep->kept = *kept;
    sweep->runs = runs;
    sweep->whole = whole && every;
    whole_count += (size_t)sweep->whole;
    sweep->known = known(function->arguments[runs]);
    for (value = 0; value < sweep->known; value++)
        sweep->expected[value] = expect_of(sweep, value);
    sweep->above = expect_of(sweep, INT32_MAX);
    sweep->below = expect_of(sweep, INT32_MIN);
    sweep->minus_one = expect_of(sweep, WV2_INTERRUPT_UNKNOWN);
}

/* Whether a known value is kept in a sweep of a function of three arguments. */
static int is_kept(const struct function *function, enum argument argument, int32_t value)
{
    int32_t before;
    if (argument == LANGUAGE || (argument == REASON && function->kind != NUMBER_OF_THREE))
        return value == 0 || value == known(argument) - 1;
    if (argument != REASON)
        return 1;
    /* The first of each recovery. */
    for (before = 0; before < value; before++)
        if (wv2_interrupt_recovery(before) == wv2_interrupt_recovery(value))
            return 0;
    return 1;
}

/* Whether a kept value stands for all, so that the sweep is whole: how one argument is looked up does not depend on
 * which text of a table the others choose, but it may on which table that is. */
static int stands_for_all(enum argument argument, int32_t value)
{
    switch (argument) {
    case REASON:
    case ACTION:
    case LANGUAGE: /* the first is what is answered in for unknown ones */
        return value == WV2_INTERRUPT_UNKNOWN || value == known(argument) - 1;
    case OUTCOME: /* one that shows its own texts, and one that shows the reason's */
        return value == WV2_INTERRUPT_UNKNOWN || value == WV2_INTERRUPT_OUTCOME_FAILED;
    default:
        return value >= WV2_INTERRUPT_UNKNOWN && value < known(argument);
    }
}

/* Adds a sweep for every combination of the arguments that are kept. */
static void add_sweeps(const struct function *function, struct question *kept, int runs, int next, int whole)
{
    const int of_three = arguments_of(function) == 3;
    int32_t value;
    if (next == arguments_of(function)) {
        add_sweep(function, kept, runs, whole);
        return;
    }
    if (next == runs) {
        add_sweeps(function, kept, runs, next + 1, whole);
        return;
    }
    const enum argument argument = function->arguments[next];
    const int32_t invalid[] = {WV2_INTERRUPT_UNKNOWN, INT32_MAX, INT32_MIN, known(argument)};
    for (value = 0; value < known(argument); value++) {
        kept->values[next] = value;
        if (!of_three || is_kept(function, argument, value))
            add_sweeps(function, kept, runs, next + 1, whole && stands_for_all(argument, value));
    }
    for (value = 0; value < (of_three ? 2 : 4); value++) {
        kept->values[next] = invalid[value];
        add_sweeps(function, kept, runs, next + 1, whole && stands_for_all(argument, invalid[value]));
    }
}

static void add_row_sweeps(const struct function *function, int runs)
{
    int row, report;
    for (row = 0; row < row_count; row++)
        for (report = 0; report < REPORTS; report++) {
            const struct report *const told = &reports[report];
            const struct question kept = {
                {told->state, told->reason, told->can_resume}, &rows[row], told->received, told->total};
            add_sweep(function, &kept, runs, row == 0 && told->stands_for_all);
        }
}

static void wrong(const struct sweep *sweep, int32_t value)
{
    struct question question = sweep->kept;
    question.values[sweep->runs] = value;
    fail(sweep->function, &question, "does not give the expected answer");
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

/* With the running argument in its place. */
#define CHECK_TWO(call)                  \
    do {                                 \
        if (sweep->runs == 0)            \
            CHECK_ALL(call(value, b));   \
        else                             \
            CHECK_ALL(call(a, value));   \
    } while (0)
#define CHECK_THREE(call)                \
    do {                                 \
        if (sweep->runs == 0)            \
            CHECK_ALL(call(value, b, c)); \
        else if (sweep->runs == 1)       \
            CHECK_ALL(call(a, value, c)); \
        else                             \
            CHECK_ALL(call(a, b, value)); \
    } while (0)
#define TOLD(state, reason, can_resume) told(&function, &sweep->kept, state, reason, can_resume)

/* All values from `from` to below `to` give one answer. Returns how many there were. Inlined, so that the loop whose step is 1,
 * which takes nearly all the time, can be unrolled. */
static inline __attribute__((always_inline)) uint64_t check(const struct sweep *sweep, answer_t expected, uint64_t from,
                                                            uint64_t to, uint64_t step)
{
    const struct function function = *sweep->function;
    const uint64_t count = to > from ? (to - from + step - 1) / step : 0;
    const int32_t a = sweep->kept.values[0], b = sweep->kept.values[1], c = sweep->kept.values[2];
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
        CHECK_TWO(function.call.utf8_of_two);
        break;
    case UTF16_OF_TWO:
        CHECK_TWO(function.call.utf16_of_two);
        break;
    case NUMBER_OF_TWO:
        CHECK_TWO(function.call.number_of_two);
        break;
    case UTF8_OF_THREE:
        CHECK_THREE(function.call.utf8_of_three);
        break;
    case UTF16_OF_THREE:
        CHECK_THREE(function.call.utf16_of_three);
        break;
    case NUMBER_OF_THREE:
        CHECK_THREE(function.call.number_of_three);
        break;
    case ROW:
        CHECK_THREE(TOLD);
        break;
    }
    return count;
}

enum { CHUNKS = 256 };
static const uint64_t CHUNK = UINT64_C(1) << 24;

/* The part of a sweep from chunk * 2^24 on. */
static uint64_t check_chunk(const struct sweep *sweep, uint64_t chunk)
{
    const answer_t others = chunk < CHUNKS / 2 ? sweep->above : sweep->below;
    const uint64_t edge = UINT64_C(1) << (arguments_of(sweep->function) == 3 ? 12 : 16);
    const uint64_t to = (chunk + 1) * CHUNK - (chunk == CHUNKS - 1);
    uint64_t from = chunk * CHUNK, count = 0;
    for (; from < (uint64_t)sweep->known; from++)
        count += check(sweep, sweep->expected[from], from, from + 1, 1);
    if (chunk == CHUNKS - 1)
        count += check(sweep, sweep->minus_one, to, to + 1, 1);
    if (sweep->whole)
        return count + check(sweep, others, from, to, 1);
    count += check(sweep, others, from, chunk * CHUNK + edge, 1);
    count += check(sweep, others, chunk * CHUNK + edge, to - edge, STRIDE);
    return count + check(sweep, others, to - edge, to, 1);
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

/* About how many calls are made in all, nearly all of them in whole sweeps if there are any. */
static double calls_wanted(void)
{
    const double values = (double)CHUNK * CHUNKS;
    return (double)whole_count * values + (double)(sweep_count - whole_count) * values / STRIDE;
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
                    seconds() * calls_wanted() / (double)(atomic_load(&calls) + 1), terminal ? "" : "\n");
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
    int runs;
    every = argc == 2 && strcmp(argv[1], "every") == 0;
    if (argc != 2 || (!every && strcmp(argv[1], "some") != 0)) {
        fprintf(stderr, "usage: exhaustive every|some\n");
        return 2;
    }
    clock_gettime(CLOCK_MONOTONIC, &begun);
    dl_iterate_phdr(find_segments, NULL);
    find_rows();
    for (i = 0; i < FUNCTIONS; i++)
        for (runs = 0; runs < arguments_of(&functions[i]); runs++) {
            struct question kept = {{0, 0, 0}, NULL, 0, 0};
            const size_t before = whole_count;
            if (functions[i].kind == ROW)
                add_row_sweeps(&functions[i], runs);
            else
                add_sweeps(&functions[i], &kept, runs, 0, 1);
            if (every && whole_count == before) {
                printf("no sweep of argument %d of wv2_interrupt_%s is whole\n", runs + 1, functions[i].name);
                return EXIT_FAILURE;
            }
        }
    for (i = 0; i < cores && i < 256; i++)
        if (pthread_create(&threads[i], NULL, work, NULL) != 0)
            abort();
    show_progress();
    while (i-- > 0)
        pthread_join(threads[i], NULL);
    printf("%llu calls in %zu sweeps, %zu of them whole, of %d functions, those of a row from %d rows, "
           "%.2f ns a call on %ld cores\n",
           (unsigned long long)atomic_load(&calls), sweep_count, whole_count, FUNCTIONS, row_count,
           seconds() * 1e9 / (double)atomic_load(&calls), cores);
    return 0;
}
