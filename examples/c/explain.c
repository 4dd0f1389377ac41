/*
 * explain: what a WebView2 download interrupt reason means. See `usage` below.
 *
 * Exit status: 0; 2 when an argument or a line could not be understood (the others are still explained);
 * 1 when the input could not be read or the output not be written.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wv2interrupt.h"

#if defined(_WIN32)
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#endif

/* What it calls itself: it is installed under a longer name. */
#ifndef PROGRAM
#define PROGRAM "explain"
#endif

static const char usage[] =
    "usage: " PROGRAM " [--language TAG] [--chromium] [--format text|tsv|json] [CODE|NAME|-]...\n"
    "\n"
    "Explains why a WebView2 download was interrupted. Without a CODE or NAME: all of them.\n"
    "\n"
    "  CODE            a number, decimal or 0x hexadecimal: 11, 0xb\n"
    "  NAME            a name in any spelling: FileNoSpace, FILE_NO_SPACE, file-no-space\n"
    "  -               reads one CODE or NAME a line from standard input\n"
    "  --chromium      the numbers are Chromium's or CEF's, not WebView2's\n"
    "  --language TAG  the language of label, message and advice: en, de-AT, zh-TW\n"
    "  --languages     lists the languages: their tags, and what each calls itself\n"
    "  --format FORMAT text (default), tsv or json (one object a line)\n"
    "  --help          this text\n"
    "  --version       the version of the library\n";

enum format { TEXT, TSV, JSON };

struct options {
    enum format format;
    int chromium;
    wv2_interrupt_language_t language;
};

/* A number that was asked for, in one numbering or in both; WV2_INTERRUPT_UNKNOWN where it has none. */
struct question {
    wv2_interrupt_reason_t code;
    int32_t chromium;
    int is_chromiums; /* asked by Chromium's number */
};

static int failures, read_failures;

/* What comes from elsewhere may act on a terminal: what is not printable ASCII is shown as question marks. */
static void print_clean(FILE *output, const char *text, size_t length)
{
    int cleaned = 0;
    for (; length > 0; text++, length--) {
        const int clean = *text >= ' ' && *text <= '~';
        if (clean || !cleaned)
            putc(clean ? *text : '?', output);
        cleaned = !clean;
    }
}

static void complain_of(const char *text, size_t length, const char *accepted)
{
    fputs(PROGRAM ": '", stderr);
    print_clean(stderr, text, length);
    fprintf(stderr, "' is not understood; %s\n", accepted);
    failures++;
}

static void complain(const char *argument, const char *accepted)
{
    complain_of(argument, strlen(argument), accepted);
}

/* ---- Chromium's numbers ---- */

/*
 * Those that WebView2 has no reason for. Source: Chromium's
 * components/download/public/common/download_interrupt_reason_values.h.
 */
struct chromium_only {
    int32_t number;
    const char *name, *description;
};

