//! The table of contents: `docs/SUMMARY.md`, which has headings, and below each a list of links that may have lists in it.

use std::fs;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde::Serialize;
use xtask::{Error, root};

const PATH: &str = "docs/SUMMARY.md";

#[derive(Serialize)]
pub struct Summary {
    parts: Vec<Part>,
}

#[derive(Default, Serialize)]
struct Part {
    title: String,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
pub struct Entry {
    pub title: String,
    /// Of the Markdown, from the root of the repository.
    pub path: String,
    /// Of the page, from the root of the site.
    address: String,
    below: Vec<Entry>,
}

impl Summary {
    pub fn read() -> Result<Self, Error> {
        let text = fs::read_to_string(root().join(PATH))?;
        let (mut parts, mut depth, mut words, mut path) = (Vec::<Part>::new(), 0, String::new(), String::new());
        for event in Parser::new(&text) {
            match event {
                Event::Start(Tag::List(_)) => depth += 1,
                Event::End(TagEnd::List(_)) => depth -= 1,
                Event::Start(Tag::Heading { .. }) => words.clear(),
                Event::End(TagEnd::Heading(_)) => parts.push(Part { title: words.clone(), ..Part::default() }),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    path = within(PATH, &dest_url)?;
                    words.clear();
                }
                Event::Text(text) | Event::Code(text) => words += &text,
                Event::End(TagEnd::Link) => {
                    let (title, path) = (words.clone(), path.clone());
                    let entry = Entry { title, address: address(&path), path, below: Vec::new() };
                    let part = parts.last_mut().ok_or("the table of contents begins with a heading")?;
                    match part.entries.last_mut() {
                        Some(above) if depth > 1 => above.below.push(entry),
                        _ => part.entries.push(entry),
                    }
                }
                _ => {}
            }
        }
        Ok(Self { parts })
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let entries = self.parts.iter().flat_map(|part| &part.entries);
        entries.flat_map(|entry| std::iter::once(entry).chain(&entry.below))
    }
}

/// Where the page of a file is. What is no Markdown has its whole name in it.
pub fn address(path: &str) -> String {
    match path.strip_suffix("README.md") {
        Some(folder) => format!("{folder}index.html"),
        None => format!("{}.html", path.strip_suffix(".md").unwrap_or(path)),
    }
}

/// A link of a page as a path from the root of the repository, which it may not leave.
pub fn within(page: &str, link: &str) -> Result<String, Error> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/').filter(|part| !matches!(*part, "" | ".")) {
        if part == ".." {
            parts.pop().ok_or_else(|| format!("{link} leads out of the repository"))?;
        } else {
            parts.push(part);
        }
    }
    Ok(parts.join("/"))
}
