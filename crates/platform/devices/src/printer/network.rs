//! A printer with a network plug: raw bytes over TCP.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::{BoxFuture, Printer, Trouble};

/// Bytes handed over at once.
const PIECE: usize = 1024;
/// The longest that a printer is given to say how it is, before the paper.
const ANSWER: Duration = Duration::from_millis(500);

/// `DLE EOT n` asks how the printer is; each answer is one byte, sent at once even by a busy printer.
const ASK_PRINTER: [u8; 3] = [0x10, 0x04, 1];
const ASK_OFFLINE: [u8; 3] = [0x10, 0x04, 2];
const ASK_PAPER: [u8; 3] = [0x10, 0x04, 4];

/// Bits that every answer has in common, and what they must be.
const ANSWER_BITS: u8 = 0x93;
const ANSWER_LOOK: u8 = 0x12;
const COVER_OPEN: u8 = 0x04;
const STOPPED_BY_PAPER_END: u8 = 0x20;
const PAPER_END: u8 = 0x60;

/// A printer that listens on the network.
#[derive(Debug, Clone)]
pub struct NetworkPrinter {
    /// A name or an address.
    pub host: String,
    /// 9100 as a rule.
    pub port: u16,
    /// How long each step may take: to connect, to take each piece, and to show that it took the whole.
    pub patience: Duration,
}

impl Printer for NetworkPrinter {
    fn send<'a>(&'a self, bytes: &'a [u8]) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            let mut line = Connection { stream: self.connect().await?, patience: self.patience, handed_over: 0 };
            let talks = line.ask_before().await?;
            line.hand_over(bytes).await?;
            line.wait_for_end(talks).await
        })
    }
}

impl NetworkPrinter {
    async fn connect(&self) -> Result<TcpStream, Trouble> {
        match timeout(self.patience, TcpStream::connect((self.host.as_str(), self.port))).await {
            Ok(Ok(stream)) => Ok(stream),
            Ok(Err(error)) => Err(Trouble::NotThere { reason: error.to_string() }),
            Err(_) => Err(Trouble::NotThere { reason: "no answer".to_owned() }),
        }
    }
}

/// Whether the printer answers questions about its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Talks {
    Yes,
    No,
}

struct Connection {
    stream: TcpStream,
    patience: Duration,
    handed_over: usize,
}

impl Connection {
    /// Refuses to print where the paper or the cover would stop it. A printer that does not answer is not asked twice.
    async fn ask_before(&mut self) -> Result<Talks, Trouble> {
        if self.ask(ASK_PRINTER).await?.is_none() {
            return Ok(Talks::No);
        }
        let offline = self.ask(ASK_OFFLINE).await?.unwrap_or_default();
        if offline & COVER_OPEN != 0 {
            return Err(Trouble::CoverOpen);
        }
        let paper = self.ask(ASK_PAPER).await?.unwrap_or_default();
        if offline & STOPPED_BY_PAPER_END != 0 || paper & PAPER_END != 0 {
            return Err(Trouble::NoPaper);
        }
        Ok(Talks::Yes)
    }

    async fn ask(&mut self, question: [u8; 3]) -> Result<Option<u8>, Trouble> {
        self.stream.write_all(&question).await.map_err(|_| self.broke_off())?;
        self.answer(ANSWER.min(self.patience)).await
    }

    /// The next byte that looks like an answer; `None` after a while.
    async fn answer(&mut self, within: Duration) -> Result<Option<u8>, Trouble> {
        let mut byte = [0];
        let answer = async {
            loop {
                match self.stream.read(&mut byte).await {
                    Ok(0) => return Err(io::Error::from(io::ErrorKind::UnexpectedEof)),
                    Ok(_) if byte[0] & ANSWER_BITS == ANSWER_LOOK => return Ok(byte[0]),
                    Ok(_) => {}
                    Err(error) => return Err(error),
                }
            }
        };
        match timeout(within, answer).await {
            Ok(Ok(answer)) => Ok(Some(answer)),
            Ok(Err(_)) => Err(self.broke_off()),
            Err(_) => Ok(None),
        }
    }

    async fn hand_over(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let piece = rest.get(..PIECE).unwrap_or(rest);
            match timeout(self.patience, self.stream.write(piece)).await {
                Ok(Ok(0) | Err(_)) => return Err(self.broke_off()),
                Ok(Ok(taken)) => {
                    self.handed_over += taken;
                    rest = rest.get(taken..).unwrap_or_default();
                }
                Err(_) => return Err(self.hangs()),
            }
        }
        Ok(())
    }

    /// The network's buffers take a short paper even for a dead printer, so a sign of life after it is asked for:
    /// an answer, or that the printer closes its end once it has read all. Without either nobody can say.
    async fn wait_for_end(&mut self, talks: Talks) -> Result<(), Trouble> {
        if talks == Talks::Yes {
            self.stream.write_all(&ASK_PRINTER).await.map_err(|_| self.broke_off())?;
            if self.answer(self.patience).await?.is_none() {
                return Err(self.hangs());
            }
        }
        // Closing both ends at once would throw away what is still under way.
        self.stream.shutdown().await.map_err(|_| self.broke_off())?;
        let quiet = if talks == Talks::Yes { ANSWER.min(self.patience) } else { self.patience };
        match timeout(quiet, self.read_to_end()).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(self.broke_off()),
            Err(_) if talks == Talks::Yes => Ok(()),
            Err(_) => Err(self.hangs()),
        }
    }

    async fn read_to_end(&mut self) -> io::Result<()> {
        let mut ignored = [0; 64];
        while self.stream.read(&mut ignored).await? > 0 {}
        Ok(())
    }

    fn hangs(&self) -> Trouble {
        Trouble::Hangs { handed_over: self.handed_over }
    }

    fn broke_off(&self) -> Trouble {
        Trouble::BrokeOff { handed_over: self.handed_over }
    }
}
