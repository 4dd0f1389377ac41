"""A typed program that uses all that the package has: it is checked by mypy --strict, and then run."""

from __future__ import annotations

import copy
import pickle
from typing import SupportsInt

import wv2interrupt
from wv2interrupt import (
    UNKNOWN,
    Action,
    Category,
    Direction,
    DownloadRow,
    Language,
    Outcome,
    Reason,
    Recovery,
    State,
)


def language(tag: str) -> Language:
    found = Language.find(tag)
    assert found is not None, tag
    return found


english, arabic = Language(), language("ar-EG")


def kind(reason: Reason) -> str:
    """The members are known to the type checker, and there is always another one."""
    if reason is Reason.NONE:
        return "none"
    return "known" if reason in tuple(Reason) else "later"


class Foreign:
    """As pythonnet hands out a value of an enumeration."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __int__(self) -> int:
        return self.number


def reasons() -> None:
    assert len(Reason) == wv2interrupt.count()
    assert kind(Reason.NONE) == "none" and kind(Reason(57)) == "later"
    for reason in Reason:
        assert Reason(int(reason)) is reason and Reason(Foreign(reason)) is reason and Reason[reason.name] is reason
        assert Reason.from_name(reason.id) is reason and Reason.from_name(reason.symbol) is reason
        assert reason.symbol.endswith(f"_{reason.name}")
        chromium = reason.to_chromium()
        assert (chromium is None) == (reason is Reason.USER_PAUSED)
        assert chromium is None or Reason.from_chromium(chromium) is reason
        assert reason.category in tuple(Category) and reason.recovery in tuple(Recovery)
        assert reason.description and reason.label(english) and reason.message(english) != reason.message(arabic)
        assert pickle.loads(pickle.dumps(reason)) is reason
    for name in ("", "x", "None\0", "\udcff", "N\u0131ne", "x" * 5000):
        assert Reason.from_name(name) is None, name
    for number in (15, 32, 51, -1, 99, 2**31, 2**32 + 3, -(2**40)):
        assert Reason.from_chromium(number) is None, number


def unknown() -> None:
    for number in (UNKNOWN, 57, 30, -(2**31), 2**31 - 1):
        reason = Reason(Foreign(number))
        assert reason == number and int(reason) == reason.value == number and hash(reason) == hash(number)
        assert (reason.name, reason.id, reason.symbol) == ("UNKNOWN", "Unknown", "UNKNOWN")
        assert repr(reason) == f"<Reason.UNKNOWN: {number}>" and f"{reason}" == str(reason) == str(number)
        assert (reason.category, reason.recovery) == (UNKNOWN, UNKNOWN)
        assert reason.category.id == reason.recovery.id == "unknown"
        assert reason.to_chromium() is None and reason.label(english) == "Download interrupted"
        assert reason.message(english) and reason.advice(english) and reason.description
        assert copy.deepcopy(reason) == reason == pickle.loads(pickle.dumps(reason))
    for other in (Outcome(99), Action(99)):
        assert other.id == "unknown" and repr(other).endswith(".UNKNOWN: 99>")
    assert Outcome(99).label(english) and Action(99).label(english) == ""
    wrong: list[object] = ["3", None, 3.5, b"3", 2**31, -(2**31) - 1, 2**32 + 3]
    for value in wrong:
        try:
            Reason(value)  # type: ignore[arg-type]
        except ValueError as error:
            assert "is not a valid Reason" in str(error), error
        else:
            raise AssertionError(value)


def outcomes() -> None:
    assert Outcome.of(State.COMPLETED, Reason.NETWORK_FAILED) is Outcome.COMPLETED
    assert Outcome.of(Foreign(1), Foreign(3)) is Outcome.FAILED
    assert Outcome.of(State(7), Reason.NONE) == UNKNOWN
    assert Outcome.FAILED.action(Reason.FILE_NO_SPACE, can_resume=True) is Action.RESUME
    assert Outcome.FAILED.action(Foreign(3), can_resume=False).id == "download_again"
    assert Outcome.PAUSED.label(english) == Outcome.PAUSED.status_label(Reason.NONE, english) == "Paused"
    blocked = Outcome.BLOCKED
    assert blocked.status_label(Reason.FILE_MALICIOUS, arabic) == Reason.FILE_MALICIOUS.label(arabic)
    assert blocked.status_message(Reason.FILE_MALICIOUS, arabic) == Reason.FILE_MALICIOUS.message(arabic)
    assert blocked.status_advice(Reason.FILE_MALICIOUS, arabic) == Reason.FILE_MALICIOUS.advice(arabic)


def languages() -> None:
    assert arabic.tag == "ar" and arabic.direction is Direction.RIGHT_TO_LEFT
    assert english.tag == "en" and english.name == "English" and english.direction is Direction.LEFT_TO_RIGHT
    spoken = Language.all()
    assert spoken[0] == english and {english, arabic} <= set(spoken)
    assert [Language.find(language.tag) for language in spoken] == spoken
    assert Language.find("tlh") is None and Language.find("de\0") is None and Language.find("") is None
    assert Language.of_system() in spoken
    for index in (UNKNOWN, len(spoken)):
        beyond = Language(index)
        assert (beyond.tag, beyond.name, beyond.direction) == ("", "", UNKNOWN)
        assert Reason.FILE_NO_SPACE.label(beyond) == "Disk full"


def rows() -> None:
    def told(state: SupportsInt, reason: SupportsInt, received: int, total: int | None) -> DownloadRow:
        row = DownloadRow()
        assert row.outcome is Outcome.IN_PROGRESS and not row.silent
        row.state_changed(state, reason, True, received, total)
        return row

    row = told(Foreign(1), Foreign(57), 5, 2**64 - 1)
    assert row.outcome is Outcome.FAILED and row.reason == 57 and row.action is Action.RETRY and row.can_cancel
    assert row.received == 5 and row.total == 2**63 - 1
    assert row.label(arabic) == Reason(57).label(arabic) and row.message(arabic) == Reason(57).message(arabic)
    assert row.advice(arabic) == Reason(57).advice(arabic) and row.button(arabic) == Action.RETRY.label(arabic)
    assert repr(row) == "<DownloadRow failed, retry: Unknown>"
    row.bytes_received_changed(State.IN_PROGRESS, Reason.NONE, False, 6, None)
    assert row.outcome.id == "in_progress" and row.total is None and row.button(english) == "Pause"
    assert told(State.IN_PROGRESS, 0, 9, 9).outcome is Outcome.FINISHING
    assert not told(State.COMPLETED, 0, 9, 9).can_cancel
    quiet = DownloadRow()
    quiet.state_changed(State.IN_PROGRESS, Reason.NETWORK_FAILED, False, 0, 9)
    assert quiet.silent


reasons()
unknown()
outcomes()
languages()
rows()
assert wv2interrupt.version() == "{}.{}.{}".format(*wv2interrupt.version_number().to_bytes(3, "big"))