#define CHROMIUM_ONLY(number, name, meaning) \
    {number, #name, "Chromium's " #name ": " meaning " WebView2 has no such reason."}

static const struct chromium_only chromium_only[] = {
    CHROMIUM_ONLY(15, FILE_SAME_AS_SOURCE, "the source and the target of the download were the same."),
    CHROMIUM_ONLY(32, SERVER_PRECONDITION, "a precondition failed on the server. Obsolete."),
    CHROMIUM_ONLY(51, LOCAL_DOWNLOAD_BLOCKED, "the file may not be saved on this computer; a company's rule sends it to cloud storage."),
};

static const struct chromium_only *find_chromium_only(int32_t number)
{
    size_t i;
    for (i = 0; i < sizeof chromium_only / sizeof *chromium_only; i++)
        if (chromium_only[i].number == number)
            return &chromium_only[i];
    return NULL;
}

/* ---- One answer ---- */

static int is_known(struct question question)
{
    return wv2_interrupt_category(question.code) != WV2_INTERRUPT_UNKNOWN;
}

static const char *describe(struct question question)
{
    const struct chromium_only *found = find_chromium_only(question.chromium);
    if (is_known(question) || !question.is_chromiums)
        return wv2_interrupt_description(question.code);
    return found != NULL ? found->description
                         : "This number of Chromium's is not known to this version of wv2interrupt. Keep it, and look it up in "
                           "Chromium's download_interrupt_reason_values.h.";
}

/* Every column of the table and every key of the JSON object, once. */
struct field {
    const char *name;
    const char *text; /* NULL: the field is the number */
    int32_t number;
};

enum { FIELDS = 11 };

static void answer(struct question question, wv2_interrupt_language_t language, struct field fields[FIELDS])
{
    const wv2_interrupt_reason_t code = question.code;
    const wv2_interrupt_outcome_t outcome = wv2_interrupt_outcome(WV2_INTERRUPT_STATE_INTERRUPTED, code);
    const struct field all[FIELDS] = {
        {"code", NULL, code},
        {"name", wv2_interrupt_name(code), 0},
        {"symbol", wv2_interrupt_symbol(code), 0},
        {"category", wv2_interrupt_category_name(wv2_interrupt_category(code)), 0},
        {"recovery", wv2_interrupt_recovery_name(wv2_interrupt_recovery(code)), 0},
        {"outcome", wv2_interrupt_outcome_name(outcome), 0},
        {"chromium", NULL, question.chromium},
        {"label", wv2_interrupt_label(code, language), 0},
        {"message", wv2_interrupt_message(code, language), 0},
        {"advice", wv2_interrupt_advice(code, language), 0},
        {"description", describe(question), 0},
    };
    memcpy(fields, all, sizeof all);
}

static void print_text(struct question question, const struct field fields[FIELDS])
{
    const struct chromium_only *found = find_chromium_only(question.chromium);
    int i;
    printf("%s", wv2_interrupt_name(question.code));
    if (!is_known(question) && question.is_chromiums)
        printf(" (Chromium's %ld%s%s)\n", (long)question.chromium, found ? ", " : "", found ? found->name : "");
    else
        printf(" (%ld, 0x%lx)\n", (long)question.code, (unsigned long)(uint32_t)question.code);
    for (i = 2; i < FIELDS; i++) {
        if (fields[i].text == NULL && fields[i].number != WV2_INTERRUPT_UNKNOWN)
            printf("  %-12s %ld\n", fields[i].name, (long)fields[i].number);
        else if (fields[i].text != NULL && fields[i].text[0] != '\0')
            printf("  %-12s %s\n", fields[i].name, fields[i].text);
    }
}

static void print_tsv(const struct field fields[FIELDS])
{
    int i;
    for (i = 0; i < FIELDS; i++) {
        const char *end = i + 1 < FIELDS ? "\t" : "\n";
        if (fields[i].text == NULL)
            printf("%ld%s", (long)fields[i].number, end);
        else
            printf("%s%s", fields[i].text, end);
    }
}

static void print_json_string(const char *text)
{
    putchar('"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            printf("\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            printf("\\u%04x", (unsigned)(unsigned char)*text);
        else
            putchar(*text);
    }
    putchar('"');
}

static void print_json(const struct field fields[FIELDS])
{
    int i;
    for (i = 0; i < FIELDS; i++) {
        printf("%s\"%s\":", i == 0 ? "{" : ",", fields[i].name);
        if (fields[i].text == NULL)
            printf("%ld", (long)fields[i].number);
        else
            print_json_string(fields[i].text);
    }
    printf("}\n");
}

static void print_header(const struct options *options)
{
    struct field fields[FIELDS];
    const struct question none = {WV2_INTERRUPT_REASON_NONE, 0, 0};
    int i;
    if (options->format != TSV)
        return;
    answer(none, options->language, fields);
    for (i = 0; i < FIELDS; i++)
        printf("%s%s", fields[i].name, i + 1 < FIELDS ? "\t" : "\n");
}

static void explain(struct question question, const struct options *options)
{
    struct field fields[FIELDS];
    answer(question, options->language, fields);
    switch (options->format) {
    case TSV:
        print_tsv(fields);
        break;
    case JSON:
        print_json(fields);
        break;
    default:
        print_text(question, fields);
    }
}

static void explain_all(const struct options *options)
{
    int32_t code;
    for (code = 0; code < wv2_interrupt_count(); code++) {
        const struct question question = {code, wv2_interrupt_to_chromium(code), 0};
        if (!is_known(question))
            continue;
        if (options->format == TEXT)
            printf("%2ld  %-28s%-9s%-14s%s\n", (long)code, wv2_interrupt_name(code),
                   wv2_interrupt_category_name(wv2_interrupt_category(code)),
                   wv2_interrupt_recovery_name(wv2_interrupt_recovery(code)),
                   wv2_interrupt_label(code, options->language));
        else
            explain(question, options);
    }
}

static void list_languages(void)
{
    wv2_interrupt_language_t language;
    for (language = 0; language < wv2_interrupt_language_count(); language++)
        printf("%s\t%s\n", wv2_interrupt_language_tag(language), wv2_interrupt_language_name(language));
}

/* ---- What was asked ---- */

enum number { NOT_A_NUMBER, OUT_OF_RANGE, A_NUMBER };

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 16;
}

