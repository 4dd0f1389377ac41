"""Why WebView2 downloads were interrupted.

usage: wv2interrupt explain [--language TAG] [--chromium] [--format text|tsv] [CODE|NAME]...
       wv2interrupt history [--language TAG] FILE
       wv2interrupt languages

  explain          what these reasons mean; without a CODE or NAME: all of them
  history          the interrupted and canceled downloads in a History database of Chromium, Edge
                   or a program that hosts WebView2
  languages        the languages: their tags, and what each calls itself

  CODE             a number, decimal or 0x hexadecimal: 11, 0xb
  NAME             a name in any spelling: FileNoSpace, FILE_NO_SPACE, file-no-space
  --chromium       the numbers are Chromium's or CEF's, not WebView2's
  --language TAG   the language of label, message and advice: en, de-AT, zh-TW; else the system's
  --format FORMAT  text (default) or tsv
  --help           this text
  --version        the version of the library

The exit status is 0; 2 when something could not be understood or read (the rest is still shown);
1 when the output could not be written.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from wv2interrupt import Language, explain, version
from wv2interrupt._terminal import printable

UNWRITABLE = "the output could not be written"


def complain(text: str) -> None:
    """Says on standard error what is wrong, in a line that does nothing to a terminal."""
    print("wv2interrupt:", printable(text), file=sys.stderr)


@dataclass
class Asked:
    """What the arguments of a command ask for."""

    items: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    failures: int = 0

    def refuse(self, argument: str, accepted: str) -> None:
        """Names an argument that is not understood, and what would be."""
        complain(f"'{argument}' is not understood; {accepted}")
        self.failures += 1

    @classmethod
    def read(cls, arguments: list[str], switches: set[str], options: set[str]) -> Asked:
        """Arguments as `--switch`, `--option value`, `--option=value`, and items; behind `--` there are only items."""
        asked, rest = cls(), iter(arguments)
        for argument in rest:
            option, equals, value = argument.partition("=")
            if not argument.startswith("-") or argument[1:2].isdigit():
                asked.items.append(argument)
            elif argument == "--":
                asked.items.extend(rest)
            elif argument in switches:
                asked.values[argument] = ""
            elif option not in options:
                asked.refuse(argument, f"the options are {', '.join(sorted(switches | options))}")
            else:
                given = value if equals else next(rest, None)
                if given is None:
                    asked.refuse(argument, "it needs a value")
                else:
                    asked.values[option] = given
        return asked

    def language(self) -> Language:
        """That of the tag, else that of the system."""
        tag = self.values.get("--language")
        found = Language.of_system() if tag is None else Language.find(tag)
        if found is None:
            self.refuse(str(tag), "a language is a tag such as en or de-AT, of one that `wv2interrupt languages` lists")
        return found or Language()

    def is_tsv(self) -> bool:
        """Whether a table is asked for."""
        form = self.values.get("--format", "text")
        if form not in ("text", "tsv"):
            self.refuse(form, "a format is text or tsv")
        return form == "tsv"


def show(lines: Iterable[str]) -> None:
    """Writes lines."""
    for line in lines:
        print(line)


def run_explain(arguments: list[str]) -> int:
    """The command `explain`."""
    asked = Asked.read(arguments, {"--chromium"}, {"--format", "--language"})
    language, is_tsv = asked.language(), asked.is_tsv()
    questions = []
    for item in asked.items:
        question = explain.ask(item, "--chromium" in asked.values)
        if question is None:
            asked.refuse(
                item, "a code is a number of 32 bits, decimal or 0x hexadecimal; a name is one that `explain` lists"
            )
        else:
            questions.append(question)
    wants_all = not asked.items and not asked.failures
    if is_tsv:
        show(explain.table(explain.all_of_them() if wants_all else questions, language))
    elif wants_all:
        show(explain.overview(language))
    for question in [] if is_tsv else questions:
        show(explain.text(question, language))
    return 2 if asked.failures else 0


def run_history(arguments: list[str]) -> int:
    """The command `history`."""
    try:
        from wv2interrupt import history
    except ImportError:
        complain("this Python has no SQLite, with which history reads")
        return 2
    asked = Asked.read(arguments, set(), {"--language"})
    language = asked.language()
    if len(asked.items) != 1:
        complain("history takes one FILE: a History database of Chromium, Edge or a program that hosts WebView2")
        return 2
    try:
        show(history.report(asked.items[0], language))
    except history.Unreadable as error:
        complain(str(error))
        return 2
    return 2 if asked.failures else 0


def run_languages(arguments: list[str]) -> int:
    """The command `languages`."""
    asked = Asked.read(arguments, set(), set())
    for item in asked.items:
        asked.refuse(item, "languages takes nothing")
    show(f"{language.tag}\t{language.name}" for language in Language.all())
    return 2 if asked.failures else 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "explain": run_explain,
    "history": run_history,
    "languages": run_languages,
}


def run(arguments: list[str]) -> int:
    """Does what the arguments ask for; returns the exit status."""
    command = arguments[0] if arguments else "--help"
    before_items = arguments[: arguments.index("--")] if "--" in arguments else arguments
    if not arguments or "--help" in before_items or command == "-h":
        show(str(__doc__).splitlines())
        return 0 if arguments else 2
    if command == "--version":
        show([version()])
        return 0
    if command not in COMMANDS:
        complain(f"'{command}' is no command; the commands are {', '.join(COMMANDS)}")
        return 2
    return COMMANDS[command](arguments[1:])


def main() -> int:
    """The program: its exit status, with what was written being out."""
    if not isinstance(sys.stdout, io.TextIOWrapper):  # it was closed
        complain(UNWRITABLE)
        return 1
    try:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        status = run(sys.argv[1:])
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries once more in the end
        if not isinstance(error, BrokenPipeError):  # nobody reads on: `wv2interrupt explain | head -1`
            complain(UNWRITABLE)
        return 1
    return status
