//! Papers drawn to `target/screens`, for eyes.

mod support;

use devices::decode;
use devices::escpos::{Shape, Table, Width, encode};
use support::samples;

#[test]
fn sample_papers_are_drawn_for_eyes_to_look_at() {
    let folder = support::screens();
    for (name, paper) in samples() {
        for (table, width) in
            [(Table::Wpc1253, Width::Mm80), (Table::Picture, Width::Mm80), (Table::Pc858, Width::Mm58)]
        {
            let bytes = encode(&paper, &Shape { width, table, cut: true });
            let drawn = decode::draw(&bytes, width).unwrap();
            assert!(drawn.height > 500, "{name} is a whole paper");
            support::write_png(&folder.join(format!("paper-{name}-{table:?}-{width:?}.png")), &drawn);
        }
    }
}
