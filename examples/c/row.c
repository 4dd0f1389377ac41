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

/* What comes from elsewhere may act on a terminal. */
static void print_clean(const char *text, size_t length)
{
    for (; length > 0; text++, length--)
        putchar(*text >= ' ' && *text <= '~' ? *text : '?');
}

/* Shows one download. 0 where the line is none. */
static int show(const char *line)
{
    wv2_interrupt_row_t row = {0, 0, 0, 0, 0, 0}; /* a new download */
    const size_t name = strcspn(line, "\t\r\n");
    int64_t number[5];
    if (!read_numbers(line + name, 5, number) || !fits(number[0]) || !fits(number[1]))
        return 0;
    wv2_interrupt_row_state_changed(&row, (int32_t)number[0], (int32_t)number[1], number[4] != 0, number[2], number[3]);
    print_clean(line, name);
    printf("\t%s, %s\t%s\t%s\n", wv2_interrupt_outcome_name(row.outcome), wv2_interrupt_action_name(row.action),
           wv2_interrupt_status_label(row.outcome, row.reason, 0), wv2_interrupt_action_label(row.action, 0));
    return 1;
}

/* Reads as much of a line as fits. 0 at the end of the input. `whole` tells whether that is all, and text. */
static int read_line(char *line, size_t size, int *whole)
{
    size_t length = 0;
    int c;
    while ((c = getchar()) != EOF && c != '\n') {
        if (length < size - 1)
            line[length] = (char)c;
        length++;
    }
    line[length < size ? length : size - 1] = '\0';
    *whole = strlen(line) == length;
    return c != EOF || length > 0;
}

int main(void)
{
    char line[1000];
    int status = 0, whole;
    long number;
    for (number = 1; read_line(line, sizeof line, &whole); number++) {
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
