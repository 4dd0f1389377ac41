//! Pictures of the host's gallery, taken under Wine on a screen that nobody sees, or of a page with the same rows.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use library::{ACTIONS, Api, FINISHING, OUTCOMES, UNKNOWN};
use xtask::{Error, build, root, run};

use crate::{host, page};

/// Room for two columns of rows, and higher than they are in any language.
const SCREEN: &str = "1000x3000x24";
const NEEDED: &str = "Wine, Xvfb and ImageMagick are needed: on Debian or Ubuntu \
    `apt-get install wine64 xvfb imagemagick fontconfig fonts-noto-core`, \
    for Hebrew also `fonts-dejavu-core`, for Chinese, Japanese and Korean `fonts-noto-cjk`";

/// The pictures in the documentation, by language.
pub const PICTURES: [(&str, &str); 5] = [
    ("en", "docs/gallery.png"),
    ("de", "docs/gallery-de.png"),
    ("ja", "docs/gallery-ja.png"),
    ("zh-Hans", "docs/gallery-zh-Hans.png"),
    ("ar", "docs/gallery-ar.png"),
];

/// The picture in the README.
pub const FEW: (&str, &str) = ("en", "docs/downloads.png");

/// A picture in rows of red, green and blue.
#[derive(PartialEq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<[u8; 3]>,
}

/// Writes a picture of the gallery in one language, with `fingerprint` in its comment.
pub fn write(tag: &str, file: &Path) -> Result<(), Error> {
    let api = Api::open(&build::release()?.shared)?;
    let language = find(&api, tag)?;
    let picture = if page::DRAWN.contains(&api.text("language_tag", language)) {
        page::take(&page::gallery(&api, language))?
    } else {
        take(&api, tag)?
    };
    save(&picture, &fingerprint(&api, tag), file)
}

/// Writes the picture of a few rows, likewise.
pub fn write_few() -> Result<(), Error> {
    let (tag, file) = FEW;
    let api = Api::open(&build::release()?.shared)?;
    let picture = page::take(&page::few(&api, find(&api, tag)?))?;
    save(&picture, &fingerprint(&api, tag), &root().join(file))
}

fn save(picture: &Picture, fingerprint: &str, file: &Path) -> Result<(), Error> {
    let mut convert = Command::new("convert");
    convert.args(["ppm:-", "-trim", "+repage", "-bordercolor", "white", "-border", "8"]);
    convert.args(["-set", "comment", fingerprint, "-define", "png:compression-level=9"]);
    // No dates, so that the same picture is the same file.
    convert.args(["-define", "png:exclude-chunks=bKGD,cHRM,date,gAMA,tIME"]);
    let file = format!("png:{}", file.to_str().ok_or("the file's name is no UTF-8")?);
    let mut child = convert.arg(file).stdin(Stdio::piped()).spawn().map_err(|error| format!("{error}: {NEEDED}"))?;
    let mut input = child.stdin.take().ok_or("convert has no input")?;
    write!(input, "P6\n{} {}\n255\n", picture.width, picture.height)?;
    input.write_all(picture.pixels.as_flattened())?;
    drop(input);
    if child.wait()?.success() { Ok(()) } else { Err("convert failed".into()) }
}

/// A hash of all texts that the gallery shows: a picture that has another one is old.
pub fn fingerprint(api: &Api, tag: &str) -> String {
    let language = api.find("language_find", tag);
    let mut hash = Sha256::new();
    let mut shows = |text: &str| {
        hash.update(text);
        hash.update([0]);
    };
    for function in ["label", "message", "advice"] {
        for code in api.reasons().chain([UNKNOWN]) {
            shows(api.spoken(function, code, language));
        }
    }
    for (function, count) in [("outcome_label", OUTCOMES), ("action_label", ACTIONS)] {
        for code in 0..count {
            shows(api.spoken(function, code, language));
        }
    }
    for function in ["status_message", "status_advice"] {
        shows(api.status(function, FINISHING, 0, language));
    }
    shows(api.text("language_name", language));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn find(api: &Api, tag: &str) -> Result<i32, Error> {
    let language = api.find("language_find", tag);
    if language == UNKNOWN {
        let tags: Vec<&str> = (0..api.constant("language_count")).map(|i| api.text("language_tag", i)).collect();
        return Err(format!("--language {tag}: the languages are {}", tags.join(", ")).into());
    }
    Ok(language)
}

/// Takes a picture of the host's gallery in one language.
pub fn take(api: &Api, tag: &str) -> Result<Picture, Error> {
    find(api, tag)?;
    let host = host::host()?;
    let font = font(tag);
    // Without it there would be boxes in the place of letters.
    let found = Command::new("fc-list").args(["--quiet", font]).status();
    if !found.map_err(|error| format!("fc-list: {error}: {NEEDED}"))?.success() {
        return Err(format!("the font {font} is not installed: {NEEDED}").into());
    }
    let screen = Screen::open()?;
    set_font(&screen, font)?;
    let mut host = Running(screen.wine()?.arg(host).args(["--gallery", "--language", tag]).spawn()?);
    screen.picture(&mut host.0)
}

/// Wine draws with one font and looks in no other for what it lacks: one that has Latin, too.
fn font(tag: &str) -> &'static str {
    match tag.split('-').next().unwrap_or_default() {
        "he" => "DejaVu Sans",
        "ja" => "Noto Sans CJK JP",
        "ko" => "Noto Sans CJK KR",
        "zh" => "Noto Sans CJK SC",
        _ => "Noto Sans",
    }
}

