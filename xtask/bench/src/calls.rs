//! Nanoseconds a call, through function pointers, for us and for all contenders in the same rounds.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use crate::contenders::{Bench, Contender, EMPTY, GPERF, PEERS, SWITCH, TABLES};
use crate::effort::Effort;
use crate::page::{Goal, Page};
use crate::programs::output;
use crate::statistics::{median, ratio};
use library::Api;
use xtask::Error;

const OURS: &str = "**wv2interrupt**";
const ENGLISH: &str = "English alone";
const ENGLISH_OURS: &str = "wv2interrupt, English alone";
const PATTERNS: [&str; 3] = ["random", "sequential", "chain"];

/// Nanoseconds of each round, by pattern and label, in the order of the harness.
struct Times {
    labels: Vec<String>,
    rounds: HashMap<(String, String), Vec<f64>>,
}

impl Times {
    fn of(command: &mut Command) -> Result<Self, Error> {
        let mut times = Self { labels: Vec::new(), rounds: HashMap::new() };
        for line in output(command)?.lines() {
            let mut fields = line.split('\t').map(str::to_owned);
            let (pattern, label) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
            if !times.labels.contains(&label) {
                times.labels.push(label.clone());
            }
            let rounds = fields.map(|field| field.parse()).collect::<Result<_, _>>()?;
            times.rounds.insert((pattern, label), rounds);
        }
        Ok(times)
    }

    fn get(&self, pattern: &str, label: &str) -> Option<&[f64]> {
        self.rounds.get(&(pattern.to_owned(), label.to_owned())).map(Vec::as_slice)
    }

    fn median(&self, pattern: &str, label: &str) -> f64 {
        self.get(pattern, label).map_or(f64::NAN, median)
    }

    /// Ours by theirs.
    fn ratio(&self, pattern: &str, label: &str) -> f64 {
        let theirs = self.get(pattern, label);
        self.get(pattern, OURS).zip(theirs).map_or(f64::NAN, |(ours, theirs)| ratio(ours, theirs))
    }

    /// The labels of what was measured and of whose kind `kind` is.
    fn kind(&self, pattern: &str, kind: &str) -> Vec<&str> {
        let labels = self.labels.iter().map(String::as_str);
        labels.filter(|label| label.starts_with(kind) && self.get(pattern, label).is_some()).collect()
    }
}

pub fn names(bench: &Bench, api: &Api, effort: &Effort, page: &mut Page) -> Result<(), Error> {
    let mut command = Command::new(&bench.harness);
    command.arg("names").arg(effort.rounds.to_string());
    let mut contender = |label: &str, library: &Path, symbol: &str, codes: (i32, i32), unknowns: bool| {
        command.arg(label).arg(library).arg(symbol);
        command.args([codes.0, codes.1, unknowns.into()].map(|number| number.to_string()));
    };
    let codes = (0, api.constant("count") - 1);
    contender(OURS, &bench.ours, "wv2_interrupt_name", codes, true);
    contender(ENGLISH_OURS, &bench.english, "wv2_interrupt_name", codes, true);
    contender(EMPTY, &bench.empty, "bench_empty", codes, false);
    for Contender { label, library } in &bench.names {
        contender(label, library, "bench_name", codes, true);
    }
    for peer in &PEERS {
        contender(&format!("`{}`", peer.symbol), Path::new(peer.library), peer.symbol, peer.codes, peer.unknowns);
    }
    let times = Times::of(&mut command)?;

    page.section(
        "Code to text",
        "Nanoseconds a call, and beside it what ours takes of it. Random: codes that no branch predictor has seen, 10 % of them \
         unknown (none for libuv, which\nallocates for each and never frees). Sequential: one after the other. Chain: each code \
         waits for the text before it. The `switch` and the tables\nare C, as a shared library; what a call costs by itself is \
         in every figure.",
    );
    let mut rows = Vec::new();
    for label in &times.labels {
        let mut row = vec![label.clone()];
        for pattern in PATTERNS {
            let measured = times.get(pattern, label).is_some();
            row.push(if measured { format!("{:.2}", times.median(pattern, label)) } else { "not installed".into() });
            row.push(if measured { format!("{:.2}", times.ratio(pattern, label)) } else { String::new() });
        }
        rows.push(row);
    }
    page.table(&["", "random", "ours", "sequential", "ours", "chain", "ours"], &rows);
    for pattern in PATTERNS {
        goals(&times, pattern, page);
    }
    Ok(())
}

