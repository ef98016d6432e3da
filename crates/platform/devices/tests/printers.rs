//! Printers that work, and printers that do not.

use std::fs;
use std::time::Duration;

use devices::fakes::{FakePrinter, Manner};
use devices::printer::{FilePrinter, NetworkPrinter, Printer, Trouble};

/// Short where the printer stays silent, because that is waited for; a working one never comes near it.
const SHORT: Duration = Duration::from_millis(200);
const LONG: Duration = Duration::from_secs(30);

fn at(fake: &FakePrinter, patience: Duration) -> NetworkPrinter {
    NetworkPrinter { host: "127.0.0.1".into(), port: fake.port(), patience }
}

/// More than any network buffer takes.
fn endless() -> Vec<u8> {
    vec![b'x'; 32 * 1024 * 1024]
}

#[tokio::test]
async fn a_paper_arrives_whole_and_without_the_questions() {
    for manner in [Manner::Reads, Manner::Answers, Manner::NeverCloses] {
        let mut fake = FakePrinter::start(manner).await;
        let printer = at(&fake, LONG);
        let paper: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        assert_eq!(printer.send(&paper).await, Ok(()), "{manner:?}");
        assert!(fake.next_job().await == paper, "{manner:?}: the paper arrived as it was sent");
    }
}

#[tokio::test]
async fn papers_arrive_one_by_one() {
    let mut fake = FakePrinter::start(Manner::Answers).await;
    let printer = at(&fake, LONG);
    for paper in [b"first", b"other"] {
        printer.send(paper).await.unwrap();
    }
    assert_eq!((fake.next_job().await, fake.next_job().await), (b"first".to_vec(), b"other".to_vec()));
}

#[tokio::test]
async fn nobody_at_the_address_is_not_there_and_printed_nothing() {
    let fake = FakePrinter::start(Manner::Refuses).await;
    let trouble = at(&fake, LONG).send(b"paper").await.unwrap_err();
    assert!(matches!(trouble, Trouble::NotThere { .. }), "{trouble}");
    assert!(!trouble.may_have_printed());
    let nowhere = NetworkPrinter { host: "no such host.invalid".into(), port: 9100, patience: LONG };
    assert!(matches!(nowhere.send(b"paper").await, Err(Trouble::NotThere { .. })));
}

#[tokio::test]
async fn a_printer_without_paper_or_with_an_open_cover_is_not_sent_any() {
    for (manner, expected) in [(Manner::NoPaper, Trouble::NoPaper), (Manner::CoverOpen, Trouble::CoverOpen)] {
        let mut fake = FakePrinter::start(manner).await;
        let printer = at(&fake, LONG);
        let trouble = printer.send(b"never").await.unwrap_err();
        assert_eq!(trouble, expected);
        assert!(!trouble.may_have_printed());
        fake.change(Manner::Answers);
        printer.send(b"now").await.unwrap();
        assert_eq!(fake.next_job().await, b"now", "nothing of the first paper arrived");
    }
}

#[tokio::test]
async fn a_printer_that_takes_the_connection_and_hangs_may_have_printed() {
    let fake = FakePrinter::start(Manner::Hangs).await;
    for paper in [b"short".to_vec(), endless()] {
        let trouble = at(&fake, SHORT).send(&paper).await.unwrap_err();
        assert!(matches!(trouble, Trouble::Hangs { handed_over } if handed_over <= paper.len()), "{trouble}");
        assert!(trouble.may_have_printed());
    }
}

#[tokio::test]
async fn a_connection_that_breaks_may_have_printed_what_was_handed_over() {
    let mut fake = FakePrinter::start(Manner::BreaksOffAfter(10)).await;
    for paper in [b"a paper of more than ten bytes".to_vec(), endless()] {
        let trouble = at(&fake, LONG).send(&paper).await.unwrap_err();
        assert!(matches!(trouble, Trouble::BrokeOff { handed_over: 1.. }), "{trouble}");
        assert!(trouble.may_have_printed());
        assert_eq!(fake.next_job().await, paper[..10]);
    }
}

#[tokio::test]
async fn a_folder_gets_one_whole_file_a_paper_in_order_of_names() {
    let folder = tempfile::tempdir().unwrap();
    let printer = FilePrinter { path: folder.path().to_owned() };
    let papers: Vec<_> = (0..12).map(|number| format!("paper {number}").into_bytes()).collect();
    for paper in &papers {
        printer.send(paper).await.unwrap();
    }
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    assert!(names.iter().all(|name| name.extension().is_some_and(|it| it == "bin")), "{names:?}");
    let found: Vec<_> = names.iter().map(|name| fs::read(name).unwrap()).collect();
    assert_eq!(found, papers);
}

#[cfg(unix)]
#[tokio::test]
async fn a_device_gets_one_paper_after_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("device");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    // Open for both, so that neither side waits for the other.
    let mut device = fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
    let printer = FilePrinter { path };
    printer.send(b"one ").await.unwrap();
    printer.send(b"two").await.unwrap();
    let mut taken = [0; 7];
    std::io::Read::read_exact(&mut device, &mut taken).unwrap();
    assert_eq!(&taken, b"one two");
    FilePrinter { path: "/dev/null".into() }.send(b"gone").await.unwrap();
}

#[tokio::test]
async fn a_file_is_no_printer_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (path, link) = (folder.path().join("profile"), folder.path().join("link"));
    fs::write(&path, "umask 077\n").unwrap();
    let mut places = vec![path.clone()];
    if cfg!(unix) {
        #[cfg(unix)]
        std::os::unix::fs::symlink(&path, &link).unwrap();
        places.push(link);
    }
    for place in places {
        let trouble = FilePrinter { path: place }.send(b"rm -rf\n").await.unwrap_err();
        assert!(matches!(trouble, Trouble::CannotWrite { handed_over: 0, .. }), "{trouble}");
    }
    assert_eq!(fs::read(path).unwrap(), b"umask 077\n");
}

#[tokio::test]
async fn a_path_that_does_not_exist_is_not_there_and_nothing_is_made_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("typo");
    let trouble = FilePrinter { path: path.clone() }.send(b"paper").await.unwrap_err();
    assert!(matches!(trouble, Trouble::NotThere { .. }));
    assert!(!trouble.may_have_printed() && !path.exists());
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_device_that_refuses_says_so() {
    let trouble = FilePrinter { path: "/dev/full".into() }.send(b"paper").await.unwrap_err();
    assert!(matches!(trouble, Trouble::CannotWrite { handed_over: 0, .. }), "{trouble}");
    assert!(!trouble.may_have_printed());
}

#[cfg(target_os = "linux")]
#[tokio::test(start_paused = true)]
async fn a_device_that_never_takes_the_paper_hangs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
    assert!(made.success());
    // Nobody reads from the pipe, so it does not even open.
    let trouble = FilePrinter { path }.send(b"paper").await.unwrap_err();
    assert_eq!(trouble, Trouble::Hangs { handed_over: 0 });
    assert!(!trouble.may_have_printed());
}
