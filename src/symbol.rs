//! Derives the SDK's symbol from a name: `FileNoSpace` gives
//! `COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE`.

const PREFIX: &str = "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON";

#[derive(Clone, Copy)]
pub struct Symbol {
    bytes: [u8; 80],
    length: usize,
}

impl Symbol {
    pub const EMPTY: Self = Self { bytes: [0; 80], length: 0 };

    pub const fn as_str(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => panic!("a name is not ASCII"),
        }
    }

    const fn push(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }
}

pub const fn of(name: &str) -> Symbol {
    let mut symbol = Symbol::EMPTY;
    let mut i = 0;
    while i < PREFIX.len() {
        symbol.push(PREFIX.as_bytes()[i]);
        i += 1;
    }
    let mut i = 0;
    while i < name.len() {
        let letter = name.as_bytes()[i];
        if letter.is_ascii_uppercase() {
            symbol.push(b'_');
        }
        symbol.push(letter.to_ascii_uppercase());
        i += 1;
    }
    symbol
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_separated() {
        assert_eq!(super::of("None").as_str(), "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_NONE");
        let symbol = super::of("FileTooLarge");
        assert_eq!(symbol.as_str(), "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_TOO_LARGE");
    }
}
