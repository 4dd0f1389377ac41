//! English: the texts that every other language says in its own words, with a note for each.
//!
//! A label stands in a row of a list. The message and the advice stand below it, in this order, when a download has failed
//! or was blocked. What each row says is a fact: "Means" is the meaning, "Not" is what the words must not claim, "Shows" is
//! where a program shows them. CONTRIBUTING.md has the rules of wording.

use super::*;

#[rustfmt::skip]
pub const TEXTS: Texts = Texts {
    tag: "en",
    name: "English",
    direction: Direction::LEFT_TO_RIGHT,
    reasons: [
        // Means: No interruption is known for this download.
        // Not: that the download is complete or still goes on.
        // Shows: in reference lists only.
        Words { reason: Reason::NONE,
            label: "No interruption",
            message: "Nothing interrupted the download.",
            advice: "",
        },
        // Means: Something went wrong with the file on this computer; nothing more exact is known.
        // Not: a cause: not the disk, not the person, not the website.
        // Shows: when the download has failed.
        Words { reason: Reason::FILE_FAILED,
            label: "File error",
            message: "A file error on this computer interrupted the download.",
            advice: "Try again, or download the file to another folder.",
        },
        // Means: This computer's security settings did not allow the file to be written where it should go.
        // Not: that the file is dangerous, or that the person did something wrong.
        // Shows: when the download has failed.
        Words { reason: Reason::FILE_ACCESS_DENIED,
            label: "File access denied",
            message: "Access to the file or its folder was denied.",
            advice: "Download the file again to a folder where you can save files, or contact your administrator.",
        },
        // Means: The disk that the file goes to is full.
        // Not: that another folder helps the download that was interrupted: it takes a new one.
        // Shows: when the download has failed.
        Words { reason: Reason::FILE_NO_SPACE,
            label: "Disk full",
            message: "There was not enough free space on the disk to save the file.",
            advice: "Free up some space and try again, or start a new download to a folder on another disk.",
        },
        // Means: The file's name and the folders above it are together longer than the system allows.
        // Not: that the file's name alone is to blame; as with a full disk, another folder takes a new download.
        // Shows: when the download has failed.
        Words { reason: Reason::FILE_NAME_TOO_LONG,
            label: "File path too long",
            message: "The name of the file, together with the path of its folder, was too long.",
            advice: "Start a new download with a shorter file name, or to a folder with a shorter path.",
        },
        // Means: The disk's format cannot hold a single file of this size.
        // Not: that the disk is full; free space does not help.
        // Shows: when the download has failed.
        Words { reason: Reason::FILE_TOO_LARGE,
            label: "File too large",
            message: "The file was larger than the disk can store as a single file.",
            advice: "Start a new download to a folder on a disk that accepts larger files.",
        },
        // Means: A security check found a virus in the file, which was blocked.
        // Not: that the computer is infected, or that the file was deleted.
        // Shows: when the download was blocked.
        Words { reason: Reason::FILE_MALICIOUS,
            label: "Virus detected",
            message: "A virus was detected in the file.",
            advice: "If you need this file, get it from a source that you trust.",
        },
        // Means: A passing hindrance: the file was in use, too many files were open, or memory ran out. One of the
        // three; which is not known.
        // Not: that the file is damaged.
        // Shows: when the download has failed; the label also while it is being tried again.
        Words { reason: Reason::FILE_TRANSIENT_ERROR,
            label: "Temporary file error",
            message: "The file was in use, too many files were open, or the computer ran out of memory.",
            advice: "Close other programs, then try again.",
        },
        // Means: A rule that was set up on this computer forbids the file.
        // Not: that the file is dangerous. A policy is an administrator's rule, not an insurance and not politics.
        // Shows: when the download was blocked.
        Words { reason: Reason::FILE_BLOCKED_BY_POLICY,
            label: "Blocked by policy",
            message: "A policy on this computer blocked the file.",
            advice: "If you need this file, contact your administrator.",
        },
        // Means: The security check did not work; nobody knows whether the file is safe.
        // Not: any verdict: neither that the file is dangerous nor that it is safe. The check failed, not the
        // file.
        // Shows: when the download was blocked.
        Words { reason: Reason::FILE_SECURITY_CHECK_FAILED,
            label: "Security check incomplete",
            message: "The security check could not be completed, so it is not known whether the file is safe.",
            advice: "Download the file again later, or contact your administrator.",
        },
        // Means: When the download was to go on, the part saved earlier was gone, or shorter than it should be.
        // Not: that the whole file is damaged, or that it was downloaded completely.
        // Shows: when the download has failed; the label also while it is being tried again.
        Words { reason: Reason::FILE_TOO_SHORT,
            label: "Saved part incomplete",
            message: "The part of the file that had already been saved was missing or shorter than expected.",
            advice: "Download the file again from the beginning.",
        },
        // Means: When the download was to go on, the part saved earlier was not what it should be, so it was
        // deleted.
        // Not: that the whole file was deleted, or that it was dangerous.
        // Shows: when the download has failed; the label also while it is being tried again.
        Words { reason: Reason::FILE_HASH_MISMATCH,
            label: "Saved part invalid",
            message: "The part of the file that had already been saved was not as expected and was deleted.",
            advice: "Download the file again from the beginning.",
        },
        // Means: Something went wrong with the network; nothing more exact is known.
        // Not: whose fault it was.
        // Shows: when the download has failed.
        Words { reason: Reason::NETWORK_FAILED,
            label: "Network error",
            message: "A network error interrupted the download.",
            advice: "Check the network connection and try again.",
        },
        // Means: An answer over the network did not come in time.
        // Not: that the connection was lost, or that the server is down.
        // Shows: when the download has failed; the label also while it is being tried again.
        Words { reason: Reason::NETWORK_TIMEOUT,
            label: "Network timed out",
            message: "No response came over the network in time.",
            advice: "Check the network connection and try again.",
        },
        // Means: This computer's connection to the network was lost.
        // Not: that the server failed.
        // Shows: when the download has failed.
        Words { reason: Reason::NETWORK_DISCONNECTED,
            label: "Connection lost",
            message: "The network connection was lost.",
            advice: "Reconnect to the network and try again.",
        },
        // Means: The server has stopped working.
        // Not: that it will be back, or when.
        // Shows: when the download has failed.
        Words { reason: Reason::NETWORK_SERVER_DOWN,
            label: "Server down",
            message: "The server stopped working.",
            advice: "Try again later.",
        },
        // Means: The address of the file, or one that it led to, is not a valid one, or a rule forbids it.
        // Not: that the person mistyped it; that the server refused it.
        // Shows: when the download has failed.
        Words { reason: Reason::NETWORK_INVALID_REQUEST,
            label: "Address not accepted",
            message: "The address of the file, or one that it redirected to, was not valid or not allowed.",
            advice: "Check the link, or ask your administrator whether the address is allowed.",
        },
        // Means: Something went wrong at the server; nothing more exact is known.
        // Not: that the server is down.
        // Shows: when the download has failed.
        Words { reason: Reason::SERVER_FAILED,
            label: "Server error",
            message: "A server error interrupted the download.",
            advice: "Try again later.",
        },
        // Means: The server can send the file only as a whole, so the download could not go on where it had
        // stopped.
        // Not: that the server refused the file.
        // Shows: when the download has failed; the label also while it is being tried again.
        Words { reason: Reason::SERVER_NO_RANGE,
            label: "Download could not resume",
            message: "The server could not resume the download from where it had stopped.",
            advice: "Download the file again from the beginning.",
        },
        // Means: The file is not at that place on the server, as when a link is out of date.
        // Not: that the file is damaged, or that it exists nowhere.
        // Shows: when the download has failed.
        Words { reason: Reason::SERVER_BAD_CONTENT,
            label: "File not on server",
            message: "The server did not have the requested file.",
            advice: "Check the link, or look for the file on the website again.",
        },
        // Means: The server wants to know who asks; signing in may help.
        // Not: that the person has no right to the file, or that a password was wrong.
        // Shows: when the download has failed.
        Words { reason: Reason::SERVER_UNAUTHORIZED,
            label: "Authorization needed",
            message: "The server asked for authorization to access the file.",
            advice: "If the website lets you sign in, sign in and download the file again.",
        },
        // Means: The server's certificate, with which it proves who it is, could not be trusted.
        // Not: that the website is a fraud, or that this computer is at fault.
        // Shows: when the download has failed.
        Words { reason: Reason::SERVER_CERTIFICATE_PROBLEM,
            label: "Certificate problem",
            message: "There was a problem with the server's security certificate.",
            advice: "Check the date and time on this computer, or report the problem to the owner of the website.",
        },
        // Means: The server refuses the file; signing in does not help as such.
        // Not: that the person did something forbidden.
        // Shows: when the download has failed.
        Words { reason: Reason::SERVER_FORBIDDEN,
            label: "Access forbidden",
            message: "The server refused access to the file.",
            advice: "Ask the owner of the website for access.",
        },
        // Means: What came back was not what was asked for; perhaps another server answered, as in a hotel network
        // that wants a sign-in.
        // Not: that it was another server for certain, or an attack.
        // Shows: when the download has failed.
        Words { reason: Reason::SERVER_UNEXPECTED_RESPONSE,
            label: "Unexpected response",
            message: "The response was unexpected and might have come from a different server.",
            advice: "Check whether your network asks you to sign in, then try again.",
        },
        // Means: Less of the file arrived than the server had said there would be.
        // Not: who is to blame; that what arrived is unusable.
        // Shows: when the download has failed; the label also while it is being tried again.
        Words { reason: Reason::SERVER_CONTENT_LENGTH_MISMATCH,
            label: "Incomplete data",
            message: "The server sent less data than it had announced.",
            advice: "Try again, and tell the owner of the website if it keeps happening.",
        },
        // Means: The server sent the download on to another website, which was not expected.
        // Not: that it was an attack.
        // Shows: when the download has failed.
        Words { reason: Reason::SERVER_CROSS_ORIGIN_REDIRECT,
            label: "Unexpected redirect",
            message: "The download was unexpectedly redirected to a different website.",
            advice: "Start the download again from the original website.",
        },
        // Means: The download was canceled: by a person, by a program, or before it began.
        // Not: by whom: impersonal, never "you".
        // Shows: in details only: a row in a list says that the download was canceled.
        Words { reason: Reason::USER_CANCELED,
            label: "Canceled",
            message: "The download was canceled.",
            advice: "",
        },
        // Means: The part of the program that shows web pages was closed, and with it the download.
        // Not: that the computer or the whole program was shut down.
        // Shows: in details only: a row in a list says that the download was canceled.
        Words { reason: Reason::USER_SHUTDOWN,
            label: "Web view closed",
            message: "The part of the program that shows web pages was closed during the download.",
            advice: "Start the download again if you still need the file.",
        },
        // Means: The download was paused and can go on.
        // Not: by whom, or that something went wrong.
        // Shows: in details only: a row in a list says that the download is paused.
        Words { reason: Reason::USER_PAUSED,
            label: "Paused",
            message: "The download was paused.",
            advice: "Resume the download when you are ready.",
        },
        // Means: The part of the program that shows web pages stopped working.
        // Not: that the computer or the whole program crashed.
        // Shows: when the download has failed.
        Words { reason: Reason::DOWNLOAD_PROCESS_CRASHED,
            label: "Web view stopped working",
            message: "The part of the program that shows web pages stopped working during the download.",
            advice: "Try again, or start a new download.",
        },
        // Means: The download was interrupted, and nothing is known of the reason.
        // Not: any cause.
        // Shows: when the download has failed; a program may put a number behind the label.
        Words { reason: Reason::UNKNOWN,
            label: "Download interrupted",
            message: "The download was interrupted.",
            advice: "Try again later.",
        },
    ],
    // What a row says of the download itself; it is one or two words.
    outcomes: [
        (Outcome::IN_PROGRESS, "Downloading"), // Bytes are moving, or about to.
        (Outcome::COMPLETED, "Completed"), // The whole file is there.
        (Outcome::RECOVERING, "Trying again"), // It went wrong, and is being tried again without anyone doing anything.
        (Outcome::PAUSED, "Paused"), // Paused on purpose; no error.
        (Outcome::CANCELED, "Canceled"), // Stopped on purpose, by a person or a program; no error.
        (Outcome::BLOCKED, "Blocked"), // Blocked by security, for one of three reasons: so not "dangerous".
        (Outcome::FAILED, "Failed"), // It went wrong, and nothing more happens by itself.
        (Outcome::FINISHING, "Finishing"), // All bytes are there, and the file is not released yet: it is checked, or waits for somebody to keep or discard it.
        (Outcome::UNKNOWN, "Download"), // A neutral word, the noun, for what is not known.
    ],
    // Means: All bytes have arrived. The engine still checks the file, or waits until somebody decides to keep or discard it.
    // Which of the two is not known.
    // Not: that the file is dangerous, that it is there, or that the download is stuck.
    // Shows: below a row that has stood so for some seconds; the last of the actions stands beside it.
    finishing: Finishing {
        message: "The whole file has arrived, but the download is not complete yet.",
        advice: "If this takes long, open the list of downloads and choose whether to keep the file.",
    },
    // Captions of buttons: what the person does, as a browser's list of downloads writes it.
    actions: [
        (Action::PAUSE, "Pause"), // Stop for now; the part that is there is kept.
        (Action::RESUME, "Resume"), // Go on with the part that is there.
        (Action::RETRY, "Retry"), // Try this download once more; it may begin from zero.
        (Action::DOWNLOAD_AGAIN, "Download again"), // Begin a new download of the same address.
        (Action::OPEN, "Open"), // Open the file that was downloaded.
        (Action::SHOW_DOWNLOADS, "Show downloads"), // Show the web view's own list of downloads, where the person decides about the file.
    ],
};
