/*
 * row [TAG]: what a list of downloads shows, in the language of that tag or in English. Each line of standard input is
 * what a download says of itself, in columns as in tests/data/waiting.tsv; lines with the same name, one behind the
 * other, are of the same download. Lines that begin with # are passed over, and so is the line of the columns' names.
 *
 * Exit status: 0; 2 when a line was no report, or the tag of no language (the rest is still shown); 1 when input or
 * output failed.
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wv2interrupt.h"

enum { LINE = 1000 };

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

/* One download of the list. */
struct download {
    char name[LINE];
    int64_t state;
    wv2_interrupt_row_t row;
};

/* Tells a row what its download says: a new state comes with StateChanged, all else with BytesReceivedChanged. */
static void tell(struct download *download, const char *name, size_t length, const int64_t number[5])
{
    const int is_new = strlen(download->name) != length || strncmp(download->name, name, length) != 0;
    if (is_new) {
        memset(download, 0, sizeof *download); /* a new row is all zero */
        memcpy(download->name, name, length);
    }
    (is_new || download->state != number[0] ? wv2_interrupt_row_state_changed : wv2_interrupt_row_bytes_received_changed)(
        &download->row, (int32_t)number[0], (int32_t)number[1], number[4] != 0, number[2], number[3]);
    download->state = number[0];
}

static void show(const struct download *download, wv2_interrupt_language_t language)
{
    const wv2_interrupt_row_t *row = &download->row;
    print_clean(download->name, strlen(download->name));
    printf("\t%s, %s%s\t%s\t%s\t%s\t%s\n", wv2_interrupt_outcome_name(row->outcome),
           wv2_interrupt_action_name(row->action), row->silent ? ", silent" : "",
           wv2_interrupt_status_label(row->outcome, row->reason, language),
           wv2_interrupt_status_message(row->outcome, row->reason, language),
           wv2_interrupt_status_advice(row->outcome, row->reason, language),
           wv2_interrupt_action_label(row->action, language));
}

/* Takes a line, and shows what became of its download. 0 where it is no report. */
static int report(const char *line, struct download *download, wv2_interrupt_language_t language)
{
    const size_t name = strcspn(line, "\t\r\n");
    int64_t number[5];
    if (!read_numbers(line + name, 5, number) || !fits(number[0]) || !fits(number[1]))
        return 0;
    tell(download, line, name, number);
    show(download, language);
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

int main(int argc, char **argv)
{
    static struct download download;
    char line[LINE];
    const wv2_interrupt_language_t language = wv2_interrupt_language_find(argc > 1 ? argv[1] : "en");
    int status = 0, whole;
    long number;
    if (language == WV2_INTERRUPT_UNKNOWN) {
        fputs("row: a language is a tag such as en or de-AT, of one that `explain --languages` lists\n", stderr);
        status = 2;
    }
    for (number = 1; read_line(line, sizeof line, &whole); number++) {
        if (line[0] == '#' || strncmp(line, columns, strlen(columns)) == 0)
            continue;
        if (!whole || !report(line, &download, language)) {
            fprintf(stderr, "row: line %ld is no report; its columns are: %s\n", number, columns);
            status = 2;
        }
    }
    if (ferror(stdin) || fflush(stdout) != 0 || ferror(stdout)) {
        fputs("row: the input could not be read, or the output not written\n", stderr);
        return 1;
    }
    return status;
}
