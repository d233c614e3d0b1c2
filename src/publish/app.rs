//! The reader's app: the two files that wasm-bindgen writes, under names that change with their bytes.

use anyhow::{Result, ensure};
use sha2::{Digest, Sha256};

use crate::model::data;

/// One file of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppFile {
    /// Below the root of the site. Other bytes have another name, so a host may let browsers keep the file for good.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What every article's page loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    pub js: AppFile,
    pub wasm: AppFile,
}

impl App {
    /// An app from what wasm-bindgen wrote.
    ///
    /// # Errors
    /// If the WebAssembly does not read the data that this program writes into pages.
    pub fn new(js: Vec<u8>, wasm: Vec<u8>) -> Result<Self> {
        let format = data::FORMAT.as_bytes();
        ensure!(
            wasm.windows(format.len()).any(|window| window == format),
            "the app is of another version than this program; build it again with `make app`"
        );
        let file = |bytes: Vec<u8>, end| AppFile {
            name: ["article-explorer-", &digest(&bytes), end].concat(),
            bytes,
        };
        Ok(Self {
            js: file(js, ".js"),
            wasm: file(wasm, "_bg.wasm"),
        })
    }

    /// Both files by name.
    pub fn into_files(self) -> [(String, Vec<u8>); 2] {
        [self.js, self.wasm].map(|file| (file.name, file.bytes))
    }
}

/// Enough of a file's SHA-256 that no two versions of the app share it.
fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test may stop at what it did not expect"
    )]
    use super::*;

    #[test]
    fn a_name_follows_the_bytes() {
        let app = |js: &str, more: &str| {
            let app = App::new(js.into(), [data::FORMAT, more].concat().into()).unwrap();
            app.into_files().map(|(name, _)| name)
        };
        let ([js, wasm], [other_js, same_wasm]) = (app("one", ""), app("another", ""));
        assert_eq!(
            (js.as_str(), wasm.as_str() == same_wasm, js == other_js),
            ("article-explorer-7692c3ad3540bb80.js", true, false)
        );
        assert_ne!(app("one", "more")[1], wasm);
    }

    #[test]
    fn an_app_that_reads_other_data_is_refused() {
        let error = App::new(Vec::new(), b"another format".to_vec()).unwrap_err();
        assert!(error.to_string().contains("another version"), "{error}");
    }
}
