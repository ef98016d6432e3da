//! What the tests of this crate share.
#![allow(dead_code, reason = "each test file uses its part, and one uses all of it")]

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use devices::paper::{Align, Bitmap, Block, Direction, Paper, Style};

/// Where pictures for eyes go.
pub fn screens() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a target folder").join("screens");
    fs::create_dir_all(&folder).expect("a picture can be written");
    folder
}

/// Black on white, with a white margin, as readers of codes expect.
pub fn grey(drawn: &Bitmap) -> (Vec<u8>, usize, usize) {
    let (width, height) = (drawn.width + 32, drawn.height + 32);
    let mut grey = vec![255; width * height];
    for y in 0..drawn.height {
        for x in (0..drawn.width).filter(|&x| drawn.is_black(x, y)) {
            grey[(y + 16) * width + x + 16] = 0;
        }
    }
    (grey, width, height)
}

pub fn write_png(path: &Path, drawn: &Bitmap) {
    let (grey, width, height) = grey(drawn);
    let file = BufWriter::new(File::create(path).expect("a picture can be written"));
    let mut encoder = png::Encoder::new(
        file,
        u32::try_from(width).expect("a picture can be written"),
        u32::try_from(height).expect("a picture can be written"),
    );
    encoder.set_color(png::ColorType::Grayscale);
    encoder
        .write_header()
        .expect("a picture can be written")
        .write_image_data(&grey)
        .expect("a picture can be written");
}

/// The same paper in three languages.
pub fn samples() -> Vec<(&'static str, Paper)> {
    let english = [
        "Harbour Phones",
        "12 Sea Street",
        "iPhone 13 case “Clear” – with MagSafe ring and a very long name",
        "Total",
        "Cash",
        "Change",
        "Thank you!",
    ];
    let greek = [
        "Κινητά Λιμάνι",
        "Οδός Θαλάσσης 12, Πειραιάς",
        "Θήκη iPhone 13 «Διάφανη» με δαχτυλίδι MagSafe και πολύ μακρύ όνομα",
        "Σύνολο",
        "Μετρητά",
        "Ρέστα",
        "Ευχαριστούμε!",
    ];
    let arabic = [
        "هواتف الميناء",
        "شارع البحر ١٢، بيروت",
        "حافظة iPhone 13 شفافة مع حلقة MagSafe واسم طويل جداً لا يتسع له السطر",
        "المجموع",
        "نقداً",
        "الباقي",
        "شكراً لكم!",
    ];
    vec![
        ("english", sample(Direction::LeftToRight, &english)),
        ("greek", sample(Direction::LeftToRight, &greek)),
        ("arabic", sample(Direction::RightToLeft, &arabic)),
    ]
}

fn sample(direction: Direction, words: &[&str; 7]) -> Paper {
    let [name, street, item, total, cash, change, thanks] = words;
    let mut paper = Paper::new(direction);
    paper.styled(*name, Align::Centre, Style::LARGE_BOLD).styled(*street, Align::Centre, Style::PLAIN).space();
    paper.text("A-000123   21/11/2026 14:05").rule();
    paper.columns(*item, "39,80 €", Style::PLAIN).columns("Galaxy A55 5G", "399,00 €", Style::PLAIN);
    paper.columns(*change, "-5,00 €", Style::PLAIN).rule();
    paper.columns(*total, "438,80 €", Style::LARGE_BOLD).columns(*cash, "450,00 €", Style::PLAIN);
    paper.columns(*change, "11,20 €", Style::BOLD).space();
    paper.styled(*thanks, Align::Centre, Style { inverse: true, ..Style::BOLD }).space();
    paper.block(Block::Qr("https://example.test/r/1?u=ab".into())).block(Block::Barcode("POS-2026-000123".into()));
    paper
}
