//! One page: its Markdown as HTML, with links that lead to pages of the site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use minijinja::HtmlEscape;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use serde::Serialize;
use xtask::{Error, root};

use crate::summary::{address, within};

#[derive(Serialize)]
pub struct Page {
    /// From the root of the repository.
    pub path: String,
    title: String,
    body: String,
    /// The headings below the title, for a list of what is on the page.
    sections: Vec<Section>,
    /// What it shows and links to besides: files and folders of the repository.
    #[serde(skip)]
    pub others: Vec<String>,
}

#[derive(Serialize)]
struct Section {
    id: String,
    title: String,
}

impl Page {
    pub fn of_markdown(path: &str, text: &str, pages: &BTreeSet<String>) -> Result<Self, Error> {
        let mut events: Vec<Event> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
        let mut page = Self::empty(path);
        page.name_headings(&mut events);
        let mut in_table = false;
        for event in &mut events {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    *dest_url = page.lead(dest_url, pages)?.into();
                }
                Event::Start(Tag::Table(_)) => in_table = true,
                Event::End(TagEnd::Table) => in_table = false,
                Event::Code(text) if in_table => {
                    *event = Event::InlineHtml(format!("<code>{}</code>", breaking_code(text)).into())
                }
                Event::Text(text) if in_table => *event = Event::InlineHtml(breaking(text).into()),
                _ => {}
            }
        }
        html::push_html(&mut page.body, events.into_iter().flat_map(frame));
        for (plain, better) in CELLS {
            page.body = page.body.replace(plain, better);
        }
        Ok(page)
    }

    /// The files of a folder that has no page of its own.
    pub fn of_folder(folder: &str, pages: &BTreeSet<String>) -> Result<Self, Error> {
        let mut text = format!("# {folder}\n\n");
        let entries: Vec<_> = fs::read_dir(root().join(folder))?.collect::<Result<_, _>>()?;
        let files = entries.iter().filter(|entry| entry.path().is_file()).map(|entry| entry.file_name());
        for name in files.map(|name| name.to_string_lossy().into_owned()).collect::<BTreeSet<_>>() {
            text += &format!("- [{name}]({name})\n");
        }
        Self::of_markdown(&format!("{folder}/README.md"), &text, pages)
    }

    /// A file, as it is.
    pub fn of_text(path: &str) -> Result<Self, Error> {
        let mut page = Self::empty(path);
        page.title = path.to_owned();
        let text = fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))?;
        let listing = [
            Event::Start(Tag::Heading { level: HeadingLevel::H1, id: None, classes: vec![], attrs: vec![] }),
            Event::Text(path.into()),
            Event::End(TagEnd::Heading(HeadingLevel::H1)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)),
            Event::Text(text.into()),
            Event::End(TagEnd::CodeBlock),
        ];
        html::push_html(&mut page.body, listing.into_iter());
        Ok(page)
    }

    fn empty(path: &str) -> Self {
        let (title, body, sections) = (String::new(), String::new(), Vec::new());
        Self { path: path.to_owned(), title, body, sections, others: Vec::new() }
    }

    /// Gives headings the ids by which code hosts link to them.
    fn name_headings(&mut self, events: &mut [Event]) {
        let mut seen = BTreeMap::<String, usize>::new();
        for index in 0..events.len() {
            let words = words(&events[index + 1..]);
            if let Event::Start(Tag::Heading { level, id, .. }) = &mut events[index] {
                let mut slug = slug(&words);
                let before = seen.entry(slug.clone()).and_modify(|count| *count += 1).or_default();
                if *before > 0 {
                    slug = format!("{slug}-{before}");
                }
                *id = Some(CowStr::from(slug.clone()));
                match level {
                    HeadingLevel::H1 => self.title = words,
                    HeadingLevel::H2 => self.sections.push(Section { id: slug, title: words }),
                    _ => {}
                }
            }
        }
    }

    /// Where a link of the page leads in the site.
    fn lead(&mut self, link: &str, pages: &BTreeSet<String>) -> Result<String, Error> {
        let (file, fragment) = link.find('#').map_or((link, ""), |at| link.split_at(at));
        if file.is_empty() || file.contains(':') {
            return Ok(link.to_owned());
        }
        let target = within(&self.path, file)?;
        let up = "../".repeat(self.path.matches('/').count());
        let page =
            if root().join(&target).is_dir() { within(&format!("{target}/x"), "README.md")? } else { target.clone() };
        if !pages.contains(&page) {
            if !root().join(&target).exists() {
                return Err(format!("{link} leads nowhere").into());
            }
            if target.ends_with(".md") {
                return Err(format!("{link} leads to a page that docs/SUMMARY.md does not have").into());
            }
            self.others.push(target.clone());
        }
        if is_image(&target) {
            return Ok(format!("{up}{target}"));
        }
        Ok(format!("{up}{}{fragment}", address(&page)))
    }
}

pub fn is_image(path: &str) -> bool {
    [".png", ".svg"].iter().any(|ending| path.ends_with(ending))
}

/// A text, as HTML, that may go on in the next line after each underscore: columns are narrow, and names long.
fn breaking(text: &str) -> String {
    HtmlEscape(text).to_string().replace('_', "_<wbr>")
}

/// The same for code, which also breaks between the parts of a path, of a command and of what a program calls.
fn breaking_code(code: &str) -> String {
    let parts = code.split_inclusive(['_', '/', '\\', '(', '=', '@']).map(|part| HtmlEscape(part).to_string());
    let parts: Vec<String> = parts.map(|part| part.replace("wv2interrupt.", "wv2interrupt<wbr>.")).collect();
    parts.join("<wbr>")
}

/// The words up to the end of a heading.
fn words(events: &[Event]) -> String {
    let heading = events.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    heading
        .filter_map(|event| if let Event::Text(text) | Event::Code(text) = event { Some(&**text) } else { None })
        .collect()
}

fn slug(words: &str) -> String {
    let kept = words.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>().to_lowercase()
}

/// A head without words heads nothing, every other its column; and a cell is written as its language is.
const CELLS: [(&str, &str); 6] = [
    ("<thead><tr><th></th><th></th></tr></thead>", ""),
    ("<th></th>", "<td></td>"),
    ("<th style=\"text-align: right\"></th>", "<td></td>"),
    ("<th>", "<th scope=\"col\">"),
    ("<th style", "<th scope=\"col\" style"),
    ("<td", "<td dir=\"auto\""),
];

/// Puts a frame around a table of many columns, in which it can be moved with the keyboard, too, where the screen is narrow.
fn frame(event: Event) -> Vec<Event> {
    const OPEN: &str = "<div class=\"wide\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">";
    match event {
        Event::Start(Tag::Table(columns)) => {
            let open = if columns.len() > 3 { OPEN } else { "<div>" };
            vec![Event::Html(open.into()), Event::Start(Tag::Table(columns))]
        }
        Event::End(TagEnd::Table) => vec![event, Event::Html("</div>\n".into())],
        event => vec![event],
    }
}
