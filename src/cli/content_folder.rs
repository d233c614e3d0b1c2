//! Which folder a command reads content from.

use std::path::{Path, PathBuf};

use clap::Args;

/// The folder as it is named on the command line.
#[derive(Args)]
pub(super) struct ContentFolder {
    /// The folder with site.toml, articles/, entities/ [default: content, else this folder if it holds site.toml]
    #[arg(value_name = "DIR", conflicts_with = "content")]
    dir: Option<PathBuf>,
    /// The same
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

impl ContentFolder {
    /// The folder that was named; else `content`, or the current folder where only that holds a site.
    pub(super) fn path(&self) -> PathBuf {
        let named = self.dir.as_ref().or(self.content.as_ref());
        if let Some(named) = named {
            return named.clone();
        }
        let usual = Path::new("content");
        let here = Path::new(".");
        if !usual.exists() && here.join("site.toml").is_file() {
            here.to_owned()
        } else {
            usual.to_owned()
        }
    }
}
