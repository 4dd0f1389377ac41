"""Runs the functions of a Windows DLL in an emulator and prints what `explain --format tsv` would.

usage: emulate.py DLL CODE...

For the processors that neither this machine nor its Wine can run. Every text is asked for in both
encodings, every name is looked up again, and rows are told what was recorded of downloads that waited.
"""

import struct
import sys
import unicodedata
from pathlib import Path

import pefile
import unicorn
from unicorn import arm64_const as arm
from unicorn import x86_const as x86

STACK, STACK_SIZE = 0x7000_0000, 0x10000
INPUT, INPUT_SIZE = 0x7100_0000, 0x1000
RETURN = 0x7200_0000  # where a function returns to: the emulation stops there
MAX_INSTRUCTIONS = 100_000


class Machine:
    """A DLL in an emulator; its functions are called by name with 32-bit arguments, and 64-bit ones after them."""

    def __init__(self, path):
        image = pefile.PE(path)
        kinds = {
            0x8664: (unicorn.UC_ARCH_X86, unicorn.UC_MODE_64, self.call_x64),
            0x014C: (unicorn.UC_ARCH_X86, unicorn.UC_MODE_32, self.call_x86),
            0xAA64: (unicorn.UC_ARCH_ARM64, unicorn.UC_MODE_ARM, self.call_arm64),
        }
        arch, mode, self.call_cpu = kinds[image.FILE_HEADER.Machine]
        base = image.OPTIONAL_HEADER.ImageBase
        size = (image.OPTIONAL_HEADER.SizeOfImage + 0xFFF) & ~0xFFF
        self.cpu = unicorn.Uc(arch, mode)
        self.cpu.mem_map(base, size, unicorn.UC_PROT_READ | unicorn.UC_PROT_EXEC)
        self.cpu.mem_write(base, image.get_memory_mapped_image())
        for at, length in ((STACK, STACK_SIZE), (INPUT, INPUT_SIZE), (RETURN, 0x1000)):
            self.cpu.mem_map(at, length)
        self.exports = {
            export.name.decode(): base + export.address for export in image.DIRECTORY_ENTRY_EXPORT.symbols
        }

    def call(self, function, *arguments, wide=()):
        self.called.add("wv2_interrupt_" + function)
        address = self.exports["wv2_interrupt_" + function]
        narrow = [argument & 0xFFFF_FFFF for argument in arguments]
        return self.call_cpu(address, narrow, [argument & 0xFFFF_FFFF_FFFF_FFFF for argument in wide])

    called = set()

    def run(self, address):
        self.cpu.emu_start(address, RETURN, count=MAX_INSTRUCTIONS)

    def call_x86(self, address, narrow, wide):
        stack = STACK + STACK_SIZE // 2
        frame = struct.pack(f"<{1 + len(narrow)}I{len(wide)}Q", RETURN, *narrow, *wide)
        self.cpu.mem_write(stack, frame)
        self.cpu.reg_write(x86.UC_X86_REG_ESP, stack)
        self.run(address)
        # cdecl: the caller takes the arguments off the stack again.
        assert self.cpu.reg_read(x86.UC_X86_REG_ESP) == stack + 4, "not cdecl"
        return self.cpu.reg_read(x86.UC_X86_REG_EAX)

    def call_x64(self, address, narrow, wide):
        stack = STACK + STACK_SIZE // 2 - 8
        arguments = narrow + wide
        registers = (x86.UC_X86_REG_RCX, x86.UC_X86_REG_RDX, x86.UC_X86_REG_R8, x86.UC_X86_REG_R9)
        # Others are behind room for those in registers.
        others = arguments[len(registers):]
        self.cpu.mem_write(stack, struct.pack(f"<Q32x{len(others)}Q", RETURN, *others))
        self.cpu.reg_write(x86.UC_X86_REG_RSP, stack)
        for register, argument in zip(registers, arguments):
            self.cpu.reg_write(register, argument)
        self.run(address)
        return self.cpu.reg_read(x86.UC_X86_REG_RAX)

    def call_arm64(self, address, narrow, wide):
        self.cpu.reg_write(arm.UC_ARM64_REG_SP, STACK + STACK_SIZE // 2)
        self.cpu.reg_write(arm.UC_ARM64_REG_LR, RETURN)
        for register, argument in enumerate(narrow + wide, arm.UC_ARM64_REG_X0):
            self.cpu.reg_write(register, argument)
        self.run(address)
        return self.cpu.reg_read(arm.UC_ARM64_REG_X0)

    def number(self, function, *arguments):
        return struct.unpack("<i", struct.pack("<I", self.call(function, *arguments) & 0xFFFF_FFFF))[0]

    def text(self, function, *arguments):
        utf8 = self.read(self.call(function, *arguments), 1).decode("utf-8")
        utf16 = self.read(self.call(function + "_utf16", *arguments), 2).decode("utf-16-le")
        assert utf8 == utf16, (function, arguments, utf8, utf16)
        return utf8

    def read(self, address, width):
        data = b""
        while not data.endswith(b"\0" * width) or len(data) % width:
            data += self.cpu.mem_read(address + len(data), width)
        return data[:-width]

    def find(self, function, text):
        self.cpu.mem_write(INPUT, text.encode("utf-8") + b"\0")
        answer = self.number(function, INPUT)
        self.cpu.mem_write(INPUT, text.encode("utf-16-le") + b"\0\0")
        assert self.number(function + "_utf16", INPUT) == answer, (function, text)
        return answer


    def tell(self, row, event, state, reason, can_resume, received, total):
        self.cpu.mem_write(INPUT, row)
        self.call("row_" + event, INPUT, state, reason, can_resume, wide=(received, total))
        return bytes(self.cpu.mem_read(INPUT, len(row)))


INTERRUPTED = 1
FINISHING, UNKNOWN = 7, -1
ENGLISH = 0
ROW = "<qqiiii"  # received, total, outcome, reason, action, silent
WAITING = Path(__file__).parents[1] / "data/waiting.tsv"


def row(machine, code):
    name, symbol = machine.text("name", code), machine.text("symbol", code)
    category, recovery = machine.number("category", code), machine.number("recovery", code)
    outcome = machine.number("outcome", INTERRUPTED, code)
    chromium = machine.number("to_chromium", code)
    known = code if category >= 0 else -1
    assert machine.find("from_name", name) == known and machine.find("from_name", symbol) == known, code
    assert chromium < 0 or machine.number("from_chromium", chromium) == code, code
    assert status(machine, outcome, code, ENGLISH) == expected_status(machine, outcome, code), code
    return [
        str(code), name, symbol,
        machine.text("category_name", category),
        machine.text("recovery_name", recovery),
        machine.text("outcome_name", outcome),
        str(chromium),
        machine.text("label", code, ENGLISH),
        machine.text("message", code, ENGLISH),
        machine.text("advice", code, ENGLISH),
        machine.text("description", code),
    ]


def status(machine, outcome, code, language):
    return [machine.text("status_" + text, outcome, code, language) for text in ("label", "message", "advice")]


def expected_status(machine, outcome, code):
    if machine.text("outcome_name", outcome) in ("failed", "blocked"):
        return [machine.text(text, code or UNKNOWN, ENGLISH) for text in ("label", "message", "advice")]
    return [machine.text("outcome_label", outcome, ENGLISH), "", ""]


def check_language(machine, language):
    tag, name = machine.text("language_tag", language), machine.text("language_name", language)
    assert machine.find("language_find", tag) == language, tag
    from_right = unicodedata.bidirectional(name[0]) in ("R", "AL")
    assert machine.number("language_direction", language) == from_right, tag
    for outcome in range(FINISHING + 1):
        action = machine.number("action", outcome, 0, 1)
        machine.text("action_label", action, language)
    assert all(status(machine, FINISHING, 0, language)), tag


def check_rows(machine):
    lines = [line for line in WAITING.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        what, *report, expected = line.split("\t")
        state, reason, received, total, can_resume = map(int, report)
        for event in ("state_changed", "bytes_received_changed"):
            begun = machine.tell(bytes(struct.calcsize(ROW)), "state_changed", 0, 0, 0, 0, total)
            row = machine.tell(begun, event, state, reason, can_resume, received, total)
            *numbers, outcome, _, action, _ = struct.unpack(ROW, row)
            shown = machine.text("outcome_name", outcome) + ", " + machine.text("action_name", action)
            assert (numbers, shown) == ([received, total], expected), (what, event, row, shown)


def main():
    machine = Machine(sys.argv[1])
    print("code name symbol category recovery outcome chromium label message advice description".replace(" ", "\t"))
    for code in sys.argv[2:]:
        print("\t".join(row(machine, int(code))))
    count = machine.number("language_count")
    for language in range(count):
        check_language(machine, language)
    check_rows(machine)
    assert machine.number("count") == 30
    version = machine.read(machine.call("version"), 1).decode()
    major, minor, patch = map(int, version.split("."))
    assert machine.number("version_number") == major << 16 | minor << 8 | patch
    missed = set(machine.exports) - machine.called
    assert not missed, missed


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
