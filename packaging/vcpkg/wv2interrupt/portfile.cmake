# Takes the release archives from target/dist, where `cargo xtask dist` puts them.

if(VCPKG_TARGET_IS_WINDOWS)
    set(archive "wv2interrupt-${VERSION}-windows-${VCPKG_TARGET_ARCHITECTURE}.zip")
else()
    set(archive "wv2interrupt-${VERSION}-linux-${VCPKG_TARGET_ARCHITECTURE}.tar.gz")
endif()
get_filename_component(archive "${CMAKE_CURRENT_LIST_DIR}/../../../target/dist/${archive}" ABSOLUTE)
if(NOT EXISTS "${archive}")
    message(FATAL_ERROR "${archive} is not there: run `cargo xtask dist` first")
endif()
vcpkg_extract_source_archive(SOURCE_PATH ARCHIVE "${archive}")

file(INSTALL "${SOURCE_PATH}/include" DESTINATION "${CURRENT_PACKAGES_DIR}")
set(share "${CURRENT_PACKAGES_DIR}/share/${PORT}")
file(INSTALL "${SOURCE_PATH}/lib/cmake/wv2interrupt/" DESTINATION "${share}")
vcpkg_replace_string("${share}/wv2interrupt-config.cmake" "/../../.." "/../..")

# A program finds both kinds, and takes the one that it names.
set(VCPKG_POLICY_DLLS_IN_STATIC_LIBRARY enabled)
foreach(prefix IN ITEMS "" "debug/")
    if(prefix AND VCPKG_BUILD_TYPE STREQUAL "release")
        break()
    endif()
    file(INSTALL "${SOURCE_PATH}/lib" DESTINATION "${CURRENT_PACKAGES_DIR}/${prefix}"
        PATTERN cmake EXCLUDE PATTERN pkgconfig EXCLUDE)
    if(VCPKG_TARGET_IS_WINDOWS)
        file(INSTALL "${SOURCE_PATH}/bin" DESTINATION "${CURRENT_PACKAGES_DIR}/${prefix}")
    endif()
endforeach()

# The answers as data, and the look-up page.
file(INSTALL "${SOURCE_PATH}/share/wv2interrupt/" DESTINATION "${share}")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${share}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE-MIT" "${SOURCE_PATH}/LICENSE-APACHE")
