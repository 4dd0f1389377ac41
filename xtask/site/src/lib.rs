//! The documentation as a site that opens from a disk: the pages that `docs/SUMMARY.md` lists, below a folder as they lie in
//! the repository, so that a link from one to the other leads the same way in both.
//!
//! mdBook as a library, without its server, was 113 crates and 67 s of processor time to compile, which CI would pay for each
//! system that it checks; and it takes only pages that lie in one folder. All that this takes compiled in 25 s, most of it what
//! `cargo xtask` has anyhow.

mod page;
mod summary;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use minijinja::{Environment, UndefinedBehavior, context};
use xtask::{Error, root};

use page::Page;
use summary::{Entry, Summary};

/// Builds the site in a folder, in the place of what was there.
pub fn build(folder: &Path) -> Result<(), Error> {
    let summary = Summary::read()?;
    let paths: BTreeSet<String> = summary.entries().map(|entry| entry.path.clone()).collect();
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_trim_blocks(true);
    templates.set_lstrip_blocks(true);
    templates.add_template("page.html", include_str!("page.html"))?;
    let template = templates.get_template("page.html")?;

    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    write(&folder.join("style.css"), include_str!("style.css"))?;
    let show = |page: Page, before: Option<&Entry>, after: Option<&Entry>| -> Result<(), Error> {
        let up = "../".repeat(page.path.matches('/').count());
        let version = env!("CARGO_PKG_VERSION");
        let html = template.render(context! { page, summary, before, after, up, version })?;
        write(&folder.join(summary::address(&page.path)), &html)
    };
    let order: Vec<&Entry> = summary.entries().collect();
    let mut others = BTreeSet::new();
    for (index, Entry { path, .. }) in order.iter().enumerate() {
        let text = fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))?;
        let page = Page::of_markdown(path, &text, &paths).map_err(|error| format!("{path}: {error}"))?;
        others.extend(page.others.iter().cloned());
        let before = index.checked_sub(1).map(|index| order[index]);
        show(page, before, order.get(index + 1).copied())?;
    }
    let (folders, mut files): (BTreeSet<_>, BTreeSet<_>) =
        others.into_iter().partition(|path| root().join(path).is_dir());
    for folder in folders {
        let page = Page::of_folder(&folder, &paths)?;
        files.extend(page.others.iter().cloned());
        show(page, None, None)?;
    }
    for file in files {
        if page::is_image(&file) {
            write(&folder.join(&file), fs::read(root().join(&file))?)?;
        } else {
            show(Page::of_text(&file)?, None, None)?;
        }
    }
    Ok(())
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()).into())
}
