/* Measures look-ups of shared libraries, each opened with dlopen and called through a pointer, ours like any other.
 *
 *   harness names ROUNDS [LABEL LIBRARY SYMBOL FIRST LAST UNKNOWNS]...   code to text
 *   harness spoken ROUNDS OURS [LABEL LIBRARY SYMBOL]...                 code and language to text
 *   harness find ROUNDS OURS [LABEL LIBRARY SYMBOL]...                   name to code
 *   harness spellings ROUNDS OURS [LABEL SYMBOL TEXT...]...              one function, several inputs
 *   harness start LIBRARY SYMBOL CODE                                    from dlopen to the first answer
 *   harness call LIBRARY SYMBOL TIMES FIRST SECOND                       for callgrind: numbers, or a text as FIRST
 *
 * It prints a line for each contender and pattern, with the nanoseconds a call of each round, separated by tabs. The rounds of
 * all contenders are interleaved, so what disturbs the machine disturbs them alike.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <link.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { CALLS = 8192, MOST = 32, SEQUENCE = 4096, TEXT = 128 };

typedef const char *name_function(int32_t);
typedef const char *spoken_function(int32_t, int32_t);
typedef int32_t find_function(const char *);

static volatile uintptr_t sink;

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "harness: %s: %s\n", what, why);
    exit(1);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* xorshift: the same numbers in every run. */