fn goals(times: &Times, pattern: &str, page: &mut Page) {
    let nothing = times.ratio(pattern, EMPTY);
    page.goal(Goal {
        what: format!("{pattern}: at most 1.05 of {EMPTY}"),
        measured: format!("{nothing:.2}"),
        met: nothing <= 1.05,
        otherwise: "An unknown code is told from a known one, and the address computed: four instructions that a call that does nothing \
            has not.",
        certain: false,
    });
    let compiled: Vec<&str> = TABLES.into_iter().chain([SWITCH]).flat_map(|kind| times.kind(pattern, kind)).collect();
    if let Some(best) =
        compiled.into_iter().min_by(|a, b| times.median(pattern, a).total_cmp(&times.median(pattern, b)))
    {
        let ratio = times.ratio(pattern, best);
        page.goal(Goal {
            what: format!("{pattern}: ahead of every table that a C compiler makes"),
            measured: format!("{ratio:.2} of the best ({best})"),
            met: ratio <= 1.0,
            otherwise: "Where no call waits for the one before, the processor hides what a table takes, and both take as long as the call \
                itself.",
            certain: false,
        });
    }
    let peers =
        times.kind(pattern, "`").into_iter().max_by(|a, b| times.ratio(pattern, a).total_cmp(&times.ratio(pattern, b)));
    if let Some(fastest) = peers {
        let ratio = times.ratio(pattern, fastest);
        page.goal(Goal {
            what: format!("{pattern}: ahead of every named library"),
            measured: format!("{ratio:.2} of the fastest, {fastest}"),
            met: ratio < 1.0,
            otherwise: "Both take as long as the call itself.",
            certain: false,
        });
    }
}

/// What the other languages cost a look-up.
pub fn spoken(bench: &Bench, effort: &Effort, page: &mut Page) -> Result<(), Error> {
    let functions = ["label", "label_utf16", "message", "advice", "outcome_label"];
    let mut rows = Vec::new();
    let mut worst = f64::NAN;
    for function in functions {
        let symbol = format!("wv2_interrupt_{function}");
        let mut command = Command::new(&bench.harness);
        command.arg("spoken").arg(effort.rounds.to_string()).arg(&bench.ours);
        command.arg(OURS).arg(&bench.ours).arg(&symbol).arg(ENGLISH).arg(&bench.english).arg(&symbol);
        let times = Times::of(&mut command)?;
        let ratio = times.ratio("spoken", ENGLISH);
        let [ours, english] = [OURS, ENGLISH].map(|label| format!("{:.2}", times.median("spoken", label)));
        rows.push(vec![format!("`{symbol}`"), ours, english, format!("{ratio:.2}")]);
        worst = ratio.max(worst);
    }
    page.section(
        "Text by language",
        "Nanoseconds a call with random codes, 10 % of them unknown, and random languages; and the same calls of the library that \
         is built without\nthe other languages.",
    );
    page.table(&["", "all languages", ENGLISH, "ratio"], &rows);
    page.goal(Goal {
        what: format!("text by language: at most 1.05 of {ENGLISH}"),
        measured: format!("{worst:.2}, the highest of {}", functions.len()),
        met: worst <= 1.05,
        otherwise: "The language takes as many instructions again as the reason, which the processor has to fit beside the call.",
        certain: false,
    });
    Ok(())
}

/// Answers with what ours takes of gperf's time for plain names.
pub fn find(bench: &Bench, effort: &Effort, page: &mut Page) -> Result<f64, Error> {
    let mut command = Command::new(&bench.harness);
    command.arg("find").arg(effort.rounds.to_string()).arg(&bench.ours);
    command.arg(OURS).arg(&bench.ours).arg("wv2_interrupt_from_name");
    for contender in &bench.find {
        command.arg(&contender.label).arg(&contender.library).arg("bench_find");
    }
    let times = Times::of(&mut command)?;
    page.section(
        "Name to code",
        "Random plain names (`FileNoSpace`), one in ten with a letter changed so that it is none. All ignore case; ours also takes \
         separators, prefixes\nand other names, reads at most 128 bytes and takes NULL.",
    );
    let mut rows = Vec::new();
    for label in &times.labels {
        let mut row = vec![label.clone()];
        for input in ["names", "again"] {
            row.push(format!("{:.1}", times.median(input, label)));
            row.push(format!("{:.2}", times.ratio(input, label)));
        }
        rows.push(row);
    }
    page.table(&["", "random names", "ours", "one name again", "ours"], &rows);
    let gperf = format!("{GPERF}, {}", bench.compilers[0]);
    let gperf = times.kind("names", &gperf).first().copied().unwrap_or_default();
    let (ratio, again) = (times.ratio("names", gperf), times.ratio("again", gperf));
    page.goal(Goal {
        what: format!("name to code: at most 1.05 of {gperf}"),
        measured: format!("{ratio:.2}; one name again {again:.2}"),
        met: ratio <= 1.05,
        otherwise: GUESS,
        certain: false,
    });
    Ok(ratio)
}

