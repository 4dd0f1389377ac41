//! The documentation as a site: whole, valid, for everybody to read, and without a dead link. What lies elsewhere is not fetched.

mod browser;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use html5gum::{Token, Tokenizer};
use packaging::{documentation, layout, pack, page};
use zip::ZipArchive;

use crate::stranger::{root, skip, target, tool};
use crate::windows::release;

/// The built site.
fn site() -> &'static Path {
    static SITE: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site");
        documentation::build(&folder).unwrap();
        folder
    });
    root();
    &SITE
}

/// The pages of the site, by their paths in it, but for the look-up page, which `page.rs` opens.
fn pages() -> BTreeMap<String, String> {
    let is_page = |path: &str| path.ends_with(".html") && path != page::FILE;
    let files = pack::files(site()).unwrap().into_iter().filter(|(path, _)| is_page(path));
    files.map(|(path, file)| (path, fs::read_to_string(file).unwrap())).collect()
}

#[test]
fn every_page_is_in_the_table_of_contents() {
    let contents = fs::read_to_string(root().join("docs/SUMMARY.md")).unwrap();
    let mut documents = 0;
    for folder in ["docs", "examples", "bindings", "core"] {
        let Ok(files) = pack::files(&root().join(folder)) else { continue };
        let is_document = |path: &str| path.ends_with("README.md") || folder == "docs" && path.ends_with(".md");
        for (path, _) in files.iter().filter(|(path, _)| is_document(path) && path != "SUMMARY.md") {
            let link = if folder == "docs" { format!("]({path})") } else { format!("](../{folder}/{path})") };
            assert!(contents.contains(&link), "docs/SUMMARY.md has no line for {folder}/{path}");
            documents += 1;
        }
    }
    assert!(documents > 45, "{documents}");
}

/// What a page has to link to, and what it links to.
#[derive(Default)]
pub struct Anchors {
    pub ids: BTreeSet<String>,
    pub links: Vec<String>,
}

impl Anchors {
    pub fn of(html: &str) -> Self {
        let mut anchors = Self::default();
        for token in Tokenizer::new(html) {
            let Ok(Token::StartTag(tag)) = token else { continue };
            for (name, value) in &tag.attributes {
                let value = String::from_utf8_lossy(value).into_owned();
                match &name[..] {
                    b"id" => assert!(anchors.ids.insert(value.clone()), "two things are called {value}"),
                    b"href" | b"src" => anchors.links.push(value),
                    _ => {}
                }
            }
        }
        anchors
    }
}

/// The links of pages that lead nowhere in the site.
fn dead(pages: &BTreeMap<String, String>) -> Vec<String> {
    let site = fs::canonicalize(site()).unwrap();
    let anchors: BTreeMap<PathBuf, Anchors> =
        pages.iter().map(|(path, html)| (site.join(path), Anchors::of(html))).collect();
    let leads = |page: &Path, link: &str| {
        let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
        let path = if file.is_empty() { page } else { &page.with_file_name(file) };
        let Ok(path) = fs::canonicalize(path) else { return false };
        path.starts_with(&site)
            && path.is_file()
            && (fragment.is_empty() || anchors.get(&path).is_some_and(|page| page.ids.contains(fragment)))
    };
    let links = anchors.iter().flat_map(|(page, anchors)| anchors.links.iter().map(move |link| (page, link)));
    let own = links.filter(|(_, link)| !link.starts_with("https://"));
    own.filter(|(page, link)| !leads(page, link)).map(|(_, link)| link.to_owned()).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut pages = pages();
    assert!(pages.len() > 50, "{}", pages.len());
    assert_eq!(dead(&pages), [""; 0]);

    // It would say so.
    let wrong =
        ["../../x.html", "#none", "no.png", "reasons.html#30-none", "http://example.org", "../docs", "hosting.md"];
    let right = ["reasons.html#3-filenospace", "../style.css", "https://example.org"];
    let links = wrong.iter().chain(&right).map(|link| format!("<a href=\"{link}\"></a>"));
    pages.insert("docs/causes.tsv.html".to_owned(), links.collect());
    assert_eq!(dead(&pages), wrong);
}

/// Between their parts, where a column is narrow.
#[test]
fn long_names_in_tables_may_be_broken() {
    let pages = pages();
    for (page, code) in [
        ("docs/packaging.html", "lib/<wbr>wv2interrupt<wbr>.lib"),
        ("docs/packaging.html", "WV2_<wbr>INTERRUPT_<wbr>STATIC"),
        ("bindings/index.html", "pip install --no-index"),
    ] {
        assert!(pages[page].replace("&#x2f;", "/").contains(&format!("<code>{code}")), "{page} lacks {code}");
    }
}

/// A program of npm's that is installed for the tests. None without it, which was said.
fn npm(file: &str, package: &str) -> Option<PathBuf> {
    let path = target().join("node_modules").join(file);
    if !path.exists() {
        skip(&format!("{package} is not installed (npm install --prefix target {package})"));
        return None;
    }
    Some(path)
}

#[test]
fn every_page_is_valid_html() {
    let (Some(node), Some(validate)) =
        (tool("node", "nodejs"), npm("html-validate/bin/html-validate.mjs", "html-validate"))
    else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let rules = r#"{ "root": true, "extends": ["html-validate:standard", "html-validate:a11y"] }"#;
    fs::write(folder.path().join("rules.json"), rules).unwrap();
    let run = |files: &str| -> Output {
        let mut command = Command::new(&node);
        command.arg(&validate).arg("--config").arg(folder.path().join("rules.json"));
        command.args(["--formatter", "text", files]).current_dir(site()).output().unwrap()
    };
    let output = run("**/*.html");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines: Vec<&str> = said.lines().take(40).collect();
    assert!(output.status.success(), "{}{}", lines.join("\n"), String::from_utf8_lossy(&output.stderr));

    let broken = folder.path().join("broken.html");
    fs::write(&broken, pages()["index.html"].replace("</main>", "</p>")).unwrap();
    assert!(!run(broken.to_str().unwrap()).status.success());
}

#[test]
fn a_release_has_it() {
    let folder = format!("wv2interrupt-docs-{}", layout::manifest("version"));
    let zip = release().package(&format!("{folder}.zip")).unwrap();
    let mut zip = ZipArchive::new(File::open(zip).unwrap()).unwrap();
    let files = pack::files(site()).unwrap();
    assert_eq!(zip.len(), files.len());
    for (path, file) in files {
        let mut packed = Vec::new();
        zip.by_name(&format!("{folder}/{path}")).unwrap().read_to_end(&mut packed).unwrap();
        assert!(packed == fs::read(file).unwrap(), "{path}");
    }
}
