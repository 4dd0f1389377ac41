#include "download_row.h"

namespace {

// CanResume decides whether there is a button; the recovery foretells what it would do.
Button ButtonOf(wv2_interrupt_outcome_t outcome, wv2_interrupt_reason_t reason, bool can_resume)
{
    if (outcome == WV2_INTERRUPT_OUTCOME_IN_PROGRESS)
        return Button::pause;
    const bool stopped = outcome == WV2_INTERRUPT_OUTCOME_PAUSED || outcome == WV2_INTERRUPT_OUTCOME_FAILED;
    if (!stopped || !can_resume)
        return Button::none;
    switch (wv2_interrupt_recovery(reason)) {
    case WV2_INTERRUPT_RECOVERY_RESUME:
    case WV2_INTERRUPT_RECOVERY_AUTO_RESUME:
        return Button::resume;
    default:
        return Button::retry;
    }
}

}  // namespace

void OnStateChanged(DownloadRow& row, const Report& report)
{
    if (!report.state)
        return;  // it says nothing: what is on screen stays
    const wv2_interrupt_reason_t reason = report.reason.value_or(WV2_INTERRUPT_UNKNOWN);
    wv2_interrupt_outcome_t outcome = wv2_interrupt_outcome(*report.state, reason);
    if (outcome == WV2_INTERRUPT_UNKNOWN)
        outcome = WV2_INTERRUPT_OUTCOME_IN_PROGRESS;
    row.received = report.received;
    row.total = report.total;
    row.waiting = *report.state == WV2_INTERRUPT_STATE_IN_PROGRESS && reason > WV2_INTERRUPT_REASON_NONE;
    if (IsFailure(row.outcome) && outcome == WV2_INTERRUPT_OUTCOME_CANCELED) {
        row.button = Button::none;  // Cancel() after a failure: the first reason stays on screen
        return;
    }
    row.outcome = outcome;
    // A failure without a reason has the texts of an unknown one.
    row.reason = reason == WV2_INTERRUPT_REASON_NONE ? WV2_INTERRUPT_UNKNOWN : reason;
    row.button = ButtonOf(outcome, row.reason, report.can_resume);
}

void OnBytesReceivedChanged(DownloadRow& row, const Report& report)
{
    // After a restart fewer bytes than before are progress, too; none are only the restart.
    const bool moved = report.received > 0 && report.received != row.received;
    row.received = report.received;
    row.total = report.total;
    if (!moved || report.state != WV2_INTERRUPT_STATE_IN_PROGRESS)
        return;
    // The engine does not clear the reason, but the transfer goes on.
    row.waiting = false;
    row.outcome = WV2_INTERRUPT_OUTCOME_IN_PROGRESS;
    row.button = Button::pause;
}

bool MayBeAbandoned(const DownloadRow& row, const Report& report)
{
    return row.waiting && report.state == WV2_INTERRUPT_STATE_IN_PROGRESS && !report.can_resume;
}

bool IsFailure(wv2_interrupt_outcome_t outcome)
{
    return outcome == WV2_INTERRUPT_OUTCOME_FAILED || outcome == WV2_INTERRUPT_OUTCOME_BLOCKED;
}

bool CanCancel(const DownloadRow& row)
{
    return row.button != Button::none || row.outcome == WV2_INTERRUPT_OUTCOME_RECOVERING ||
           row.outcome == WV2_INTERRUPT_OUTCOME_PAUSED;
}

RowTexts TextsOf(const DownloadRow& row, wv2_interrupt_language_t language)
{
    RowTexts texts;
    if (row.outcome == WV2_INTERRUPT_OUTCOME_RECOVERING) {
        texts.label = wv2_interrupt_label_utf16(row.reason, language);
    } else if (IsFailure(row.outcome)) {
        texts.label = wv2_interrupt_label_utf16(row.reason, language);
        // A code that a later WebView2 added: its number is all there is.
        if (row.reason != WV2_INTERRUPT_UNKNOWN && wv2_interrupt_category(row.reason) == WV2_INTERRUPT_UNKNOWN)
            texts.label += L" (" + std::to_wstring(row.reason) + L")";
        texts.message = wv2_interrupt_message_utf16(row.reason, language);
        texts.advice = wv2_interrupt_advice_utf16(row.reason, language);
    } else {
        texts.label = wv2_interrupt_outcome_label_utf16(row.outcome, language);
    }
    return texts;
}
