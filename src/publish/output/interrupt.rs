//! Stopping by the user.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, ensure};

/// Set when the user interrupts; asked between files, as long as nothing is changed.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(pub(super) Arc<AtomicBool>);

impl Interrupt {
    /// An interrupt that Ctrl-C and termination set.
    ///
    /// # Errors
    /// If the system refuses a handler.
    pub fn on_signal() -> Result<Self> {
        let interrupt = Self::default();
        let flag = interrupt.0.clone();
        ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed))
            .context("listening for Ctrl-C")?;
        Ok(interrupt)
    }

    pub(super) fn check(&self) -> Result<()> {
        ensure!(
            !self.0.load(Ordering::Relaxed),
            "interrupted; nothing was changed"
        );
        Ok(())
    }
}
