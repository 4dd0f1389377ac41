//! The vocabulary: every type of code, its constants, and what each means.
//!
//! A code is an open number: whatever a later version of WebView2 or of this library uses is kept.

/// A constant of a type, as headers and bindings need it.
#[doc(hidden)]
pub struct Constant {
    pub code: i32,
    /// `IN_PROGRESS`
    pub name: &'static str,
    /// `in_progress`: stable for ever.
    pub id: &'static str,
    /// A sentence, with a space before each line.
    pub meaning: &'static str,
}

/// What all types of codes have in common.
macro_rules! open {
    ($type:ident) => {
        impl $type {
            /// The "unknown" of this type: -1.
            pub const UNKNOWN: Self = Self(-1);
        }

        impl From<i32> for $type {
            #[inline]
            fn from(code: i32) -> Self {
                Self(code)
            }
        }

        impl From<$type> for i32 {
            #[inline]
            fn from(code: $type) -> Self {
                code.0
            }
        }

        /// The name and the number.
        impl core::fmt::Debug for $type {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, "{self} ({})", self.0)
            }
        }
    };
}
pub(crate) use open;

/// A type of codes from 0, and its constants.
macro_rules! codes {
    (
        $(#[$about:meta])*
        $type:ident {
            $($(#[doc = $meaning:literal])+ $constant:ident = $code:literal $id:literal,)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(transparent)]
        pub struct $type(pub i32);

        open!($type);

        impl $type {
            $($(#[doc = $meaning])+ pub const $constant: Self = Self($code);)+

            /// Every code that this version knows, from 0.
            #[inline]
            pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
                (0..Self::CONSTANTS.len() as i32).map(Self)
            }

            #[doc(hidden)]
            pub const CONSTANTS: &'static [Constant] = &[
                $(Constant { code: $code, name: stringify!($constant), id: $id, meaning: concat!($($meaning),+) },)+
            ];
        }

        /// The stable id: `in_progress`; `unknown` for a code that is not known.
        impl core::fmt::Display for $type {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(Self::CONSTANTS.get(self.0 as u32 as usize).map_or("unknown", |constant| constant.id))
            }
        }

        const _: () = in_order($type::CONSTANTS);
    };
}

codes! {
    /// Where an interruption came from.
    Category {
        /// Nowhere: there was no interruption.
        NONE = 0 "none",
        /// The file on this computer: the disk, its permissions, the security check.
        FILE = 1 "file",
        /// The network between this computer and the server.
        NETWORK = 2 "network",
        /// The server, or what it answered.
        SERVER = 3 "server",
        /// A person or a program stopped it on purpose.
        USER = 4 "user",
        /// The process that ran the download.
        PROCESS = 5 "process",
    }
}

codes! {
    /// What `Resume()` does for a reason, when `CanResume` is TRUE.
    ///
    /// `CanResume` decides at run time; this only foretells. Source: Chromium's resumption policy.
    Recovery {
        /// `Resume()` does not help, or there is nothing to recover.
        NONE = 0 "none",
        /// `Resume()` goes on with the partial file.
        RESUME = 1 "resume",
        /// `Resume()` starts again from zero.
        RESTART = 2 "restart",
        /// As RESUME, but the engine tries by itself first, a limited number of times.
        AUTO_RESUME = 3 "auto_resume",
        /// As RESTART, but the engine tries by itself first, a limited number of times.
        AUTO_RESTART = 4 "auto_restart",
    }
}

codes! {
    /// What a program shows for a download at this moment.
    Outcome {
        /// Bytes are moving, or about to.
        IN_PROGRESS = 0 "in_progress",
        /// The file is there.
        COMPLETED = 1 "completed",
        /// Something went wrong and the engine is trying again by itself.
        RECOVERING = 2 "recovering",
        /// Paused on purpose; no error.
        PAUSED = 3 "paused",
        /// Stopped on purpose by a person or a program, or given up before it began; no error.
        CANCELED = 4 "canceled",
        /// Blocked by security: a virus, a policy, or a security check that could not be made.
        BLOCKED = 5 "blocked",
        /// It went wrong, and nothing more happens by itself.
        FAILED = 6 "failed",
        /// All bytes are there and the download is not complete: the engine checks the file, or waits for
        /// somebody to keep or discard it.
        FINISHING = 7 "finishing",
    }
}

codes! {
    /// The button to offer beside a download.
    Action {
        /// None.
        NONE = 0 "none",
        /// Pause the download.
        PAUSE = 1 "pause",
        /// Call `Resume()`: it goes on with the part that is there.
        RESUME = 2 "resume",
        /// Call `Resume()`: it starts from zero, or may not help.
        RETRY = 3 "retry",
        /// Begin a new download of the same address.
        DOWNLOAD_AGAIN = 4 "download_again",
        /// Open the file.
        OPEN = 5 "open",
        /// Open the web view's own list of downloads, where the person keeps or discards the file.
        SHOW_DOWNLOADS = 6 "show_downloads",
    }
}

codes! {
    /// The state of a download: a value of WebView2's `COREWEBVIEW2_DOWNLOAD_STATE`.
    ///
    /// Chromium's own state numbers are different ones and do not belong here.
    State {
        /// The download is in progress.
        IN_PROGRESS = 0 "in_progress",
        /// The download is interrupted.
        INTERRUPTED = 1 "interrupted",
        /// The download is complete.
        COMPLETED = 2 "completed",
    }
}

codes! {
    /// How a language is written.
    Direction {
        /// From left to right.
        LEFT_TO_RIGHT = 0 "left_to_right",
        /// From right to left.
        RIGHT_TO_LEFT = 1 "right_to_left",
    }
}

/// A language of the texts: an index from 0, which is English, and the default.
///
/// It is valid for the library that gave it only: store the [`tag`](Self::tag), not the index. Every number is
/// accepted, and one that is out of range reads English.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Language(pub i32);

open!(Language);

const fn in_order(constants: &[Constant]) {
    let mut i = 0;
    while i < constants.len() {
        assert!(constants[i].code == i as i32, "constant i must have code i");
        i += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::*;

    #[test]
    fn a_code_keeps_its_number() {
        for code in [-1, 0, 7, 8, i32::MIN, i32::MAX] {
            assert_eq!(i32::from(Outcome::from(code)), code);
        }
    }

    #[test]
    fn a_code_says_what_it_is() {
        assert_eq!(format!("{} {:?}", Outcome::FAILED, Outcome::FAILED), "failed failed (6)");
        assert_eq!(format!("{} {:?}", Action(77), Action(77)), "unknown unknown (77)");
        assert_eq!(format!("{:>5}|", Category::FILE), " file|");
        assert_eq!(format!("{}", State::UNKNOWN), "unknown");
    }

    #[test]
    fn all_are_in_order() {
        assert!(Recovery::all().eq([0, 1, 2, 3, 4].map(Recovery)));
        assert_eq!(Direction::all().len(), 2);
    }

    #[test]
    #[should_panic(expected = "constant i must have code i")]
    fn a_constant_out_of_order_is_refused() {
        in_order(&State::CONSTANTS[1..]);
    }
}
