"""A look-up through ctypes: prints nanoseconds a call, for the bare pointer and for the text, a line for each round."""

import ctypes
import random
import sys
import time

path, rounds, calls = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
library = ctypes.CDLL(path)
pointer = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_int32)(("wv2_interrupt_name", library))
text = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_int32)(("wv2_interrupt_name", library))
assert text(3) == b"FileNoSpace"


def nanoseconds(function, codes):
    begin = time.perf_counter_ns()
    for code in codes:
        function(code)
    return (time.perf_counter_ns() - begin) / len(codes)


for _ in range(rounds):
    codes = [random.randrange(33) for _ in range(calls)]
    print(nanoseconds(pointer, codes), nanoseconds(lambda code: text(code).decode(), codes))
