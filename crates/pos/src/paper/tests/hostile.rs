use super::*;
use proptest::prelude::*;

/// Every amount at the right edge of a line that ends in a tax letter, or of a discount under one, in minor units.
fn printed_amounts(text: &str, total: &str) -> i64 {
    let sold = text.split(total).next().expect("there is a part before the total");
    let amount = |line: &str| -> Option<i64> {
        let (before, _) = line.split_once('€')?;
        let digits: String = before.rsplit("  ").next()?.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
        digits.parse().ok()
    };
    let of_lines = sold.lines().filter(|line| line.trim_end().ends_with("€ A") || line.contains("Έκπτωση"));
    of_lines.filter_map(|line| amount(line.rsplit_once("  ").map_or(line, |(_, right)| right))).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn printed_line_amounts_add_up_to_the_printed_total(
        sold in prop::collection::vec((1_i64..20, 1_i64..200_000, 0_i64..100), 1..12),
    ) {
        let lines: Vec<ReceiptLine> = sold
            .into_iter()
            .map(|(pieces, unit, percent)| line("Θήκη", pieces, unit, pieces * unit * percent / 100))
            .collect();
        let (amount, total) = lines.iter().fold((0, 0), |(amount, total), line| {
            (amount + line.amount.minor, total + line.line_total.minor)
        });
        let view = ReceiptView {
            subtotal: eur(amount),
            discount: eur(amount - total),
            total: eur(total),
            lines,
            tenders: Vec::new(),
            ..busy()
        };
        let text = picture(&receipt(&view, 0, &sheet(&[Language::El], PaperWidth::Mm80)), PaperWidth::Mm80);
        prop_assert_eq!(printed_amounts(&text, "Υποσύνολο"), total, "{}", text);
    }

    #[test]
    fn no_name_or_note_breaks_out_of_its_place(name in ".{0,200}", note in ".{0,200}") {
        let mut named = line(&name, 1, 1_290, 0);
        named.note = Some(note.clone());
        let view = ReceiptView { lines: vec![named], note: Some(note), operator: name, ..busy() };
        for width in [PaperWidth::Mm58, PaperWidth::Mm80] {
            // Reading back refuses every command that is not ours, and every line that is too wide.
            picture(&receipt(&view, 1, &sheet(&[Language::El, Language::Ar], width)), width);
        }
    }
}

#[test]
fn a_name_that_tries_to_open_the_drawer_is_only_a_name() {
    let evil = "Case \u{1b}p\u{0}\u{19}\u{fa} \u{1d}V\u{1} \u{10}\u{4}\u{1} \u{202e}00,0 LATOT\n\n\nTOTAL 0,00 €";
    let view = ReceiptView { lines: vec![line(evil, 1, 1_290, 0)], ..busy() };
    let text = picture(&receipt(&view, 0, &sheet(&[Language::El], PaperWidth::Mm80)), PaperWidth::Mm80);
    assert!(!text.contains("<drawer>"), "{text}");
    assert_eq!(text.matches("8<").count(), 1, "the paper is cut once: {text}");
}
