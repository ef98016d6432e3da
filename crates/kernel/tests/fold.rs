//! Folding for search.

use kernel::fold;
use proptest::prelude::*;

#[test]
fn case_and_accents_do_not_count() {
    for (text, folded) in [
        ("Θήκη", "θηκη"),
        ("ΘΗΚΗ", "θηκη"),
        ("Καλώδιο ΰψιλον", "καλωδιο υψιλον"),
        ("Ελληνικός", "ελληνικοσ"),
        ("ΕΛΛΗΝΙΚΌΣ", "ελληνικοσ"),
        ("Crème Brûlée", "creme brulee"),
        ("ÅNGSTRÖM", "angstrom"),
        ("İSTANBUL", "istanbul"),
        ("iPhone 15 Pro", "iphone 15 pro"),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn a_final_sigma_is_a_sigma() {
    assert_eq!(fold("ς"), "σ");
    assert_eq!(fold("φορτιστής"), fold("ΦΟΡΤΙΣΤΗΣ"));
}

#[test]
fn composed_and_decomposed_accents_are_one() {
    assert_eq!(fold("\u{3ae}"), fold("\u{3b7}\u{301}"));
}

#[test]
fn folding_any_character_twice_changes_nothing_more() {
    for character in '\0'..=char::MAX {
        let once = fold(character.encode_utf8(&mut [0; 4]));
        assert_eq!(fold(&once), once, "{character:?}");
    }
}

proptest! {
    #[test]
    fn folding_any_text_twice_changes_nothing_more(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn greek_folds_alike_in_capitals_and_small_letters(text in "[α-ωάέήίόύώϊϋΐΰ]{0,12}") {
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
    }
}
