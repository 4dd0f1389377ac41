# Programs for Windows on x64, by MinGW.

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++)
# No run-time library of MinGW's beside the program.
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
