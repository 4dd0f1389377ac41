//! From `dlopen` to the first answer, in a fresh process each time, and what the library costs a process from then on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use goblin::elf::Elf;
use goblin::elf::program_header::PT_DYNAMIC;

use crate::contenders::{Bench, PEERS, STD};
use crate::effort::Effort;
use crate::page::{Goal, Page};
use crate::programs::output;
use crate::statistics::median;
use xtask::Error;

struct Library {
    label: String,
    name: PathBuf,
    symbol: &'static str,
    nanoseconds: Vec<f64>,
    faults: Vec<f64>,
    dirty: Vec<f64>,
    path: PathBuf,
}

impl Library {
    fn new(label: &str, name: &Path, symbol: &'static str) -> Self {
        Self {
            label: label.to_owned(),
            name: name.to_owned(),
            symbol,
            nanoseconds: Vec::new(),
            faults: Vec::new(),
            dirty: Vec::new(),
            path: PathBuf::new(),
        }
    }

    fn start(&mut self, harness: &Path) -> Result<(), Error> {
        // A code that every one of them knows, or answers for.
        const CODE: &str = "3";
        let printed = output(Command::new(harness).arg("start").arg(&self.name).arg(self.symbol).arg(CODE))?;
        if let [nanoseconds, faults, dirty, path] = printed.trim_end().split('\t').collect::<Vec<_>>()[..] {
            self.nanoseconds.push(nanoseconds.parse()?);
            self.faults.push(faults.parse()?);
            self.dirty.push(dirty.parse()?);
            self.path = path.into();
        }
        Ok(())
    }
}

pub fn measure(bench: &Bench, effort: &Effort, page: &mut Page) -> Result<(), Error> {
    let mut libraries = vec![
        Library::new("**wv2interrupt**", &bench.ours, "wv2_interrupt_name"),
        Library::new(STD, &bench.std, "bench_name"),
    ];
    // glibc is in every process already.
    for peer in PEERS.iter().filter(|peer| peer.library != "libc.so.6") {
        if libraries.iter().all(|library| library.name != Path::new(peer.library)) {
            libraries.push(Library::new(&format!("`{}`", peer.library), Path::new(peer.library), peer.symbol));
        }
    }
    for _ in 0..effort.starts {
        for library in &mut libraries {
            library.start(&bench.harness)?;
        }
    }
    let mut rows = Vec::new();
    for library in &libraries {
        rows.push(row(library)?);
    }
    page.section(
        "Start",
        "From `dlopen` to the first answer, each in a fresh process: microseconds, page faults, the bytes of the library's own file \
         that are private to\nthe process and written, relocations that the loader works off, other libraries needed, and the \
         file's size. The peers do much more than explain\ncodes, and are here for the cost of opening any library.",
    );
    let columns = ["", "µs", "page faults", "private dirty", "relocations", "libraries needed", "file"];
    page.table(&columns, &rows);
    goals(&libraries[0], page)
}

fn row(library: &Library) -> Result<Vec<String>, Error> {
    if library.nanoseconds.is_empty() {
        let absent = [library.label.clone(), "not installed".into()];
        return Ok(absent.into_iter().chain(vec![String::new(); 5]).collect());
    }
    let data = fs::read(&library.path)?;
    let elf = Elf::parse(&data)?;
    Ok(vec![
        library.label.clone(),
        format!("{:.0}", median(&library.nanoseconds) / 1000.0),
        format!("{:.0}", median(&library.faults)),
        format!("{:.0}", median(&library.dirty)),
        relocations(&data, &elf).to_string(),
        elf.libraries.len().to_string(),
        data.len().to_string(),
    ])
}

/// Compact relocations, too: each bit but the lowest of an odd entry is one, and each even entry.
fn relocations(data: &[u8], elf: &Elf) -> usize {
    const SHT_RELR: u32 = 19;
    let compact = elf.section_headers.iter().filter(|section| section.sh_type == SHT_RELR).flat_map(|section| {
        let bytes = section.file_range().and_then(|range| data.get(range)).unwrap_or_default();
        bytes.as_chunks::<8>().0.iter().map(|&entry| match u64::from_le_bytes(entry) {
            bits if bits & 1 == 1 => bits.count_ones() as usize - 1,
            _ => 1,
        })
    });
    elf.dynrelas.len() + elf.dynrels.len() + elf.pltrelocs.len() + compact.sum::<usize>()
}

fn goals(ours: &Library, page: &mut Page) -> Result<(), Error> {
    let data = fs::read(&ours.path)?;
    let elf = Elf::parse(&data)?;
    let dirty = ours.dirty.iter().copied().fold(0.0, f64::max);
    let loader = dynamic_pages(&elf)? * PAGE;
    page.goal(Goal {
        what: "no private dirty page beyond what the loader writes, which is the dynamic section".to_owned(),
        measured: format!("{dirty} bytes; the pages of the dynamic section {loader}"),
        met: dirty <= loader as f64,
        otherwise: "`/proc/self/smaps` shows which mapping was written.",
        certain: true,
    });
    let relocations = relocations(&data, &elf);
    page.goal(Goal {
        what: "no relocation".to_owned(),
        measured: relocations.to_string(),
        met: relocations == 0,
        otherwise: "`readelf -r` lists them: something points to something.",
        certain: true,
    });
    Ok(())
}

const PAGE: u64 = 4096;

/// How many pages the dynamic section lies on.
fn dynamic_pages(elf: &Elf) -> Result<u64, Error> {
    let segment = elf.program_headers.iter().find(|segment| segment.p_type == PT_DYNAMIC);
    let segment = segment.ok_or("the library has no dynamic section")?;
    let (first, last) = (segment.p_vaddr, segment.p_vaddr + segment.p_memsz - 1);
    Ok(last / PAGE - first / PAGE + 1)
}
