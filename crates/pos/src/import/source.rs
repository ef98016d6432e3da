//! Opening a file of text: packed by gzip or not, with or without a byte order mark.

use super::Rejection;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;

/// Bytes that are looked at before anything is believed.
const PROBE_BYTES: usize = 1_024;

const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];
const UTF8_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// The text of a file, from its first letter on.
pub(crate) type Text = Box<dyn Read + Send>;

/// A file to read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Source<'a> {
    /// On the disk.
    At(&'a Path),
    /// Part of the program.
    Bundled(&'a [u8]),
}

impl Source<'_> {
    /// What a message calls it.
    pub(crate) fn name(self) -> String {
        match self {
            Self::At(path) => path.display().to_string(),
            Self::Bundled(_) => "the program's own file".to_owned(),
        }
    }
}

/// Opens a file as text. Its name does not matter: gzip is known by its first two bytes.
///
/// # Errors
/// IMP-001 when it cannot be read, IMP-002 when it is empty, IMP-003 when it is not text, IMP-005 when its
/// compression is damaged from the start.
pub(crate) fn open(source: Source<'_>) -> Result<Text, Rejection> {
    let unread = |error: io::Error| failed(source.name(), 0, &error);
    let bytes: Text = match source {
        Source::At(path) => Box::new(BufReader::new(File::open(path).map_err(unread)?)),
        Source::Bundled(bytes) => Box::new(Cursor::new(bytes.to_vec())),
    };
    let (head, rest) = probe(bytes).map_err(unread)?;
    let (head, rest): (Vec<u8>, Text) = if head.starts_with(&GZIP_MAGIC) {
        let (head, rest) = probe(MultiGzDecoder::new(Cursor::new(head).chain(rest))).map_err(unread)?;
        (head, Box::new(rest))
    } else {
        (head, rest)
    };
    let not_text = |why: &str| Rejection::NotATable { file: source.name(), why: why.to_owned() };
    if head.is_empty() {
        return Err(Rejection::NoRows { file: source.name() });
    }
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        return Err(not_text("it is in UTF-16"));
    }
    if head.contains(&0) {
        return Err(not_text("it holds binary data"));
    }
    let letters = head.strip_prefix(&UTF8_MARK).unwrap_or(&head).to_vec();
    Ok(Box::new(Cursor::new(letters).chain(rest)))
}

/// What a failed read means: a stream that ends early is a damaged archive, everything else is the disk.
pub(crate) fn failed(file: String, line: u64, error: &io::Error) -> Rejection {
    match error.kind() {
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
            Rejection::ArchiveDamaged { file, line }
        }
        io::ErrorKind::FileTooLarge => Rejection::NotATable { file, why: error.to_string() },
        _ => Rejection::FileNotRead { file, why: error.to_string() },
    }
}

/// The first bytes, and the reader behind them.
fn probe<R: Read>(mut reader: R) -> io::Result<(Vec<u8>, R)> {
    let mut head = Vec::with_capacity(PROBE_BYTES);
    reader.by_ref().take(PROBE_BYTES as u64).read_to_end(&mut head)?;
    Ok((head, reader))
}
