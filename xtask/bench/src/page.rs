//! The page: first the goals, then the tables that they were judged by.

use std::fmt::Write;

pub struct Page {
    machine: String,
    goals: Vec<Goal>,
    body: String,
}

pub struct Goal {
    pub what: String,
    pub measured: String,
    pub met: bool,
    /// What stands in the way where it is not met.
    pub otherwise: &'static str,
    /// The same in every run: it does not depend on time.
    pub certain: bool,
}

impl Page {
    pub fn new(machine: String) -> Self {
        Self { machine, goals: Vec::new(), body: String::new() }
    }

    pub fn goal(&mut self, goal: Goal) {
        self.goals.push(goal);
    }

    pub fn section(&mut self, heading: &str, text: &str) {
        write!(self.body, "\n## {heading}\n\n{text}\n").expect("a String takes everything");
    }

    /// The first column is of words, the others are of figures.
    pub fn table(&mut self, columns: &[&str], rows: &[Vec<String>]) {
        self.body.push_str(&table(columns, rows));
    }

    pub fn text(&self) -> String {
        let verdict = |goal: &Goal| if goal.met { "met" } else { "**not met**" };
        let goals = self.goals.iter().map(|goal| vec![goal.what.clone(), goal.measured.clone(), verdict(goal).into()]);
        let mut reasons: Vec<&str> = Vec::new();
        for goal in self.goals.iter().filter(|goal| !goal.met) {
            if !reasons.contains(&goal.otherwise) {
                reasons.push(goal.otherwise);
            }
        }
        let reasons: String = reasons.iter().map(|reason| format!("- {reason}\n")).collect();
        let reasons = if reasons.is_empty() { reasons } else { format!("\nWhere a goal is not met:\n\n{reasons}") };
        format!(
            "# Benchmarks\n\nWritten by `cargo xtask bench`; do not edit. Times are medians of all rounds; the rounds of all \
             contenders are interleaved, and\na ratio is the median of the rounds' ratios.\n\n{}\n## Goals\n{}{reasons}{}",
            self.machine,
            table(&["goal", "measured", ""], &goals.collect::<Vec<_>>()),
            self.body,
        )
    }

    pub fn certain_failures(&self) -> Vec<String> {
        let missed = self.goals.iter().filter(|goal| goal.certain && !goal.met);
        missed.map(|goal| format!("{}: {}", goal.what, goal.measured)).collect()
    }
}

/// In columns that a terminal shows well, too.
fn table(columns: &[&str], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([columns[column].chars().count(), 3]).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::from("|");
        for (column, (cell, &width)) in cells.zip(&widths).enumerate() {
            let pad = " ".repeat(width - cell.chars().count());
            line.push_str(&if column == 0 { format!(" {cell}{pad} |") } else { format!(" {pad}{cell} |") });
        }
        line + "\n"
    };
    let rule = widths.iter().enumerate().map(|(column, &width)| match column {
        0 => format!("{}|", "-".repeat(width + 2)),
        _ => format!("{}:|", "-".repeat(width + 1)),
    });
    let mut text = format!("\n{}|{}\n", line(&mut columns.iter().copied()), rule.collect::<String>());
    for row in rows {
        text.push_str(&line(&mut row.iter().map(String::as_str)));
    }
    text
}
