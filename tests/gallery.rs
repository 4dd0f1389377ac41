//! The gallery of the WebView2 host, drawn under Wine on a screen that nobody sees, and its picture in the documentation.

use std::fs;

use library::{ACTIONS, FINISHING};
use webview2::gallery::{self, Picture};
use webview2::page;

use crate::stranger::{api, reasons, root, tool};
use crate::webview2::build_tools;

/// The line at a row's lower edge, and the room above it.
const LINE: [u8; 3] = [225; 3];
const WHITE: [u8; 3] = [255; 3];
const MARGIN: usize = 9;

#[test]
fn the_gallery_shows_every_row_whole() {
    let tools = [("Xvfb", "xvfb"), ("import", "imagemagick"), ("wine", "wine64")];
    let tools = tools.map(|(name, package)| tool(name, package));
    if build_tools().is_none() || tools.contains(&None) {
        return;
    }
    // One that is read from left to right, and one from right to left.
    for tag in ["en", "he"] {
        let picture = gallery::take(api(), tag).unwrap();
        let rows: Vec<[usize; 3]> = [0, picture.width / 2].iter().flat_map(|&left| rows(&picture, left)).collect();
        // The reasons, a later code, and four downloads that are not interrupted.
        assert_eq!(rows.len(), api().constant("count") as usize + 5, "{tag}");
        for [left, top, bottom] in rows {
            let right = left + picture.width / 2;
            let ink = |top, bottom| {
                let lines = (top..bottom).filter(|&y| (left..right).any(|x| picture.pixel(x, y) != WHITE));
                lines.count()
            };
            assert_eq!(ink(bottom - MARGIN, bottom), 0, "{tag}: a row at {left}, {top} is cut off below");
            assert!(ink(top, bottom) > 2 * MARGIN, "{tag}: the row at {left}, {top} has no text");
        }
    }
}

/// The left, top and bottom of every row of one column, by the lines below them.
fn rows(picture: &Picture, left: usize) -> Vec<[usize; 3]> {
    let is_line = |&y: &usize| (left..left + picture.width / 2).all(|x| picture.pixel(x, y) == LINE);
    let bottoms: Vec<usize> = (0..picture.height).filter(is_line).collect();
    let first_top = 40;
    let tops = [first_top].into_iter().chain(bottoms.iter().map(|bottom| bottom + 1));
    tops.zip(&bottoms).map(|(top, &bottom)| [left, top, bottom]).collect()
}

/// Where Wine cannot draw the letters, a page is drawn that has the host's rows.
#[test]
fn the_page_has_every_row() {
    for tag in page::DRAWN {
        let language = api().find("language_find", tag);
        let direction = if tag == "ar" { "rtl" } else { "ltr" };
        let page = page::gallery(api(), language);
        assert!(page.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")), "{tag}");
        assert_eq!(page.matches("<section ").count(), api().constant("count") as usize + 5, "{tag}");
        for function in ["status_label", "status_message", "status_advice"] {
            for reason in reasons().into_iter().chain([57]) {
                let outcome = api().outcome(1, reason);
                let text = api().status(function, outcome, reason, language);
                assert!(page.contains(text), "{tag} {reason}: {text}");
            }
            let finishing = api().status(function, FINISHING, 0, language);
            assert!(page.contains(finishing), "{tag}: {finishing}");
        }
        for action in 1..ACTIONS {
            let caption = api().spoken("action_label", action, language);
            assert!(page.contains(&format!("<button>{caption}</button>")), "{tag}: {caption}");
        }
    }
}

#[test]
fn the_pictures_of_the_gallery_are_current() {
    for (tag, picture) in gallery::PICTURES.into_iter().chain([gallery::FEW]) {
        let file = fs::read(root().join(picture)).unwrap();
        let fingerprint = gallery::fingerprint(api(), tag);
        let current = file.windows(fingerprint.len()).any(|part| part == fingerprint.as_bytes());
        assert!(current, "{picture} shows other texts: `cargo xtask gallery` makes it new");
    }
}
