//! Lists on standard output. Whoever reads them may stop before the end: `check | head` is no failure.

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
