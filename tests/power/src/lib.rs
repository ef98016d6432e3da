//! Power cuts under the real register.
//!
//! A [`day`] of selling runs over a VFS that writes down every byte and every sync. Then the power is cut again and
//! again, at random moments of that record: what was synced is there, of the rest some sectors are, and some are torn.
//! Each such [`disk`] is opened by the real program and [`judge`]d: everything that was acknowledged is there, nothing
//! is half there, and selling goes on.

pub mod day;
pub mod dice;
pub mod disk;
pub mod judge;
pub mod record;
pub mod run;
pub mod tree;
pub mod vfs;
