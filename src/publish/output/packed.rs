//! Bytes that wait in memory until they are written.
//!
//! # Why
//! All pages are drawn before the first is written, and a site of 1,000 articles has 400 MB of them. They repeat themselves so
//! much that [LZ4](https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md) leaves less than half, and the build takes
//! as long as before.

use anyhow::{Context, Result};

/// Bytes, packed.
#[derive(Clone, Debug)]
pub(super) struct Packed(Vec<u8>);

impl Packed {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(lz4_flex::compress_prepend_size(bytes))
    }

    /// The bytes as they were.
    ///
    /// # Errors
    /// Never, unless memory fails.
    pub(super) fn bytes(&self) -> Result<Vec<u8>> {
        lz4_flex::decompress_size_prepended(&self.0).context("unpacking a page")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Packed;

    proptest! {
        #[test]
        fn bytes_come_back_as_they_were(bytes: Vec<u8>, times in 0..40_usize) {
            let bytes = bytes.repeat(times);
            prop_assert_eq!(Packed::of(&bytes).bytes().expect("they were packed here"), bytes);
        }
    }
}
