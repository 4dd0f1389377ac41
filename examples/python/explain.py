"""What WebView2 download interrupt reasons mean, in the language of the system.

usage: explain.py [CODE]...   a table of these reasons; without a CODE, of all

A CODE is a whole number of 32 bits, decimal or 0x hexadecimal. The exit status is 0; 2 when an argument could not be
understood (the others are still explained); 1 when the output could not be written.
"""

import io
import os
import re
import sys

try:
    from wv2interrupt import Language, Outcome, Reason, State
except ImportError as error:
    print(f"explain: {error}", file=sys.stderr)
    sys.exit(2)


def columns(reason: Reason, language: Language) -> dict[str, object]:
    chromium = reason.to_chromium()
    return {
        "code": reason,
        "name": reason.id,
        "symbol": reason.symbol,
        "category": reason.category.id,
        "recovery": reason.recovery.id,
        "outcome": Outcome.of(State.INTERRUPTED, reason).id,
        "chromium": -1 if chromium is None else chromium,
        "label": reason.label(language),
        "message": reason.message(language),
        "advice": reason.advice(language),
        "description": reason.description,
    }


def read(argument: str) -> Reason:
    """A ValueError for what is no whole number, or too large."""
    found = re.fullmatch("(-?)(?:0[xX]0*([0-9a-fA-F]{1,8})|0*([0-9]{1,10}))", argument)
    if not found:
        raise ValueError(argument)
    sign, hexadecimal, decimal = found.groups()
    return Reason(int(sign + (hexadecimal or decimal), 16 if hexadecimal else 10))


def complain(text: str) -> None:
    """What comes from elsewhere is shown without what would act on a terminal."""
    print("explain:", "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text), file=sys.stderr)


def table(arguments: list[str]) -> int:
    language, status = Language.of_system(), 0
    print(*columns(Reason.NONE, language), sep="\t")
    for argument in arguments or map(str, Reason):
        try:
            print(*columns(read(argument), language).values(), sep="\t")
        except ValueError:
            complain(f"'{argument}' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal")
            status = 2
    return status


def main(arguments: list[str]) -> int:
    try:
        if not isinstance(sys.stdout, io.TextIOWrapper):
            raise OSError  # it was closed
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        status = table(arguments)
        sys.stdout.flush()
    except OSError as error:
        if sys.stdout:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries once more in the end
        if not isinstance(error, BrokenPipeError):  # nobody reads on: `explain.py | head -1`
            complain("the output could not be written")
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
