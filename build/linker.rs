//! Finds out what the linker in use takes, by linking a tiny library with it: there is no asking, for a name such as `cc`
//! stands for any of them.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::elf::executable_segments;

/// The compiler as cargo calls it for the library: for its target, with its linker and the user's flags.
pub struct Compiler {
    pub rustc: String,
    pub target: String,
    pub linker: Option<String>,
    pub flags: Vec<String>,
    /// Where it may write.
    pub folder: PathBuf,
}

/// Where the text of the tiny library is.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Text {
    /// In a segment that is mapped executable.
    Executable,
    Apart,
}

const TEXT: &str = "a text is nothing to execute";

impl Compiler {
    /// Arguments for an ELF library with this SONAME. What is only for speed, size or safety's sake is left out where the
    /// linker does not take it. An error is what was said when nothing could be linked at all.
    pub fn elf_arguments(&self, soname: &str, layout: &str) -> Result<Vec<String>, String> {
        // A compiler that links passes on what is behind `-Wl,`; a linker by itself takes the bare words. Start files, which
        // a compiler adds, run code and import from the C library.
        let runtime = self.runtime();
        let driver = [format!("-Wl,-soname={soname}"), "-nostartfiles".to_owned()].into_iter().chain(runtime.clone());
        let linker = [format!("-soname={soname}")].into_iter().chain(runtime);
        self.extended(driver.collect(), "-Wl,", layout)
            .or_else(|said| self.extended(linker.collect(), "", layout).map_err(|_| said))
    }

    /// The arguments that are needed, and of those that are welcome what the linker takes.
    fn extended(&self, needed: Vec<String>, prefix: &str, layout: &str) -> Result<Vec<String>, String> {
        let long = |option| vec![format!("{prefix}--{option}")];
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        let welcome = [
            long("hash-style=gnu"),
            long("build-id=none"),
            long("no-eh-frame-hdr"),
            words(&["-z", "defs"]),
            words(&["-T", layout]),
        ];
        let all = [&needed[..], &welcome.concat()].concat();
        if self.link(&all) == Ok(Text::Apart) {
            return Ok(all);
        }

        let mut text = self.link(&needed)?;
        let mut taken = needed;
        for option in [long("rosegment"), words(&["-z", "separate-code"])] {
            let more = [&taken[..], &option].concat();
            if text == Text::Executable && self.link(&more) == Ok(Text::Apart) {
                (text, taken) = (Text::Apart, more);
            }
        }
        for option in welcome {
            let more = [&taken[..], &option].concat();
            if self.link(&more).is_ok_and(|now| now >= text) {
                taken = more;
            }
        }
        Ok(taken)
    }

    /// Links a library of one function and one text.
    fn link(&self, arguments: &[String]) -> Result<Text, String> {
        let source = format!(
            "#![no_std]
            #[panic_handler] fn panic(_: &core::panic::PanicInfo) -> ! {{ loop {{}} }}
            #[unsafe(no_mangle)] pub extern \"C\" fn probe(at: usize) -> u8 {{ *b\"{TEXT}\".get(at).unwrap_or(&0) }}"
        );
        let library = self.folder.join("probe");
        let linker = self.linker.iter().map(|linker| format!("-Clinker={linker}"));
        self.compile(
            &source,
            ["--crate-type=cdylib".to_owned(), format!("-o{}", library.display())]
                .into_iter()
                .chain(linker)
                .chain(arguments.iter().map(|argument| format!("-Clink-arg={argument}"))),
        )?;
        let library = fs::read(&library).map_err(|error| error.to_string())?;
        let at = library.windows(TEXT.len()).position(|bytes| bytes == TEXT.as_bytes()).ok_or("the text is lost")?;
        let executed = executable_segments(&library).ok_or("what was linked is no ELF file")?;
        Ok(if executed.iter().any(|segment| segment.contains(&at)) { Text::Executable } else { Text::Apart })
    }

    /// What the compiler may call unasked, as an archive. None where it cannot be compiled, which the library cannot either.
    pub fn runtime(&self) -> Option<String> {
        let archive = self.folder.join("libruntime.rlib").display().to_string();
        let arguments = ["--crate-type=rlib".to_owned(), format!("-o{archive}")];
        self.compile(include_str!("runtime.rs"), arguments.into_iter()).ok()?;
        Some(archive)
    }

    fn compile(&self, source: &str, arguments: impl Iterator<Item = String>) -> Result<(), String> {
        let output = self.run(source, arguments).map_err(|error| format!("{}: {error}", self.rustc))?;
        if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
    }

    fn run(&self, source: &str, arguments: impl Iterator<Item = String>) -> io::Result<Output> {
        let mut command = Command::new(&self.rustc);
        command.args(["-", "--crate-name=probe", "--edition=2024", "-Copt-level=2", "-Cpanic=abort"]);
        command.args(["--target", &self.target]).args(&self.flags).args(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
        child.stdin.take().expect("it is piped").write_all(source.as_bytes())?;
        child.wait_with_output()
    }
}

/// One line for somebody whose linker links nothing, given what was said. None where it is not the linker that failed, or
/// where there is no other.
pub fn advice(compiler: &Compiler, said: &str) -> Option<String> {
    const WITH_RUST: &str = "rust-lld";
    let Compiler { target, linker, flags, .. } = compiler;
    let linker = linker.as_deref().unwrap_or("the default linker");
    said.lines().find(|line| line.starts_with("error: link") && linker != WITH_RUST)?;
    let flags = if flags.is_empty() { String::new() } else { format!(" with the flags {}", flags.join(" ")) };
    let variable = format!("CARGO_TARGET_{}_LINKER", target.to_uppercase().replace(['-', '.'], "_"));
    Some(format!(
        "{linker}{flags} links nothing for {target}; {variable}={WITH_RUST} takes the one that comes with Rust"
    ))
}
