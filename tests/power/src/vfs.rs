//! A SQLite VFS that hands everything to the usual one, writes down what reaches the disk, and fails when it is told to.
//!
//! It never syncs for real: what a sync means is played back by [`crate::disk`].

use crate::record::{Op, Recorder};
use libsqlite3_sys::{
    SQLITE_IOERR_DELETE, SQLITE_OK, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs, sqlite3_vfs_find,
    sqlite3_vfs_register,
};
use std::collections::HashMap;
use std::ffi::{CStr, OsStr, c_char, c_int, c_void};
use std::mem::{align_of, size_of};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};

/// The name that a connection asks for.
pub const NAME: &str = "minas-power";

/// The usual VFS, found once.
static USUAL: AtomicPtr<sqlite3_vfs> = AtomicPtr::new(ptr::null_mut());

/// Which folders are written down.
static WATCHED: Mutex<Option<HashMap<PathBuf, Arc<Recorder>>>> = Mutex::new(None);

/// An open file: ours first, the usual VFS's file behind it.
#[repr(C)]
struct Handle {
    base: sqlite3_file,
    /// Null where nobody watches. Comes from `Arc::into_raw`, given back in `close`.
    recorder: *const Recorder,
    file: usize,
}

/// Where the usual VFS's file begins within ours.
const BEHIND: usize = size_of::<Handle>().next_multiple_of(align_of::<u64>());

/// Makes the VFS known to SQLite. Safe to call often.
pub fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: SQLite's own registration functions; the copy of the usual VFS lives for ever.
        unsafe {
            let usual = sqlite3_vfs_find(ptr::null());
            assert!(!usual.is_null(), "SQLite has a VFS");
            USUAL.store(usual, Ordering::SeqCst);
            let mut ours = ptr::read(usual);
            ours.szOsFile += c_int::try_from(BEHIND).expect("a small struct");
            ours.zName = c"minas-power".as_ptr();
            ours.pNext = ptr::null_mut();
            ours.xOpen = Some(open);
            ours.xDelete = Some(delete);
            sqlite3_vfs_register(Box::into_raw(Box::new(ours)), 0);
        }
    });
}

/// From now on, what is written in `folder` is written down.
pub fn watch(folder: &Path, recorder: Arc<Recorder>) {
    let mut watched = WATCHED.lock().unwrap_or_else(PoisonError::into_inner);
    watched.get_or_insert_default().insert(folder.to_owned(), recorder);
}

/// Files opened from now on are nobody's business.
pub fn forget(folder: &Path) {
    let mut watched = WATCHED.lock().unwrap_or_else(PoisonError::into_inner);
    watched.get_or_insert_default().remove(folder);
}

/// Who watches the folder of a file, and what the file is called there.
fn watcher(name: *const c_char) -> Option<(Arc<Recorder>, String)> {
    if name.is_null() {
        return None;
    }
    // SAFETY: SQLite hands over a path that ends in NUL.
    let path = Path::new(OsStr::from_bytes(unsafe { CStr::from_ptr(name) }.to_bytes()));
    let watched = WATCHED.lock().unwrap_or_else(PoisonError::into_inner);
    let recorder = watched.as_ref()?.get(path.parent()?)?.clone();
    Some((recorder, path.file_name()?.to_string_lossy().into_owned()))
}

fn usual() -> *mut sqlite3_vfs {
    USUAL.load(Ordering::SeqCst)
}

/// The usual VFS's file behind ours.
unsafe fn behind(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: `szOsFile` leaves room for both.
    unsafe { file.byte_add(BEHIND) }
}

/// The usual VFS's functions for the file behind ours.
unsafe fn methods(file: *mut sqlite3_file) -> &'static sqlite3_io_methods {
    // SAFETY: an open file has its methods, which are static.
    unsafe { &*(*behind(file)).pMethods }
}