/* Decimal or 0x hexadecimal with an optional minus; a leading zero does not make it octal. */
static enum number parse_number(const char *text, int32_t *number)
{
    const int negative = *text == '-';
    const int64_t limit = negative ? (int64_t)INT32_MAX + 1 : INT32_MAX;
    int64_t value = 0;
    int base = 10, in_range = 1;
    text += negative;
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        base = 16;
        text += 2;
    }
    if (*text == '\0')
        return NOT_A_NUMBER;
    for (; *text != '\0'; text++) {
        const int digit = digit_value(*text);
        if (digit >= base)
            return NOT_A_NUMBER;
        if (in_range)
            value = value * base + digit;
        in_range = in_range && value <= limit;
    }
    *number = in_range ? (int32_t)(negative ? -value : value) : 0;
    return in_range ? A_NUMBER : OUT_OF_RANGE;
}

static const char code_or_name[] =
    "a code is decimal or 0x hexadecimal, a name is one that '" PROGRAM "' without arguments lists";

static void explain_argument(const char *argument, const struct options *options)
{
    struct question question = {WV2_INTERRUPT_UNKNOWN, WV2_INTERRUPT_UNKNOWN, 0};
    int32_t number;
    switch (parse_number(argument, &number)) {
    case A_NUMBER:
        question.code = options->chromium ? wv2_interrupt_from_chromium(number) : number;
        question.chromium = options->chromium ? number : wv2_interrupt_to_chromium(number);
        question.is_chromiums = options->chromium;
        break;
    case OUT_OF_RANGE:
        complain(argument, "a number is from -2147483648 to 2147483647");
        return;
    default:
        question.code = wv2_interrupt_from_name(argument);
        question.chromium = wv2_interrupt_to_chromium(question.code);
        if (!is_known(question)) {
            complain(argument, code_or_name);
            return;
        }
    }
    explain(question, options);
}

