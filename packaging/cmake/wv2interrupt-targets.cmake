# What find_package and add_subdirectory have in common.

# Makes wv2interrupt::wv2interrupt and wv2interrupt::static, which are the same where there is no SHARED. IMPORT, the import
# library, is for Windows alone.
function(wv2interrupt_add_targets)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "INCLUDE;SHARED;IMPORT;STATIC" "")
    if(TARGET wv2interrupt::wv2interrupt)
        return()
    endif()
    set(static wv2interrupt::static)
    if(arg_SHARED)
        add_library(wv2interrupt::wv2interrupt SHARED IMPORTED)
        set_target_properties(wv2interrupt::wv2interrupt PROPERTIES
            IMPORTED_LOCATION "${arg_SHARED}"
            INTERFACE_INCLUDE_DIRECTORIES "${arg_INCLUDE}")
        if(WIN32)
            set_target_properties(wv2interrupt::wv2interrupt PROPERTIES IMPORTED_IMPLIB "${arg_IMPORT}")
        endif()
    else()
        list(APPEND static wv2interrupt::wv2interrupt)
    endif()
    foreach(target IN LISTS static)
        add_library(${target} STATIC IMPORTED)
        set_target_properties(${target} PROPERTIES
            IMPORTED_LOCATION "${arg_STATIC}"
            INTERFACE_COMPILE_DEFINITIONS WV2_INTERRUPT_STATIC
            INTERFACE_INCLUDE_DIRECTORIES "${arg_INCLUDE}")
    endforeach()
endfunction()

# Copies the DLL beside a program when that is built. Where there is none, there is nothing to do.
function(wv2interrupt_copy_dll program)
    get_target_property(type wv2interrupt::wv2interrupt TYPE)
    if(WIN32 AND type STREQUAL "SHARED_LIBRARY")
        add_custom_command(TARGET ${program} POST_BUILD VERBATIM COMMAND ${CMAKE_COMMAND} -E copy_if_different
            $<TARGET_FILE:wv2interrupt::wv2interrupt> $<TARGET_FILE_DIR:${program}>)
    endif()
endfunction()
