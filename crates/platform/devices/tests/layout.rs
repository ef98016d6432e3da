//! Where things stand on the paper.

use devices::decode::{self, Item, Place};
use devices::escpos::{Shape, Table, Width, encode};
use devices::paper::{Align, Bitmap, Block, Direction, Paper, Style};

fn items(paper: &Paper, width: Width, table: Table) -> Vec<Item> {
    decode::read(&encode(paper, &Shape { width, table, cut: false }), width).expect("strictly read")
}

fn lines(paper: &Paper, width: Width) -> Vec<String> {
    let line = |item| if let Item::Line(line) = item { Some(line.text()) } else { None };
    items(paper, width, Table::Wpc1253).into_iter().filter_map(line).collect()
}

fn picture(paper: &Paper, table: Table) -> Bitmap {
    let mut found = items(paper, Width::Mm58, table).into_iter();
    found.find_map(|item| if let Item::Picture(picture) = item { Some(picture) } else { None }).expect("a picture")
}

/// The first and last column with a black dot, from the row `top` on.
fn ink(drawn: &Bitmap, top: usize) -> (usize, usize) {
    let black = |x: &usize| (top..drawn.height).any(|y| drawn.is_black(*x, y));
    let found = (0..drawn.width).find(black).zip((0..drawn.width).rev().find(black));
    found.expect("a black dot")
}

#[test]
fn the_right_column_ends_at_the_edge_on_the_last_line_of_the_left() {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.columns("Θήκη iPhone 13 διάφανη με δαχτυλίδι", "39,80 €", Style::PLAIN).columns("A", "1", Style::LARGE);
    assert_eq!(
        lines(&paper, Width::Mm58),
        ["Θήκη iPhone 13 διάφανη", "με δαχτυλίδι             39,80 €", "A              1"]
    );
}

#[test]
fn a_right_column_too_wide_to_stand_beside_gets_lines_of_its_own() {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.columns("left", "a right side of many words that needs more than a line", Style::PLAIN);
    let found = items(&paper, Width::Mm58, Table::Wpc1253);
    let [Item::Line(left), Item::Line(first), Item::Line(second), Item::Feed(_)] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((left.text().as_str(), left.place), ("left", Place::Left));
    assert_eq!((first.text().as_str(), first.place), ("a right side of many words that", Place::Right));
    assert_eq!((second.text().as_str(), second.place), ("needs more than a line", Place::Right));
}

#[test]
fn a_word_that_has_no_room_beside_the_right_column_is_not_broken() {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.columns("Total", "1.438,80 €", Style::LARGE).columns("Gesamtsumme", "99,00 €", Style::LARGE);
    assert_eq!(lines(&paper, Width::Mm58), ["Total 1.438,80 €", "Gesamtsumme", "99,00 €"]);
    let stacked = |text: &str| {
        let mut paper = Paper::new(Direction::RightToLeft);
        picture(paper.columns(text, "438,80 €", Style::LARGE_BOLD), Table::Wpc1253)
    };
    // Two lines either way, but the word keeps its last letter: nothing else stands right of the amount below.
    assert!(ink(&stacked("المجموع"), 60).1 < 250);
}

#[test]
fn an_amount_never_breaks_at_its_no_break_space() {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.text("twenty-seven letters are heard 12,30\u{a0}€");
    assert_eq!(lines(&paper, Width::Mm58), ["twenty-seven letters are heard", "12,30 €"]);
}

#[test]
fn signs_that_a_table_lacks_are_replaced_and_letters_are_drawn() {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.text("2 × 5 − 1…").text("Ἀθῆναι").text("手机").text("😀").text("cafe\u{301}");
    assert_eq!(decode::text(&items(&paper, Width::Mm58, Table::Iso8859_7)), ["2 x 5 - 1...", "[picture]"]);
    let mut greek = Paper::new(Direction::LeftToRight);
    greek.text("Σύνολο").text("Total 5 €").text("cafe\u{301}");
    assert_eq!(decode::text(&items(&greek, Width::Mm58, Table::Pc858)), ["[picture]", "Total 5 €", "café"]);
    assert_eq!(decode::text(&items(&greek, Width::Mm58, Table::Picture)), ["[picture]"]);
}

