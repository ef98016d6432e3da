//! Strangers' bytes are read rightly, and ours agree with theirs.

use std::sync::{Arc, Mutex};

use devices::decode::{self, Item, Place};
use devices::escpos::{DRAWER_KICK, Shape, Table, Width, encode};
use devices::paper::{Align, Direction, Paper, Size, Style};
use escpos::driver::Driver;
use escpos::printer::Printer;
use escpos::utils::{JustifyMode, PageCode, Protocol};

const TABLES: [(Table, PageCode); 3] =
    [(Table::Wpc1253, PageCode::WPC1253), (Table::Iso8859_7, PageCode::ISO8859_7), (Table::Pc858, PageCode::PC858)];

/// Keeps what the `escpos` crate writes.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Driver for Kept {
    fn name(&self) -> String {
        "kept".to_owned()
    }

    fn write(&self, bytes: &[u8]) -> escpos::errors::Result<()> {
        self.0.lock().expect("it writes to memory").extend(bytes);
        Ok(())
    }

    fn read(&self, _buffer: &mut [u8]) -> escpos::errors::Result<usize> {
        Ok(0)
    }

    fn flush(&self) -> escpos::errors::Result<()> {
        Ok(())
    }
}

fn written(write: impl FnOnce(&mut Printer<Kept>) -> escpos::errors::Result<()>) -> Vec<u8> {
    let kept = Kept::default();
    let mut printer = Printer::new(kept.clone(), Protocol::default(), None);
    write(&mut printer).expect("it writes to memory");
    printer.print().expect("it writes to memory");
    kept.0.lock().expect("it writes to memory").clone()
}

fn printed(letter: char, table: Table) -> String {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.text(letter);
    let ours = encode(&paper, &Shape { width: Width::Mm80, table, cut: false });
    decode::text(&decode::read(&ours, Width::Mm80).expect("it writes to memory")).remove(0)
}

#[test]
fn every_letter_of_every_table_stands_where_the_escpos_crate_puts_it() {
    let letters = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜøØáíóúñÑΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰΆΈΉΊΌΎΏΪΫ€£§©«»°±½éèçñöÄßåøÆ";
    for (table, page) in TABLES {
        let mut shared = 0;
        for letter in letters.chars() {
            let theirs = written(|printer| printer.page_code(page)?.writeln(&letter.to_string()).map(drop));
            // A letter that the table lacks leaves that crate as several bytes of UTF-8.
            let theirs = decode::read(&theirs, Width::Mm80).unwrap_or_default();
            if let Some(Item::Line(line)) = theirs.first().filter(|_| theirs.len() == 1)
                && line.text().chars().count() == 1
            {
                assert_eq!(line.text(), letter.to_string(), "{table:?}");
                assert_eq!(printed(letter, table), letter.to_string(), "{table:?}");
                shared += 1;
            }
        }
        assert!(shared > 20, "{table:?}: only {shared} letters were compared");
    }
}

#[test]
fn windows_1253_and_iso_8859_7_agree_with_encoding_rs() {
    for (table, encoding) in [(Table::Wpc1253, encoding_rs::WINDOWS_1253), (Table::Iso8859_7, encoding_rs::ISO_8859_7)]
    {
        for byte in 0xa1..=0xff_u8 {
            let (letter, _, unknown) = encoding.decode(std::slice::from_ref(&byte));
            let line = [&[0x1b, b't', if table == Table::Wpc1253 { 47 } else { 15 }, byte, b'\n'][..]].concat();
            let read = decode::read(&line, Width::Mm58);
            match read {
                Ok(items) => assert_eq!(decode::text(&items), [letter.trim()], "{byte:02x}"),
                Err(_) => assert!(unknown, "{byte:02x} is {letter}"),
            }
        }
    }
}

#[test]
fn what_the_escpos_crate_writes_is_read_as_it_was_meant() {
    let bytes = written(|printer| {
        printer.init()?.page_code(PageCode::WPC1253)?.writeln("Ελληνικά ΦΠΑ 12,30 €")?;
        printer.justify(JustifyMode::CENTER)?.bold(true)?.size(2, 2)?.writeln("BIG")?;
        printer.reset_size()?.bold(false)?.justify(JustifyMode::RIGHT)?.reverse(true)?.writeln("inv")?;
        printer.reverse(false)?.partial_cut().map(drop)
    });
    let items = decode::read(&bytes, Width::Mm80).unwrap();
    assert_eq!(decode::text(&items), ["Ελληνικά ΦΠΑ 12,30 €", "BIG", "inv"]);
    let [Item::Line(_), Item::Line(big), Item::Line(inverse), Item::Cut] = items.as_slice() else {
        panic!("{items:?}")
    };
    assert_eq!((big.place, big.runs[0].style), (Place::Centre, Style::LARGE_BOLD));
    assert_eq!((inverse.place, inverse.runs[0].style), (Place::Right, Style { inverse: true, ..Style::PLAIN }));
}

