//! docs/causes.tsv against the reasons, and against what a server's answers were seen to become.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use generate::causes::{self, Cause, KNOWN};
use regex::Regex;

use crate::stranger::{UNKNOWN, api, chromium_only, reasons, root};

/// What is known of one answer: the reason and `CanResume`.
type Answers = BTreeMap<u32, (String, String)>;

/// `tests/data/server-answers.tsv`, as it was recorded.
fn recorded() -> Answers {
    let file = fs::read_to_string(root().join("tests/data/server-answers.tsv")).unwrap();
    let answers = file.lines().skip(2).map(|line| {
        let [status, reason, can_resume] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        (status.parse().unwrap(), (reason.to_owned(), can_resume.to_owned()))
    });
    answers.collect()
}

/// Every number that a cause of that kind names; each stands there once.
fn written(causes: &[Cause]) -> Answers {
    let number = Regex::new(r"\d{3}").unwrap();
    let mut answers = Answers::new();
    for cause in causes {
        for status in number.find_iter(cause.answer().unwrap_or_default()) {
            let status = status.as_str().parse().unwrap();
            let known = (cause.reason.clone(), cause.can_resume.clone());
            assert_eq!(answers.insert(status, known), None, "{status} is there twice");
        }
    }
    answers
}

#[test]
fn the_answers_of_servers_are_those_that_were_recorded() {
    assert_eq!(recorded().len(), 23);
    assert_eq!(written(&causes::all().unwrap()), recorded());
}

#[test]
fn each_has_a_reason_a_kind_and_a_source() {
    let causes = causes::all().unwrap();
    for Cause { reason, can_resume, cause, known, source } in &causes {
        assert_ne!(api().find("from_name", reason.as_str()), UNKNOWN, "{reason}");
        assert_eq!(api().text("name", api().find("from_name", reason.as_str())), reason);
        assert!(["", "TRUE", "FALSE"].contains(&can_resume.as_str()), "{can_resume}");
        assert!(!cause.is_empty() && !cause.contains('|') && !cause.ends_with('.'), "{cause}");
        let from = match known.as_str() {
            "observed" => "Chromium ",
            "documented" => "https://learn.microsoft.com/en-us/",
            "read" => "https://github.com/chromium/chromium/blob/main/",
            "reported" => "https://github.com/",
            _ => panic!("{known} is none of {KNOWN:?}"),
        };
        assert!(source.starts_with(from), "{cause}: {source}");
    }
    let named: BTreeSet<&str> = causes.iter().map(|cause| cause.reason.as_str()).collect();
    for reason in reasons() {
        assert!(named.contains(api().text("name", reason)), "nothing is said of {reason}");
    }
}

#[test]
fn the_names_of_chromium_are_there() {
    let page = fs::read_to_string(root().join("docs/troubleshooting.md")).unwrap();
    for (number, (name, _)) in chromium_only() {
        assert!(page.contains(&format!("{number} `{name}`")), "{name}");
    }
}
