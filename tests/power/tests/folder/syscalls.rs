//! The system calls of this program that make, change, name and sync files, written down for the folders that a test
//! watches, and refused where it says so.
//!
//! The linker prefers these functions to the C library's, for Rust's standard library and for SQLite alike. So the real
//! program runs to its last byte, unprivileged or as root, whom no permission bit would stop. Nothing is synced for real.

use crate::watch::{ENOSPC, OPEN, Open, is_full, is_index, lock, open_file, path_at, refusal, removed, renamed};
use crate::watch::{synced, watched, wrote};
use power::tree::Step;
use std::ffi::{c_char, c_int, c_long, c_uint, c_void};

const O_WRONLY: c_int = 0o1;
const O_RDWR: c_int = 0o2;
const O_CREAT: c_int = 0o100;
const O_TRUNC: c_int = 0o1000;
const SEEK_CUR: c_int = 1;
const AT_FDCWD: c_int = -100;
const ENOSYS: c_int = 38;

unsafe extern "C" {
    fn dlsym(handle: *mut c_void, symbol: *const c_char) -> *mut c_void;
    fn __errno_location() -> *mut c_int;
    fn lseek64(fd: c_int, offset: i64, whence: c_int) -> i64;
}

fn fail(errno: c_int) -> c_int {
    // SAFETY: every thread has an errno.
    unsafe { *__errno_location() = errno };
    -1
}

/// Where a symbol is; its name ends in NUL.
fn found(library: *mut c_void, name: &'static str) -> usize {
    // SAFETY: the name is a C string.
    unsafe { dlsym(library, name.as_ptr().cast()) as usize }
}

/// The C library's own function of this name.
macro_rules! real {
    ($name:literal as fn($($type:ty),*) -> $answer:ty) => {{
        const RTLD_NEXT: *mut c_void = -1_isize as *mut c_void;
        static REAL: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
        let found = *REAL.get_or_init(|| found(RTLD_NEXT, concat!($name, "\0")));
        // SAFETY: the C library has a function of this type under this name.
        let real: unsafe extern "C" fn($($type),*) -> $answer = unsafe { std::mem::transmute(found) };
        real
    }};
}

unsafe fn open_at(folder: c_int, path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    let real = real!("openat64" as fn(c_int, *const c_char, c_int, c_uint) -> c_int);
    // SAFETY: handed on as it came.
    let full = unsafe { path_at(folder, path) };
    let writes = flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC) != 0;
    let is_new = flags & O_CREAT != 0 && !full.exists();
    if writes && let Some(errno) = refusal(&full, is_new) {
        return fail(errno);
    }
    // SAFETY: handed on as it came.
    let fd = unsafe { real(folder, path, flags, mode) };
    if fd >= 0
        && let Some((watch, path)) = watched(&full).filter(|(_, path)| !is_index(path))
    {
        let file = if full.is_dir() { None } else { Some(watch.file(&path)) };
        if flags & O_TRUNC != 0
            && let Some(file) = file
        {
            watch.note(Step::Truncate { file, size: 0 });
        }
        lock(&OPEN).insert(fd, Open { watch, file, path });
    }
    fd
}

