/*
 * faults: calls everything where little is allowed, and compares with what it answered in peace. Prints how often.
 */

#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "everything.h"

static uint64_t expected;

static void fail(const char *what)
{
    printf("%s\n", what);
    exit(EXIT_FAILURE);
}

/* Runs `child` in a process of its own and returns how that ended, as `waitpid` says it. */
static int in_child(void (*child)(void))
{
    int status;
    const pid_t process = fork();
    if (process == -1)
        fail("fork failed");
    if (process == 0) {
        child();
        abort();
    }
    if (waitpid(process, &status, 0) != process)
        fail("waitpid failed");
    return status;
}

static int is_success(int status)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* ---- Signals: the handler comes in the middle of the same calls ---- */

static volatile sig_atomic_t signals, wrong_signals;

static void handle(int signal)
{
    (void)signal;
    wrong_signals += everything() != expected;
    signals++;
}

static void in_a_signal_handler(void)
{
    const struct itimerval timer = {{0, 3000}, {0, 3000}}, stop = {{0, 0}, {0, 0}};
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handle;
    if (sigaction(SIGALRM, &action, NULL) != 0 || setitimer(ITIMER_REAL, &timer, NULL) != 0)
        fail("the timer cannot be set");
    while (signals < 1000)
        if (everything() != expected)
            fail("another answer while signals come");
    setitimer(ITIMER_REAL, &stop, NULL);
    if (wrong_signals != 0)
        fail("another answer in a signal handler");
    printf("%d signals, whose handler calls everything\n", (int)signals);
}

/* ---- After fork ---- */

static void child_of_fork(void)
{
    _exit(everything() == expected ? 0 : 1);
}

static void after_fork(void)
{
    int i;
    for (i = 0; i < 1000; i++)
        if (!is_success(in_child(child_of_fork)))
            fail("another answer after fork");
    printf("%d forks, after which the child calls everything\n", i);
}

/* ---- A small stack, with nothing below it ---- */

enum { STACK = 16 * 1024, UNTOUCHED = 0xa5 };

static void *thread(void *unused)
{
    return everything() == expected ? &expected : unused;
}

static void on_a_small_stack(void)
{
    const size_t guard = (size_t)sysconf(_SC_PAGESIZE);
    unsigned char *const memory =
        mmap(NULL, guard + STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    size_t untouched = 0;
    pthread_attr_t attributes;
    pthread_t id;
    void *result;
    if (memory == MAP_FAILED || mprotect(memory, guard, PROT_NONE) != 0)
        fail("no memory for a stack");
    memset(memory + guard, UNTOUCHED, STACK);
    pthread_attr_init(&attributes);
    if (pthread_attr_setstack(&attributes, memory + guard, STACK) != 0)
        fail("the system refuses a stack of 16 KiB");
    if (pthread_create(&id, &attributes, thread, NULL) != 0 || pthread_join(id, &result) != 0)
        fail("the thread cannot be started");
    if (result != &expected)
        fail("another answer on a stack of 16 KiB");
    while (memory[guard + untouched] == UNTOUCHED)
        untouched++;
    printf("1 thread with a stack of 16384 bytes, of which the whole program used %zu\n", STACK - untouched);
}

/* ---- A sandbox: any system call but exit kills the process ---- */

static void enter_sandbox(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_exit, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    };
    const struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        _exit(2);
}

static void sandboxed(void)
{
    enter_sandbox();
    syscall(SYS_exit, everything() == expected ? 0 : 1);
}

static void sandboxed_with_a_system_call(void)
{
    enter_sandbox();
    syscall(SYS_getpid);
    syscall(SYS_exit, 0);
}

static void in_a_sandbox(void)
{
    const int caught = in_child(sandboxed_with_a_system_call);
    if (!WIFSIGNALED(caught) || WTERMSIG(caught) != SIGSYS)
        fail("the sandbox does not see a system call");
    if (!is_success(in_child(sandboxed)))
        fail("another answer, or a system call, in the sandbox");
    printf("1 sandbox, in which everything made no system call\n");
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(void);
    } all[] = {
        {"signal", in_a_signal_handler}, {"fork", after_fork}, {"stack", on_a_small_stack}, {"sandbox", in_a_sandbox}};
    size_t i;
    expected = everything();
    for (i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (argc == 2 && strcmp(argv[1], all[i].name) == 0) {
            all[i].run();
            return 0;
        }
    }
    fprintf(stderr, "usage: faults signal|fork|stack|sandbox\n");
    return 2;
}
