"""What interrupt reasons mean, as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wv2interrupt import UNKNOWN, Language, Outcome, Reason, State, chromium, codes


@dataclass(frozen=True)
class Question:
    """What was asked for: a reason, and Chromium's number of it where it has one."""

    reason: Reason
    chromium: int | None
    by_chromium: bool = False

    @property
    def is_chromiums_alone(self) -> bool:
        """Asked by a number of Chromium's for which WebView2 has no reason."""
        return self.by_chromium and self.reason == UNKNOWN


def read_number(text: str) -> int | None:
    """A whole number of 32 bits, decimal or 0x hexadecimal, with a minus or without. None for anything else."""
    found = re.fullmatch("(-?)(?:0[xX]0*([0-9a-fA-F]{1,8})|0*([0-9]{1,10}))", text)
    if not found:
        return None
    sign, hexadecimal, decimal = found.groups()
    return codes.number(int(sign + (hexadecimal or decimal), 16 if hexadecimal else 10))


def ask(text: str, by_chromium: bool) -> Question | None:
    """What a number or a name asks for. None where it is neither."""
    number = read_number(text)
    if number is None:
        named = Reason.from_name(text)
        return None if named is None else Question(named, named.to_chromium())
    if by_chromium:
        known = Reason.from_chromium(number)
        return Question(Reason(UNKNOWN) if known is None else known, number, by_chromium=True)
    return Question(Reason(number), Reason(number).to_chromium())


def all_of_them() -> list[Question]:
    """Every reason that this version knows."""
    return [Question(reason, reason.to_chromium()) for reason in Reason]


def answer(question: Question, language: Language) -> dict[str, str]:
    """All that there is to say, by the names of the table's columns."""
    reason = question.reason
    alone = question.is_chromiums_alone
    return {
        "code": str(reason),
        "name": reason.id,
        "symbol": reason.symbol,
        "category": reason.category.id,
        "recovery": reason.recovery.id,
        "outcome": Outcome.of(State.INTERRUPTED, reason).id,
        "chromium": str(UNKNOWN if question.chromium is None else question.chromium),
        "label": reason.label(language),
        "message": reason.message(language),
        "advice": reason.advice(language),
        "description": chromium.describe(question.chromium) if alone else reason.description,
    }


def text(question: Question, language: Language) -> Iterator[str]:
    """An answer for people."""
    reason = question.reason
    if question.is_chromiums_alone:
        names = filter(None, [f"Chromium's {question.chromium}", chromium.name(question.chromium)])
        yield f"{reason.id} ({', '.join(names)})"
    else:
        yield f"{reason.id} ({reason}, {reason & 0xFFFFFFFF:#x})"
    for name, value in list(answer(question, language).items())[2:]:
        if value and not (name == "chromium" and value == str(UNKNOWN)):
            yield f"  {name:<12} {value}"


def table(questions: list[Question], language: Language) -> Iterator[str]:
    """Answers for programs: columns between tabs."""
    yield "\t".join(answer(Question(Reason.NONE, None), language))
    for question in questions:
        yield "\t".join(answer(question, language).values())


def overview(language: Language) -> Iterator[str]:
    """Every reason, in a line each."""
    for reason in Reason:
        category, recovery = reason.category.id, reason.recovery.id
        yield f"{reason:2d}  {reason.id:<28}{category:<9}{recovery:<14}{reason.label(language)}"
