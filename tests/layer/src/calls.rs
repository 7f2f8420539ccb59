//! The calls, each under the name the programs know it by. SQLite and Rust's library take them from the C library;
//! what is preloaded is asked first.

use std::ffi::CStr;

use libc::{c_char, c_int, c_long, c_uint, c_void, mode_t, off_t, size_t, ssize_t};

use crate::plan::{Kind, Way, answered, end, is_under, way, with_path};

fn fails(errno: c_int) -> c_int {
    // SAFETY: the address of this thread's own errno.
    unsafe { *libc::__errno_location() = errno };
    -1
}

/// A call that takes no bytes: through, refused, or the last one.
fn plainly(way: Way, call: impl FnOnce() -> c_long) -> c_long {
    match way {
        Way::Fails(errno) => c_long::from(fails(errno)),
        Way::Last => {
            call();
            end()
        }
        Way::Through | Way::Half | Way::Flipped => call(),
    }
}

/// A call's answer as C gives it. Every system call's answer but an offset fits.
fn int(answer: c_long) -> c_int {
    c_int::try_from(answer).unwrap_or(-1)
}

/// How a call on a path is to go. A path that starts elsewhere starts at a folder's descriptor.
///
/// # Safety
/// `path` is null or ends in a zero byte.
unsafe fn way_of(name: &str, kind: Kind, folder: c_int, path: *const c_char) -> Way {
    if path.is_null() {
        return Way::Through;
    }
    // SAFETY: by this function's own promise.
    let path = unsafe { CStr::from_ptr(path) }.to_bytes();
    if path.starts_with(b"/") || folder == libc::AT_FDCWD {
        return way(name, kind, path);
    }
    with_path(folder, |folder| way(name, kind, folder))
}

fn way_of_fd(name: &str, kind: Kind, fd: c_int) -> Way {
    with_path(fd, |path| way(name, kind, path))
}

/// # Safety
/// As `openat(2)`.
unsafe fn opened(folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    // SAFETY: the caller's path.
    let is_new = || unsafe { libc::syscall(libc::SYS_faccessat, folder, path, libc::F_OK) } != 0;
    let kind = if flags & libc::O_CREAT != 0 && is_new() {
        Kind::Grow
    } else if flags & (libc::O_CREAT | libc::O_TRUNC) != 0 {
        Kind::Change
    } else if flags & libc::O_ACCMODE != libc::O_RDONLY {
        Kind::Touch
    } else {
        Kind::Read
    };
    // SAFETY: the caller's path.
    let way = unsafe { way_of("open", kind, folder, path) };
    // SAFETY: the caller's own arguments.
    int(plainly(way, || unsafe { libc::syscall(libc::SYS_openat, folder, path, flags, mode) }))
}

/// # Safety
/// As `write(2)` and `pwrite(2)`; `raw` is one of the two.
unsafe fn written(
    name: &str,
    fd: c_int,
    bytes: *const c_void,
    count: size_t,
    raw: impl Fn(*const c_void, size_t) -> c_long,
) -> ssize_t {
    let answer = match way_of_fd(name, Kind::Grow, fd) {
        Way::Through => raw(bytes, count),
        Way::Fails(errno) => c_long::from(fails(errno)),
        Way::Half => raw(bytes, count.div_ceil(2)),
        Way::Last => {
            raw(bytes, count);
            end()
        }
        Way::Flipped => {
            // SAFETY: the caller's bytes.
            let mut copy = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), count) }.to_vec();
            if let Some(byte) = copy.get_mut(count / 2) {
                *byte ^= 1;
            }
            raw(copy.as_ptr().cast(), count)
        }
    };
    answer as ssize_t
}

/// # Safety
/// As `read(2)` and `pread(2)`; `raw` is one of the two.
unsafe fn taken(name: &str, fd: c_int, bytes: *mut c_void, raw: impl Fn() -> c_long) -> ssize_t {
    let way = way_of_fd(name, Kind::Read, fd);
    let answer = plainly(way, raw);
    if let (Way::Flipped, Ok(count @ 1..)) = (way, usize::try_from(answer)) {
        // SAFETY: the system has just filled so many bytes of the caller's.
        unsafe { *bytes.cast::<u8>().add(count / 2) ^= 1 };
    }
    answer as ssize_t
}

