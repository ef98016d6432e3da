//! Where paper comes out: over the network, or into a file or a device.

mod file;
mod network;

use std::pin::Pin;

pub use file::FilePrinter;
pub use network::NetworkPrinter;

/// A future on the heap, so that printers of different kinds stand behind one name.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Something that takes bytes to paper.
pub trait Printer: Send + Sync {
    /// Hands over one paper, whole. `Ok` says that all bytes were taken, not that they are dry.
    fn send<'a>(&'a self, bytes: &'a [u8]) -> BoxFuture<'a, Result<(), Trouble>>;
}

/// Why a paper did not come out, or may not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Nobody answers, or the folder or device does not exist. Nothing was printed.
    #[error("printer is not there: {reason}")]
    NotThere {
        /// In the system's words, for the log.
        reason: String,
    },
    /// It takes the bytes no longer.
    #[error("printer hangs after {handed_over} bytes")]
    Hangs {
        /// Bytes of the paper that left us.
        handed_over: usize,
    },
    /// The connection broke while the paper was under way.
    #[error("connection to printer broke after {handed_over} bytes")]
    BrokeOff {
        /// Bytes of the paper that left us.
        handed_over: usize,
    },
    /// The file or device refuses.
    #[error("cannot write after {handed_over} bytes: {reason}")]
    CannotWrite {
        /// In the system's words, for the log.
        reason: String,
        /// Bytes of the paper that left us.
        handed_over: usize,
    },
    /// It says that the roll is at its end. Nothing was printed.
    #[error("printer is out of paper")]
    NoPaper,
    /// It says that its cover is open. Nothing was printed.
    #[error("printer's cover is open")]
    CoverOpen,
}

impl Trouble {
    /// Whether some of the paper may have come out, so that printing it again may print it twice.
    pub fn may_have_printed(&self) -> bool {
        match self {
            Self::Hangs { handed_over } | Self::BrokeOff { handed_over } | Self::CannotWrite { handed_over, .. } => {
                *handed_over > 0
            }
            Self::NotThere { .. } | Self::NoPaper | Self::CoverOpen => false,
        }
    }
}