/// Writes one operation down, or says with which code it fails.
unsafe fn note(file: *mut sqlite3_file, op: impl FnOnce(usize) -> Op) -> c_int {
    // SAFETY: the file is one of ours, and its recorder lives until it is closed.
    unsafe {
        let handle = file.cast::<Handle>();
        match (*handle).recorder.as_ref() {
            Some(recorder) => recorder.note(op((*handle).file)),
            None => SQLITE_OK,
        }
    }
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives `szOsFile` bytes; the usual VFS opens the part behind ours.
    unsafe {
        let handle = file.cast::<Handle>();
        (*file).pMethods = ptr::null();
        (*handle).recorder = ptr::null();
        let code = (*usual()).xOpen.expect("a VFS opens")(usual(), name, behind(file), flags, out);
        if code == SQLITE_OK {
            if let Some((recorder, name)) = watcher(name) {
                (*handle).file = recorder.file(&name);
                (*handle).recorder = Arc::into_raw(recorder);
            }
            (*file).pMethods = &raw const METHODS;
        }
        code
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    if let Some((recorder, file)) = watcher(name)
        && recorder.note(Op::Delete { file: recorder.file(&file) }) != SQLITE_OK
    {
        return SQLITE_IOERR_DELETE;
    }
    // SAFETY: handed on as it came.
    unsafe { (*usual()).xDelete.expect("a VFS deletes")(usual(), name, sync_folder) }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file once; the recorder came from `Arc::into_raw`.
    unsafe {
        let handle = file.cast::<Handle>();
        if !(*handle).recorder.is_null() {
            drop(Arc::from_raw((*handle).recorder));
            (*handle).recorder = ptr::null();
        }
        methods(file).xClose.expect("a file closes")(behind(file))
    }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, from: *const c_void, bytes: c_int, at: sqlite3_int64) -> c_int {
    // SAFETY: SQLite hands over `bytes` bytes.
    unsafe {
        let length = usize::try_from(bytes).unwrap_or(0);
        let data = std::slice::from_raw_parts(from.cast::<u8>(), length);
        let offset = usize::try_from(at).unwrap_or(0);
        match note(file, |file| Op::Write { file, offset, data: data.into() }) {
            SQLITE_OK => methods(file).xWrite.expect("a file is written")(behind(file), from, bytes, at),
            code => code,
        }
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    // SAFETY: handed on as it came.
    unsafe {
        match note(file, |file| Op::Truncate { file, size: usize::try_from(size).unwrap_or(0) }) {
            SQLITE_OK => methods(file).xTruncate.expect("a file is cut")(behind(file), size),
            code => code,
        }
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, _: c_int) -> c_int {
    // SAFETY: the file is one of ours.
    unsafe { note(file, |file| Op::Sync { file }) }
}

/// Hands a call on to the file behind ours.
macro_rules! hand_on {
    ($($name:ident => $method:ident($($argument:ident: $type:ty),*) $(-> $answer:ty)?;)*) => {$(
        unsafe extern "C" fn $name(file: *mut sqlite3_file, $($argument: $type),*) $(-> $answer)? {
            // SAFETY: handed on as it came.
            unsafe { methods(file).$method.expect("the usual VFS has every method")(behind(file), $($argument),*) }
        }
    )*};
}

hand_on! {
    read => xRead(into: *mut c_void, bytes: c_int, at: sqlite3_int64) -> c_int;
    size => xFileSize(out: *mut sqlite3_int64) -> c_int;
    lock => xLock(level: c_int) -> c_int;
    unlock => xUnlock(level: c_int) -> c_int;
    check_reserved_lock => xCheckReservedLock(out: *mut c_int) -> c_int;
    file_control => xFileControl(operation: c_int, argument: *mut c_void) -> c_int;
    sector_size => xSectorSize() -> c_int;
    device_characteristics => xDeviceCharacteristics() -> c_int;
    shm_map => xShmMap(page: c_int, size: c_int, extend: c_int, out: *mut *mut c_void) -> c_int;
    shm_lock => xShmLock(offset: c_int, n: c_int, flags: c_int) -> c_int;
    shm_barrier => xShmBarrier();
    shm_unmap => xShmUnmap(delete: c_int) -> c_int;
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};
