//! The pages in what a release consists of: none has a link that leads nowhere there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::docs::headings;
use crate::site::Anchors;
use crate::stranger::{api, text};
use crate::windows::release;

/// What is in a file of a release, by its path there.
type Contents = BTreeMap<String, Vec<u8>>;

fn contents(file: &Path) -> Contents {
    let name = file.file_name().unwrap().to_str().unwrap();
    let read = |mut part: Box<dyn Read + '_>| {
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        bytes
    };
    let open = File::open(file).unwrap();
    match name.rsplit('.').next().unwrap() {
        "zip" | "nupkg" | "whl" => {
            let mut zip = zip::ZipArchive::new(open).unwrap();
            let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
            names.into_iter().map(|name| (name.clone(), read(Box::new(zip.by_name(&name).unwrap())))).collect()
        }
        "gz" | "tgz" => {
            let mut tar = tar::Archive::new(GzDecoder::new(open));
            let entries = tar.entries().unwrap().map(Result::unwrap);
            entries.map(|entry| (entry.path().unwrap().to_str().unwrap().to_owned(), read(Box::new(entry)))).collect()
        }
        _ => [(name.to_owned(), read(Box::new(open)))].into(),
    }
}

/// What a page links to, and the names of its parts. None for what is no page.
fn anchors(path: &str, bytes: &[u8]) -> Option<Anchors> {
    // A wheel has its page behind the fields of its metadata.
    let page = || text(bytes);
    let markdown = match path.rsplit('/').next().unwrap() {
        "METADATA" => page().split_once("\n\n").unwrap().1.to_owned(),
        name if name.ends_with(".md") => page(),
        name if name.ends_with(".html") => return Some(Anchors::of(&page())),
        _ => return None,
    };
    let link = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    };
    let links = Parser::new_ext(&markdown, Options::ENABLE_TABLES).filter_map(link).collect();
    Some(Anchors { ids: headings(&markdown).into_iter().collect(), links })
}

/// The links of all pages that lead nowhere, each behind its page.
fn dead(contents: &Contents) -> (usize, Vec<String>) {
    let pages: BTreeMap<&str, Anchors> =
        contents.iter().filter_map(|(path, bytes)| Some((path.as_str(), anchors(path, bytes)?))).collect();
    let leads = |page: &str, link: &str| {
        let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
        let path = if file.is_empty() { Some(page.to_owned()) } else { beside(page, file) };
        path.is_some_and(|path| {
            contents.contains_key(&path)
                && (fragment.is_empty() || pages.get(path.as_str()).is_some_and(|page| page.ids.contains(fragment)))
        })
    };
    let mut dead = Vec::new();
    for (page, anchors) in &pages {
        let own = anchors.links.iter().filter(|link| !link.starts_with("https://") && !link.starts_with("data:"));
        dead.extend(own.filter(|link| !leads(page, link)).map(|link| format!("{page}: {link}")));
    }
    (pages.len(), dead)
}

/// The path of a file that a page names. None outside of all.
fn beside(page: &str, file: &str) -> Option<String> {
    let mut path: Vec<&str> = page.split('/').collect();
    path.pop();
    for part in file.split('/') {
        match part {
            ".." => drop(path.pop()?),
            "." => {}
            part => path.push(part),
        }
    }
    Some(path.join("/"))
}

#[test]
fn no_page_of_a_package_leads_nowhere() {
    let mut kinds = BTreeSet::new();
    for file in release().files() {
        let (pages, dead) = dead(&contents(file));
        assert_eq!(dead, [""; 0], "{}", file.display());
        if pages > 0 {
            kinds.insert(file.extension().unwrap().to_str().unwrap());
        }
    }
    let all = ["gz", "html", "nupkg", "tgz", "whl", "zip"];
    let made = |kind: &&&str| release().files().any(|file| file.extension().is_some_and(|it| *it == ***kind));
    assert_eq!(kinds, all.iter().filter(made).copied().collect());

    // It would say so.
    let page =
        "# A b\n[a](x.md) [b](#a-b) [c](#c) [d](../d/y.md#a-b) [e](y.md#z) ![f](../../f.png) [g](https://example.org)";
    let broken = [("d/x.md", page), ("d/y.md", "# A b\n"), ("d/z.html", "<a href='y.md'><img src='f.png'>")];
    let broken = broken.map(|(path, page)| (path.to_owned(), page.as_bytes().to_owned())).into();
    assert_eq!(
        dead(&broken),
        (3, ["d/x.md: #c", "d/x.md: y.md#z", "d/x.md: ../../f.png", "d/z.html: f.png"].map(str::to_owned).into())
    );
}

/// The words of a link stay, and where its page is; one that says nothing more goes, and so does a picture.
#[test]
fn words_stay_where_a_package_lacks_their_page() {
    let archive = release().files().find(|file| file.to_string_lossy().ends_with("-windows-x64.zip")).unwrap();
    let contents = contents(archive);
    let (_, readme) = contents.iter().find(|(path, _)| path.ends_with("/README.md")).unwrap();
    let readme = text(readme);
    assert!(readme.contains(": Hosting WebView2 downloads.") && readme.contains("[MIT](LICENSE-MIT)"), "{readme}");
    assert!(!readme.contains("more)") && !readme.contains("![") && !readme.contains("\n\n\n"), "{readme}");
    let documentation = format!("wv2interrupt-docs-{}.zip", api().version());
    assert!(readme.ends_with(&format!(" are in `{documentation}` of the same release.\n")), "{readme}");
    assert!(release().package(&documentation).is_some());
}