macro_rules! stands_in {
    ($($name:ident($($arg:ident: $of:ty),*) -> $answer:ty $body:block)*) => {$(
        /// # Safety
        /// As the system's own.
        #[unsafe(no_mangle)]
        pub(crate) unsafe extern "C" fn $name($($arg: $of),*) -> $answer {
            // SAFETY: called as the system's own is, and calls that with the same arguments.
            unsafe { $body }
        }
    )*};
}

stands_in! {
    open(path: *const c_char, flags: c_int, mode: mode_t) -> c_int { opened(libc::AT_FDCWD, path, flags, mode) }
    open64(path: *const c_char, flags: c_int, mode: mode_t) -> c_int { opened(libc::AT_FDCWD, path, flags, mode) }
    openat(folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int { opened(folder, path, flags, mode) }
    openat64(folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int { opened(folder, path, flags, mode) }

    write(fd: c_int, bytes: *const c_void, count: size_t) -> ssize_t {
        let answer = written("write", fd, bytes, count, |b, n| libc::syscall(libc::SYS_write, fd, b, n));
        // A long line is written in pieces: only the last one ends it.
        if fd == libc::STDOUT_FILENO && count > 0 && *bytes.cast::<u8>().add(count - 1) == b'\n' {
            answered();
        }
        answer
    }
    pwrite(fd: c_int, bytes: *const c_void, count: size_t, at: off_t) -> ssize_t {
        written("pwrite", fd, bytes, count, |b, n| libc::syscall(libc::SYS_pwrite64, fd, b, n, at))
    }
    pwrite64(fd: c_int, bytes: *const c_void, count: size_t, at: off_t) -> ssize_t {
        written("pwrite", fd, bytes, count, |b, n| libc::syscall(libc::SYS_pwrite64, fd, b, n, at))
    }
    // A short answer is an answer: the first of the pieces is as much as need be written at a time.
    writev(fd: c_int, pieces: *const libc::iovec, count: c_int) -> ssize_t {
        let pieces = std::slice::from_raw_parts(pieces, usize::try_from(count).unwrap_or(0));
        match pieces.iter().find(|p| p.iov_len > 0) {
            Some(first) => write(fd, first.iov_base, first.iov_len),
            None => 0,
        }
    }
    // What is copied within the system goes the long way here, through `write`, where a fault can reach it.
    copy_file_range(from: c_int, at: *mut off_t, to: c_int, to_at: *mut off_t, count: size_t, flags: c_uint) -> ssize_t {
        if with_path(to, is_under) {
            return fails(libc::ENOSYS) as ssize_t;
        }
        libc::syscall(libc::SYS_copy_file_range, from, at, to, to_at, count, flags) as ssize_t
    }
    sendfile(to: c_int, from: c_int, at: *mut off_t, count: size_t) -> ssize_t {
        if with_path(to, is_under) {
            return fails(libc::ENOSYS) as ssize_t;
        }
        libc::syscall(libc::SYS_sendfile, to, from, at, count) as ssize_t
    }
    sendfile64(to: c_int, from: c_int, at: *mut off_t, count: size_t) -> ssize_t { sendfile(to, from, at, count) }

    fsync(fd: c_int) -> c_int {
        int(plainly(way_of_fd("fsync", Kind::Change, fd), || libc::syscall(libc::SYS_fsync, fd)))
    }
    fdatasync(fd: c_int) -> c_int {
        int(plainly(way_of_fd("fsync", Kind::Change, fd), || libc::syscall(libc::SYS_fdatasync, fd)))
    }
    ftruncate(fd: c_int, length: off_t) -> c_int {
        int(plainly(way_of_fd("truncate", Kind::Change, fd), || libc::syscall(libc::SYS_ftruncate, fd, length)))
    }
    ftruncate64(fd: c_int, length: off_t) -> c_int { ftruncate(fd, length) }

    rename(from: *const c_char, to: *const c_char) -> c_int {
        let way = way_of("rename", Kind::Change, libc::AT_FDCWD, to);
        let raw = || libc::syscall(libc::SYS_renameat2, libc::AT_FDCWD, from, libc::AT_FDCWD, to, 0);
        int(plainly(way, raw))
    }
    unlink(path: *const c_char) -> c_int { unlinkat(libc::AT_FDCWD, path, 0) }
    rmdir(path: *const c_char) -> c_int { unlinkat(libc::AT_FDCWD, path, libc::AT_REMOVEDIR) }
    unlinkat(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
        let way = way_of("unlink", Kind::Change, folder, path);
        int(plainly(way, || libc::syscall(libc::SYS_unlinkat, folder, path, flags)))
    }
    mkdir(path: *const c_char, mode: mode_t) -> c_int {
        let way = way_of("mkdir", Kind::Grow, libc::AT_FDCWD, path);
        int(plainly(way, || libc::syscall(libc::SYS_mkdirat, libc::AT_FDCWD, path, mode)))
    }
    link(from: *const c_char, to: *const c_char) -> c_int {
        let way = way_of("link", Kind::Grow, libc::AT_FDCWD, to);
        int(plainly(way, || libc::syscall(libc::SYS_linkat, libc::AT_FDCWD, from, libc::AT_FDCWD, to, 0)))
    }

    read(fd: c_int, bytes: *mut c_void, count: size_t) -> ssize_t {
        taken("read", fd, bytes, || libc::syscall(libc::SYS_read, fd, bytes, count))
    }
    pread(fd: c_int, bytes: *mut c_void, count: size_t, at: off_t) -> ssize_t {
        taken("pread", fd, bytes, || libc::syscall(libc::SYS_pread64, fd, bytes, count, at))
    }
    pread64(fd: c_int, bytes: *mut c_void, count: size_t, at: off_t) -> ssize_t { pread(fd, bytes, count, at) }

    stat(path: *const c_char, into: *mut libc::stat) -> c_int {
        let way = way_of("stat", Kind::Read, libc::AT_FDCWD, path);
        int(plainly(way, || libc::syscall(libc::SYS_newfstatat, libc::AT_FDCWD, path, into, 0)))
    }
    stat64(path: *const c_char, into: *mut libc::stat) -> c_int { stat(path, into) }
    lstat(path: *const c_char, into: *mut libc::stat) -> c_int {
        let way = way_of("stat", Kind::Read, libc::AT_FDCWD, path);
        let raw = || libc::syscall(libc::SYS_newfstatat, libc::AT_FDCWD, path, into, libc::AT_SYMLINK_NOFOLLOW);
        int(plainly(way, raw))
    }
    lstat64(path: *const c_char, into: *mut libc::stat) -> c_int { lstat(path, into) }
    fstat(fd: c_int, into: *mut libc::stat) -> c_int {
        int(plainly(way_of_fd("stat", Kind::Read, fd), || libc::syscall(libc::SYS_fstat, fd, into)))
    }
    fstat64(fd: c_int, into: *mut libc::stat) -> c_int { fstat(fd, into) }
    statx(folder: c_int, path: *const c_char, flags: c_int, mask: c_uint, into: *mut libc::statx) -> c_int {
        // An empty path asks about the descriptor itself.
        let itself = path.is_null() || *path == 0;
        let way = if itself { way_of_fd("stat", Kind::Read, folder) } else { way_of("stat", Kind::Read, folder, path) };
        int(plainly(way, || libc::syscall(libc::SYS_statx, folder, path, flags, mask, into)))
    }
    access(path: *const c_char, mode: c_int) -> c_int {
        let kind = if mode & libc::W_OK != 0 { Kind::Touch } else { Kind::Read };
        let way = way_of("stat", kind, libc::AT_FDCWD, path);
        int(plainly(way, || libc::syscall(libc::SYS_faccessat, libc::AT_FDCWD, path, mode)))
    }
}
