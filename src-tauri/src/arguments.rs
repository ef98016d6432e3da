//! What the command line says.

use std::ffi::OsString;
use std::path::PathBuf;

/// What the program is asked for.
pub struct Arguments {
    /// Where the register's file lies: from `--data-dir DIR`, the environment, or the platform.
    pub data_dir: PathBuf,
    /// Only to say which program this is.
    pub version: bool,
}

impl Arguments {
    /// Reads the words behind the program's name. Unknown ones are left to the toolkit.
    pub fn read(mut words: impl Iterator<Item = OsString>) -> Self {
        let (mut asked, mut version) = (None, false);
        while let Some(word) = words.next() {
            if word == "--data-dir" {
                asked = words.next().map(PathBuf::from);
            } else if word == "--version" || word == "-V" {
                version = true;
            }
        }
        Self { data_dir: pos::folder::resolve(asked), version }
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

    #[test]
    fn a_folder_may_be_called_like_a_question() {
        let read = |words: &[&str]| Arguments::read(words.iter().map(std::ffi::OsString::from)).version;
        assert!(read(&["--version"]) && read(&["-V"]));
        assert!(!read(&["--data-dir", "--version"]) && !read(&[]));
    }
}
