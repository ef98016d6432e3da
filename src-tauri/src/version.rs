//! Which program this is.

/// The version, and for a release the commit that it was built from with that commit's date, or `unknown` where there
/// is no repository; an optimised build that is not shipped names its profile as well. The date of the build itself
/// would make two builds of one commit differ.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("MINAS_BUILD"), ")");
