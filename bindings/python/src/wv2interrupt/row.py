"""What a list of downloads shows for one of them."""

from __future__ import annotations

import ctypes
from typing import SupportsInt

from wv2interrupt import _library as library
from wv2interrupt.codes import Action, Outcome, Reason, State
from wv2interrupt.languages import Language


class DownloadRow:
    """One download in a list. A new operation gets a new row, also when it takes another's place.

    Tell it what the operation says of itself: `state_changed` when the operation begins and at each `StateChanged`,
    `bytes_received_changed` at each `BytesReceivedChanged`. Use one row from one thread at a time.
    """

    __slots__ = ("_row",)

    def __init__(self) -> None:
        self._row = library.Row()

    def state_changed(
        self, state: SupportsInt, reason: SupportsInt, can_resume: bool, received: int, total: int | None
    ) -> None:
        """Takes the operation's `State`, `InterruptReason`, `CanResume`, `BytesReceived` and `TotalBytesToReceive`.

        A total of None, or of 0 or less, is unknown. A state of -1 means that it could not be read: nothing
        changes. Any other unknown state reads as IN_PROGRESS.
        """
        self._tell(library.row_state_changed, state, reason, can_resume, received, total)

    def bytes_received_changed(
        self, state: SupportsInt, reason: SupportsInt, can_resume: bool, received: int, total: int | None
    ) -> None:
        """Takes the same when `BytesReceivedChanged` comes. Bytes that move end a pause, a failure and a retry."""
        self._tell(library.row_bytes_received_changed, state, reason, can_resume, received, total)

    def _tell(
        self,
        tell: library.Tell,
        state: SupportsInt,
        reason: SupportsInt,
        can_resume: bool,
        received: int,
        total: int | None,
    ) -> None:
        row = ctypes.byref(self._row)
        tell(row, State(state), Reason(reason), bool(can_resume), _int64(received), _int64(total or 0))

    @property
    def outcome(self) -> Outcome:
        """What to show now. Never unknown."""
        return Outcome(self._row.outcome)

    @property
    def reason(self) -> Reason:
        """The reason to show; that of the failure, where a Cancel came after it. It stays when a transfer goes on."""
        return Reason(self._row.reason)

    @property
    def action(self) -> Action:
        """The button to offer."""
        return Action(self._row.action)

    @property
    def silent(self) -> bool:
        """Whether nothing more may come from this operation.

        The engine may then try again as another operation for the same address, which may take this row's place.
        """
        return bool(self._row.silent)

    @property
    def can_cancel(self) -> bool:
        """Whether `Cancel()` is meaningful; where it is not, a list offers to remove the row."""
        shown = (Outcome.IN_PROGRESS, Outcome.RECOVERING, Outcome.FINISHING, Outcome.PAUSED)
        return self.outcome in shown or self.action in (Action.RESUME, Action.RETRY)

    @property
    def received(self) -> int:
        """The bytes received, as last reported."""
        return int(self._row.received)

    @property
    def total(self) -> int | None:
        """The bytes that there will be, as last reported. None is unknown."""
        return int(self._row.total) if self._row.total > 0 else None

    def label(self, language: Language) -> str:
        """The words of the row: "Disk full"."""
        return self.outcome.status_label(self.reason, language)

    def message(self, language: Language) -> str:
        """What happened, below the words of the row, or ""."""
        return self.outcome.status_message(self.reason, language)

    def advice(self, language: Language) -> str:
        """What can be done, below the words of the row, or ""."""
        return self.outcome.status_advice(self.reason, language)

    def button(self, language: Language) -> str:
        """The caption of the button, or "" where there is none."""
        return self.action.label(language)

    def __repr__(self) -> str:
        return f"<DownloadRow {self.outcome.id}, {self.action.id}: {self.reason.id}>"


def _int64(number: SupportsInt) -> int:
    """.NET counts the bytes of a total in 64 bits without a sign."""
    return max(-(2**63), min(int(number), 2**63 - 1))