/// Why gperf is not left further behind.
const GUESS: &str = "Names of different lengths cost the processor a wrong guess of where the text ends, in gperf's code and in ours \
    alike; one name asked for again costs both the same. Ours reads each letter once and writes it, for any spelling may follow: about \
    eighteen instructions a letter. Tried, and slower: looking for a prefix before the plain name (a second wrong guess), and a key of \
    whole words, for which the processor waits until the letters are written.";

/// What the other spellings cost, and the search for a language.
/// `plain` is what ours takes of gperf's time for plain names.
pub fn spellings(bench: &Bench, api: &Api, effort: &Effort, page: &mut Page, plain: f64) -> Result<(), Error> {
    let names: Vec<String> = api.reasons().map(|reason| api.text("name", reason).to_owned()).collect();
    let symbols: Vec<String> = api.reasons().map(|reason| api.text("symbol", reason).to_owned()).collect();
    let prefix = symbols[0].strip_suffix("NONE").ok_or("the first symbol ends otherwise")?;
    let bare: Vec<String> = symbols.iter().map(|symbol| symbol.replace(prefix, "")).collect();
    let hyphens = bare.iter().map(|name| name.to_lowercase().replace('_', "-")).collect();
    let tags: Vec<String> =
        (0..api.constant("language_count")).map(|i| api.text("language_tag", i).to_owned()).collect();
    let regions = tags.iter().map(|tag| format!("{tag}-ZZ")).collect();
    let locales = tags.iter().map(|tag| format!("{}_ZZ.UTF-8", tag.replace('-', "_"))).collect();
    let own = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    let (from_name, find) = ("wv2_interrupt_from_name", "wv2_interrupt_language_find");
    let sets: [(&str, &str, Vec<String>); 10] = [
        (PLAIN, from_name, names),
        ("`FILE_NO_SPACE`", from_name, bare),
        ("`file-no-space`", from_name, hyphens),
        ("the SDK's symbol", from_name, symbols),
        ("Chromium's own names", from_name, own(&["FileVirusInfected", "FileBlocked", "UserCanceled"])),
        ("a text that is no name", from_name, own(&["Disk full", "The file could not be saved.", "0x80070070"])),
        ("a spoken language: its tag", find, tags),
        ("with a region that is not spoken", find, regions),
        ("a POSIX locale", find, locales),
        ("a language that is not spoken", find, own(&["xx", "xx-YY", "tlh-Latn-US"])),
    ];
    let mut command = Command::new(&bench.harness);
    command.arg("spellings").arg(effort.rounds.to_string()).arg(&bench.ours);
    for (label, function, texts) in &sets {
        command.arg(label).arg(function).args(texts).arg("");
    }
    let times = Times::of(&mut command)?;
    page.section("Other spellings, and languages", "Nanoseconds a call, with random texts of each kind.");
    let rows = sets.iter().map(|(label, function, _)| {
        vec![label.to_string(), format!("`{function}`"), format!("{:.1}", times.median("spellings", label))]
    });
    page.table(&["", "function", "ns"], &rows.collect::<Vec<_>>());
    for (label, most) in [("`FILE_NO_SPACE`", 1.2), ("`file-no-space`", 1.2), ("the SDK's symbol", 2.5)] {
        let of_gperf = plain * times.median("spellings", label) / times.median("spellings", PLAIN);
        page.goal(Goal {
            what: format!("{label}: at most {most} of gperf's time for plain names"),
            measured: format!("{of_gperf:.2}"),
            met: of_gperf <= most,
            otherwise: "It has more letters than the plain name, and each is read.",
            certain: false,
        });
    }
    Ok(())
}

const PLAIN: &str = "`FileNoSpace`";
