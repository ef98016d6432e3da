use super::*;
use crate::document::{CopyDocument, DocumentCopied, FiscalDocument};
use crate::{Wanted, count_copies, count_copies_in_shift, find_document, list_by_shift, list_page};
use eventing::testing::given;

fn copy(copies: u32) -> Command {
    Command::CopyDocument(CopyDocument { document: DOCUMENT, copies })
}

#[test]
fn a_copy_is_counted_wherever_the_document_stands_with_the_authority() {
    for state in ["blank", "issued", "submitted", "accepted", "rejected", "unknown"] {
        let second = DocumentCopied { document: DOCUMENT, copy: 2 };
        given::<FiscalDocument>(in_state(state)).when(copy(1)).then([second.into()]);
    }
}

#[test]
fn a_copy_changes_nothing_for_the_authority() {
    let mut history = in_state("accepted");
    history.push(DocumentCopied { document: DOCUMENT, copy: 1 }.into());
    given::<FiscalDocument>(history)
        .when(SUBMIT)
        .then_refused(crate::Rejection::DocumentIsAccepted { mark: "MARK-1".to_owned() });
}

#[tokio::test]
async fn copies_are_counted_for_their_document_and_their_shift() {
    let file = documents::File::new().await;
    file.confirm(0xA).await;
    file.confirm(0xC).await;
    file.settle(copy(0)).await;
    file.settle(copy(1)).await;
    let mut reader = file.store.reader().await.unwrap();
    assert_eq!(count_copies(&mut reader, DOCUMENT).await.unwrap(), 2);
    assert_eq!(count_copies(&mut reader, DocumentId(Uuid::from_u128(0xC))).await.unwrap(), 0);
    assert_eq!(count_copies_in_shift(&mut reader, documents::SHIFT).await.unwrap(), 2);
    assert_eq!(file.offences().await, [""; 0]);
}

#[tokio::test]
async fn documents_are_found_by_number_total_and_order_newest_first() {
    let file = documents::File::new().await;
    for number in 1..=3 {
        file.confirm(number).await;
    }
    file.confirm(0xA).await;
    file.reverse().await;
    let mut reader = file.store.reader().await.unwrap();
    let mut found = async |wanted: Option<Wanted>, limit, offset| -> Vec<String> {
        let page = list_page(&mut reader, wanted.as_ref(), limit, offset).await.unwrap();
        page.into_iter().map(|row| row.document_number).collect()
    };
    assert_eq!(found(None, 2, 1).await, ["A-4", "A-3"]);
    let numbered = Wanted { numbered: Some(("A".to_owned(), 1)), ..Wanted::default() };
    assert_eq!(found(Some(numbered), 9, 0).await, ["A-1"]);
    assert_eq!(found(Some(Wanted { number: Some(1), ..Wanted::default() }), 9, 0).await, ["R-1", "A-1"]);
    assert_eq!(found(Some(Wanted { total_minor: Some(1_240), ..Wanted::default() }), 9, 0).await.len(), 5);
    assert_eq!(found(Some(Wanted { orders: vec![ORDER], ..Wanted::default() }), 9, 0).await, ["R-1", "A-4"]);
    assert_eq!(found(Some(Wanted::default()), 9, 0).await, [""; 0], "nothing wanted, nothing found");

    let of_shift = list_by_shift(&mut reader, documents::SHIFT).await.unwrap();
    assert_eq!(of_shift.first().map(|row| row.document_number.as_str()), Some("A-1"));
    let found = find_document(&mut reader, MIRROR).await.unwrap().unwrap();
    assert_eq!(found.operator, eventing::testing::moment().actor);
}
