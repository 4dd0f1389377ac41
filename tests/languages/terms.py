"""Shows what Chromium says in all languages, from the text packs that Debian's chromium-l10n installs.

usage: terms.py [--locales FOLDER] WHAT...            what it says for a notion of the glossary (pause), by the name of
                                                      a text (IDS_DOWNLOAD_LINK_PAUSE), or for an English text (Pause)
       terms.py [--locales FOLDER] --check [TAG...]   the glossary's rows that name a text without the row's term in it

The glossary is in docs/languages; a notion stands for the texts that the English page names. FOLDER has the packs, a
LANGUAGE.pak each, and en-US.pak.info.
"""

import re
import struct
import sys
from pathlib import Path

PAGES = Path(__file__).resolve().parents[2] / "docs" / "languages"
DEBIAN = Path("/usr/lib/chromium/locales")
# Where Chromium's tag is another one. Its Serbian is in Cyrillic letters.
CHROMIUM = {"en": "en-US", "sr-Latn": "sr", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
SERBIAN = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчшљњџ", "a b v g d đ e ž z i j k l m n o p r s t ć u f h c č š lj nj dž".split()))
    | dict(zip("АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШЉЊЏ", "A B V G D Đ E Ž Z I J K L M N O P R S T Ć U F H C Č Š Lj Nj Dž".split()))
)


class Unusable(Exception):
    """What was asked for cannot be shown; the text says why."""


def read(path):
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror} (Debian: chromium-l10n)") from error


def names(locales):
    """The number of each text, by name."""
    path = locales / "en-US.pak.info"
    rows = [line.split(",") for line in read(path).decode(errors="replace").splitlines()]
    if not all(len(row) == 3 and row[1].isdecimal() for row in rows):
        raise Unusable(f"{path}: not a list of NAME,NUMBER,FILE")
    return {name: int(number) for name, number, _ in rows}


def texts(path):
    """The texts of a pack, by number, as Chromium's tools/grit/grit/format/data_pack.py writes it."""
    pack = read(path)
    try:
        version, count, aliases = struct.unpack_from("<I4xHH", pack)
        if version != 5:
            raise Unusable(f"{path}: a pack of version {version}, and not 5")
        # The last one only says where the text before it ends.
        entries = [struct.unpack_from("<HI", pack, 12 + 6 * i) for i in range(count + 1)]
        # A few are pictures or compressed.
        found = [pack[start:end].decode(errors="replace") for (_, start), (_, end) in zip(entries, entries[1:])]
        numbered = {number: text for (number, _), text in zip(entries, found)}
        for i in range(aliases):
            number, same = struct.unpack_from("<HH", pack, 12 + 6 * len(entries) + 4 * i)
            numbered[number] = found[same]
    except (struct.error, IndexError) as error:
        raise Unusable(f"{path}: not a pack of texts: {error}") from error
    return numbered


def pack(locales, tag):
    said = texts(locales / f"{CHROMIUM.get(tag, tag)}.pak")
    return {number: text.translate(SERBIAN) for number, text in said.items()} if tag == "sr-Latn" else said


def tags():
    """The languages, English first."""
    return sorted((page.stem for page in PAGES.glob("*.md")), key=lambda tag: (tag != "en", tag))


def glossary(tag):
    """The rows of a language's page: the notion, its term and the parts of words, and where it was seen."""
    page = PAGES / f"{tag}.md"
    if not page.exists():
        raise Unusable(f"'{tag}' has no page: {' '.join(tags())}")
    rows = re.findall(r"^\| ([a-z ]+) \| (.+) \| (.+) \| (.+) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {notion: ([term, *parts.split(", ")], seen) for notion, term, parts, seen in rows if notion != "notion"}


def chosen(what, numbers, english):
    """The names of the texts that are meant."""
    row = glossary("en").get(what)
    if row:
        return re.findall(r"`(IDS_\w+)`", row[1])
    if what in numbers:
        return [what]
    plain = {name: english.get(number, "").replace("&", "") for name, number in numbers.items()}
    same = [name for name, text in plain.items() if text.casefold() == what.casefold()]
    near = [name for name, text in plain.items() if what.casefold() in text.casefold()]
    if not near:
        raise Unusable(f"'{what}' is no notion, no name of a text, and in no English text of Chromium")
    return same or sorted(near, key=lambda name: len(plain[name]))[:5]


def show(locales, wanted):
    numbers = names(locales)
    packs = {tag: pack(locales, tag) for tag in tags()}
    for what in wanted:
        for name in chosen(what, numbers, packs["en"]):
            print(name)
            for tag, said in packs.items():
                print(f"  {tag:8} {said.get(numbers[name], '(nothing)')}")


def check(locales, wanted):
    """Whether all rows name texts that have the row's term or a part of it."""
    numbers = names(locales)
    right = True
    for tag in wanted or tags():
        rows = glossary(tag)
        said = pack(locales, tag)
        for notion, (parts, seen) in rows.items():
            for name in re.findall(r"`(IDS_\w+)`", seen):
                text = said.get(numbers.get(name), "")
                if not any(part.casefold() in text.casefold() for part in parts):
                    print(f"{tag}: {notion}: {', '.join(parts)}, but {name} is {text!r}")
                    right = False
    return right


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    arguments = sys.argv[1:]
    locales = DEBIAN
    if arguments[:1] == ["--locales"] and len(arguments) > 1:
        locales = Path(arguments[1])
        del arguments[:2]
    checks = arguments[:1] == ["--check"]
    wanted = arguments[checks:]
    if not checks and not wanted or any(argument.startswith("-") for argument in wanted):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        if checks:
            return 0 if check(locales, wanted) else 1
        show(locales, wanted)
    except Unusable as error:
        print(f"terms: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
