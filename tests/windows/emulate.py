"""Runs the functions of a Windows DLL in an emulator and prints what `explain --format tsv` would.

usage: emulate.py DLL CODE...

For the processors that neither this machine nor its Wine can run. Every text is asked for in both
encodings, and every name is looked up again.
"""

import struct
import sys

import pefile
import unicorn
from unicorn import arm64_const as arm
from unicorn import x86_const as x86

STACK, STACK_SIZE = 0x7000_0000, 0x10000
INPUT, INPUT_SIZE = 0x7100_0000, 0x1000
RETURN = 0x7200_0000  # where a function returns to: the emulation stops there
MAX_INSTRUCTIONS = 100_000


class Machine:
    """A DLL in an emulator; its functions are called by name with 32-bit arguments."""

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

    def call(self, function, *arguments):
        self.called.add("wv2_interrupt_" + function)
        address = self.exports["wv2_interrupt_" + function]
        return self.call_cpu(address, [argument & 0xFFFF_FFFF for argument in arguments])

    called = set()

    def run(self, address):
        self.cpu.emu_start(address, RETURN, count=MAX_INSTRUCTIONS)

    def call_x86(self, address, arguments):
        stack = STACK + STACK_SIZE // 2
        frame = struct.pack(f"<{1 + len(arguments)}I", RETURN, *arguments)
        self.cpu.mem_write(stack, frame)
        self.cpu.reg_write(x86.UC_X86_REG_ESP, stack)
        self.run(address)
        # cdecl: the caller takes the arguments off the stack again.
        assert self.cpu.reg_read(x86.UC_X86_REG_ESP) == stack + 4, "not cdecl"
        return self.cpu.reg_read(x86.UC_X86_REG_EAX)

    def call_x64(self, address, arguments):
        stack = STACK + STACK_SIZE // 2 - 8
        self.cpu.mem_write(stack, struct.pack("<Q", RETURN))
        self.cpu.reg_write(x86.UC_X86_REG_RSP, stack)
        for register, argument in zip((x86.UC_X86_REG_RCX, x86.UC_X86_REG_RDX), arguments):
            self.cpu.reg_write(register, argument)
        self.run(address)
        return self.cpu.reg_read(x86.UC_X86_REG_RAX)

    def call_arm64(self, address, arguments):
        self.cpu.reg_write(arm.UC_ARM64_REG_SP, STACK + STACK_SIZE // 2)
        self.cpu.reg_write(arm.UC_ARM64_REG_LR, RETURN)
        for register, argument in zip((arm.UC_ARM64_REG_X0, arm.UC_ARM64_REG_X1), arguments):
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


INTERRUPTED = 1
ENGLISH = 0


def row(machine, code):
    name, symbol = machine.text("name", code), machine.text("symbol", code)
    category, recovery = machine.number("category", code), machine.number("recovery", code)
    outcome = machine.number("outcome", INTERRUPTED, code)
    chromium = machine.number("to_chromium", code)
    known = code if category >= 0 else -1
    assert machine.find("from_name", name) == known and machine.find("from_name", symbol) == known, code
    assert chromium < 0 or machine.number("from_chromium", chromium) == code, code
    machine.text("outcome_label", outcome, ENGLISH)
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


def main():
    machine = Machine(sys.argv[1])
    print("code name symbol category recovery outcome chromium label message advice description".replace(" ", "\t"))
    for code in sys.argv[2:]:
        print("\t".join(row(machine, int(code))))
    count = machine.number("language_count")
    assert all(machine.find("language_find", machine.text("language_tag", i)) == i for i in range(count))
    assert machine.number("count") == 30
    version = machine.read(machine.call("version"), 1).decode()
    major, minor, patch = map(int, version.split("."))
    assert machine.number("version_number") == major << 16 | minor << 8 | patch
    missed = set(machine.exports) - machine.called
    assert not missed, missed


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
