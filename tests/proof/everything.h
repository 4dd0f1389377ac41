/*
 * everything(): calls every function of the library with every known value, with unknown ones and with bad
 * texts, and returns a hash of all answers. It calls nothing else, so it may stand where little is allowed.
 */

#ifndef EVERYTHING_H
#define EVERYTHING_H

#include <stdint.h>

#include "wv2interrupt.h"

static uint64_t add_number(uint64_t hash, int32_t number)
{
    return (hash ^ (uint32_t)number) * UINT64_C(0x100000001b3);
}

static uint64_t add_texts(uint64_t hash, const char *utf8, const wv2_interrupt_char16_t *utf16)
{
    for (; *utf8 != 0; utf8++)
        hash = add_number(hash, *utf8);
    for (; *utf16 != 0; utf16++)
        hash = add_number(hash, *utf16);
    return hash;
}

static uint64_t add_reason(uint64_t hash, int32_t reason)
{
    hash = add_texts(hash, wv2_interrupt_name(reason), wv2_interrupt_name_utf16(reason));
    hash = add_texts(hash, wv2_interrupt_symbol(reason), wv2_interrupt_symbol_utf16(reason));
    hash = add_texts(hash, wv2_interrupt_description(reason), wv2_interrupt_description_utf16(reason));
    hash = add_number(hash, wv2_interrupt_category(reason));
    hash = add_number(hash, wv2_interrupt_recovery(reason));
    hash = add_number(hash, wv2_interrupt_from_chromium(reason));
    hash = add_number(hash, wv2_interrupt_to_chromium(reason));
    hash = add_number(hash, wv2_interrupt_from_name(wv2_interrupt_name(reason)));
    hash = add_number(hash, wv2_interrupt_from_name(wv2_interrupt_symbol(reason)));
    return add_number(hash, wv2_interrupt_from_name_utf16(wv2_interrupt_symbol_utf16(reason)));
}

static uint64_t add_reason_in(uint64_t hash, int32_t reason, int32_t language)
{
    hash = add_texts(hash, wv2_interrupt_label(reason, language), wv2_interrupt_label_utf16(reason, language));
    hash = add_texts(hash, wv2_interrupt_message(reason, language), wv2_interrupt_message_utf16(reason, language));
    return add_texts(hash, wv2_interrupt_advice(reason, language), wv2_interrupt_advice_utf16(reason, language));
}

/* A category, a recovery, an outcome or a state. */
static uint64_t add_code(uint64_t hash, int32_t code)
{
    int32_t reason, language;
    hash = add_texts(hash, wv2_interrupt_category_name(code), wv2_interrupt_category_name_utf16(code));
    hash = add_texts(hash, wv2_interrupt_recovery_name(code), wv2_interrupt_recovery_name_utf16(code));
    hash = add_texts(hash, wv2_interrupt_outcome_name(code), wv2_interrupt_outcome_name_utf16(code));
    hash = add_texts(hash, wv2_interrupt_action_name(code), wv2_interrupt_action_name_utf16(code));
    for (reason = -1; reason <= wv2_interrupt_count(); reason++)
        hash = add_number(hash, wv2_interrupt_outcome(code, reason));
    for (language = -1; language <= wv2_interrupt_language_count(); language++) {
        hash = add_texts(hash, wv2_interrupt_outcome_label(code, language),
                         wv2_interrupt_outcome_label_utf16(code, language));
        hash = add_texts(hash, wv2_interrupt_action_label(code, language),
                         wv2_interrupt_action_label_utf16(code, language));
    }
    return hash;
}

/* What a row says of an outcome and a reason. */
static uint64_t add_status(uint64_t hash, int32_t outcome, int32_t reason)
{
    hash = add_number(hash, wv2_interrupt_action(outcome, reason, 0));
    hash = add_number(hash, wv2_interrupt_action(outcome, reason, 1));
    hash = add_texts(hash, wv2_interrupt_status_label(outcome, reason, 0),
                     wv2_interrupt_status_label_utf16(outcome, reason, 0));
    hash = add_texts(hash, wv2_interrupt_status_message(outcome, reason, 0),
                     wv2_interrupt_status_message_utf16(outcome, reason, 0));
    return add_texts(hash, wv2_interrupt_status_advice(outcome, reason, 0),
                     wv2_interrupt_status_advice_utf16(outcome, reason, 0));
}

static uint64_t add_row(uint64_t hash, int32_t state, int32_t reason)
{
    wv2_interrupt_row_t row = {0, 0, 0, 0, 0, 0};
    wv2_interrupt_row_state_changed(&row, state, reason, 0, 5, 9);
    hash = add_number(add_number(hash, row.outcome), row.silent);
    wv2_interrupt_row_bytes_received_changed(&row, state, reason, 1, 9, 9);
    hash = add_number(add_number(hash, row.outcome), row.action);
    wv2_interrupt_row_state_changed(0, state, reason, 0, 0, 0);
    wv2_interrupt_row_bytes_received_changed(0, state, reason, 0, 0, 0);
    return hash;
}

static uint64_t add_bad_texts(uint64_t hash)
{
    static const char *const texts[] = {0, "", "-", "\xff", "File\tFailed", "und", "en-", "FILE_FAILED_"};
    static const wv2_interrupt_char16_t utf16[] = {0xd800, 'e', 'n', 0};
    unsigned i;
    for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        hash = add_number(hash, wv2_interrupt_from_name(texts[i]));
        hash = add_number(hash, wv2_interrupt_language_find(texts[i]));
    }
    hash = add_number(hash, wv2_interrupt_from_name_utf16(0));
    hash = add_number(hash, wv2_interrupt_language_find_utf16(0));
    hash = add_number(hash, wv2_interrupt_from_name_utf16(utf16));
    return add_number(hash, wv2_interrupt_language_find_utf16(utf16));
}

static uint64_t everything(void)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    int32_t code, reason, language;
    for (code = -1; code <= wv2_interrupt_count(); code++)
        hash = add_reason(hash, code);
    for (code = -1; code <= 9; code++) {
        hash = add_code(hash, code);
        for (reason = -1; reason <= wv2_interrupt_count(); reason++)
            hash = add_row(add_status(hash, code, reason), code, reason);
    }
    hash = add_code(add_reason(hash, INT32_MIN), INT32_MIN);
    hash = add_code(add_reason(hash, INT32_MAX), INT32_MAX);
    for (language = -1; language <= wv2_interrupt_language_count(); language++) {
        for (code = -1; code <= wv2_interrupt_count(); code++)
            hash = add_reason_in(hash, code, language);
        hash = add_texts(hash, wv2_interrupt_language_tag(language), wv2_interrupt_language_tag_utf16(language));
        hash = add_texts(hash, wv2_interrupt_language_name(language), wv2_interrupt_language_name_utf16(language));
        hash = add_number(hash, wv2_interrupt_language_direction(language));
        hash = add_number(hash, wv2_interrupt_language_find(wv2_interrupt_language_tag(language)));
        hash = add_number(hash, wv2_interrupt_language_find_utf16(wv2_interrupt_language_tag_utf16(language)));
    }
    hash = add_number(hash, wv2_interrupt_version()[0]);
    hash = add_number(hash, wv2_interrupt_version_number());
    return add_bad_texts(hash);
}

#endif
