"""What WebView2 download interrupt reasons mean.

usage: explain.py [CODE]...   a table of these reasons; without a CODE, of all
       explain.py HISTORY     the interrupted and canceled downloads in a History database of Chromium or Edge

A CODE is a whole number of 32 bits, decimal or 0x hexadecimal. The exit status is 0; 2 when an argument could not be
understood; 1 when the output could not be written.
"""

import os
import re
import sys

try:
    import wv2interrupt as wv2
except ImportError as error:
    print(f"explain: {error}", file=sys.stderr)
    sys.exit(2)
import history

COLUMNS = {
    "code": str,
    "name": wv2.name,
    "symbol": wv2.symbol,
    "category": lambda reason: wv2.category_name(wv2.category(reason)),
    "recovery": lambda reason: wv2.recovery_name(wv2.recovery(reason)),
    "outcome": lambda reason: wv2.outcome_name(wv2.outcome(wv2.State.INTERRUPTED, reason)),
    "chromium": lambda reason: str(wv2.to_chromium(reason)),
    "label": lambda reason: wv2.label(reason, wv2.ENGLISH),
    "message": lambda reason: wv2.message(reason, wv2.ENGLISH),
    "advice": lambda reason: wv2.advice(reason, wv2.ENGLISH),
    "description": wv2.description,
}


def code(argument):
    """The number, or None."""
    found = re.fullmatch("(-?)(?:0[xX]0*([0-9a-fA-F]{1,8})|0*([0-9]{1,10}))", argument)
    if found:
        sign, hexadecimal, decimal = found.groups()
        number = int(sign + (hexadecimal or decimal), 16 if hexadecimal else 10)
        return number if -(2**31) <= number < 2**31 else None


def complain(text):
    print("explain:", wv2.printable(text), file=sys.stderr)


def table(arguments):
    status = 0
    print(*COLUMNS, sep="\t")
    for argument, reason in [(each, code(each)) for each in arguments] or [(each.name, int(each)) for each in wv2.Reason]:
        if reason is None:
            complain(f"'{argument}' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal")
            status = 2
        else:
            print(*(cell(reason) for cell in COLUMNS.values()), sep="\t")
    return status


def downloads(file):
    if not os.path.exists(file):
        complain(f"'{file}' is neither a code nor a file; a code is a whole number of 32 bits, decimal or 0x hexadecimal")
        return 2
    try:
        for line in history.report(file):
            print(line)
    except history.Unreadable as error:
        complain(str(error))
        return 2
    return 0


def main(arguments):
    if sys.stdout is None:  # it was closed
        complain(UNWRITABLE)
        return 1
    try:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        is_file = len(arguments) == 1 and code(arguments[0]) is None
        status = downloads(arguments[0]) if is_file else table(arguments)
        sys.stdout.flush()
        return status
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries once more in the end
        if not isinstance(error, BrokenPipeError):  # nobody reads on: `explain.py | head -1`
            complain(UNWRITABLE)
        return 1


UNWRITABLE = "the output could not be written"

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
