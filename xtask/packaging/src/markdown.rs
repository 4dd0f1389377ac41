//! The Markdown pages of a package: a link to what the package does not have becomes words.

use std::fs;
use std::ops::Range;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use xtask::Error;

use crate::{layout, pack};

/// Rewrites every page below the folder of a package.
pub fn settle(package: &Path) -> Result<(), Error> {
    let package = fs::canonicalize(package)?;
    for (_, page) in pack::files(&package)?.into_iter().filter(|(name, _)| name.ends_with(".md")) {
        let has = |file: &str| {
            fs::canonicalize(page.with_file_name(file)).is_ok_and(|file| file.starts_with(&package) && file.is_file())
        };
        fs::write(&page, settled(&fs::read_to_string(&page)?, has))?;
    }
    Ok(())
}

/// A page without its links and pictures of what is not there, which says in its end where that is.
fn settled(text: &str, has: impl Fn(&str) -> bool) -> String {
    let lost = lost_links(text, has);
    let mut cuts: Vec<Range<usize>> = lost.iter().flat_map(|link| link.cuts(text)).collect();
    cuts.sort_by_key(|cut| cut.start);
    let (mut settled, mut from) = (String::new(), 0);
    for cut in cuts {
        settled += &text[from..cut.start];
        from = cut.end;
    }
    settled += &text[from..];
    // Where a picture stood alone.
    settled = settled.replace("\n\n\n\n", "\n\n");
    if lost.iter().any(|link| link.words.is_some()) {
        let documentation = format!("wv2interrupt-docs-{}.zip", layout::manifest("version"));
        settled +=
            &format!("\nPages that are named here without a link are in `{documentation}` of the same release.\n");
    }
    settled
}

/// A link, or a picture, which has no words.
struct Link {
    whole: Range<usize>,
    words: Option<Range<usize>>,
}

impl Link {
    /// What goes: of a link all but its words, and of one that stands apart and only says that there is more, all.
    fn cuts(&self, text: &str) -> [Range<usize>; 2] {
        let Range { start, end } = self.whole;
        match &self.words {
            None => [start..end, end..end],
            Some(words) if text[words.clone()] == *"more" && text[..start].ends_with(" (") => {
                let end = end + ")".len();
                [start - " (".len()..end, end..end]
            }
            Some(words) => [start..words.start, words.end..end],
        }
    }
}

fn lost_links(text: &str, has: impl Fn(&str) -> bool) -> Vec<Link> {
    let is_lost = |link: &str| {
        let file = link.split('#').next().unwrap_or_default();
        !file.is_empty() && !file.contains(':') && !has(file)
    };
    let (mut lost, mut open, mut end) = (Vec::new(), Vec::new(), 0);
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => open.push(is_lost(&dest_url)),
            Event::End(TagEnd::Link) if open.pop() == Some(true) => {
                let words = range.start + "[".len()..end;
                lost.push(Link { whole: range, words: Some(words) });
            }
            Event::Start(Tag::Image { dest_url, .. }) if is_lost(&dest_url) => {
                lost.push(Link { whole: range.clone(), words: None });
                end = range.end;
            }
            _ => end = range.end,
        }
    }
    lost
}
