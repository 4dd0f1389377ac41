//! The written documentation: generated pages are up to date, listings compile, promises hold.

mod causes;
mod hosts;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::stranger::{executable, explain, root, text};
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

#[test]
fn the_c_reference_is_that_of_the_header() {
    let page = fs::read_to_string(generate::c::path()).unwrap();
    similar_asserts::assert_eq!(generate::c::generate().unwrap(), page, "`cargo xtask docs` writes it");
    let header = read("include/wv2interrupt.h");
    let name = Regex::new(r"(?i)\bwv2_interrupt_\w+").unwrap();
    let missing: Vec<&str> =
        name.find_iter(&header).map(|found| found.as_str()).filter(|name| !page.contains(name)).collect();
    assert_eq!(missing, ["WV2_INTERRUPT_H", "WV2_INTERRUPT_H"], "of which the header alone has need");
    for export in read("tests/exports.txt").lines() {
        assert!(page.contains(&format!("{export}(")), "{export}");
    }
}

/// The fenced listings of a page in one language.
pub fn listings(page: &str, language: &str) -> Vec<String> {
    let fence = Regex::new(&format!(r"(?s)```{language}\n(.*?)```")).unwrap();
    fence.captures_iter(&read(page)).map(|found| found[1].to_owned()).collect()
}

#[test]
fn the_short_listings_do_what_they_say() {
    let folder = tempfile::tempdir().unwrap();
    let choose = &listings("docs/languages.md", "c")[0];
    let row = &listings("README.md", "cpp")[1];
    let (include, tell) = row.split_once("\n\n").unwrap();
    let page = format!(
        "#include <cassert>\n#include <cstddef>\n#include <string_view>\n{include}\n{choose}
        int main()
        {{
            const char *const tags[] = {{\"tlh\", \"de-AT\", \"fr\", NULL}}, *const none[] = {{NULL}};
            assert(std::string_view(wv2_interrupt_language_tag(choose(tags))) == \"de\");
            assert(choose(none) == WV2_INTERRUPT_UNKNOWN);
            const auto state = wv2::interrupt::state::interrupted;
            const auto reason = wv2::interrupt::reason::file_no_space;
            const bool can_resume = true;
            const int received = 5, total = 9;
            const auto language = wv2::interrupt::language::english;
            const auto draw = [](auto label, auto message, auto button) {{
                assert(wv2_interrupt_label_utf16(WV2_INTERRUPT_REASON_FILE_NO_SPACE, 0) == label);
                assert(wv2_interrupt_message_utf16(WV2_INTERRUPT_REASON_FILE_NO_SPACE, 0) == message);
                assert(wv2_interrupt_action_label_utf16(WV2_INTERRUPT_ACTION_RESUME, 0) == button);
            }};
            {tell}
        }}\n"
    );
    let (source, program) = (folder.path().join("listings.cpp"), executable(folder.path(), "listings"));
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
    let output = Command::new(explain()).args(arguments.split(' ')).output().unwrap();
    similar_asserts::assert_eq!(text(&output.stdout), printed);
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

/// Those of the pages are run as they stand: see `packages/page.rs` and `examples.rs`.
#[test]
fn the_readme_s_commands_are_those_of_the_pages() {
    let (packaging, examples) = (read("docs/packaging.md"), read("examples/README.md"));
    let command =
        Regex::new("`((?:cargo (?:cinstall|xtask install)|cc|conan|nuget|vcpkg|FetchContent|find_package)\\b[^`]+)`");
    for found in command.unwrap().captures_iter(&read("README.md")) {
        assert!(packaging.contains(&found[1]) || examples.contains(&found[0]), "no page has {}", &found[1]);
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
fn links_between_pages_lead_somewhere() {
    let link = Regex::new(r"\]\(([^)#:]*)(?:#([^)]*))?\)").unwrap();
    for page in [".", "docs", "docs/languages", "examples", "examples/webview2"].into_iter().flat_map(pages_in) {
        for found in link.captures_iter(&fs::read_to_string(&page).unwrap()) {
            let target = if found[1].is_empty() { page.clone() } else { page.with_file_name(&found[1]) };
            assert!(target.exists(), "{} links to {}", page.display(), &found[1]);
            if let Some(heading) = found.get(2) {
                let headings = headings(&fs::read_to_string(&target).unwrap());
                assert!(headings.iter().any(|each| each == heading.as_str()), "{}: {}", page.display(), &found[0]);
            }
        }
    }
}

#[test]
fn threads_are_linked_by_their_numbers() {
    let page = read("docs/troubleshooting.md");
    let thread = Regex::new(r"\[#(\d+)\]\(https://github.com/MicrosoftEdge/WebView2Feedback/issues/(\d+)\)").unwrap();
    for found in thread.captures_iter(&page) {
        assert_eq!(found[1], found[2]);
    }
    let number = Regex::new(r"#\d{4}").unwrap();
    assert_eq!(number.find_iter(&page).count(), thread.find_iter(&page).count() + 1, "the first says what #1234 is");
}

/// What a link to a heading of a page is, as GitHub makes it.
fn headings(page: &str) -> Vec<String> {
    let heading = Regex::new("(?m)^#+ (.+)$").unwrap();
    let slug = |text: &str| -> String {
        let kept = text.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>().to_lowercase()
    };
    heading.captures_iter(page).map(|found| slug(&found[1])).collect()
}

fn pages_in(folder: &str) -> Vec<PathBuf> {
    let paths = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect()
}
