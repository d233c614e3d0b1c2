//! The Content-Security-Policy of a page: nothing but its own files and the inline texts it was written with.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy for a page with these inline scripts and style sheets (CSP level 3, hashes of their exact text).
pub fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| {
                format!(
                    " 'sha256-{}'",
                    STANDARD.encode(Sha256::digest(text.as_bytes()))
                )
            })
            .collect::<String>()
    };
    let scripts = if scripts.is_empty() {
        " 'none'".to_owned()
    } else {
        format!(" 'self' 'wasm-unsafe-eval'{}", hashes(scripts))
    };
    format!(
        "default-src 'none'; script-src{scripts}; style-src{}; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'",
        hashes(styles)
    )
}
