//! The written documentation: generated pages are up to date, listings compile, promises hold.

mod causes;
mod hosts;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::stranger::{executable, root};
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
fn the_listing_of_languages_does_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let choose = &listings("docs/languages.md", "c")[0];
    let page = format!(
        "#include <cassert>\n#include <cstddef>\n#include <string_view>\n#include \"wv2interrupt.h\"\n{choose}
        int main()
        {{
            const char *const tags[] = {{\"tlh\", \"de-AT\", \"fr\", NULL}}, *const none[] = {{NULL}};
            assert(std::string_view(wv2_interrupt_language_tag(choose(tags))) == \"de\");
            assert(choose(none) == WV2_INTERRUPT_UNKNOWN);
        }}\n"
    );
    let (source, program) = (folder.path().join("listings.cpp"), executable(folder.path(), "listings"));
    fs::write(&source, page).unwrap();
    c::link_shared(&[&source], &program, crate::stranger::library(), Language::Cpp17).unwrap();
    let output = Command::new(&program).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
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

/// What the README says in a line is said, and run, on the page that the line leads to or on that of the bindings.
#[test]
fn the_readme_says_what_the_pages_say() {
    let readme = read("README.md");
    let table = readme.split("| for | do this |").nth(1).unwrap().split("\n\n").next().unwrap();
    let line = Regex::new(r"(?m)^\| .+ \| `([^`]+)`.* \(\[more\]\(([^)#]+).*\)\) \|$").unwrap();
    let lines: Vec<_> = line.captures_iter(table).collect();
    assert_eq!(lines.len(), 7, "{table}");
    for found in lines {
        let command = &found[1].replace(crate::stranger::api().version(), "VERSION");
        let pages = [&found[2], "bindings/README.md"];
        assert!(pages.iter().any(|page| read(page).contains(command)), "neither of {pages:?} has {command}");
    }
}

#[test]
fn the_readme_shows_rust_that_compiles() {
    let example = read("core/examples/webview2.rs").replace("\n    ", "\n");
    for part in listings("README.md", "rust")[0].split("\n\n") {
        assert!(example.contains(part.trim_end()), "core/examples/webview2.rs has no {part}");
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    let link = Regex::new(r"\]\(([^)#:]*)(?:#([^)]*))?\)").unwrap();
    for page in [".", "bindings", "core", "docs", "docs/languages", "examples", "examples/webview2"]
        .into_iter()
        .flat_map(pages_in)
    {
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

/// Where a page is read, as a site or in a package, it is no file of that name.
#[test]
fn links_say_what_a_page_is_called() {
    let link = Regex::new(r"\[`?[\w/.-]+\.md`?\]\([^)]*\)").unwrap();
    for page in [".", "bindings", "core", "docs", "examples"].into_iter().flat_map(pages_in) {
        // Maintainers read these among the files.
        if ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"].into_iter().any(|file| page.ends_with(file)) {
            continue;
        }
        let text = fs::read_to_string(&page).unwrap();
        assert_eq!(link.find(&text).map(|found| found.as_str()), None, "{}", page.display());
    }
}

/// Who has never seen Rust need not build a package.
#[test]
fn installing_a_package_begins_with_a_release() {
    for entry in fs::read_dir(root().join("bindings")).unwrap().map(Result::unwrap) {
        let Ok(page) = fs::read_to_string(entry.path().join("README.md")) else { continue };
        let installation = page.split_once("## Installation\n\n").unwrap().1.split("\n\n").next().unwrap();
        let release = installation.find("in each release").unwrap_or_else(|| panic!("{installation}"));
        assert!(installation.find("cargo ").is_none_or(|cargo| cargo > release), "{installation}");
    }
}

/// An older one lacks what the listings use.
#[test]
fn the_readme_asks_for_its_own_version() {
    let version = crate::stranger::api().version();
    let asked = format!("find_package(wv2interrupt {} CONFIG REQUIRED)", version.rsplit_once('.').unwrap().0);
    assert!(read("README.md").contains(&asked) && read("docs/packaging.md").contains(&asked), "{asked}");
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
pub fn headings(page: &str) -> Vec<String> {
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
