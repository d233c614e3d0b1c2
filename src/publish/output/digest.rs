//! The hash that tells a file of ours from one that somebody changed.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// SHA-256 of a file's bytes, in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Digest(String);

impl Digest {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(format!("{:x}", Sha256::digest(bytes)))
    }

    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        Self::of_copy(File::open(path)?, io::sink())
    }

    /// The digest of what was read, which is written on the way.
    pub(super) fn of_copy(mut from: impl Read, mut to: impl Write) -> io::Result<Self> {
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let length = match from.read(&mut buffer) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hash.update(&buffer[..length]);
            to.write_all(&buffer[..length])?;
        }
        to.flush()?;
        Ok(Self(format!("{:x}", hash.finalize())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_the_digest_of_its_bytes() {
        let bytes = vec![7; 200_000];
        let mut copy = Vec::new();
        let digest = Digest::of_copy(&*bytes, &mut copy).expect("memory does not fail");
        assert_eq!((digest, copy), (Digest::of(&bytes), bytes));
        assert_eq!(
            Digest::of(b"abc").0,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
