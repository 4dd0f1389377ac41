"""`conan create .` builds the library through cargo, without the network."""

import os
import re

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.files import copy, load, rename

PROCESSORS = {"x86_64": "x86_64", "x86": "i686", "armv8": "aarch64"}
SYSTEMS = {"Windows": "pc-windows-msvc", "Linux": "unknown-linux-gnu"}


class Wv2interrupt(ConanFile):
    name = "wv2interrupt"
    topics = ("webview2", "download", "ffi")
    package_type = "library"
    # It is C without a run-time library, and always built for release.
    settings = "os", "arch"
    options = {"shared": [True, False]}
    default_options = {"shared": True}
    exports = "Cargo.toml"
    # The workspace names tests and xtask, which are not built.
    exports_sources = (
        ".cargo/*", "Cargo.*", "LICENSE-*", "build.rs", "build/*", "layout.ld", "include/*", "core/*",
        "src/*", "tests/*", "xtask/*"
    )
    test_package_folder = "packaging/conan/test_package"

    def init(self):
        self.description = self._manifest("description")
        self.license = self._manifest("license")

    def set_version(self):
        self.version = self._manifest("version")

    def _manifest(self, key):
        manifest = load(self, os.path.join(self.recipe_folder, "Cargo.toml"))
        return re.search(f'^{key} = "(.*)"$', manifest, re.MULTILINE).group(1)

    def validate(self):
        if str(self.settings.os) not in SYSTEMS or str(self.settings.arch) not in PROCESSORS:
            raise ConanInvalidConfiguration(f"it is for {', '.join(SYSTEMS)} on {', '.join(PROCESSORS)}")

    @property
    def _target(self):
        return f"{PROCESSORS[str(self.settings.arch)]}-{SYSTEMS[str(self.settings.os)]}"

    def build(self):
        if self.settings.os == "Windows" and self.settings_build.os != "Windows":
            linker = f"CARGO_TARGET_{self._target.upper().replace('-', '_')}_LINKER"
            os.environ[linker] = "rust-lld"
        self.run(
            "cargo build --quiet --release --locked --offline --package wv2interrupt-capi"
            f' --target {self._target} --target-dir "{os.path.join(self.build_folder, "cargo")}"',
            cwd=self.source_folder,
        )

    def package(self):
        built = os.path.join(self.build_folder, "cargo", self._target, "release")
        lib = os.path.join(self.package_folder, "lib")
        copy(self, "LICENSE-*", self.source_folder, os.path.join(self.package_folder, "licenses"))
        copy(self, "*", os.path.join(self.source_folder, "include"), os.path.join(self.package_folder, "include"))
        if not self.options.shared:
            copy(self, "wv2interrupt.lib" if self.settings.os == "Windows" else "libwv2interrupt.a", built, lib)
        elif self.settings.os == "Windows":
            copy(self, "wv2interrupt.dll", built, os.path.join(self.package_folder, "bin"))
            copy(self, "wv2interrupt.dll.lib", built, lib)
            rename(self, os.path.join(lib, "wv2interrupt.dll.lib"), os.path.join(lib, "wv2interrupt.lib"))
        else:
            copy(self, "libwv2interrupt.so", built, lib)
            soname = f"libwv2interrupt.so.{self.version.split('.')[0]}"
            rename(self, os.path.join(lib, "libwv2interrupt.so"), os.path.join(lib, soname))
            os.symlink(soname, os.path.join(lib, "libwv2interrupt.so"))

    def package_info(self):
        self.cpp_info.libs = ["wv2interrupt"]
        if not self.options.shared:
            self.cpp_info.defines = ["WV2_INTERRUPT_STATIC"]
            self.cpp_info.set_property("cmake_target_aliases", ["wv2interrupt::static"])
