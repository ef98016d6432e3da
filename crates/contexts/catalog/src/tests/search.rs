use super::file::File;
use super::{details, now, with_barcodes};
use crate::{Page, ProductDetails, list_named, search};

fn popular(sku: &str, name: &str, popularity: i64) -> ProductDetails {
    ProductDetails { popularity, ..details(sku, name) }
}

async fn shop() -> File {
    let mut earphones = popular("AU-1", "Ακουστικά ασύρματα", 5);
    earphones.brand = Some("Xiaomi".into());
    File::with(vec![
        popular("IP-15", "Apple iPhone 15 128GB", 50),
        popular("IP-13", "Apple iPhone 13 128GB", 80),
        popular("TH-13", "Θήκη σιλικόνης iPhone 13", 90),
        popular("GA-55", "Samsung Galaxy A55", 40),
        with_barcodes(popular("US-1", "Καλώδιο USB-C 2m", 70), &["2900000256712"]),
        earphones,
        popular("13", "Σελφοκόνταρο", 1),
    ])
    .await
}

async fn found(file: &File, text: &str) -> Vec<String> {
    part(file, text, Page::first(20)).await
}

async fn part(file: &File, text: &str, page: Page) -> Vec<String> {
    let rows = search(&mut *file.reader().await, text, now(), page).await.expect("a query");
    rows.into_iter().map(|row| row.sku).collect()
}

#[tokio::test]
async fn words_match_in_any_order_and_as_prefixes_the_popular_first() {
    let file = shop().await;
    assert_eq!(found(&file, "iphone").await, ["TH-13", "IP-13", "IP-15"]);
    assert_eq!(found(&file, "15 iph").await, ["IP-15"]);
    assert_eq!(found(&file, "128 app").await, ["IP-13", "IP-15"]);
}

#[tokio::test]
async fn case_accents_and_final_sigma_do_not_matter() {
    let file = shop().await;
    for text in ["θηκη", "ΘΉΚΗ ΣΙΛΙΚΟΝΗΣ", "θήκη σιλικόνησ"] {
        assert_eq!(found(&file, text).await, ["TH-13"], "{text}");
    }
}

#[tokio::test]
async fn brand_sku_and_barcode_match_too() {
    let file = shop().await;
    assert_eq!(found(&file, "xiao").await, ["AU-1"]);
    assert_eq!(found(&file, "ga-55").await, ["GA-55"]);
}

#[tokio::test]
async fn the_beginning_of_a_barcode_finds_it_from_four_characters_on() {
    let file = shop().await;
    assert_eq!(found(&file, "2900").await, ["US-1"]);
    assert_eq!(found(&file, "29000002567").await, ["US-1"]);
    assert_eq!(found(&file, "290").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_whole_barcode_comes_before_those_that_begin_with_it() {
    let longer = with_barcodes(popular("LONG", "Μακρύ", 9), &["SHELF-7-B"]);
    let file = File::with(vec![longer, with_barcodes(popular("SHORT", "Κοντό", 1), &["SHELF-7"])]).await;
    assert_eq!(found(&file, "SHELF-7").await, ["SHORT", "LONG"]);
}

#[tokio::test]
async fn an_exact_code_comes_before_words() {
    let file = shop().await;
    assert_eq!(found(&file, "13").await, ["13", "TH-13", "IP-13"]);
    assert_eq!(found(&file, "2900000256712").await, ["US-1"]);
}

#[tokio::test]
async fn the_other_keyboard_layout_is_tried_only_where_nothing_was_found() {
    let file = shop().await;
    assert_eq!(found(&file, "ιπηονε").await, ["TH-13", "IP-13", "IP-15"]);
    assert_eq!(found(&file, "uhkh").await, ["TH-13"]);
    assert_eq!(found(&file, "θηκη ιπηονε").await, ["TH-13"]);
}

#[tokio::test]
async fn greeklish_finds_greek() {
    let file = shop().await;
    assert_eq!(found(&file, "thiki").await, ["TH-13"]);
    assert_eq!(found(&file, "thiki ipho").await, ["TH-13"]);
    assert_eq!(found(&file, "akoustika").await, ["AU-1"]);
    assert_eq!(found(&file, "kalwdio").await, ["US-1"]);
    assert_eq!(found(&file, "σαμσουνγκ").await, ["GA-55"]);
    assert_eq!(found(&file, "iphone15").await, ["IP-15"]);
}

#[tokio::test]
async fn an_empty_text_shows_what_is_popular() {
    let file = shop().await;
    assert_eq!(found(&file, " ").await.first().map(String::as_str), Some("TH-13"));
    assert_eq!(found(&file, "").await.len(), 7);
}

#[tokio::test]
async fn nothing_is_found_for_nothing_that_could_be_a_word() {
    let file = shop().await;
    for text in ["?!", "\"", "zzzz", "*", "iphone zzzz", "NEAR(", "a\" OR \"b"] {
        assert_eq!(found(&file, text).await, Vec::<String>::new(), "{text}");
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repeat() {
    let file = shop().await;
    let mut all = Vec::new();
    for offset in 0..4 {
        all.extend(part(&file, "13", Page::new(1, offset)).await);
    }
    assert_eq!(all, ["13", "TH-13", "IP-13"]);
    assert_eq!(part(&file, "13", Page::new(2, 1)).await, ["TH-13", "IP-13"]);
    assert_eq!(part(&file, "iphone", Page::new(20, 3)).await, Vec::<String>::new());
    assert_eq!(part(&file, "ιπηονε", Page::new(2, 1)).await, ["IP-13", "IP-15"]);
}

#[tokio::test]
async fn a_page_has_at_most_100_rows() {
    let many = (0..150).map(|n| details(&format!("S{n}"), "Θήκη")).collect();
    let file = File::with(many).await;
    assert_eq!(part(&file, "θηκη", Page::first(5_000)).await.len(), 100);
}

#[tokio::test]
async fn what_is_off_sale_is_not_found() {
    let file = shop().await;
    file.deactivate("TH-13").await;
    assert_eq!(found(&file, "iphone").await, ["IP-13", "IP-15"]);
    file.deactivate("13").await;
    assert_eq!(found(&file, "13").await, ["IP-13"]);
    assert_eq!(found(&file, "thiki").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_renamed_product_leaves_the_index_under_its_old_name() {
    let file = shop().await;
    file.change("TH-13", popular("TH-13", "Κάλυμμα", 3)).await;
    assert_eq!(found(&file, "θηκη").await, Vec::<String>::new());
    assert_eq!(found(&file, "καλυμμα").await, ["TH-13"]);
    file.check_index().await.expect("the index fits its rows");
}

#[tokio::test]
async fn what_was_sold_is_found_by_code_word_and_greeklish_though_it_is_off_sale() {
    let gone = ProductDetails { active: false, ..with_barcodes(popular("TH-1", "Θήκη", 1), &["2900000256712"]) };
    let file = File::with(vec![gone, popular("US-1", "Καλώδιο", 5)]).await;
    let case = crate::product_id_for_sku("TH-1");
    for text in ["TH-1", "th-1", "2900000256712", "θηκη", "thiki"] {
        assert_eq!(list_named(&mut *file.reader().await, text, 9).await.expect("a query"), [case], "{text}");
    }
    assert_eq!(list_named(&mut *file.reader().await, "nothing", 9).await.expect("a query"), []);
}
