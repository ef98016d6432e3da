//! What a folder holds after the power was cut: names as well as bytes.
//!
//! A file's bytes are safe once the file was synced. A name that was given, changed or taken away is safe once its folder
//! was synced; until then any number of the latest such changes may be undone, the newest first, as journalling file
//! systems do it.

use crate::dice::Dice;
use crate::disk::{Change, Kept, luck};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One thing that happened in a folder. Paths are within it; a file is named by its place among all that ever were.
#[derive(Debug, Clone)]
pub enum Step {
    /// A file was made.
    Make {
        /// Which.
        file: usize,
        /// Under which name.
        path: PathBuf,
    },
    /// Bytes were written.
    Write {
        /// To which.
        file: usize,
        /// From where on.
        offset: usize,
        /// What.
        data: Box<[u8]>,
    },
    /// A file was cut, or grew, to a size.
    Truncate {
        /// Which.
        file: usize,
        /// Its new size.
        size: usize,
    },
    /// Everything that was written to the file so far is safe.
    Sync {
        /// Which.
        file: usize,
    },
    /// A folder was made.
    MakeFolder(PathBuf),
    /// A file or a folder has another name.
    Rename(PathBuf, PathBuf),
    /// A file or an empty folder has no name any more.
    Remove(PathBuf),
    /// Every name in the folder is safe.
    SyncFolder(PathBuf),
}

/// What was written down of one folder.
#[derive(Debug, Clone, Default)]
pub struct Story {
    /// What lay there, safely, before anything was written down: the first files.
    pub before: Vec<(PathBuf, Vec<u8>)>,
    /// In the order in which it happened.
    pub steps: Vec<Step>,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Folder,
    File(usize),
}

/// A folder that is played back step by step.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    files: BTreeMap<usize, Kept>,
    safe: BTreeMap<PathBuf, Named>,
    /// Changes of names that are not safe yet, oldest first.
    under_way: Vec<Step>,
    played: usize,
}

impl Tree {
    /// The folder before anything was written down.
    pub fn new(story: &Story) -> Self {
        let mut tree = Self::default();
        for (file, (path, content)) in story.before.iter().enumerate() {
            tree.files.insert(file, Kept { safe: Some(content.clone()), under_way: Vec::new() });
            tree.safe.insert(path.clone(), Named::File(file));
            let above = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
            tree.safe.extend(above.map(|folder| (folder.to_owned(), Named::Folder)));
        }
        tree
    }

    /// Plays on up to a moment of the story.
    pub fn play(&mut self, story: &Story, until: usize) {
        for step in &story.steps[self.played..until] {
            match step {
                Step::Write { file, offset, data } => {
                    let change = Change::Write { offset: *offset, data: data.clone() };
                    self.files.entry(*file).or_default().under_way.push(change);
                }
                Step::Truncate { file, size } => {
                    self.files.entry(*file).or_default().under_way.push(Change::Truncate { size: *size });
                }
                Step::Sync { file } => self.files.entry(*file).or_default().settle(),
                Step::SyncFolder(folder) => self.settle_names(folder),
                Step::Make { .. } | Step::MakeFolder(_) | Step::Rename(..) | Step::Remove(_) => {
                    self.under_way.push(step.clone());
                }
            }
        }
        self.played = until;
    }

    /// Names in this folder are safe, and with them every change before theirs.
    fn settle_names(&mut self, folder: &Path) {
        let concerns = |step: &Step| match step {
            Step::Make { path, .. } | Step::MakeFolder(path) | Step::Remove(path) => path.parent() == Some(folder),
            Step::Rename(from, to) => from.parent() == Some(folder) || to.parent() == Some(folder),
            Step::Write { .. } | Step::Truncate { .. } | Step::Sync { .. } | Step::SyncFolder(_) => false,
        };
        let safe = self.under_way.iter().rposition(concerns).map_or(0, |last| last + 1);
        for step in self.under_way.drain(..safe) {
            change(&mut self.safe, &step);
        }
    }

    /// Writes into `folder` what is left when the power goes now.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn cut(&self, folder: &Path, dice: &mut Dice) -> Result<()> {
        let luck = luck(dice);
        let mut names = self.safe.clone();
        let done = match luck {
            0 => 0,
            100 => self.under_way.len(),
            _ => usize::try_from(dice.below(self.under_way.len() as u64 + 1))?,
        };
        for step in &self.under_way[..done] {
            change(&mut names, step);
        }
        for (path, named) in names {
            let place = folder.join(&path);
            match named {
                Named::Folder => std::fs::create_dir_all(&place),
                Named::File(file) => {
                    // A name without anything safe behind it is an empty file.
                    let left = self.files.get(&file).and_then(|kept| kept.left(luck, dice)).unwrap_or_default();
                    std::fs::write(&place, left)
                }
            }
            .with_context(|| format!("{} cannot be written", path.display()))?;
        }
        Ok(())
    }
}

fn change(names: &mut BTreeMap<PathBuf, Named>, step: &Step) {
    match step {
        Step::Make { file, path } => {
            names.insert(path.clone(), Named::File(*file));
        }
        Step::MakeFolder(path) => {
            names.insert(path.clone(), Named::Folder);
        }
        Step::Remove(path) => {
            names.remove(path);
        }
        Step::Rename(from, to) => {
            let moved: Vec<_> = names.extract_if(.., |path, _| path.starts_with(from)).collect();
            for (path, named) in moved {
                let below = path.strip_prefix(from).unwrap_or(Path::new(""));
                names.insert(if below.as_os_str().is_empty() { to.clone() } else { to.join(below) }, named);
            }
        }
        Step::Write { .. } | Step::Truncate { .. } | Step::Sync { .. } | Step::SyncFolder(_) => {}
    }
}
