//! What the command line says.

use std::ffi::OsString;
use std::path::PathBuf;

/// The data folder, from `--data-dir DIR`, the environment, or the platform.
pub struct Arguments {
    /// Where the register's file lies.
    pub data_dir: PathBuf,
}

impl Arguments {
    /// Reads the words behind the program's name. Unknown ones are left to the toolkit.
    pub fn read(mut words: impl Iterator<Item = OsString>) -> Self {
        let mut asked = None;
        while let Some(word) = words.next() {
            if word == "--data-dir" {
                asked = words.next().map(PathBuf::from);
            }
        }
        Self { data_dir: pos::folder::resolve(asked) }
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;
    use std::path::Path;

    #[test]
    fn the_data_folder_comes_from_the_command_line() {
        let words = ["--other", "--data-dir", "shop"].map(std::ffi::OsString::from);
        assert_eq!(Arguments::read(words.into_iter()).data_dir, Path::new("shop"));
    }
}
