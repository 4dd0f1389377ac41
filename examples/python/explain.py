"""What WebView2 download interrupt reasons mean.

usage: explain.py [CODE]...   a table of these reasons; without a CODE, of all
       explain.py HISTORY     the interrupted and canceled downloads in a History database of Chromium or Edge
"""

import re
import sys

try:
    import wv2interrupt as wv2
except FileNotFoundError as error:
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


def table(reasons):
    yield "\t".join(COLUMNS)
    for reason in reasons:
        yield "\t".join(cell(reason) for cell in COLUMNS.values())


def is_code(argument):
    return re.fullmatch("[+-]?[0-9]+", argument) and -(2**31) <= int(argument) < 2**31


def answer(arguments):
    bad = [argument for argument in arguments if not is_code(argument)]
    if not bad:
        return table(map(int, arguments) if arguments else map(int, wv2.Reason))
    if len(arguments) > 1:
        raise ValueError(f"'{bad[0]}' is not a code: a whole number of 32 bits")
    return history.report(bad[0])


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        for line in answer(sys.argv[1:]):
            print(line)
    except (ValueError, history.Unreadable) as error:
        print(f"explain: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