/// Makes a font that of the system's messages, which is the one that the host takes.
fn set_font(screen: &Screen, name: &str) -> Result<(), Error> {
    // A LOGFONTW: the height in pixels, the weight, the character set (1: any), the name.
    let mut log_font = [0; 92];
    log_font[0..4].copy_from_slice(&(-13_i32).to_le_bytes());
    log_font[16..20].copy_from_slice(&400_i32.to_le_bytes());
    log_font[23] = 1;
    let name = name.encode_utf16().flat_map(u16::to_le_bytes);
    log_font[28..].iter_mut().zip(name).for_each(|(byte, of_name)| *byte = of_name);
    let hex: String = log_font.iter().map(|byte| format!("{byte:02x}")).collect();
    let key = r"HKCU\Control Panel\Desktop\WindowMetrics";
    run(screen.wine()?.args(["reg", "add", key, "/f", "/v", "MessageFont", "/t", "REG_BINARY", "/d", &hex]), NEEDED)
}

/// A program that ends when nobody needs it any more.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub struct Screen {
    name: String,
    _server: Running,
    _alone: MutexGuard<'static, ()>,
}

impl Screen {
    pub fn open() -> Result<Self, Error> {
        // One at a time: what is shown on them shares a prefix of Wine.
        static ALONE: Mutex<()> = Mutex::new(());
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", SCREEN]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = server.spawn().map_err(|error| format!("Xvfb: {error}: {NEEDED}"))?;
        let output = server.stdout.take().ok_or("Xvfb has no output")?;
        let server = Running(server);
        // It writes the number when it is ready.
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        Ok(Self { name: format!(":{}", number.trim()), _server: server, _alone: alone })
    }

    /// Wine on this screen, with a prefix of its own: in one that programs without a screen use, no window is shown.
    pub fn wine(&self) -> Result<Command, Error> {
        let mut wine = Command::new("wine");
        wine.env("DISPLAY", &self.name).env("WINEPREFIX", host::folder()?.join("wine")).env("WINEDEBUG", "-all");
        // Without the offers to install Mono and Gecko.
        wine.env("WINEDLLOVERRIDES", "mscoree,mshtml=").stdout(Stdio::null()).stderr(Stdio::null());
        Ok(wine)
    }

    /// What a program shows when it does not change any more.
    fn picture(&self, program: &mut Child) -> Result<Picture, Error> {
        let deadline = Instant::now() + Duration::from_secs(300);
        let mut before = None;
        while Instant::now() < deadline {
            sleep(Duration::from_millis(500));
            if let Some(status) = program.try_wait()? {
                return Err(format!("the gallery ended by itself: {status}").into());
            }
            let mut import = Command::new("import");
            import.env("DISPLAY", &self.name).args(["-silent", "-window", "root", "-depth", "8", "ppm:-"]);
            let output = import.output().map_err(|error| format!("import: {error}: {NEEDED}"))?;
            let now = Picture::parse(&output.stdout).ok_or("import wrote no PPM")?.without_black();
            if before.as_ref() == Some(&now) && now.colors() > 2 {
                return Ok(now);
            }
            before = Some(now);
        }
        Err("the gallery drew nothing".into())
    }
}

impl Picture {
    /// Reads a binary PPM with one byte for each color. None for what is none.
    pub fn parse(file: &[u8]) -> Option<Self> {
        let mut parts = file.splitn(4, |&byte| byte == b'\n');
        let (magic, size, _, data) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let (width, height) = std::str::from_utf8(size).ok()?.split_once(' ')?;
        let pixels = data.as_chunks::<3>().0.to_vec();
        let picture = Self { width: width.parse().ok()?, height: height.parse().ok()?, pixels };
        (magic == b"P6" && picture.pixels.len() == picture.width * picture.height).then_some(picture)
    }

    /// Without the parts of the screen around the window.
    fn without_black(self) -> Self {
        let black = |x, y| self.pixel(x, y) == [0; 3];
        let columns: Vec<usize> = (0..self.width).filter(|&x| !(0..self.height).all(|y| black(x, y))).collect();
        let rows: Vec<usize> = (0..self.height).filter(|&y| !(0..self.width).all(|x| black(x, y))).collect();
        let pixels = rows.iter().flat_map(|&y| columns.iter().map(move |&x| (x, y)));
        let pixels = pixels.map(|(x, y)| self.pixel(x, y)).collect();
        Self { width: columns.len(), height: rows.len(), pixels }
    }

    fn colors(&self) -> usize {
        self.pixels.iter().collect::<HashSet<_>>().len()
    }

    pub fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        self.pixels[y * self.width + x]
    }
}