#[unsafe(no_mangle)]
unsafe extern "C" fn open64(path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    // SAFETY: handed on as it came.
    unsafe { open_at(AT_FDCWD, path, flags, mode) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn open(path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    // SAFETY: handed on as it came.
    unsafe { open_at(AT_FDCWD, path, flags, mode) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn openat64(folder: c_int, path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    // SAFETY: handed on as it came.
    unsafe { open_at(folder, path, flags, mode) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn close(fd: c_int) -> c_int {
    lock(&OPEN).remove(&fd);
    let real = real!("close" as fn(c_int) -> c_int);
    // SAFETY: handed on as it came.
    unsafe { real(fd) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn write(fd: c_int, from: *const c_void, bytes: usize) -> isize {
    let real = real!("write" as fn(c_int, *const c_void, usize) -> isize);
    if is_full(fd) {
        return fail(ENOSPC) as isize;
    }
    // SAFETY: handed on as it came; a watched file has an offset.
    unsafe {
        if open_file(fd).is_none() {
            return real(fd, from, bytes);
        }
        let offset = lseek64(fd, 0, SEEK_CUR);
        let written = real(fd, from, bytes);
        wrote(fd, from, written, offset);
        written
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn pwrite64(fd: c_int, from: *const c_void, bytes: usize, offset: i64) -> isize {
    let real = real!("pwrite64" as fn(c_int, *const c_void, usize, i64) -> isize);
    if is_full(fd) {
        return fail(ENOSPC) as isize;
    }
    // SAFETY: handed on as it came.
    unsafe {
        let written = real(fd, from, bytes, offset);
        wrote(fd, from, written, offset);
        written
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn ftruncate64(fd: c_int, size: i64) -> c_int {
    if let (Some((watch, file)), Ok(size)) = (open_file(fd), usize::try_from(size)) {
        watch.note(Step::Truncate { file, size });
    }
    let real = real!("ftruncate64" as fn(c_int, i64) -> c_int);
    // SAFETY: handed on as it came.
    unsafe { real(fd, size) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn fsync(fd: c_int) -> c_int {
    let real = real!("fsync" as fn(c_int) -> c_int);
    // SAFETY: handed on as it came.
    synced(fd).map_or_else(|| unsafe { real(fd) }, |()| 0)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn fdatasync(fd: c_int) -> c_int {
    let real = real!("fdatasync" as fn(c_int) -> c_int);
    // SAFETY: handed on as it came.
    synced(fd).map_or_else(|| unsafe { real(fd) }, |()| 0)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rename(from: *const c_char, to: *const c_char) -> c_int {
    let real = real!("rename" as fn(*const c_char, *const c_char) -> c_int);
    // SAFETY: handed on as it came.
    unsafe {
        let (source, target) = (path_at(AT_FDCWD, from), path_at(AT_FDCWD, to));
        if let Some(errno) = refusal(&target, false) {
            return fail(errno);
        }
        let done = real(from, to);
        if done == 0 {
            renamed(&source, &target);
        }
        done
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn unlinkat(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
    let real = real!("unlinkat" as fn(c_int, *const c_char, c_int) -> c_int);
    // SAFETY: handed on as it came.
    unsafe {
        let full = path_at(folder, path);
        if let Some(errno) = refusal(&full, false) {
            return fail(errno);
        }
        let done = real(folder, path, flags);
        if done == 0 {
            removed(&full);
        }
        done
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn unlink(path: *const c_char) -> c_int {
    // SAFETY: handed on as it came.
    unsafe { unlinkat(AT_FDCWD, path, 0) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rmdir(path: *const c_char) -> c_int {
    const AT_REMOVEDIR: c_int = 0x200;
    // SAFETY: handed on as it came.
    unsafe { unlinkat(AT_FDCWD, path, AT_REMOVEDIR) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn mkdir(path: *const c_char, mode: c_uint) -> c_int {
    let real = real!("mkdir" as fn(*const c_char, c_uint) -> c_int);
    // SAFETY: handed on as it came.
    unsafe {
        let full = path_at(AT_FDCWD, path);
        if let Some(errno) = refusal(&full, true) {
            return fail(errno);
        }
        let done = real(path, mode);
        if done == 0
            && let Some((watch, path)) = watched(&full)
        {
            watch.note(Step::MakeFolder(path));
        }
        done
    }
}

/// Copying within the kernel would go unseen; whoever asks for it falls back on reading and writing.
#[unsafe(no_mangle)]
unsafe extern "C" fn copy_file_range(_: c_int, _: *mut i64, _: c_int, _: *mut i64, _: usize, _: c_uint) -> c_long {
    c_long::from(fail(ENOSYS))
}

/// The same.
#[unsafe(no_mangle)]
unsafe extern "C" fn sendfile64(_: c_int, _: c_int, _: *mut i64, _: usize) -> c_long {
    c_long::from(fail(ENOSYS))
}
