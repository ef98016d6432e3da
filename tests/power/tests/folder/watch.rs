//! What is written down of a watched folder, and how it is.

use pos::folder::JOURNAL_FILE;
use power::tree::{Step, Story};
use std::collections::BTreeMap;
use std::ffi::{CStr, OsStr, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The disk has no room.
pub(crate) const ENOSPC: c_int = 28;

/// Nothing can be changed.
const EROFS: c_int = 30;

/// How a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// It can be written.
    Well,
    /// Nothing in it can be changed.
    ReadOnly,
    /// The journal cannot be written; everything beside it can.
    ReadOnlyJournal,
    /// Its disk has no room.
    Full,
}

/// A folder that is watched.
pub struct Watch {
    root: PathBuf,
    seen: Mutex<Seen>,
}

struct Seen {
    condition: Condition,
    story: Story,
    /// The files that have a name now.
    names: BTreeMap<PathBuf, usize>,
    files: usize,
}

/// What an open descriptor of a watched folder stands for.
#[derive(Clone)]
pub(crate) struct Open {
    pub(crate) watch: Arc<Watch>,
    /// None for a folder.
    pub(crate) file: Option<usize>,
    pub(crate) path: PathBuf,
}

static WATCHES: Mutex<Vec<Arc<Watch>>> = Mutex::new(Vec::new());
pub(crate) static OPEN: Mutex<BTreeMap<c_int, Open>> = Mutex::new(BTreeMap::new());

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Watch {
    /// From now on, what happens in `root` is written down. What lies there is safe.
    pub fn begin(root: &Path) -> Arc<Self> {
        let mut before = Vec::new();
        list(root, root, &mut before);
        let names: BTreeMap<_, _> = before.iter().enumerate().map(|(file, (path, _))| (path.clone(), file)).collect();
        let seen =
            Seen { condition: Condition::Well, files: before.len(), names, story: Story { before, steps: Vec::new() } };
        let watch = Arc::new(Self { root: root.to_owned(), seen: Mutex::new(seen) });
        lock(&WATCHES).push(Arc::clone(&watch));
        watch
    }

    /// What happened until now; nothing more is written down.
    pub fn end(&self) -> Story {
        lock(&WATCHES).retain(|watch| watch.root != self.root);
        std::mem::take(&mut lock(&self.seen).story)
    }

    /// The folder's condition from now on.
    pub fn set(&self, condition: Condition) {
        lock(&self.seen).condition = condition;
    }

    pub(crate) fn note(&self, step: Step) {
        lock(&self.seen).story.steps.push(step);
    }

    /// Notes a new name, or none for what has one; gives back the file behind it.
    pub(crate) fn file(&self, path: &Path) -> usize {
        let mut seen = lock(&self.seen);
        if let Some(file) = seen.names.get(path) {
            return *file;
        }
        let file = seen.files;
        seen.files += 1;
        seen.names.insert(path.to_owned(), file);
        seen.story.steps.push(Step::Make { file, path: path.to_owned() });
        file
    }
}

/// Every file in a folder and below it, with what it holds.
fn list(root: &Path, folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("the test made it").flatten() {
        let path = entry.path();
        if path.is_dir() {
            list(root, &path, found);
        } else if !is_index(&path) {
            let content = std::fs::read(&path).expect("it was just listed");
            found.push((path.strip_prefix(root).expect("it is below").to_owned(), content));
        }
    }
}

/// SQLite's index of the write-ahead log is never synced, and made anew after a power cut.
pub(crate) fn is_index(path: &Path) -> bool {
    path.as_os_str().as_bytes().ends_with(b"-shm")
}

/// Who watches a path, and what it is called there.
pub(crate) fn watched(path: &Path) -> Option<(Arc<Watch>, PathBuf)> {
    let watches = lock(&WATCHES);
    watches.iter().find_map(|watch| Some((Arc::clone(watch), path.strip_prefix(&watch.root).ok()?.to_owned())))
}

/// The path that a call is about.
pub(crate) unsafe fn path_at(folder: c_int, path: *const c_char) -> PathBuf {
    // SAFETY: the caller hands over a path that ends in NUL.
    let path = Path::new(OsStr::from_bytes(unsafe { CStr::from_ptr(path) }.to_bytes()));
    let above = lock(&OPEN).get(&folder).map(|open| open.watch.root.join(&open.path));
    above.filter(|_| path.is_relative()).map_or_else(|| path.to_owned(), |above| above.join(path))
}

/// What is wrong with changing something in a watched folder now.
pub(crate) fn refusal(path: &Path, needs_room: bool) -> Option<c_int> {
    let condition = lock(&watched(path)?.0.seen).condition;
    match condition {
        Condition::ReadOnly => Some(EROFS),
        Condition::ReadOnlyJournal if path.ends_with(JOURNAL_FILE) => Some(EROFS),
        Condition::Full if needs_room => Some(ENOSPC),
        Condition::ReadOnlyJournal | Condition::Full | Condition::Well => None,
    }
}

/// An open file of a watched folder.
pub(crate) fn open_file(fd: c_int) -> Option<(Arc<Watch>, usize)> {
    let open = lock(&OPEN).get(&fd).cloned()?;
    Some((open.watch, open.file?))
}

/// Whether the disk behind an open file has no room.
pub(crate) fn is_full(fd: c_int) -> bool {
    open_file(fd).is_some_and(|(watch, _)| lock(&watch.seen).condition == Condition::Full)
}

pub(crate) unsafe fn wrote(fd: c_int, from: *const c_void, bytes: isize, offset: i64) {
    if let (Some((watch, file)), Ok(length), Ok(offset)) =
        (open_file(fd), usize::try_from(bytes), usize::try_from(offset))
    {
        // SAFETY: the call has just written so many bytes from there.
        let data = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), length) };
        watch.note(Step::Write { file, offset, data: data.into() });
    }
}

pub(crate) fn synced(fd: c_int) -> Option<()> {
    let open = lock(&OPEN).get(&fd).cloned()?;
    open.watch.note(match open.file {
        Some(file) => Step::Sync { file },
        None => Step::SyncFolder(open.path),
    });
    Some(())
}

/// Takes a name away, and notes it where somebody watches.
pub(crate) fn removed(path: &Path) {
    if let Some((watch, path)) = watched(path).filter(|(_, path)| !is_index(path)) {
        let mut seen = lock(&watch.seen);
        seen.names.remove(&path);
        seen.story.steps.push(Step::Remove(path));
    }
}

pub(crate) fn renamed(from: &Path, to: &Path) {
    let (Some((watch, from)), Some((_, to))) = (watched(from), watched(to)) else { return };
    if is_index(&from) {
        return;
    }
    let mut seen = lock(&watch.seen);
    let moved: Vec<_> = seen.names.extract_if(.., |path, _| path.starts_with(&from)).collect();
    for (path, file) in moved {
        let below = path.strip_prefix(&from).unwrap_or(Path::new(""));
        let path = if below.as_os_str().is_empty() { to.clone() } else { to.join(below) };
        seen.names.insert(path, file);
    }
    seen.story.steps.push(Step::Rename(from, to));
}
