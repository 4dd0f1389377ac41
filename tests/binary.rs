//! What is in the library file, and what is not.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use goblin::Object;

/// The names that a library exports.
pub fn exports(shared: &Path) -> BTreeSet<String> {
    let data = fs::read(shared).unwrap();
    match Object::parse(&data).unwrap() {
        Object::Elf(elf) => {
            let exported = elf.dynsyms.iter().filter(|symbol| !symbol.is_import() && symbol.st_name != 0);
            exported.map(|symbol| elf.dynstrtab.get_at(symbol.st_name).unwrap().to_owned()).collect()
        }
        Object::PE(pe) => pe.exports.iter().map(|export| export.name.unwrap().to_owned()).collect(),
        other => panic!("a library of an unexpected format: {other:?}"),
    }
}

#[cfg(target_os = "linux")]
pub use elf::soname;

#[cfg(target_os = "linux")]
mod elf {
    use std::fs;
    use std::process::Command;

    use crate::stranger::{english, library, root, target};
    use goblin::elf::Elf;
    use goblin::elf::dynamic::*;
    use goblin::elf::section_header::SHF_WRITE;
    use library::Api;
    use xtask::build;

    fn data() -> Vec<u8> {
        fs::read(&library().shared).unwrap()
    }

    pub fn soname() -> String {
        Elf::parse(&data()).unwrap().soname.expect("the library has a SONAME").to_owned()
    }

    #[test]
    fn it_needs_nothing_and_runs_nothing() {
        let data = data();
        let elf = Elf::parse(&data).unwrap();
        // Compact relocations, which the crate has no name for.
        const DT_RELR: u64 = 36;
        let unwanted = [
            DT_NEEDED,
            DT_REL,
            DT_RELA,
            DT_RELR,
            DT_JMPREL,
            DT_PLTGOT,
            DT_INIT,
            DT_FINI,
            DT_INIT_ARRAY,
            DT_FINI_ARRAY,
            DT_PREINIT_ARRAY,
            DT_RPATH,
            DT_RUNPATH,
        ];
        for entry in elf.dynamic.expect("the library is a shared one").dyns {
            assert!(!unwanted.contains(&entry.d_tag), "{}", tag_to_str(entry.d_tag));
        }
        for symbol in elf.dynsyms.iter().skip(1) {
            assert!(!symbol.is_import(), "{:?} is imported", elf.dynstrtab.get_at(symbol.st_name));
        }
        assert_eq!(elf.dynrelas.len() + elf.dynrels.len() + elf.pltrelocs.len() + elf.shdr_relocs.len(), 0);
    }

    #[test]
    fn nothing_is_writable_but_the_dynamic_section() {
        let data = data();
        let elf = Elf::parse(&data).unwrap();
        for section in &elf.section_headers {
            let name = elf.shdr_strtab.get_at(section.sh_name).unwrap();
            let writable = section.sh_flags & u64::from(SHF_WRITE) != 0;
            // The padding behind it has no bytes in the file, and is read-only once the loader is done.
            assert!(!writable || [".dynamic", ".relro_padding"].contains(&name), "{name} is writable");
        }
    }

    #[test]
    fn it_has_no_panic() {
        let unstripped = build::cargo(&[], |command| {
            command.arg("--target-dir").arg(target().join("unstripped"));
            command.env("CARGO_PROFILE_RELEASE_STRIP", "none");
        });
        let data = fs::read(unstripped.unwrap().shared).unwrap();
        let elf = Elf::parse(&data).unwrap();
        let names: Vec<&str> = elf.syms.iter().filter_map(|symbol| elf.strtab.get_at(symbol.st_name)).collect();
        assert!(names.contains(&"wv2_interrupt_name"), "the build has its symbols");
        let panics = ["panic", "unwind", "core3fmt", "abort"];
        for name in names {
            assert!(!panics.iter().any(|panic| name.contains(panic)), "{name}");
        }
        // A place that could panic would carry the name of its source file.
        let place = b".rs";
        assert!(!self::data().windows(place.len()).any(|bytes| bytes == place));
    }

    #[test]
    fn it_is_small() {
        const KIB: usize = 1024;
        // What every language says twice pays for the offsets, and a part of the code, of the cells of the names (3.3 KiB) and of the
        // skeleton of ELF, which for 51 exported names has 4 KiB. English alone says little twice.
        for (library, more) in [(library(), 8 * KIB), (english(), 14 * KIB)] {
            let file = fs::read(&library.shared).unwrap().len();
            let (_, texts) = Api::open(&library.shared).unwrap().texts();
            assert!(file <= texts + more, "{file} bytes, of texts {texts}");
        }
    }

    /// The processor fetches code by lines of 64 bytes. What loops, or calls another function, does not gain by it.
    #[test]
    fn a_look_up_by_number_lies_on_one_line() {
        const LINE: u64 = 64;
        for library in [library(), english()] {
            let data = fs::read(&library.shared).unwrap();
            let elf = Elf::parse(&data).unwrap();
            let mut count = 0;
            for function in elf.dynsyms.iter().filter(|symbol| (1..=LINE).contains(&symbol.st_size)) {
                let name = elf.dynstrtab.get_at(function.st_name).unwrap();
                let calls = ["from_name", "find", "row", "status"].iter().any(|part| name.contains(part));
                let (first, last) = (function.st_value, function.st_value + function.st_size - 1);
                assert!(calls || first / LINE == last / LINE, "{name} lies on two lines");
                count += 1;
            }
            assert!(count > 30, "{count} functions");
        }
    }

    #[test]
    fn a_plain_cargo_build_works() {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--target-dir"]).arg(target().join("plain")).current_dir(root());
        let output = cargo.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    #[test]
    fn the_manifest_states_what_it_must() {
        let core = fs::read_to_string(root().join("core/Cargo.toml")).unwrap();
        let dependencies = core.lines().filter(|line| line.starts_with('[') && line.ends_with("dependencies]"));
        assert!(dependencies.eq(["[target.'cfg(windows)'.dev-dependencies]"]), "the library has no dependency");
        let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
        let oldest =
            |manifest: &str| manifest.lines().find(|line| line.starts_with("rust-version = ")).map(str::to_owned);
        assert_eq!(oldest(&core), oldest(&manifest), "the oldest Rust for the library, which is in two packages");
        let (_, dependencies) = manifest.split_once("\n[dependencies]\n").unwrap();
        let dependencies: Vec<&str> = dependencies.lines().take_while(|line| !line.is_empty()).collect();
        assert!(matches!(dependencies[..], [one] if one.contains("path = \"core\"")), "{dependencies:?}");
    }
}