#[test]
fn arabic_starts_at_the_right_edge_and_its_amounts_stand_at_the_left() {
    let mut paper = Paper::new(Direction::RightToLeft);
    paper.text("نقداً");
    let (first, last) = ink(&picture(&paper, Table::Wpc1253), 0);
    assert!(first > 250 && last > 376, "{first} to {last}");
    let mut paper = Paper::new(Direction::RightToLeft);
    paper.styled("نقداً", Align::End, Style::PLAIN);
    assert!(ink(&picture(&paper, Table::Wpc1253), 0).1 < 134);
    let mut paper = Paper::new(Direction::RightToLeft);
    paper.columns("", "12,30 €", Style::PLAIN);
    let (first, last) = ink(&picture(&paper, Table::Wpc1253), 0);
    assert!(first < 8 && last < 110, "{first} to {last}");
}

#[test]
fn arabic_letters_join_and_run_from_right_to_left() {
    let drawn = |text: &str| {
        let mut paper = Paper::new(Direction::RightToLeft);
        picture(paper.text(text), Table::Wpc1253)
    };
    let width = |text| {
        let (first, last) = ink(&drawn(text), 0);
        last - first
    };
    // Joined letters are narrower than the same ones kept apart.
    assert!(width("ببب") < width("ب\u{200c}ب\u{200c}ب"));
    // Lam and alef become one sign.
    assert!(width("لا") < width("ل\u{200c}ا"));
    // The line after a Latin name still reads from the right: the name comes first, at the right edge.
    assert_ne!(drawn("iPhone حافظة"), drawn("حافظة iPhone"));
    let mut latin = Paper::new(Direction::RightToLeft);
    let name = picture(latin.text("iPhone"), Table::Wpc1253);
    let (first, _) = ink(&name, 0);
    let mixed = drawn("iPhone حافظة");
    let same = (first..384).all(|x| (0..name.height).all(|y| name.is_black(x, y) == mixed.is_black(x, y)));
    assert!(same, "the Latin name stands where it stands alone");
}

#[test]
fn a_minus_sign_stays_at_the_left_of_its_figures_on_arabic_paper() {
    let drawn = |direction, text: &str| {
        let mut paper = Paper::new(direction);
        picture(paper.styled(text, Align::Centre, Style::PLAIN), Table::Picture)
    };
    assert_eq!(drawn(Direction::RightToLeft, "-5,00 €"), drawn(Direction::LeftToRight, "-5,00 €"));
}

#[test]
fn white_on_black_goes_from_edge_to_edge_in_letters_and_in_dots() {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.styled("abc", Align::Centre, Style { inverse: true, ..Style::PLAIN });
    assert_eq!(lines(&paper, Width::Mm58), [format!("{:^32}", "abc")]);
    assert!(picture(&paper, Table::Picture).is_black(0, 0));
}

#[test]
fn a_picture_stands_in_the_middle_and_loses_what_is_wider_than_the_paper() {
    let mut dot = Bitmap::blank(2, 300);
    dot.blacken(0, 299);
    let mut paper = Paper::new(Direction::LeftToRight);
    let drawn = picture(paper.block(Block::Picture(dot)), Table::Wpc1253);
    assert_eq!((drawn.height, ink(&drawn, 0)), (300, (191, 191)));
    let mut wide = Bitmap::blank(1_000, 1);
    wide.blacken(0, 0);
    wide.blacken(999, 0);
    let mut paper = Paper::new(Direction::LeftToRight);
    assert_eq!(ink(&picture(paper.block(Block::Picture(wide)), Table::Wpc1253), 0), (0, 0));
    let mut nothing = Paper::new(Direction::LeftToRight);
    nothing.block(Block::Picture(Bitmap::default()));
    assert!(matches!(items(&nothing, Width::Mm58, Table::Wpc1253)[..], [Item::Feed(_)]));
}

#[test]
fn a_picture_never_spells_a_command_that_printers_obey_at_once() {
    let mut bits = vec![0; 48 * 3];
    bits[10..14].copy_from_slice(&[0x10, 0x14, 0x01, 0x00]);
    bits[47..49].copy_from_slice(&[0x10, 0x04]);
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.block(Block::Picture(Bitmap { width: 384, height: 3, bits }));
    let bytes = encode(&paper, &Shape { width: Width::Mm58, table: Table::Wpc1253, cut: true });
    assert!(!bytes.windows(2).any(|pair| matches!(pair, [0x10, 0x04 | 0x05 | 0x14])));
}

#[test]
fn paper_is_cut_only_where_there_is_a_blade() {
    let paper = Paper::new(Direction::LeftToRight);
    for cut in [false, true] {
        let bytes = encode(&paper, &Shape { width: Width::Mm80, table: Table::Wpc1253, cut });
        assert_eq!(decode::read(&bytes, Width::Mm80).unwrap().contains(&Item::Cut), cut);
    }
}
