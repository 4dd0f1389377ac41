//! The written documentation: generated pages are up to date, listings compile, promises hold.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::stranger::root;
use regex::Regex;
use xtask::c::{self, Language};

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn the_reference_is_generated() {
    let generated = generate::docs::generate().unwrap();
    similar_asserts::assert_eq!(
        generated,
        fs::read_to_string(generate::docs::path()).unwrap(),
        "`cargo xtask docs` writes it"
    );
}

/// The fenced listings of a page in one language.
pub fn listings(page: &str, language: &str) -> Vec<String> {
    let fence = Regex::new(&format!(r"(?s)```{language}\n(.*?)```")).unwrap();
    fence.captures_iter(&read(page)).map(|found| found[1].to_owned()).collect()
}

/// What the README's handler needs of the SDK.
const SDK: &str = r#"
#include <cstdint>
#include <string>
typedef long HRESULT;
typedef int BOOL;
#define FALSE 0
#define FAILED(result) ((result) < 0)
enum COREWEBVIEW2_DOWNLOAD_STATE {
    COREWEBVIEW2_DOWNLOAD_STATE_IN_PROGRESS,
    COREWEBVIEW2_DOWNLOAD_STATE_INTERRUPTED,
    COREWEBVIEW2_DOWNLOAD_STATE_COMPLETED
};
enum COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON { COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_NONE };
struct ICoreWebView2DownloadOperation {
    int state, reason;
    HRESULT get_State(COREWEBVIEW2_DOWNLOAD_STATE* value)
    { *value = static_cast<COREWEBVIEW2_DOWNLOAD_STATE>(state); return 0; }
    HRESULT get_InterruptReason(COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON* value)
    { *value = static_cast<COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON>(reason); return 0; }
    HRESULT get_CanResume(BOOL* value) { *value = 1; return 0; }
};
"#;

/// Plays states and reasons to the handler and prints its row.
const PLAY: &str = r#"
#include <cstdio>
int main()
{
    Row row{};
    const int played[][2] = {{0, 13}, {0, 0}, {1, 14}, {1, 26}, {0, 26}, {1, 28}, {2, 13}, {1, 57}, {0, 57}, {1, 0}, {0, 0}, {1, 6}};
    for (const auto& step : played) {
        ICoreWebView2DownloadOperation download{step[0], step[1]};
        OnStateChanged(&download, row);
        std::printf("%ls|%ls|%d\n", row.text.c_str(), row.details.c_str(), row.can_resume);
    }
}
"#;

const SHOWN: &str = "\
Trying again||0
Downloading||0
Connection lost|The network connection was lost. Reconnect to the network and try again.|1
Connection lost|The network connection was lost. Reconnect to the network and try again.|0
Downloading||0
Paused||1
Completed||0
Download interrupted (57)|The download was interrupted. Try again later.|1
Downloading||0
Download interrupted|The download was interrupted. Try again later.|1
Downloading||0
Virus detected|A virus was detected in the file. If you need this file, get it from a source that you trust.|1
";

/// Off Windows a text is not a `wchar_t` string, so the listing's types are put there as they are on Windows.
#[test]
fn the_readme_handler_does_what_it_says() {
    let handler = &listings("README.md", "cpp")[0];
    let folder = tempfile::tempdir().unwrap();
    let (source, program) = (folder.path().join("handler.cpp"), folder.path().join("handler"));
    let portable =
        handler.replace("std::wstring", "std::u16string").replace("std::to_wstring(reason)", "digits(reason)");
    let portable = portable.replace("L\"", "u\"");
    let digits = "static std::u16string digits(int n) { auto s = std::to_string(n); return {s.begin(), s.end()}; }";
    let play = PLAY
        .replace(
            "int main",
            "static std::string narrow(const std::u16string& s) { return {s.begin(), s.end()}; }\nint main",
        )
        .replace("%ls|%ls", "%s|%s")
        .replace("row.text.c_str()", "narrow(row.text).c_str()")
        .replace("row.details.c_str()", "narrow(row.details).c_str()");
    fs::write(&source, format!("{SDK}\n#include \"wv2interrupt.h\"\n{digits}\n{portable}\n{play}")).unwrap();
    c::link_shared(&[&source], &program, crate::stranger::library(), Language::Cpp17).unwrap();
    let output = Command::new(&program).output().unwrap();
    similar_asserts::assert_eq!(String::from_utf8_lossy(&output.stdout), SHOWN);
}

