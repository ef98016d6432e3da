//! Pictures in a printer's language.

use super::Encoder;
use crate::paper::Bitmap;

/// Rows that go in one command: small printers hold no more, and print the first while the next arrives.
const BAND: usize = 128;

/// `DLE` and what follows it in the commands that a printer obeys even in the middle of a picture: to answer, to
/// recover, to open the drawer or clear its memory.
const DLE: u8 = 0x10;
const OBEYED_AT_ONCE: [u8; 3] = [0x04, 0x05, 0x14];

impl Encoder {
    /// The picture in the middle of the paper.
    pub(super) fn centred(&mut self, picture: &Bitmap) {
        let dots = self.shape.width.dots();
        let mut whole = Bitmap::blank(dots, picture.height);
        whole.lay(picture, dots.saturating_sub(picture.width) / 2, 0);
        self.raster(&whole);
    }

    /// A picture as wide as the paper, from edge to edge.
    pub(super) fn raster(&mut self, picture: &Bitmap) {
        let row_len = picture.row_len();
        for band in picture.bits.chunks(row_len * BAND) {
            let rows = band.len() / row_len;
            self.out.extend([0x1d, b'v', b'0', 0]);
            self.out.extend(sixteen_bits(row_len));
            self.out.extend(sixteen_bits(rows));
            self.out.extend(harmless(band));
        }
    }
}

/// The dots, one more blackened wherever they would spell a command.
fn harmless(band: &[u8]) -> impl Iterator<Item = u8> + '_ {
    band.iter().enumerate().map(|(at, &byte)| {
        let next = band.get(at + 1);
        let spells = byte == DLE && next.is_some_and(|next| OBEYED_AT_ONCE.contains(next));
        if spells { byte | 0x08 } else { byte }
    })
}

/// Both numbers are below 65,536: a row has 72 bytes at most, a band 128 rows.
fn sixteen_bits(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}
