//! `cargo xtask webview2` and `gallery`.

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use webview2::{gallery, host};
use xtask::{Error, root};

fn main() -> ExitCode {
    let (task, arguments) = xtask::asked();
    xtask::exit(match task.as_str() {
        "webview2" => build(),
        "gallery" => gallery(&arguments),
        _ => Err(xtask::unknown(&task)),
    })
}

fn build() -> Result<(), Error> {
    xtask::print(format_args!("{}\n", host::host()?.display()))
}

fn gallery(arguments: &[OsString]) -> Result<(), Error> {
    match arguments {
        [] => {
            gallery::PICTURES.iter().try_for_each(|(tag, file)| gallery::write(tag, &root().join(file)))?;
            gallery::write_few()
        }
        [tag, file] => gallery::write(&tag.to_string_lossy(), Path::new(file)),
        _ => Err("gallery takes a language and a file, or nothing".into()),
    }
}
