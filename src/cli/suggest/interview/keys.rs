//! What a person answers: single keys on a terminal, lines where somebody pipes them in.

use std::io::{self, IsTerminal, Write};

use anyhow::{Context, Result};
use console::{Key, Term};

/// Where answers come from.
pub(super) struct Keys {
    /// Absent where no terminal stands at both ends.
    terminal: Option<Term>,
}

impl Keys {
    pub(super) fn new() -> Self {
        let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        Self {
            terminal: is_terminal.then(Term::stdout),
        }
    }

    /// The next key, or the first letter of the next line: a line end where there is none. Nothing at the end.
    ///
    /// # Errors
    /// If nothing can be read.
    pub(super) fn key(&mut self) -> Result<Option<char>> {
        let Some(terminal) = &self.terminal else {
            let line = self.line("")?;
            return Ok(line.map(|line| line.chars().next().unwrap_or('\n')));
        };
        loop {
            match terminal.read_key().context("no key could be read")? {
                Key::Char(key) => return Ok(Some(key.to_ascii_lowercase())),
                Key::Enter => return Ok(Some('\n')),
                Key::Escape | Key::CtrlC => return Ok(None),
                _ => {}
            }
        }
    }

    /// A line, without the space around it. Nothing at the end.
    ///
    /// # Errors
    /// If nothing can be read.
    pub(super) fn line(&mut self, question: &str) -> Result<Option<String>> {
        print!("{question}");
        io::stdout().flush()?;
        let mut line = String::new();
        let read = io::stdin()
            .read_line(&mut line)
            .context("no answer could be read")?;
        Ok((read > 0).then(|| line.trim().to_owned()))
    }
}
