//! Whatever stands on the paper, the printer is never commanded by it and no line is wider than the roll.

use devices::decode::{self, Item, Place};
use devices::escpos::{Shape, Table, Width, encode};
use devices::paper::{Align, Block, Direction, Paper, Size, Style};
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        "\u{1b}@",
        "\u{1b}p\u{0}",
        "\u{1d}V\u{1}",
        "\u{10}\u{4}\u{1}",
        "\u{0}",
        "\u{7f}",
        "\u{85}",
        "\u{9b}",
        "\r",
        "\n",
        "\t",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{200d}",
        "\u{feff}",
        "\u{ad}",
        "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
        "\u{a0}",
        "  ",
        "€",
        "Σύνολο ",
        "المجموع ",
        "手机",
        "👩‍👩‍👧",
        "iPhone 13 ",
        "-5,00 €",
        "ﷺ",
        "\u{e0041}",
        "\u{10ffff}",
    ]);
    let piece = prop_oneof![nasty.prop_map(str::to_owned), any::<String>(), "[ -~]{0,60}", "[α-ωΑ-Ω ]{0,60}"];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn style() -> impl Strategy<Value = Style> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(bold, large, inverse)| Style {
        bold,
        size: if large { Size::Large } else { Size::Normal },
        inverse,
    })
}

fn block() -> impl Strategy<Value = Block> {
    let align = prop::sample::select(vec![Align::Start, Align::Centre, Align::End]);
    prop_oneof![
        (text(), align, style()).prop_map(|(text, align, style)| Block::Text { text, align, style }),
        (text(), text(), style()).prop_map(|(left, right, style)| Block::Columns { left, right, style }),
        text().prop_map(Block::Barcode),
        text().prop_map(Block::Qr),
    ]
}

fn shape() -> impl Strategy<Value = Shape> {
    let tables = vec![Table::Wpc1253, Table::Iso8859_7, Table::Pc858, Table::Picture];
    (prop::sample::select(tables), prop::sample::select(vec![Width::Mm58, Width::Mm80]))
        .prop_map(|(table, width)| Shape { width, table, cut: false })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_paper_is_read_strictly_and_stays_within_its_roll(
        blocks in prop::collection::vec(block(), 1..4),
        right_to_left in any::<bool>(),
        shape in shape(),
    ) {
        let direction = if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        let bytes = encode(&Paper { direction, blocks }, &shape);
        let items = decode::read(&bytes, shape.width);
        prop_assert!(items.is_ok(), "{:?}", items.err());
        prop_assert!(!items.unwrap().contains(&Item::Drawer), "a text opened the drawer");
        prop_assert!(!bytes.windows(2).any(|pair| matches!(pair, [0x10, 0x04 | 0x05 | 0x14])));
    }

    #[test]
    fn the_right_column_of_letters_always_ends_at_the_edge(left in "[ -~α-ω]{0,200}", right in "[0-9,]{1,9} €") {
        let mut paper = Paper::new(Direction::LeftToRight);
        paper.columns(left, right.clone(), Style::PLAIN);
        let shape = Shape { width: Width::Mm58, table: Table::Wpc1253, cut: false };
        let items = decode::read(&encode(&paper, &shape), Width::Mm58).unwrap();
        let line = |item| if let Item::Line(line) = item { Some(line) } else { None };
        let last = items.into_iter().filter_map(line).next_back().expect("a line");
        let own_line = last.place == Place::Right && last.text() == right;
        prop_assert!(own_line || last.text().chars().count() == 32 && last.text().ends_with(&right));
    }
}

fn paper_of(text: &str) -> Paper {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.columns(text, "5,00", Style::PLAIN).text(text);
    paper
}

/// Dots of paper: eight are a millimetre, and a line of letters takes a sixth of an inch.
fn dots(items: &[Item]) -> usize {
    let of = |item: &Item| match item {
        Item::Line(_) => 34,
        Item::Picture(picture) => picture.height,
        Item::Feed(lines) => lines * 34,
        Item::Cut | Item::Drawer => 0,
    };
    items.iter().map(of).sum()
}

#[test]
fn a_name_of_ten_thousand_letters_ends_after_half_a_metre_of_paper() {
    for letter in ["x", "ω", "ب", "手", "\u{301}", "👩‍👩‍👧", "\n", "x ", "x\n", "\u{2028}"] {
        for table in [Table::Wpc1253, Table::Picture] {
            let mut paper = Paper::new(Direction::LeftToRight);
            paper.text(letter.repeat(10_000));
            let bytes = encode(&paper, &Shape { width: Width::Mm58, table, cut: false });
            let dots = dots(&decode::read(&bytes, Width::Mm58).unwrap());
            assert!(dots <= 4_000, "{letter:?}: {dots} dots");
        }
    }
}

#[test]
fn commands_hidden_in_a_name_are_printed_as_nothing() {
    let hidden = "\u{1b}@A\u{1b}p\u{0}\u{19}\u{fa}B\u{1d}V\u{1}\u{10}\u{14}\u{1}\u{0}\u{1}C";
    let items = decode::read(
        &encode(&paper_of(hidden), &Shape { width: Width::Mm80, table: Table::Wpc1253, cut: false }),
        Width::Mm80,
    );
    // What remains are harmless letters; the one that no Greek table has is drawn.
    assert!(items.unwrap().iter().all(|item| matches!(item, Item::Picture(_) | Item::Line(_) | Item::Feed(_))));
    let plain = decode::text(
        &decode::read(
            &encode(
                &paper_of("A\u{1b}\u{0}B\u{10}\u{202e}C\u{200b}"),
                &Shape { width: Width::Mm80, table: Table::Wpc1253, cut: false },
            ),
            Width::Mm80,
        )
        .unwrap(),
    );
    assert_eq!(plain[1], "ABC");
}

#[test]
fn an_override_cannot_turn_an_amount_round() {
    let drawn = |text: &str| {
        let mut paper = Paper::new(Direction::RightToLeft);
        paper.text(text);
        encode(&paper, &Shape { width: Width::Mm58, table: Table::Picture, cut: false })
    };
    assert_eq!(drawn("\u{202e}12,34\u{202c}"), drawn("12,34"));
}
