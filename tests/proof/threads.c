/*
 * threads: eight threads that call everything at once, compared with a single one. Made for ThreadSanitizer.
 */

#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "everything.h"

enum { THREADS = 8 };

static pthread_barrier_t start;
static int rounds;

static void *work(void *result)
{
    uint64_t *const hash = result;
    int i;
    pthread_barrier_wait(&start);
    *hash = everything();
    for (i = 1; i < rounds; i++)
        if (everything() != *hash)
            *hash = 0;
    return NULL;
}

int main(int argc, char **argv)
{
    const uint64_t expected = everything();
    uint64_t hashes[THREADS];
    pthread_t threads[THREADS];
    int i;
    rounds = argc == 2 ? atoi(argv[1]) : 0;
    if (rounds < 1) {
        fprintf(stderr, "usage: threads ROUNDS\n");
        return 2;
    }
    pthread_barrier_init(&start, NULL, THREADS);
    for (i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, work, &hashes[i]) != 0)
            return 1;
    for (i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (i = 0; i < THREADS; i++) {
        if (hashes[i] != expected) {
            printf("thread %d got another answer than a single thread\n", i);
            return 1;
        }
    }
    printf("%d rounds of everything, by %d threads at once\n", THREADS * rounds, THREADS);
    return 0;
}