static int is_blank(int c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/*
 * Reads a line, without a byte order mark and blanks around it. Returns what ended it, '\n' or EOF. `length` is that of the
 * whole line, of which `text` has as much as fits, and a NUL behind it; there may be others in it.
 */
static int read_line(FILE *input, char *text, size_t size, size_t *length)
{
    size_t end = 0;
    int c;
    *length = 0;
    while ((c = getc(input)) != EOF && c != '\n') {
        if (end == 0 && is_blank(c))
            continue;
        if (end < size - 1)
            text[end] = (char)c;
        end++;
        if (end == 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
            end = *length = 0;
        else if (!is_blank(c))
            *length = end;
    }
    text[*length < size ? *length : size - 1] = '\0';
    return c;
}

static void explain_line(const char *text, size_t length, size_t size, const struct options *options)
{
    if (length >= size)
        complain_of(text, size - 1, "the line is too long for a code or a name");
    else if (strlen(text) < length)
        complain_of(text, length, code_or_name);
    else if (length > 0)
        explain_argument(text, options);
}

static void explain_lines(FILE *input, const struct options *options)
{
    char line[256];
    size_t length;
    int end;
    do {
        end = read_line(input, line, sizeof line, &length);
        explain_line(line, length, sizeof line, options);
    } while (end != EOF);
    if (ferror(input)) {
        fputs(PROGRAM ": the input could not be read\n", stderr);
        read_failures++;
    }
}

/* ---- Options ---- */

static int is_item(const char *argument)
{
    return argument[0] != '-' || argument[1] == '\0' || (argument[1] >= '0' && argument[1] <= '9');
}

static void set_format(struct options *options, const char *value)
{
    if (strcmp(value, "text") == 0)
        options->format = TEXT;
    else if (strcmp(value, "tsv") == 0)
        options->format = TSV;
    else if (strcmp(value, "json") == 0)
        options->format = JSON;
    else
        complain(value, "a format is text, tsv or json");
}

static void set_language(struct options *options, const char *tag)
{
    options->language = wv2_interrupt_language_find(tag);
    if (options->language == WV2_INTERRUPT_UNKNOWN)
        complain(tag, "a language is a tag such as en or de-AT, of one that --languages lists");
}

/* The value of an option that stands at argv[*i] as `--name value` or `--name=value`, else NULL. */
static const char *option_value(const char *name, char **argv, int *i)
{
    const size_t length = strlen(name);
    const char *argument = argv[*i];
    if (strncmp(argument, name, length) != 0)
        return NULL;
    if (argument[length] == '=')
        return argument + length + 1;
    if (argument[length] != '\0')
        return NULL;
    if (argv[*i + 1] == NULL) {
        complain(argument, "it needs a value: see --help");
        return NULL;
    }
    return argv[++*i];
}

/* Reads the options and moves the codes and names to the front of argv; returns how many those are. */
static int read_options(char **argv, struct options *options)
{
    int items = 0, only_items = 0, i;
    for (i = 1; argv[i] != NULL; i++) {
        const int failures_before = failures;
        const char *value;
        if (only_items || is_item(argv[i]))
            argv[items++] = argv[i];
        else if (strcmp(argv[i], "--") == 0)
            only_items = 1;
        else if (strcmp(argv[i], "--chromium") == 0)
            options->chromium = 1;
        else if ((value = option_value("--format", argv, &i)) != NULL)
            set_format(options, value);
        else if ((value = option_value("--language", argv, &i)) != NULL)
            set_language(options, value);
        else if (failures == failures_before)
            complain(argv[i], "the options are --language, --languages, --chromium, --format, --help and --version");
    }
    return items;
}

static int has(char **argv, const char *option)
{
    for (argv++; *argv != NULL && strcmp(*argv, "--") != 0; argv++)
        if (strcmp(*argv, option) == 0)
            return 1;
    return 0;
}

/* The exit status. */
static int finish(void)
{
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fputs(PROGRAM ": the output could not be written\n", stderr);
        return 1;
    }
    return read_failures > 0 ? 1 : failures > 0 ? 2 : 0;
}

int main(int argc, char **argv)
{
    struct options options = {TEXT, 0, 0};
    int items, i;
#if defined(_WIN32)
    SetConsoleOutputCP(CP_UTF8);
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stdin), _O_BINARY);
#endif
    if (argc > 1 && has(argv, "--help")) {
        fputs(usage, stdout);
        return finish();
    }
    if (argc > 1 && has(argv, "--version")) {
        printf("%s\n", wv2_interrupt_version());
        return finish();
    }
    if (argc > 1 && has(argv, "--languages")) {
        list_languages();
        return finish();
    }
    items = argc > 1 ? read_options(argv, &options) : 0;
    print_header(&options);
    if (items == 0 && failures == 0)
        explain_all(&options);
    for (i = 0; i < items; i++) {
        if (strcmp(argv[i], "-") == 0)
            explain_lines(stdin, &options);
        else
            explain_argument(argv[i], &options);
    }
    return finish();
}
