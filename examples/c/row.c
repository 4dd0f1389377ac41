/*
 * row: what a list of downloads shows for each download on standard input, which is in columns as
 * tests/data/waiting.tsv is. Lines that begin with # are passed over, and so is the line of the columns' names.
 *
 * Exit status: 0; 2 when a line was no download (the others are still shown); 1 when input or output failed.
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wv2interrupt.h"

static const char columns[] = "what\tstate\treason\treceived\ttotal\tcan_resume";

/* Reads the numbers of `count` columns, each after a tab. 0 where one is missing or out of range. */
static int read_numbers(const char *text, int count, int64_t *numbers)
{
    int i;
    for (i = 0; i < count; i++) {
        char *end;
        if (*text != '\t' || strspn(text + 1, "-0123456789") == 0)
            return 0;
        errno = 0;
        numbers[i] = strtoll(text + 1, &end, 10);
        if (errno != 0 || strchr("\t\r\n", *end) == NULL)
            return 0;
        text = end;
    }
    return 1;
}

static int fits(int64_t number) { return number >= INT32_MIN && number <= INT32_MAX; }

/* Shows one download. 0 where the line is none. */
static int show(const char *line)
{
    wv2_interrupt_row_t row = {0, 0, 0, 0, 0, 0}; /* a new download */
    const size_t name = strcspn(line, "\t\r\n");
    int64_t number[5];
    if (!read_numbers(line + name, 5, number) || !fits(number[0]) || !fits(number[1]))
        return 0;
    wv2_interrupt_row_state_changed(&row, (int32_t)number[0], (int32_t)number[1], number[4] != 0, number[2], number[3]);
    printf("%.*s\t%s, %s\t%s\t%s\n", (int)name, line, wv2_interrupt_outcome_name(row.outcome),
           wv2_interrupt_action_name(row.action), wv2_interrupt_status_label(row.outcome, row.reason, 0),
           wv2_interrupt_action_label(row.action, 0));
    return 1;
}

int main(void)
{
    char line[1000];
    int status = 0;
    long number;
    for (number = 1; fgets(line, sizeof line, stdin) != NULL; number++) {
        const int whole = strchr(line, '\n') != NULL || feof(stdin);
        int c = 0;
        while (!whole && c != EOF && c != '\n')
            c = getchar();
        if (line[0] == '#' || strncmp(line, columns, strlen(columns)) == 0 || (whole && show(line)))
            continue;
        fprintf(stderr, "row: line %ld is no download; its columns are: %s\n", number, columns);
        status = 2;
    }
    if (ferror(stdin) || fflush(stdout) != 0 || ferror(stdout)) {
        fputs("row: the input could not be read, or the output not written\n", stderr);
        return 1;
    }
    return status;
}
