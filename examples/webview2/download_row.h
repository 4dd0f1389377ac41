// What one row of the list of downloads shows: the judgement, with nothing of windows or COM in it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "wv2interrupt.h"

// What a download says of itself at one moment. A property that could not be read is empty.
struct Report {
    std::optional<wv2_interrupt_state_t> state;
    std::optional<wv2_interrupt_reason_t> reason;
    bool can_resume = false;
    std::int64_t received = 0;
    std::int64_t total = 0;  // 0 or less: not known
};

enum class Button {
    none,
    pause,
    resume,  // goes on with the partial file
    retry,   // starts again from zero, or nobody knows
};

struct DownloadRow {
    std::wstring file_name;
    std::int64_t received = 0;
    std::int64_t total = 0;
    wv2_interrupt_outcome_t outcome = WV2_INTERRUPT_OUTCOME_IN_PROGRESS;
    wv2_interrupt_reason_t reason = WV2_INTERRUPT_UNKNOWN;  // the one that the texts are about
    Button button = Button::none;
    bool waiting = false;  // in progress with a reason, and no byte came since
};

struct RowTexts {
    std::wstring label, message, advice;
};

void OnStateChanged(DownloadRow& row, const Report& report);
void OnBytesReceivedChanged(DownloadRow& row, const Report& report);

// In progress with a reason, not resumable, and silent: the engine may try again as another operation.
bool MayBeAbandoned(const DownloadRow& row, const Report& report);

bool IsFailure(wv2_interrupt_outcome_t outcome);

// Whether Cancel() still changes something: it is on its way, or can be brought back.
bool CanCancel(const DownloadRow& row);

RowTexts TextsOf(const DownloadRow& row, wv2_interrupt_language_t language);
