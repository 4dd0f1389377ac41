//! How much is measured.

pub struct Effort {
    pub rounds: usize,
    /// Processes started for each library.
    pub starts: usize,
    /// Rounds in each other language, and calls in each of them.
    pub foreign: (usize, usize),
}

pub const FULL: Effort = Effort { rounds: 101, starts: 41, foreign: (15, 100_000) };
pub const SHORT: Effort = Effort { rounds: 9, starts: 9, foreign: (9, 5_000) };