/// Each line: who wrote it, the text in it, the bytes.
fn vectors() -> impl Iterator<Item = (&'static str, &'static str, Vec<u8>)> {
    include_str!("vectors.tsv").lines().filter(|line| !line.starts_with('#')).map(|line| {
        let [writer, text, hex] = line.split('\t').collect::<Vec<_>>().try_into().expect("well-formed");
        let byte =
            |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("well-formed"), 16).expect("well-formed");
        (writer, text, hex.as_bytes().chunks(2).map(byte).collect())
    })
}

#[test]
fn papers_of_python_and_javascript_writers_are_read_as_they_were_meant() {
    assert_eq!(vectors().count(), 6);
    for (writer, text, bytes) in vectors() {
        let items = decode::read(&bytes, Width::Mm80).unwrap_or_else(|misread| panic!("{writer}: {misread}"));
        let lines: Vec<_> =
            items.iter().filter_map(|item| if let Item::Line(line) = item { Some(line) } else { None }).collect();
        assert_eq!(lines[0].text(), text, "{writer}");
        let big = lines.iter().find(|line| line.text().trim() == "BIG").unwrap();
        assert_eq!(big.runs.last().unwrap().style.size, Size::Large, "{writer}");
        let inverse = lines.iter().find(|line| line.text() == "inv").unwrap();
        assert!(inverse.runs[0].style.inverse, "{writer}");
        assert!(items.contains(&Item::Drawer) && items.contains(&Item::Cut), "{writer}");
    }
}

#[test]
fn our_letters_are_the_bytes_that_python_and_javascript_writers_put_down() {
    for (writer, text, theirs) in vectors() {
        let page = theirs.windows(3).find(|it| it.starts_with(b"\x1bt") && it[2] != 0).unwrap()[2];
        let table = match page {
            47 => Table::Wpc1253,
            15 => Table::Iso8859_7,
            19 => Table::Pc858,
            other => panic!("{writer} switched to page {other}"),
        };
        let mut paper = Paper::new(Direction::LeftToRight);
        paper.text(text);
        let ours = encode(&paper, &Shape { width: Width::Mm80, table, cut: false });
        let end = ours.iter().position(|&byte| byte == b'\n').unwrap();
        let start = ours.windows(3).position(|it| it == [0x1b, b't', page]).unwrap();
        assert!(
            theirs.windows(end - start).any(|it| it == &ours[start..end]),
            "{writer}: page and letters are the same"
        );
    }
}

#[test]
fn a_picture_goes_as_both_outside_writers_send_it() {
    // A diagonal of 16 x 8 dots, as python-escpos 3.1 and receipt-printer-encoder 4.0.1 both write it.
    let theirs = b"\x1d\x76\x30\x00\x02\x00\x08\x00\xc0\x00\x30\x00\x0c\x00\x03\x00\x00\xc0\x00\x30\x00\x0c\x00\x03";
    let items = decode::read(theirs, Width::Mm58).unwrap();
    let [Item::Picture(picture)] = items.as_slice() else { panic!("{items:?}") };
    let black: Vec<_> = (0..8).map(|y| (0..16).filter(|&x| picture.is_black(x, y)).collect::<Vec<_>>()).collect();
    assert_eq!(black, (0..8).map(|y| vec![2 * y, 2 * y + 1]).collect::<Vec<_>>());
}

#[test]
fn the_drawer_opens_by_the_command_that_outside_writers_use() {
    assert_eq!(decode::read(DRAWER_KICK, Width::Mm80).unwrap(), [Item::Drawer]);
    for (writer, _, theirs) in vectors() {
        assert!(theirs.windows(3).any(|it| it == &DRAWER_KICK[..3]), "{writer}");
    }
}

#[test]
fn an_unknown_command_stops_the_reading() {
    for bytes in [&b"\x1bZ"[..], b"\x1d(k\x03\x00", b"\x10\x04\x01", b"\x00", b"\x1b", b"\x1dv0\x00\x48\x00\xff\xff"] {
        assert!(decode::read(bytes, Width::Mm80).is_err(), "{bytes:02x?}");
    }
    let mut wide = vec![b'x'; 49];
    wide.push(b'\n');
    assert!(decode::read(&wide, Width::Mm80).is_err());
    assert!(decode::read(&wide[1..], Width::Mm80).is_ok());
    assert!(decode::read(b"no end", Width::Mm80).is_err());
}

#[test]
fn centred_text_leaves_its_place_to_the_printer() {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.styled("BIG", Align::Centre, Style::LARGE_BOLD);
    let ours = encode(&paper, &Shape { width: Width::Mm80, table: Table::Wpc1253, cut: true });
    let items = decode::read(&ours, Width::Mm80).unwrap();
    let [Item::Line(big), Item::Feed(_), Item::Cut] = items.as_slice() else { panic!("{items:?}") };
    assert_eq!((big.text().as_str(), big.place, big.runs[0].style), ("BIG", Place::Centre, Style::LARGE_BOLD));
}
