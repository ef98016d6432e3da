//! Barcodes and QR codes as dots, so that they come out on every printer.

use barcoders::sym::code128::Code128;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::paper::Bitmap;

/// Dots high: 10 mm at 203 dots an inch.
const BARCODE_HEIGHT: usize = 80;
/// Modules of white on either side of a Code 128 (ISO/IEC 15417, 4.4).
const BARCODE_QUIET: usize = 10;
/// Modules of white all round a QR code (ISO/IEC 18004, 6.3.8).
const QR_QUIET: usize = 4;
/// Dots a module. One dot, 0.125 mm, is finer than scanners at a counter read.
const BARCODE_MODULE: std::ops::RangeInclusive<usize> = 2..=3;
const QR_MODULE: std::ops::RangeInclusive<usize> = 2..=6;

/// Code 128 with its quiet zones; `None` if it holds other than printable ASCII, or the paper is too narrow.
pub(crate) fn barcode(text: &str, dots: usize) -> Option<Bitmap> {
    if text.is_empty() || !text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return None;
    }
    // Set C packs two digits into one sign.
    let pairs = text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_digit());
    let set = if pairs { 'Ć' } else { 'Ɓ' };
    let modules = Code128::new(format!("{set}{text}")).ok()?.encode();
    let module = module_size(modules.len() + 2 * BARCODE_QUIET, dots, BARCODE_MODULE)?;
    let mut drawn = Bitmap::blank((modules.len() + 2 * BARCODE_QUIET) * module, BARCODE_HEIGHT);
    for (at, _) in modules.iter().enumerate().filter(|(_, module)| **module == 1) {
        blacken(&mut drawn, (at + BARCODE_QUIET) * module, 0, module, BARCODE_HEIGHT);
    }
    Some(drawn)
}

/// A QR code with its quiet zone, of which about 15 % may be lost; `None` if the paper is too narrow.
pub(crate) fn qr(text: &str, dots: usize) -> Option<Bitmap> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = usize::try_from(code.size()).ok()?;
    let whole = size + 2 * QR_QUIET;
    let module = module_size(whole, dots, QR_MODULE)?;
    let mut drawn = Bitmap::blank(whole * module, whole * module);
    for (y, row) in (0..code.size()).enumerate() {
        for (x, _) in (0..code.size()).enumerate().filter(|&(_, column)| code.get_module(column, row)) {
            blacken(&mut drawn, (x + QR_QUIET) * module, (y + QR_QUIET) * module, module, module);
        }
    }
    Some(drawn)
}

/// The biggest whole number of dots that fits.
fn module_size(modules: usize, dots: usize, sizes: std::ops::RangeInclusive<usize>) -> Option<usize> {
    sizes.rev().find(|size| modules * size <= dots)
}

fn blacken(drawn: &mut Bitmap, left: usize, top: usize, width: usize, height: usize) {
    for y in top..top + height {
        for x in left..left + width {
            drawn.blacken(x, y);
        }
    }
}
