//! What is to go wrong, and when.

use std::ffi::{CStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use libc::{c_int, c_long};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Count,
    Short,
    Full,
    Once,
    Io,
    Gone,
    Before,
    After,
    Flip,
    Readonly,
}

struct Plan {
    fault: Fault,
    at: u64,
    reads: bool,
    after: u64,
    under: OsString,
    log: Option<OsString>,
}

/// What a call does to the disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Adds bytes or a name: needs room.
    Grow,
    /// Changes something, but needs no room.
    Change,
    /// Asks to be allowed to write.
    Touch,
    /// Asks.
    Read,
}

impl Kind {
    fn asks(self) -> bool {
        matches!(self, Self::Touch | Self::Read)
    }
}

/// How a call is to go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Through,
    /// With this `errno`.
    Fails(c_int),
    /// Half of the bytes.
    Half,
    /// With one bit changed.
    Flipped,
    /// And then the process ends.
    Last,
}

static PLAN: OnceLock<Option<Plan>> = OnceLock::new();
/// Calls counted so far.
static CALLS: AtomicU64 = AtomicU64::new(0);
/// Lines the program has answered.
static LINES: AtomicU64 = AtomicU64::new(0);
/// The fault has been.
static STRUCK: AtomicBool = AtomicBool::new(false);

fn plan() -> Option<&'static Plan> {
    PLAN.get_or_init(read).as_ref()
}

fn read() -> Option<Plan> {
    let words = std::env::var("TUNG_NGO_LAYER").ok()?;
    let mut words = words.split(':');
    let fault = match words.next()? {
        "count" => Fault::Count,
        "short" => Fault::Short,
        "full" => Fault::Full,
        "once" => Fault::Once,
        "io" => Fault::Io,
        "gone" => Fault::Gone,
        "before" => Fault::Before,
        "after" => Fault::After,
        "flip" => Fault::Flip,
        "readonly" => Fault::Readonly,
        _ => return None,
    };
    let at = words.next()?.parse().ok()?;
    let reads = words.next() == Some("reads");
    let after = std::env::var("TUNG_NGO_LAYER_AFTER").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    let log = std::env::var_os("TUNG_NGO_LAYER_LOG").map(|path| {
        let mut bytes = path.into_vec();
        bytes.push(0);
        OsString::from_vec(bytes)
    });
    Some(Plan { fault, at, reads, after, under: std::env::var_os("TUNG_NGO_LAYER_UNDER")?, log })
}

/// A program answers a line on its standard output.
pub(crate) fn answered() {
    LINES.fetch_add(1, Ordering::Relaxed);
}

/// Whether a path lies where faults are.
pub(crate) fn is_under(path: &[u8]) -> bool {
    plan().is_some_and(|plan| path.starts_with(plan.under.as_bytes()))
}

/// How a call on this path is to go.
pub(crate) fn way(name: &str, kind: Kind, path: &[u8]) -> Way {
    let Some(plan) = plan() else { return Way::Through };
    let under = plan.under.as_bytes();
    if !path.starts_with(under) || LINES.load(Ordering::Relaxed) < plan.after {
        return Way::Through;
    }
    let counted = !kind.asks() || plan.reads;
    let n = match counted {
        true => CALLS.fetch_add(1, Ordering::Relaxed) + 1,
        false => CALLS.load(Ordering::Relaxed),
    };
    let way = decide(plan, kind, counted, n);
    let ends = plan.fault == Fault::Before && counted && n == plan.at;
    if counted || way != Way::Through {
        tell(plan, n, name, path.get(under.len()..).unwrap_or_default(), ends || way != Way::Through);
    }
    if ends {
        end();
    }
    way
}

fn decide(plan: &Plan, kind: Kind, counted: bool, n: u64) -> Way {
    let now = counted && n == plan.at;
    let since = n > plan.at || now;
    match plan.fault {
        Fault::Short if now && kind == Kind::Grow => Way::Half,
        Fault::Short | Fault::Full if since && kind == Kind::Grow => Way::Fails(libc::ENOSPC),
        Fault::Once if now => Way::Fails(libc::EIO),
        Fault::Io if since && (!kind.asks() || plan.reads) => Way::Fails(libc::EIO),
        // What Linux says of a file system whose drive is gone.
        Fault::Gone if since => Way::Fails(if kind.asks() { libc::EIO } else { libc::ENODEV }),
        // From the beginning.
        Fault::Readonly if kind != Kind::Read => Way::Fails(libc::EROFS),
        Fault::After if now => Way::Last,
        Fault::Flip if now => Way::Flipped,
        _ => Way::Through,
    }
}

/// Says to the log what was called.
fn tell(plan: &Plan, n: u64, name: &str, path: &[u8], strikes: bool) {
    let Some(log) = &plan.log else { return };
    // Of a fault that lasts only its beginning.
    let struck = strikes && !STRUCK.swap(true, Ordering::Relaxed);
    let mut line = format!("{n} {name} ").into_bytes();
    line.extend_from_slice(path);
    line.extend_from_slice(if struck { b" !\n" } else { b"\n" });
    let flags = libc::O_WRONLY | libc::O_APPEND | libc::O_CREAT | libc::O_CLOEXEC;
    // SAFETY: the path ends in a zero byte and the line outlives the call.
    unsafe {
        let fd = libc::syscall(libc::SYS_openat, libc::AT_FDCWD, log.as_bytes().as_ptr(), flags, 0o644);
        if fd >= 0 {
            libc::syscall(libc::SYS_write, fd, line.as_ptr(), line.len());
            libc::syscall(libc::SYS_close, fd);
        }
    }
}

/// The process is no more, as if it had been killed: nothing is flushed, nothing is put away.
pub(crate) fn end() -> ! {
    // SAFETY: takes no pointer; `_exit` does not return.
    unsafe { libc::_exit(137) }
}

/// Runs `work` with the path of a descriptor.
pub(crate) fn with_path<T>(fd: c_int, work: impl FnOnce(&[u8]) -> T) -> T {
    let mut link = [0_u8; 32];
    let digits = format_number(b"/proc/self/fd/", fd, &mut link);
    let mut path = [0_u8; 4096];
    // SAFETY: the link's name ends in a zero byte, and no more than the buffer holds is written.
    let length: c_long =
        unsafe { libc::syscall(libc::SYS_readlinkat, libc::AT_FDCWD, digits.as_ptr(), path.as_mut_ptr(), path.len()) };
    work(usize::try_from(length).ok().and_then(|length| path.get(..length)).unwrap_or_default())
}

/// `/proc/self/fd/17` with its zero byte, without asking for memory.
fn format_number<'a>(before: &[u8], n: c_int, into: &'a mut [u8; 32]) -> &'a CStr {
    let mut digits = [0_u8; 10];
    let mut rest = n.unsigned_abs();
    let mut count = 0;
    loop {
        digits[count] = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        (rest, count) = (rest / 10, count + 1);
        if rest == 0 {
            break;
        }
    }
    let all = before.iter().chain(digits[..count].iter().rev());
    for (to, from) in into.iter_mut().zip(all) {
        *to = *from;
    }
    CStr::from_bytes_until_nul(into).unwrap_or_default()
}
