use crate::spelling::{SOUND_MARK, as_typed, other_spellings, searchable, words};

fn other(text: &str) -> String {
    other_spellings(text).unwrap_or_default()
}

#[test]
fn words_are_folded_letters_and_digits() {
    assert_eq!(words("Θήκη ΣΙΛΙΚΌΝΗΣ, 6.1\" (USB-C)"), ["θηκη", "σιλικονησ", "6", "1", "usb", "c"]);
}

#[test]
fn every_typed_word_is_a_quoted_prefix() {
    assert_eq!(as_typed("Θήκη 13").as_deref(), Some("(\"θηκη\"* AND \"13\"*)"));
    assert_eq!(as_typed("usb-c").as_deref(), Some("(\"usb\"* AND \"c\"*)"));
}

#[test]
fn nothing_typed_is_syntax() {
    for text in ["\"", "*", "a\" OR \"b", "NEAR(a b)", "search:x", "a AND", "-x", "^a", "{a}", "'; DROP TABLE"] {
        let expression = as_typed(text).unwrap_or_default();
        let outside: String = expression.split('"').step_by(2).collect();
        let syntax: Vec<&str> = outside.split(['(', ')', '*', ' ']).filter(|part| !part.is_empty()).collect();
        assert!(syntax.iter().all(|part| *part == "AND"), "{text} became {expression}");
    }
    assert_eq!(as_typed(" ?!* "), None);
}

#[test]
fn a_long_text_is_cut() {
    let expression = as_typed(&"word ".repeat(1_000)).expect("words");
    assert_eq!(expression.matches("\"word\"*").count(), 12);
}

#[test]
fn a_word_on_the_wrong_keys_is_read_in_the_other_layout() {
    for (typed, meant) in [("ιπηονε", "iphone"), ("ΓΑΛΑΧΥ", "galaxy"), ("uhkh", "θηκη")] {
        assert!(other(typed).contains(&format!("\"{meant}\"*")), "{typed}: {}", other(typed));
    }
    assert!(other("α;θα").contains("\"aqua\"*"));
}

#[test]
fn greek_is_found_by_how_it_sounds() {
    let key = |text: &str| -> String {
        let tokens = searchable([text]);
        tokens.split(' ').find_map(|token| token.strip_prefix(SOUND_MARK)).unwrap_or_default().to_owned()
    };
    for (word, greeklish) in [
        ("Θήκη", "thiki"),
        ("θήκη", "thhkh"),
        ("Φορτιστής", "fortisths"),
        ("φορτιστής", "phortistis"),
        ("Μπαταρία", "mpataria"),
        ("μπαταρία", "bataria"),
        ("Ακουστικά", "akoustika"),
        ("Οθόνη", "othoni"),
        ("Επισκευή", "episkevi"),
        ("επισκευή", "episkeuh"),
        ("Χάρτης", "xarths"),
        ("Τζάμι", "tzami"),
        ("Ξένος", "xenos"),
        ("Χρώμα", "xrwma"),
        ("Αντάπτορας", "antaptoras"),
        ("Γυαλί", "gyali"),
        ("Ψηφιακό", "psifiako"),
        ("Αλλαγή", "allagi"),
        ("αλλαγή", "alagh"),
    ] {
        let wanted = format!("\"{SOUND_MARK}{}\"*", key(word));
        assert!(other(greeklish).contains(&wanted), "{word} as {greeklish}: {wanted} not in {}", other(greeklish));
    }
}

#[test]
fn a_misspelt_greek_word_sounds_the_same() {
    assert!(other("θικι").contains(&format!("\"{SOUND_MARK}thiki\"*")));
}

#[test]
fn a_latin_brand_in_greek_letters_is_found() {
    assert!(other("σαμσουνγκ").contains("\"samsung\"*"));
}

#[test]
fn a_number_may_hang_on_a_word() {
    assert!(other("iphone15").contains("(\"iphone\"* AND \"15\"*)"));
}

#[test]
fn what_can_be_written_one_way_only_has_no_other_spelling() {
    assert_eq!(other_spellings("5901234123457"), None);
    assert_eq!(other_spellings("?!"), None);
}

#[test]
fn the_index_holds_each_token_once_and_joined_words_too() {
    assert_eq!(searchable(["Wi-Fi router", "RT-1", "router"]), "wifi wi fi router rt1 rt 1");
}

#[test]
fn a_sound_can_not_be_typed() {
    assert_eq!(words(&format!("{SOUND_MARK}thiki")), ["thiki"]);
}
