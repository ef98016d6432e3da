//! What somebody types to find a receipt: its number, its amount, what was on it, a note, or the digits of a card.

use crate::error::Result;
use eventing::sqlx::SqliteConnection;
use fiscal::Wanted;
use kernel::{Currency, DocumentId, Money, OrderId};

/// Products that a text may mean; more would be no search.
const MOST_PRODUCTS: u32 = 500;
/// Receipts that one way of looking gives: pages enough.
const MOST_ORDERS: u32 = 1_000;
/// Digits of a card that a receipt names.
const LAST_DIGITS: usize = 4;
/// From how many characters on names and notes are looked through.
const MIN_WORD_CHARS: usize = 2;

/// The Greek letter on the key of each Latin one: a number such as A-1043 is found whichever layout is on.
const GREEK_KEYS: &str = "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠ;ΡΣΤΘΩςΧΥΖ";

/// What a text may mean; None for an empty one, which means everything.
pub(super) async fn wanted(
    connection: &mut SqliteConnection,
    text: &str,
    currency: Currency,
) -> Result<Option<Wanted>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let mut wanted = Wanted {
        numbered: numbered(text),
        number: plain_number(text),
        total_minor: amount(text, currency).map(|money| money.minor),
        orders: Vec::new(),
    };
    if text.len() == LAST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) {
        wanted.orders.extend(payments::list_by_last_four(connection, text, MOST_ORDERS).await?);
    }
    if text.chars().count() >= MIN_WORD_CHARS {
        wanted.orders.extend(by_words(connection, text).await?);
    }
    Ok(Some(wanted))
}

/// Orders that sold what the text names, and those with a note that holds it.
async fn by_words(connection: &mut SqliteConnection, text: &str) -> Result<Vec<OrderId>> {
    let products = catalog::list_named(connection, text, MOST_PRODUCTS).await?;
    let mut orders = orders::views::list_that_sold(connection, &products, MOST_ORDERS).await?;
    orders.extend(orders::views::list_noted(connection, text, MOST_ORDERS).await?);
    Ok(orders)
}

/// The document whose number is this code, as a scanner reads it off the paper. The hyphen is part of it: a product's
/// own code without one is none.
pub(crate) async fn printed_code(connection: &mut SqliteConnection, code: &str) -> Result<Option<DocumentId>> {
    let Some((series, number)) = numbered(code).filter(|_| code.contains('-')) else { return Ok(None) };
    Ok(fiscal::find_by_number(connection, &series, number).await?.map(|row| row.document))
}

/// `A-1043`, with any hyphen or blank in it, in either keyboard layout.
fn numbered(text: &str) -> Option<(String, u64)> {
    let at = text.rfind(|c: char| !c.is_ascii_digit())?;
    let next = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let (series, digits) = text.split_at(next);
    let series = series.trim_end_matches(|c: char| c == '-' || c == '–' || c.is_whitespace());
    let series: String = series.chars().flat_map(char::to_uppercase).map(latin).collect();
    if series.is_empty() { None } else { Some((series, digits.parse().ok()?)) }
}

fn latin(letter: char) -> char {
    let at = GREEK_KEYS.chars().position(|greek| greek == letter && greek != ';');
    at.and_then(|at| u8::try_from(at).ok()).map_or(letter, |at| char::from(b'A' + at))
}

fn plain_number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// An amount with either decimal mark, grouped or not, with its sign or without: `438,80`, `1.234,50 €`.
fn amount(text: &str, currency: Currency) -> Option<Money> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '€' | '$' | '£')).collect();
    let last = bare.rfind([',', '.']);
    let plain = match last {
        None => bare,
        Some(at) => {
            let (whole, decimals) = (&bare[..at], &bare[at + 1..]);
            let groups: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
            let is_grouping = decimals.len() == 3 && currency.exponent() != 3;
            if is_grouping { format!("{groups}{decimals}") } else { format!("{groups}.{decimals}") }
        }
    };
    Money::parse(&plain, currency).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_in_either_layout_with_or_without_its_hyphen() {
        for text in ["A-1043", "a-1043", "A1043", "A 1043", "Α-1043", "α-1043"] {
            assert_eq!(numbered(text), Some(("A".to_owned(), 1_043)), "{text}");
        }
        assert_eq!(numbered("Ρ-12"), Some(("R".to_owned(), 12)));
        assert_eq!(numbered("A2-7"), Some(("A2".to_owned(), 7)));
        for text in ["1043", "-", "A-", "case", "θήκη"] {
            assert_eq!(numbered(text), None, "{text}");
        }
        assert_eq!((plain_number("1043"), plain_number("A-1")), (Some(1_043), None));
    }

    #[test]
    fn an_amount_is_read_with_either_decimal_mark() {
        let cases =
            [("12,90", 1_290), ("12.90", 1_290), ("12,9", 1_290), ("€1,234.50", 123_450), ("1.234,50 €", 123_450)];
        for (text, minor) in cases.into_iter().chain([("40", 4_000), ("1.200", 120_000), ("0,5", 50)]) {
            assert_eq!(amount(text, Currency::EUR).map(|money| money.minor), Some(minor), "{text}");
        }
        for text in ["A-1043", "12,905,1x", "", ",", "case"] {
            assert_eq!(amount(text, Currency::EUR), None, "{text}");
        }
    }
}
