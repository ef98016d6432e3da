//! A seeded generator, so that every failure can be seen again.

/// Knuth's MMIX constants.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// A generator that always throws the same.
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        dice.below(2);
        dice
    }

    /// A number from 0 to `most` − 1; `most` is at least 1.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}
