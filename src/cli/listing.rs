//! Lists on standard output. Whoever reads them may stop before the end: `check | head` is no failure.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

/// Prints a text as it stands.
///
/// # Errors
/// If it cannot be written, but for a reader who has enough.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Prints a line as `println!` does.
macro_rules! say {
    ($($words:tt)*) => {
        $crate::cli::listing::line(format_args!($($words)*))
    };
}
pub(super) use say;

/// Prints a line. What it tells is done already, so that a failure is a warning and no more.
pub(super) fn line(words: Arguments<'_>) {
    if let Err(error) = print(&format!("{words}\n")) {
        // Where this cannot be written either, nobody listens.
        let _ = writeln!(
            io::stderr(),
            "warning: standard output cannot be written: {error}"
        );
    }
}
