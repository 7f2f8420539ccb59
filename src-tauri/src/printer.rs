//! The system's own way to print a file. No dialog of ours: whichever program the system prints such
//! files with may show one.

use std::io;
use std::path::Path;

/// Hands a file to the printer.
///
/// # Errors
/// The system has no program that prints such files, or no printer.
pub(crate) fn print(path: &Path) -> io::Result<()> {
    system::print(path)
}

#[cfg(windows)]
mod system {
    use std::io;
    use std::path::Path;

    use winsafe::{CoInitializeEx, SHELLEXECUTEINFO, ShellExecuteEx, co};

    /// The shell's `print`, as in the menu of the file. The reader of PDF files a machine came with may not
    /// offer it; the shell's own message box would then be in English and behind the window.
    pub(super) fn print(path: &Path) -> io::Result<()> {
        let _com = CoInitializeEx(co::COINIT::APARTMENTTHREADED | co::COINIT::DISABLE_OLE1DDE)
            .map_err(|e| io::Error::other(e.to_string()))?;
        let file = path.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
        let asked = SHELLEXECUTEINFO {
            mask: co::SEE_MASK::FLAG_NO_UI | co::SEE_MASK::NOASYNC,
            verb: Some("print"),
            file,
            // A print dialog of its own must not open behind a hidden window.
            show: co::SW::SHOWNORMAL,
            ..Default::default()
        };
        ShellExecuteEx(&asked).map_err(|e| io::Error::other(e.to_string()))
    }
}

#[cfg(not(windows))]
mod system {
    use std::io;
    use std::path::Path;
    use std::process::{Command, Stdio};

    /// What CUPS prints by itself; documents and workbooks need the program that wrote them.
    const PRINTED: &[&str] = &["pdf", "png", "txt"];

    /// `lp` sends to the default printer and fails where there is none.
    pub(super) fn print(path: &Path) -> io::Result<()> {
        print_with("lp", path)
    }

    pub(super) fn print_with(program: &str, path: &Path) -> io::Result<()> {
        let known = path.extension().is_some_and(|e| PRINTED.iter().any(|p| e.eq_ignore_ascii_case(p)));
        if !known {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "not a kind of file that lp prints"));
        }
        let none = Stdio::null;
        let done = Command::new(program).arg("--").arg(path).stdin(none()).stdout(none()).stderr(none()).status()?;
        if done.success() { Ok(()) } else { Err(io::Error::other(format!("{program} ended with {done}"))) }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::system::print_with;
    use super::*;

    #[test]
    fn what_the_printer_takes_is_printed_and_a_refusal_is_told() {
        assert!(print_with("true", Path::new("/tmp/Phiếu.pdf")).is_ok());
        assert!(print_with("false", Path::new("/tmp/Phiếu.pdf")).is_err());
    }

    #[test]
    fn a_system_without_a_way_to_print_says_so() {
        let refused = print_with("no-such-program-anywhere", Path::new("/tmp/Phiếu.pdf"));
        assert_eq!(refused.map_err(|e| e.kind()), Err(io::ErrorKind::NotFound));
        let refused = print_with("true", Path::new("/tmp/Kế hoạch.docx"));
        assert_eq!(refused.map_err(|e| e.kind()), Err(io::ErrorKind::Unsupported));
    }
}
