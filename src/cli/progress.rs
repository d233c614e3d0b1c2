//! What takes longer than a second says what it does, on a terminal: a line that is taken away at the end.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long nothing is said, and how often it is said anew.
const SECOND: Duration = Duration::from_secs(1);

/// The line; ends when it is dropped.
pub(super) struct Progress {
    line: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Says that this is being done, if it takes long and somebody looks on.
    pub(super) fn of(what: &str) -> Self {
        if !io::stderr().is_terminal() {
            return Self { line: None };
        }
        Self::on(io::stderr(), what, SECOND)
    }

    fn on(mut out: impl Write + Send + 'static, what: &str, every: Duration) -> Self {
        let (ending, ended) = channel();
        let what = what.to_owned();
        let start = Instant::now();
        let thread = thread::spawn(move || {
            let mut is_said = false;
            while ended.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                let seconds = start.elapsed().as_secs();
                // Who cannot be told is not told.
                let _ = write!(out, "\r{what}: {seconds} s").and_then(|()| out.flush());
                is_said = true;
            }
            if is_said {
                let _ = write!(out, "\r\x1b[K").and_then(|()| out.flush());
            }
        });
        Self {
            line: Some((ending, thread)),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((ending, thread)) = self.line.take() {
            drop(ending);
            // Its line is gone before anything else is printed.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tells what is written to it.
    struct Told(Sender<String>);

    impl Write for Told {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let text = String::from_utf8_lossy(bytes).into_owned();
            // The test may have heard enough.
            let _ = self.0.send(text);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_takes_long_says_what_it_is_and_leaves_no_line_behind() {
        let (told, heard) = channel();
        let progress = Progress::on(Told(told), "drawing the pages", Duration::from_millis(1));
        let mut said = String::new();
        while !said.contains(" s") {
            said += &heard.recv().expect("it goes on");
        }
        assert!(said.starts_with("\rdrawing the pages: 0 s"), "{said:?}");
        drop(progress);
        let rest: String = heard.iter().collect();
        assert!(rest.ends_with("\r\x1b[K"), "{rest:?}");
    }

    #[test]
    fn what_is_quick_says_nothing() {
        let (told, heard) = channel();
        drop(Progress::on(
            Told(told),
            "reading",
            Duration::from_secs(600),
        ));
        assert_eq!(heard.iter().count(), 0);
    }
}
