//! The rows of the gallery as a web page, for scripts whose letters join or carry marks: Wine measures each letter alone.

use std::fs;
use std::process::{Command, Stdio};

use library::{Api, Code, FINISHING};
use xtask::{Error, run};

use crate::gallery::Picture;
use crate::host;

const NEEDED: &str = "Chromium is needed: on Debian `apt-get install chromium imagemagick fonts-noto-core`";

/// What Wine draws wrongly: it does not join the letters of Arabic and Hindi, and puts marks of Thai over the next letter.
pub const DRAWN: [&str; 3] = ["ar", "hi", "th"];

/// As the host draws it.
const STYLE: &str = "
body { margin: 8px; width: 984px; columns: 2; column-gap: 0; font: 13px 'Noto Sans', sans-serif; color: #202020; }
section { break-inside: avoid; border-bottom: 1px solid #e1e1e1; padding: 8px 10px 10px; padding-inline-start: 30px; position: relative; }
header { display: flex; align-items: start; gap: 5px; }
header div { flex: 1; }
b, small, button { white-space: nowrap; }
small { float: inline-end; font-size: 13px; color: #606060; padding-inline-end: 5px; }
p { margin: 0; }
.label { color: #606060; }
.alarming .label { color: #a4262c; }
.blocked::before { content: ''; position: absolute; inset-inline-start: 6px; top: 11px; width: 18px; height: 18px; background: #a4262c;
    clip-path: polygon(50% 0, 100% 12%, 95% 60%, 50% 100%, 5% 60%, 0 12%); }
button { font: inherit; color: inherit; height: 26px; padding: 0 10px; border: 1px solid #e1e1e1; background: #f3f3f3; }
progress { display: block; width: 100%; height: 4px; margin-top: 4px; appearance: none; }
progress::-webkit-progress-bar { background: #e1e1e1; }
progress::-webkit-progress-value { background: #0067c0; }
";

const IN_PROGRESS: i32 = 0;
const INTERRUPTED: i32 = 1;
const COMPLETED: i32 = 2;
const NONE: Code = 0;
const LATER: Code = 57;

/// The page of every row.
pub fn gallery(api: &Api, language: i32) -> String {
    let timeout = api.find("from_name", "NetworkTimeout");
    let mut shown = vec![
        (api.outcome(IN_PROGRESS, NONE), NONE),
        (api.outcome(IN_PROGRESS, timeout), timeout),
        (FINISHING, NONE),
        (api.outcome(COMPLETED, NONE), NONE),
    ];
    shown.extend(api.reasons().chain([LATER]).map(|why| (api.outcome(INTERRUPTED, why), why)));
    let file = |why| format!("{}.zip", api.text("name", why));
    html(api, language, "", shown.into_iter().map(|(outcome, why)| (file(why), outcome, why)))
}

/// The page of a few rows, for the README.
pub fn few(api: &Api, language: i32) -> String {
    let rows =
        [("Quarterly report.xlsx", "FileNoSpace"), ("Setup.exe", "FileMalicious"), ("Holiday.mp4", "UserPaused")];
    let rows = rows.map(|(file, why)| {
        let why = api.find("from_name", why);
        (file.to_owned(), api.outcome(INTERRUPTED, why), why)
    });
    html(api, language, "body { columns: 1; width: 520px; }", rows.into_iter())
}

/// The page says in which language and direction it is.
fn html(api: &Api, language: i32, style: &str, rows: impl Iterator<Item = (String, i32, Code)>) -> String {
    let rows: String = rows.map(|(file, outcome, why)| row(api, language, &file, outcome, why)).collect();
    let direction = if api.number("language_direction", language) == 1 { "rtl" } else { "ltr" };
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{direction}\">\n<meta charset=\"utf-8\">\n<style>{STYLE}{style}</style>\n{}",
        api.text("language_tag", language),
        rows
    )
}

fn row(api: &Api, language: i32, file: &str, outcome: i32, why: Code) -> String {
    let can_resume = api.text("recovery_name", api.number("recovery", why)) != "none";
    let action = api.action(outcome, why, can_resume.into());
    let status = |function| api.status(function, outcome, why, language);
    let caption = match api.spoken("action_label", action, language) {
        "" => String::new(),
        caption => format!("<button>{}</button>", escaped(caption)),
    };
    let number = if why == LATER { format!(" ({why})") } else { String::new() };
    let (class, progress) = match api.text("outcome_name", outcome) {
        "blocked" => ("alarming blocked", None),
        "failed" => ("alarming", None),
        "finishing" => ("", Some(100)),
        "in_progress" | "recovering" | "paused" => ("", Some(43)),
        _ => ("", None),
    };
    let (size, bar) = progress.map_or_else(Default::default, |done| {
        (
            format!("<small dir=\"ltr\">{done} MB / 100 MB</small>"),
            format!("<progress max=\"100\" value=\"{done}\"></progress>"),
        )
    });
    let details = ["status_message", "status_advice"].map(|function| format!("<p>{}</p>", escaped(status(function))));
    format!(
        "<section class=\"{class}\"><header><div><b dir=\"ltr\">{file}</b>{size}<p class=\"label\">{}{number}</p></div>\
         {caption}<button>×</button></header>{}{bar}</section>\n",
        escaped(status("status_label")),
        details.concat(),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Has Chromium draw a page.
pub fn take(html: &str) -> Result<Picture, Error> {
    let page = host::folder()?.join("gallery.html");
    let drawn = page.with_extension("png");
    fs::write(&page, html)?;
    let mut chromium = Command::new("chromium");
    chromium.args(["--headless", "--no-sandbox", "--hide-scrollbars", "--disable-lcd-text", "--window-size=1000,3000"]);
    chromium.arg(format!("--screenshot={}", drawn.display())).arg(page).stderr(Stdio::null());
    run(&mut chromium, NEEDED)?;
    let output = Command::new("convert").arg(drawn).args(["+dither", "-colors", "64", "-depth", "8", "ppm:-"]).output();
    let output = output.map_err(|error| format!("convert: {error}: {NEEDED}"))?;
    Picture::parse(&output.stdout).ok_or_else(|| "convert wrote no PPM".into())
}
