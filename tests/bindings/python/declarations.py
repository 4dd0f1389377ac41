"""Prints how every function of the library is declared to ctypes: its name, its result, its arguments."""

import _ctypes
import ctypes

from wv2interrupt import _library as library

TYPES = {
    None: "void",
    ctypes.c_int32: "int32",
    ctypes.c_int64: "int64",
    ctypes.c_char_p: "text",
    ctypes.POINTER(library.Row): "row",
}

opened = library._library
assert opened._func_flags_ == _ctypes.FUNCFLAG_CDECL
assert ctypes.sizeof(library.Row) == 32
for name, function in sorted(vars(opened).items()):
    if name.startswith("wv2_interrupt_"):
        print(name, TYPES[function.restype], *(TYPES[type_] for type_ in function.argtypes))
