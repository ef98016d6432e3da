use super::{file, fixture, gzip, rows, rows_of};
use crate::import::Rejection;
use crate::import::row::SCHEMA;
use crate::import::source::Source;
use crate::import::table::Table;
use kernel::Coded;
use std::path::Path;

const HEADER: &str = "sku,name,price_minor,tax_rate_bp\n";

fn refused(bytes: &[u8]) -> Rejection {
    let (_folder, path) = file(bytes);
    rows(&path).unwrap_err()
}

#[test]
fn a_packed_file_reads_like_the_plain_one() {
    let plain = std::fs::read(fixture("catalog.csv")).unwrap();
    let (_folder, packed) = file(&gzip(&plain));
    assert_eq!(rows(&packed).unwrap(), rows(&fixture("catalog.csv")).unwrap());
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_column() {
    let (_folder, path) = file(format!("\u{feff}{HEADER}1,One,100,2400\n").as_bytes());
    assert_eq!(rows(&path).unwrap()[0].as_ref().unwrap().sku, "1");
    let (_folder, path) = file(&gzip(format!("\u{feff}{HEADER}1,One,100,2400\n").as_bytes()));
    assert_eq!(rows(&path).unwrap().len(), 1);
}

#[test]
fn columns_are_found_by_name_in_any_order_and_others_are_left_alone() {
    let (_folder, path) = file(b"colour, Tax_Rate_BP ,name,price_minor,sku\r\nred,2400,One,100,1\r\n");
    let row = rows(&path).unwrap().remove(0).unwrap();
    assert_eq!((row.sku.as_str(), row.price.milli_minor), ("1", 100_000));
}

#[test]
fn a_missing_file_is_refused() {
    assert_eq!(rows(Path::new("/nowhere/catalog.csv")).unwrap_err().code().0, "IMP-001");
}

#[test]
fn a_folder_is_not_a_file() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(rows(folder.path()).unwrap_err().code().0, "IMP-001");
}

#[test]
fn an_empty_file_is_refused() {
    assert_eq!(refused(b"").code().0, "IMP-002");
    assert_eq!(refused(&gzip(b"")).code().0, "IMP-002");
}

#[test]
fn binary_data_is_not_a_table() {
    assert_eq!(refused(b"PK\x03\x04\x14\x00\x06\x00\x08\x00").code().0, "IMP-003");
}

#[test]
fn text_in_utf_16_is_not_a_table() {
    assert_eq!(refused(b"\xff\xfes\0k\0u\0").code().0, "IMP-003");
}

#[test]
fn a_header_that_is_not_utf_8_is_not_a_table() {
    assert_eq!(refused(b"sku,name,price_minor,tax_rate_bp,\xcf\n").code().0, "IMP-003");
}

#[test]
fn an_open_quote_does_not_swallow_the_file() {
    let mut text = format!("{HEADER}1,\"One,100,2400\n");
    text.push_str(&"2,Two,100,2400\n".repeat(100_000));
    assert_eq!(refused(text.as_bytes()).code().0, "IMP-003");
}

#[test]
fn missing_columns_are_named_together() {
    let Rejection::ColumnsMissing { columns } = refused(b"sku;name;price\n1;One;100\n") else {
        panic!("the wrong divider must be noticed")
    };
    assert_eq!(columns, "sku, name, price_minor, tax_rate_bp");
}

#[test]
fn one_name_over_two_columns_is_refused() {
    assert_eq!(refused(b"sku,name,price_minor,tax_rate_bp,sku\n1,One,100,2400,2\n").code().0, "IMP-008");
}

#[test]
fn a_cut_archive_is_refused_wherever_it_is_cut() {
    let lines: Vec<_> = (1..4_000).map(|sku| format!("{sku},Product {sku},{},2400\n", sku * 7 % 9_973)).collect();
    let packed = gzip(format!("{HEADER}{}", lines.concat()).as_bytes());
    for end in [20, packed.len() / 2, packed.len() - 4] {
        assert_eq!(refused(&packed[..end]).code().0, "IMP-005", "cut after {end} bytes");
    }
}

#[test]
fn a_damaged_archive_is_refused() {
    let mut packed = gzip(format!("{HEADER}1,One,100,2400\n").as_bytes());
    let middle = packed.len() / 2;
    packed[middle] ^= 0xff;
    assert_eq!(refused(&packed).code().0, "IMP-005");
}

#[test]
fn a_row_with_too_few_or_too_many_values_is_an_error_of_its_own() {
    let rows = rows_of("1,One,100\n2,Two,100,2400,more\n3,Three,100,2400\n");
    let short = rows[0].as_ref().unwrap_err();
    assert_eq!((short.line, short.column.as_str(), short.code.as_str()), (2, "tax_rate_bp", "IMP-021"));
    let long = rows[1].as_ref().unwrap_err();
    assert_eq!((long.line, long.column.as_str(), long.code.as_str()), (3, "#5", "IMP-021"));
    assert!(rows[2].is_ok());
}

#[test]
fn a_line_number_counts_lines_within_quotes() {
    let rows = rows_of("1,\"One\nof two lines\",100,2400\n2,,100,2400\n");
    assert_eq!((rows[0].as_ref().unwrap_err().line, rows[1].as_ref().unwrap_err().line), (2, 4));
}

#[test]
fn bytes_that_are_not_utf_8_spoil_their_row_alone() {
    let (_folder, path) = file(b"sku,name,price_minor,tax_rate_bp\n1,\xc8\xde\xea\xe7,100,2400\n2,Two,100,2400\n");
    let rows = rows(&path).unwrap();
    let error = rows[0].as_ref().unwrap_err();
    assert_eq!((error.line, error.column.as_str(), error.code.as_str()), (2, "name", "IMP-020"));
    assert!(rows[1].is_ok());
}

#[test]
fn the_table_can_be_read_on_another_thread() {
    fn sendable<T: Send>(_: &T) {}
    sendable(&Table::open(Source::At(&fixture("catalog.csv")), SCHEMA).unwrap());
}

#[test]
fn blank_lines_are_no_rows_but_count() {
    for end in ["\n", "\r\n"] {
        let lines = ["1,One,100,2400", "", " ", ",,,", "2,,100,2400"].join(end);
        let rows = rows_of(&lines);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[1].as_ref().unwrap_err().line, 6);
    }
}

#[test]
fn lines_that_end_as_on_windows_count_once() {
    let rows = rows_of("1,One,100,2400\r\n2,\"\",100,2400\r\n3,,100,\"2400\"\r\n");
    let lines: Vec<_> = rows.iter().filter_map(|row| row.as_ref().err()).map(|error| error.line).collect();
    assert_eq!(lines, [3, 4]);
}

#[test]
fn the_last_line_needs_no_end() {
    let rows = rows_of("1,One,100,2400\n2,,100,2400");
    assert_eq!(rows[1].as_ref().unwrap_err().line, 3);
}