#[test]
fn the_short_listings_do_what_they_say() {
    let folder = tempfile::tempdir().unwrap();
    let choose = &listings("docs/languages.md", "c")[0];
    let row = &listings("README.md", "cpp")[1];
    let (include, describe) = row.split_once("\n\n").unwrap();
    let page = format!(
        "#include <cassert>\n#include <cstddef>\n#include <string_view>\n{include}\n{choose}
        int main()
        {{
            const char *const tags[] = {{\"tlh\", \"de-AT\", \"fr\", NULL}}, *const none[] = {{NULL}};
            assert(std::string_view(wv2_interrupt_language_tag(choose(tags))) == \"de\");
            assert(choose(none) == WV2_INTERRUPT_UNKNOWN);
            const auto state = wv2::interrupt::state::interrupted;
            const auto reason = wv2::interrupt::reason::file_no_space;
            {describe}
            assert(row.label == \"Disk full\");
        }}\n"
    );
    let (source, program) = (folder.path().join("listings.cpp"), folder.path().join("listings"));
    fs::write(&source, page).unwrap();
    c::link_shared(&[&source], &program, crate::stranger::library(), Language::Cpp17).unwrap();
    let output = Command::new(&program).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_readme_shows_what_the_example_prints() {
    let listing = &listings("README.md", "text")[0];
    let (command, printed) = listing.split_once('\n').unwrap();
    let arguments = command.strip_prefix("$ cargo xtask run ").unwrap();
    let program = c::explain(crate::stranger::library()).unwrap();
    let output = Command::new(program).args(arguments.split(' ')).output().unwrap();
    similar_asserts::assert_eq!(String::from_utf8_lossy(&output.stdout), printed);
}

#[test]
fn the_readme_counts_the_languages() {
    let count = crate::stranger::api().constant("language_count");
    let pattern = Regex::new(r"in (\d+) languages").unwrap();
    let (readme, changes) = (read("README.md"), read("CHANGELOG.md"));
    let newest = changes.split("\n## ").nth(1).unwrap();
    for page in [readme.as_str(), newest] {
        let counts: Vec<&str> = pattern.captures_iter(page).map(|found| found.get(1).unwrap().as_str()).collect();
        assert!(!counts.is_empty() && counts.iter().all(|said| *said == count.to_string()), "{counts:?}");
    }
}

/// The pages' own commands are run as they stand: see `packages/page.rs` and `examples.rs`.
#[test]
fn the_readme_says_what_the_pages_say() {
    let readme = read("README.md");
    let table = readme.split("| from | do this |").nth(1).unwrap().split("\n\n").next().unwrap();
    let (packaging, examples) = (read("docs/packaging.md"), read("examples/README.md"));
    let command = Regex::new("`([^`]+)`").unwrap();
    for found in command.captures_iter(table) {
        assert!(packaging.contains(&found[1]) || examples.contains(&found[0]), "no page has {}", &found[1]);
    }
    let row = Regex::new(r"(?m)^\| ([^|]+) \| [^|]+ \| (`.+`) \|$").unwrap();
    for found in row.captures_iter(&examples) {
        assert!(table.contains(&format!("| {} | {} |", &found[1], &found[2])), "the README has no {}", &found[1]);
    }
}

#[test]
fn the_readme_names_every_function() {
    let readme = read("README.md");
    for export in read("tests/exports.txt").lines() {
        let name = export.strip_prefix("wv2_interrupt_").unwrap();
        let (base, star) = name.strip_suffix("_utf16").map_or((name, ""), |base| (base, "*"));
        assert!(readme.contains(&format!("`{base}`{star}")), "{name} is not in the table of functions");
    }
}

#[test]
fn hosting_names_the_reasons_that_are_retried() {
    let hosting = read("docs/hosting.md");
    let paragraph = hosting.split("Six reasons are retried").nth(1).unwrap().split("(their recovery").next().unwrap();
    let name = Regex::new("`([A-Za-z]+)`").unwrap();
    let named: Vec<&str> = name.captures_iter(paragraph).map(|found| found.get(1).unwrap().as_str()).collect();
    let retried = crate::stranger::facts().into_iter().filter(|fact| fact.recovery.starts_with("auto_"));
    assert_eq!(named, retried.map(|fact| fact.name).collect::<Vec<_>>());
}

#[test]
fn links_between_pages_lead_somewhere() {
    let link = Regex::new(r"\]\(([^)#:]+)(?:#[^)]*)?\)").unwrap();
    for page in [".", "docs", "docs/languages", "examples", "examples/webview2"].into_iter().flat_map(pages_in) {
        for found in link.captures_iter(&fs::read_to_string(&page).unwrap()) {
            assert!(page.with_file_name(&found[1]).exists(), "{} links to {}", page.display(), &found[1]);
        }
    }
}

fn pages_in(folder: &str) -> Vec<PathBuf> {
    let paths = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect()
}
