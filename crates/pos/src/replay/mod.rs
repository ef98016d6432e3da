//! A day's baskets from a file, sold again through the very gestures that the window sends.

mod baskets;
mod plan;
#[cfg(test)]
mod tests;
