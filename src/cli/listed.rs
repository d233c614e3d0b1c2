//! Which findings a command prints.

use clap::Args;

use crate::compile::printout::Printout;

/// Which findings are listed: errors first, then warnings by kind, some hundreds of them, unless all are asked for.
#[derive(Clone, Copy, Args)]
pub(super) struct Listed {
    /// List errors alone
    #[arg(long)]
    errors_only: bool,
    /// List every finding in full
    #[arg(long)]
    all: bool,
}

impl From<Listed> for Printout {
    fn from(Listed { errors_only, all }: Listed) -> Self {
        Self { errors_only, all }
    }
}
