# Programs for Windows on x64, by clang as the MSVC compiler, with Wine's C library in the place of Microsoft's.

set(wine_headers /usr/include/wine/wine)
set(wine_libraries /usr/lib/x86_64-linux-gnu/wine/x86_64-windows)

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR AMD64)
set(CMAKE_C_COMPILER clang-cl-19)
set(CMAKE_CXX_COMPILER clang-cl-19)
set(CMAKE_LINKER lld-link-19)
set(CMAKE_AR llvm-lib-19)
set(CMAKE_MT CMAKE_MT-NOTFOUND)
set(CMAKE_RC_COMPILER llvm-rc-19)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

foreach(library winecrt0 ucrtbase kernel32 ntdll)
    string(APPEND libraries " ${wine_libraries}/lib${library}.a")
endforeach()
foreach(language C CXX)
    set(CMAKE_${language}_COMPILER_TARGET x86_64-pc-windows-msvc)
    # Of Microsoft's run-time library, neither the name (/Zl) nor the stack check (/GS) is wanted.
    set(CMAKE_${language}_FLAGS_INIT "/Zl /GS- -imsvc ${wine_headers}/msvcrt -imsvc ${wine_headers}/windows")
    set(CMAKE_${language}_STANDARD_LIBRARIES "${libraries}" CACHE STRING "Wine's libraries")
endforeach()
set(CMAKE_EXE_LINKER_FLAGS_INIT "/manifest:no /nodefaultlib /entry:mainCRTStartup")
