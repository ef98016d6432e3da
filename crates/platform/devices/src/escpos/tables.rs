//! A printer's tables of letters, both ways.

use super::Table;

/// Stands for a space that must not break; it leaves as a space.
pub(crate) const NO_BREAK: u8 = 0;

/// Windows-1253, 0x80 to 0xff; U+FFFD where there is no letter.
const WPC1253: &str = "\
    €\u{fffd}‚ƒ„…†‡\u{fffd}‰\u{fffd}‹\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}‘’“”•–—\u{fffd}™\u{fffd}›\u{fffd}\u{fffd}\u{fffd}\u{fffd}\
    \u{a0}΅Ά£¤¥¦§¨©\u{fffd}«¬\u{ad}®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ\
    ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\u{fffd}ΣΤΥΦΧΨΩΪΫάέήί\
    ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\u{fffd}\
";

/// ISO 8859-7 as of 2003, with the euro at 0xa4.
const ISO8859_7: &str = "\
    \u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\
    \u{a0}‘’£€₯¦§¨©\u{37a}«¬\u{ad}\u{fffd}―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏ\
    ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\u{fffd}ΣΤΥΦΧΨΩΪΫάέήί\
    ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\u{fffd}\
";

/// PC850 with the euro at 0xd5.
const PC858: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}\
";

impl Table {
    /// The number that `ESC t` switches to, on printers that number as Epson does.
    pub(crate) fn page(self) -> u8 {
        match self {
            Self::Wpc1253 => 47,
            Self::Iso8859_7 => 15,
            Self::Pc858 => 19,
            Self::Picture => 0,
        }
    }

    pub(crate) fn by_page(page: u8) -> Option<Self> {
        [Self::Wpc1253, Self::Iso8859_7, Self::Pc858, Self::Picture].into_iter().find(|table| table.page() == page)
    }

    fn upper_half(self) -> &'static str {
        match self {
            Self::Wpc1253 => WPC1253,
            Self::Iso8859_7 => ISO8859_7,
            Self::Pc858 => PC858,
            Self::Picture => "",
        }
    }

    /// What stands at `byte`, if anything does.
    pub(crate) fn letter(self, byte: u8) -> Option<char> {
        match byte {
            0x20..=0x7e => Some(char::from(byte)),
            0x80.. => self.upper_half().chars().nth(usize::from(byte) - 0x80).filter(|&c| c != '\u{fffd}'),
            _ => None,
        }
    }

    /// One line of cleaned text as the printer's own letters; `None` if it lacks one of them.
    pub(crate) fn letters(self, line: &str) -> Option<Vec<u8>> {
        if self == Self::Picture {
            return None;
        }
        let mut letters = Vec::with_capacity(line.len());
        for c in line.chars() {
            match c {
                '\u{a0}' => letters.push(NO_BREAK),
                // Marks of direction say nothing where nothing runs from right to left.
                '\u{200e}' | '\u{200f}' | '\u{61c}' => {}
                _ => match self.byte(c) {
                    Some(byte) => letters.push(byte),
                    None => {
                        for stand_in in stand_ins(c).chars() {
                            letters.push(self.byte(stand_in)?);
                        }
                    }
                },
            }
        }
        Some(letters)
    }

    fn byte(self, c: char) -> Option<u8> {
        if (' '..='~').contains(&c) {
            return u8::try_from(c).ok();
        }
        let at = self.upper_half().chars().position(|known| known == c && c != '\u{fffd}')?;
        u8::try_from(at + 0x80).ok()
    }
}

/// Signs that mean the same to a reader, for tables that lack the finer one. Letters are never replaced.
fn stand_ins(c: char) -> &'static str {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{2032}' => "'",
        '\u{201c}'..='\u{201e}' | '\u{2033}' => "\"",
        '\u{2026}' => "...",
        '\u{2022}' | '\u{b7}' => "*",
        '×' => "x",
        'µ' => "μ",
        // Nothing stands in for the rest: U+FFFD is in no table.
        _ => "\u{fffd}",
    }
}
