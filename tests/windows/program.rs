//! `tung-ngo` at work, and files that another program holds.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use product_tests::Office;

/// A sheet without a slip, as arguments of `key`.
pub(crate) const SOUND: [&str; 9] = ["1=32", "2=27", "3=5", "4=61", "5=54", "6=9", "7=41", "8=44", "9=40"];

/// How it acknowledges a box; after a crash it says first what it brought back.
const SAVED: &str = "Đã lưu ô ";

/// A program that keys a sheet line by line and holds the file open between two boxes.
pub(crate) struct Keyer {
    program: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Keyer {
    /// Has the file open once its first box is keyed.
    pub(crate) fn at_work(office: &Office, code: &str) -> Self {
        let mut program = office
            .run("key")
            .args([code, "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let input = program.stdin.take().expect("its input");
        let output = BufReader::new(program.stdout.take().expect("its output"));
        let mut keyer = Self { program, input, output };
        assert!(keyer.key("1=32").is_some(), "the first box is keyed");
        keyer
    }

    /// A box, and the acknowledgement; none if the program has ended or refuses.
    pub(crate) fn key(&mut self, entry: &str) -> Option<String> {
        // As a Windows program writes lines.
        write!(self.input, "{entry}\r\n").and_then(|()| self.input.flush()).ok()?;
        loop {
            let mut line = String::new();
            self.output.read_line(&mut line).ok().filter(|n| *n > 0 && line.ends_with('\n'))?;
            if line.starts_with(SAVED) {
                return Some(line.trim_end().to_owned());
            }
        }
    }

    /// Asks for a box and does not wait.
    pub(crate) fn ask(&mut self, entry: &str) {
        write!(self.input, "{entry}\r\n").and_then(|()| self.input.flush()).expect("it reads");
    }

    pub(crate) fn finish(mut self) {
        drop(self.input);
        assert!(self.program.wait().expect("it ends").success());
    }

    /// `TerminateProcess`: nothing of the program's own runs any more. The answer: what it still had acknowledged.
    pub(crate) fn kill(mut self) -> Vec<String> {
        self.program.kill().expect("it can be ended");
        self.program.wait().expect("it ends");
        self.output.lines().map_while(Result::ok).filter(|line| line.starts_with(SAVED)).collect()
    }
}

/// Opens a file as Excel does: others may read it, and neither write, rename nor delete it. `None` on systems where
/// nobody can be kept from that.
pub(crate) fn held(path: &Path) -> Option<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    share_reading(&mut options).then(|| options.open(path).expect("it can be held"))
}

#[cfg(windows)]
fn share_reading(options: &mut OpenOptions) -> bool {
    use std::os::windows::fs::OpenOptionsExt;
    const FILE_SHARE_READ: u32 = 1;
    options.share_mode(FILE_SHARE_READ);
    true
}

#[cfg(not(windows))]
fn share_reading(_: &mut OpenOptions) -> bool {
    false
}