static uint32_t random_number(void)
{
    static uint32_t state = 2463534242u;
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

static uint32_t below(uint32_t limit)
{
    return random_number() % limit;
}

static void stay_on_this_core(void)
{
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(sched_getcpu(), &cores);
    sched_setaffinity(0, sizeof cores, &cores);
}

/* NULL where the library or the function is not there. */
static void *function(const char *library, const char *symbol)
{
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    return handle ? dlsym(handle, symbol) : NULL;
}

static void *needed(const char *library, const char *symbol)
{
    void *found = function(library, symbol);
    if (!found)
        fail(symbol, dlerror());
    return found;
}

static int rounds_of(const char *argument)
{
    int rounds = atoi(argument);
    if (rounds < 1)
        fail(argument, "not a number of rounds");
    return rounds;
}

static void print(const char *pattern, const char *label, const double *times, int rounds)
{
    printf("%s\t%s", pattern, label);
    for (int round = 0; round < rounds; round++)
        printf("\t%.3f", times[round]);
    putchar('\n');
}

/* ---- code to text ---- */

enum { RANDOM, SEQUENTIAL, CHAIN, PATTERNS };
static const char *const patterns[] = {"random", "sequential", "chain"};

struct names {
    const char *label;
    name_function *function;
    int32_t known[SEQUENCE];
    uint32_t count;
    int unknowns;
    double *times[PATTERNS];
};

static int is_unknown(const struct names *names, int32_t code)
{
    const char *text = names->function(code);
    if (!text || strstr(text, "nknown"))
        return 1;
    const char *unknown = names->unknowns ? names->function(INT32_MAX) : NULL;
    return unknown && strcmp(text, unknown) == 0;
}

static void codes_of(const struct names *names, int32_t *codes, int pattern)
{
    for (int i = 0; i < CALLS; i++) {
        if (pattern == SEQUENTIAL)
            codes[i] = names->known[(uint32_t)i % names->count];
        else if (names->unknowns && below(10) == 0)
            codes[i] = (int32_t)(0x40000000u + below(0x40000000u));
        else
            codes[i] = names->known[below(names->count)];
    }
}

static double time_names(name_function *name, const int32_t *codes, int pattern)
{
    uintptr_t sum = 0;
    double start = now();
    if (pattern == CHAIN)
        /* No address has its highest bit, which the compiler does not know: the next code waits for this text. */
        for (int i = 0; i < CALLS; i++)
            sum = (uintptr_t)name(codes[i] + (int32_t)(sum >> 63));
    else
        for (int i = 0; i < CALLS; i++)
            sum += (uintptr_t)name(codes[i]);
    double end = now();
    sink = sum;
    return (end - start) / CALLS;
}

/* What was made from our table must answer as we do. */
static void compare(const struct names *ours, const struct names *names)
{
    for (int32_t code = -2; code < 40; code++)
        if (strcmp(ours->function(code), names->function(code)) != 0)
            fail(names->label, "answers otherwise than the library");
}

static void names(int rounds, char **arguments)
{
    static struct names all[MOST];
    static int32_t codes[CALLS];
    int count = 0;
    for (; *arguments && count < MOST; arguments += 6) {
        struct names *names = &all[count];
        names->label = arguments[0];
        names->function = (name_function *)function(arguments[1], arguments[2]);
        names->unknowns = atoi(arguments[5]);
        if (!names->function) {
            printf("absent\t%s\n", names->label);
            continue;
        }
        for (int32_t code = atoi(arguments[3]); code <= atoi(arguments[4]) && names->count < SEQUENCE; code++)
            if (!is_unknown(names, code))
                names->known[names->count++] = code;
        if (!names->count)
            fail(names->label, "knows no code");
        if (!strcmp(arguments[2], "bench_name"))
            compare(&all[0], names);
        for (int pattern = 0; pattern < PATTERNS; pattern++)
            names->times[pattern] = calloc((size_t)rounds, sizeof(double));
        count++;
    }
    for (int round = -1; round < rounds; round++)
        for (int pattern = 0; pattern < PATTERNS; pattern++)
            for (int i = 0; i < count; i++) {
                struct names *names = &all[(i + round + 1) % count];
                codes_of(names, codes, pattern);
                double time = time_names(names->function, codes, pattern);
                if (round >= 0) /* the first one warms up */
                    names->times[pattern][round] = time;
            }
    for (int pattern = 0; pattern < PATTERNS; pattern++)
        for (int i = 0; i < count; i++)
            print(patterns[pattern], all[i].label, all[i].times[pattern], rounds);
}

/* ---- code and language to text ---- */

struct spoken {
    const char *label;
    spoken_function *function;
    double *times;
};

static double time_spoken(spoken_function *spoken, const int32_t (*codes)[2])
{
    uintptr_t sum = 0;
    double start = now();
    for (int i = 0; i < CALLS; i++)
        sum += (uintptr_t)spoken(codes[i][0], codes[i][1]);
    double end = now();
    sink = sum;
    return (end - start) / CALLS;
}

static void spoken(int rounds, const char *ours, char **arguments)
{
    static struct spoken all[MOST];
    static int32_t codes[CALLS][2];
    uint32_t reasons = (uint32_t)((int32_t(*)(void))needed(ours, "wv2_interrupt_count"))();
    uint32_t languages = (uint32_t)((int32_t(*)(void))needed(ours, "wv2_interrupt_language_count"))();
    int count = 0;
    for (; *arguments && count < MOST; arguments += 3, count++) {
        all[count].label = arguments[0];
        all[count].function = (spoken_function *)needed(arguments[1], arguments[2]);
        all[count].times = calloc((size_t)rounds, sizeof(double));
    }
    for (int round = -1; round < rounds; round++)
        for (int i = 0; i < count; i++) {
            struct spoken *spoken = &all[(i + round + 1) % count];
            for (int call = 0; call < CALLS; call++) {
                codes[call][0] = (int32_t)(below(10) == 0 ? 0x40000000u + below(0x40000000u) : below(reasons));
                codes[call][1] = (int32_t)below(languages);
            }
            double time = time_spoken(spoken->function, (const int32_t(*)[2])codes);
            if (round >= 0)
                spoken->times[round] = time;
        }
    for (int i = 0; i < count; i++)
        print("spoken", all[i].label, all[i].times, rounds);
}

/* ---- name to code ---- */

enum { NAMES, AGAIN, INPUTS };
static const char *const inputs[] = {"names", "again"};

struct find {
    const char *label;
    find_function *function;
    double *times[INPUTS];
};

static double time_find(find_function *find, const char (*texts)[TEXT])
{
    uintptr_t sum = 0;
    double start = now();
    for (int i = 0; i < CALLS; i++)
        sum += (uintptr_t)find(texts[i]);
    double end = now();
    sink = sum;
    return (end - start) / CALLS;
}

/* Plain names; one in ten has one letter changed, so that it is none. */
static void random_names(name_function *name, int32_t codes, char (*texts)[TEXT])
{
    for (int i = 0; i < CALLS; i++) {
        strcpy(texts[i], name((int32_t)below((uint32_t)codes)));
        if (below(10) == 0)
            texts[i][below((uint32_t)strlen(texts[i]))] = 'q';
    }
}

static void find(int rounds, const char *ours, char **arguments)
{
    static struct find all[MOST];
    static char texts[CALLS][TEXT];
    name_function *name = (name_function *)needed(ours, "wv2_interrupt_name");
    find_function *reference = (find_function *)needed(ours, "wv2_interrupt_from_name");
    int32_t codes = ((int32_t(*)(void))needed(ours, "wv2_interrupt_count"))();
    int count = 0;
    for (; *arguments && count < MOST; arguments += 3, count++) {
        struct find *find = &all[count];
        find->label = arguments[0];
        find->function = (find_function *)needed(arguments[1], arguments[2]);
        for (int input = 0; input < INPUTS; input++)
            find->times[input] = calloc((size_t)rounds, sizeof(double));
    }
    random_names(name, codes, texts);
    for (int i = 0; i < CALLS; i++)
        for (int contender = 0; contender < count; contender++)
            if (all[contender].function(texts[i]) != reference(texts[i]))
                fail(all[contender].label, "answers otherwise than the library");
    for (int round = -1; round < rounds; round++)
        for (int input = 0; input < INPUTS; input++) {
            random_names(name, codes, texts);
            for (int i = 0; input == AGAIN && i < CALLS; i++)
                strcpy(texts[i], name(codes / 2));
            for (int i = 0; i < count; i++) {
                struct find *find = &all[(i + round + 1) % count];
                double time = time_find(find->function, (const char(*)[TEXT])texts);
                if (round >= 0)
                    find->times[input][round] = time;
            }
        }
    for (int input = 0; input < INPUTS; input++)
        for (int i = 0; i < count; i++)
            print(inputs[input], all[i].label, all[i].times[input], rounds);
}

/* Each label is followed by a function and by texts, up to an empty one, of which it gets a random one a call. */
static void spellings(int rounds, const char *ours, char **arguments)
{
    static char texts[CALLS][TEXT];
    double *times = calloc((size_t)rounds, sizeof(double));
    while (*arguments) {
        const char *label = *arguments++;
        find_function *function = (find_function *)needed(ours, *arguments++);
        uint32_t count = 0;
        while (arguments[count] && *arguments[count])
            count++;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < CALLS; i++)
                snprintf(texts[i], TEXT, "%s", arguments[below(count)]);
            times[round] = time_find(function, (const char(*)[TEXT])texts);
        }
        print("spellings", label, times, rounds);
        arguments += count + (arguments[count] != NULL);
    }
}

