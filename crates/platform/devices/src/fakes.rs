//! Printers that misbehave on purpose, for tests.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// How the pretended printer treats whoever connects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Takes every byte, answers no question, and closes at the end.
    Reads,
    /// Takes every byte and answers that all is well.
    Answers,
    /// Answers that all is well, takes every byte, and never closes.
    NeverCloses,
    /// Answers that the roll is at its end.
    NoPaper,
    /// Answers that the cover is open.
    CoverOpen,
    /// Takes the connection and nothing more.
    Hangs,
    /// Takes this many bytes of the paper, then resets the connection.
    BreaksOffAfter(usize),
    /// Nobody listens on its port.
    Refuses,
}

/// A printer on 127.0.0.1 with a port of its own. It stops when it is dropped.
#[derive(Debug)]
pub struct FakePrinter {
    port: u16,
    manner: Arc<Mutex<Manner>>,
    jobs: mpsc::UnboundedReceiver<Vec<u8>>,
    _work: JoinSet<()>,
}

impl FakePrinter {
    /// Starts to listen, unless it refuses.
    pub async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("this machine has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let manner = Arc::new(Mutex::new(manner));
        let (papers, jobs) = mpsc::unbounded_channel();
        let mut work = JoinSet::new();
        if *manner.lock().unwrap_or_else(PoisonError::into_inner) != Manner::Refuses {
            work.spawn(listen(listener, Arc::clone(&manner), papers));
        }
        Self { port, manner, jobs, _work: work }
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// From the next connection on it behaves like this.
    pub fn change(&self, manner: Manner) {
        *self.manner.lock().unwrap_or_else(PoisonError::into_inner) = manner;
    }

    /// Waits for the next paper: the bytes of one connection that handed over any, questions about the printer's
    /// state taken out. Of a paper that broke off it is the part that arrived.
    pub async fn next_job(&mut self) -> Vec<u8> {
        self.jobs.recv().await.expect("the printer runs as long as it is held")
    }
}

async fn listen(listener: TcpListener, manner: Arc<Mutex<Manner>>, papers: mpsc::UnboundedSender<Vec<u8>>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let manner = *manner.lock().unwrap_or_else(PoisonError::into_inner);
        connections.spawn(serve(stream, manner, papers.clone()));
    }
}

async fn serve(mut stream: TcpStream, manner: Manner, papers: mpsc::UnboundedSender<Vec<u8>>) {
    if manner == Manner::Hangs {
        std::future::pending::<()>().await;
    }
    let mut paper = Vec::new();
    // However it ended, what arrived is what a printer would have printed.
    let _ = take_paper(&mut stream, manner, &mut paper).await;
    if !paper.is_empty() {
        // A test that is over has dropped its end.
        let _ = papers.send(paper);
    }
    if manner == Manner::NeverCloses {
        std::future::pending::<()>().await;
    }
}

async fn take_paper(stream: &mut TcpStream, manner: Manner, paper: &mut Vec<u8>) -> io::Result<()> {
    let mut arrived = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let read = stream.read(&mut piece).await?;
        if read == 0 {
            paper.append(&mut arrived);
            return Ok(());
        }
        arrived.extend(&piece[..read]);
        while let Some(question) = next_question(&mut arrived, paper) {
            if let Some(answer) = answer(manner, question) {
                stream.write_all(&[answer]).await?;
            }
        }
        if let Manner::BreaksOffAfter(bytes) = manner
            && paper.len() >= bytes
        {
            paper.truncate(bytes);
            return stream.set_zero_linger();
        }
    }
}

/// Moves to `paper` what stands before the next `DLE EOT n`, and takes that out. A paper never spells one.
fn next_question(arrived: &mut Vec<u8>, paper: &mut Vec<u8>) -> Option<u8> {
    match arrived.windows(2).position(|pair| pair == [0x10, 0x04]) {
        Some(at) if arrived.len() > at + 2 => {
            paper.extend(arrived.drain(..at));
            arrived.drain(..3).nth(2)
        }
        Some(_) => None,
        None => {
            // The last byte may be the beginning of a question.
            let whole = arrived.len() - usize::from(arrived.last() == Some(&0x10));
            paper.extend(arrived.drain(..whole));
            None
        }
    }
}

fn answer(manner: Manner, question: u8) -> Option<u8> {
    const WELL: u8 = 0x12;
    match (manner, question) {
        (Manner::Reads | Manner::Hangs | Manner::BreaksOffAfter(_) | Manner::Refuses, _) => None,
        (Manner::NoPaper, 2) => Some(WELL | 0x20),
        (Manner::NoPaper, 4) => Some(WELL | 0x60),
        (Manner::CoverOpen, 2) => Some(WELL | 0x04),
        (Manner::NoPaper | Manner::CoverOpen, 1) => Some(WELL | 0x08),
        (Manner::Answers | Manner::NeverCloses | Manner::NoPaper | Manner::CoverOpen, _) => Some(WELL),
    }
}
