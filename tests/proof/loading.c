/*
 * loading: opens the library again and again, or where there is hardly room for it.
 */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void fail(const char *what)
{
    printf("%s\n", what);
    exit(EXIT_FAILURE);
}

/* Opens the library and asks it something; NULL where it cannot be opened. */
static void *open_library(const char *path)
{
    void *const library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const char *(*name)(int32_t);
    void *symbol;
    if (library == NULL)
        return NULL;
    symbol = dlsym(library, "wv2_interrupt_name");
    memcpy(&name, &symbol, sizeof name);
    if (symbol == NULL || strcmp(name(3), "FileNoSpace") != 0)
        fail("another answer");
    return library;
}

struct mappings {
    size_t lines, bytes, of_library;
};

static struct mappings mappings(void)
{
    struct mappings mappings = {0, 0, 0};
    char line[4096];
    FILE *const file = fopen("/proc/self/maps", "r");
    unsigned long from, to;
    if (file == NULL)
        fail("/proc/self/maps cannot be read");
    while (fgets(line, sizeof line, file) != NULL) {
        if (sscanf(line, "%lx-%lx", &from, &to) != 2)
            fail("/proc/self/maps cannot be understood");
        mappings.lines++;
        mappings.bytes += to - from;
        if (strstr(line, "wv2interrupt") != NULL)
            mappings.of_library += to - from;
    }
    fclose(file);
    return mappings;
}

static void reopen(const char *path)
{
    struct mappings first, last;
    int i;
    for (i = 0; i < 10000; i++) {
        void *const library = open_library(path);
        if (library == NULL || dlclose(library) != 0)
            fail(dlerror());
        if (i == 0)
            first = mappings();
    }
    last = mappings();
    if (last.of_library != 0)
        fail("it is still mapped when it is closed");
    if (last.lines != first.lines || last.bytes != first.bytes)
        fail("the mappings have grown");
    printf("%d times opened and unloaded, %zu mappings of %zu KiB before and after\n", i, last.lines,
           last.bytes / 1024);
}

/* The bytes that RLIMIT_AS counts, which are not quite those of the mappings. */
static size_t address_space(void)
{
    unsigned long pages;
    FILE *const file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%lu", &pages) != 1)
        fail("/proc/self/statm cannot be read");
    fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static void limit(size_t bytes)
{
    const struct rlimit limit = {bytes, RLIM_INFINITY};
    if (setrlimit(RLIMIT_AS, &limit) != 0)
        fail("the limit cannot be set");
}

static void little_room(const char *path)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    /* Once before, so that what the loader itself allocates is there. */
    void *library = open_library(path);
    size_t used, size;
    if (library == NULL)
        fail(dlerror());
    size = mappings().of_library;
    dlclose(library);
    used = address_space();

    limit(used + size - page);
    if (open_library(path) != NULL)
        fail("the limit does not bite");
    limit(used + size + page);
    library = open_library(path);
    if (library == NULL)
        fail(dlerror());
    printf("1 time opened with room for %zu KiB, one page of it to spare\n", (size + page) / 1024);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "reopen") == 0)
        reopen(argv[2]);
    else if (argc == 3 && strcmp(argv[1], "room") == 0)
        little_room(argv[2]);
    else {
        fprintf(stderr, "usage: loading reopen|room LIBRARY\n");
        return 2;
    }
    return 0;
}