/* ---- start ---- */

static long faults(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

/* The bytes of the library's own mappings that this process has written, its loader included. Private_Dirty would count a file
 * that was just built, too, and has not reached the disk. */
static long private_dirty(const char *path)
{
    FILE *maps = fopen("/proc/self/smaps", "r");
    if (!maps)
        fail("/proc/self/smaps", "cannot be read");
    char line[PATH_MAX + 128], file[PATH_MAX];
    long sum = 0, dirty, inside = 0;
    while (fgets(line, sizeof line, maps)) {
        if (sscanf(line, "%*x-%*x %*s %*s %*s %*s %4095s", file) == 1)
            inside = strcmp(file, path) == 0;
        else if (strchr(line, '-') && strchr(line, '-') < strchr(line, ' '))
            inside = 0;
        else if (inside && sscanf(line, "Anonymous: %ld", &dirty) == 1)
            sum += dirty * 1024;
    }
    fclose(maps);
    return sum;
}

static void start(const char *library, const char *symbol, int32_t code)
{
    long faults_before = faults();
    double begin = now();
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    name_function *name = handle ? (name_function *)dlsym(handle, symbol) : NULL;
    if (!name) {
        puts("absent");
        return;
    }
    const char *text = name(code);
    sink = (uintptr_t)(text ? text[0] : 0);
    double end = now();
    long faults_after = faults();
    struct link_map *map;
    char path[PATH_MAX];
    if (dlinfo(handle, RTLD_DI_LINKMAP, &map) != 0 || !realpath(map->l_name, path))
        fail(library, "has no path");
    printf("%.0f\t%ld\t%ld\t%s\n", end - begin, faults_after - faults_before, private_dirty(path), path);
}

/* ---- call ---- */

static void call(const char *library, const char *symbol, int times, const char *first, const char *second)
{
    void *called = needed(library, symbol);
    char *end;
    int32_t number = (int32_t)strtol(first, &end, 10), other = atoi(second);
    for (int i = 0; i < times; i++)
        if (*end)
            sink = (uintptr_t)((find_function *)called)(first);
        else
            sink = (uintptr_t)((const char *(*)(int32_t, int32_t))called)(number, other);
}

int main(int count, char **arguments)
{
    const char *mode = count > 1 ? arguments[1] : "";
    if (!strcmp(mode, "names") && count > 2 && (count - 3) % 6 == 0) {
        stay_on_this_core();
        names(rounds_of(arguments[2]), arguments + 3);
    } else if (!strcmp(mode, "spoken") && count > 3 && (count - 4) % 3 == 0) {
        stay_on_this_core();
        spoken(rounds_of(arguments[2]), arguments[3], arguments + 4);
    } else if (!strcmp(mode, "find") && count > 3 && (count - 4) % 3 == 0) {
        stay_on_this_core();
        find(rounds_of(arguments[2]), arguments[3], arguments + 4);
    } else if (!strcmp(mode, "spellings") && count > 3) {
        stay_on_this_core();
        spellings(rounds_of(arguments[2]), arguments[3], arguments + 4);
    } else if (!strcmp(mode, "start") && count == 5) {
        start(arguments[2], arguments[3], atoi(arguments[4]));
    } else if (!strcmp(mode, "call") && count == 7) {
        call(arguments[2], arguments[3], atoi(arguments[4]), arguments[5], arguments[6]);
    } else {
        fail("usage", "see the head of harness.c");
    }
    return 0;
}
