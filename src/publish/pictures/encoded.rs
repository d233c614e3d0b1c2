//! A picture as it is published, and how large it may be.

use crate::publish::pictures::fault::PictureFault;

/// A picture of more pixels is not decoded.
const MOST_PIXELS: u64 = 50_000_000;

/// A picture as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// As it is seen at most, in CSS pixels.
    pub width: u32,
    pub height: u32,
    /// The narrowest first; never empty.
    pub files: Vec<EncodedFile>,
}

/// One size of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodedFile {
    /// What its name ends in, without the dot.
    pub ending: String,
    pub width: u32,
    pub bytes: Vec<u8>,
}

/// Refuses what has more pixels than anybody looks at.
pub(super) fn check_size(width: u32, height: u32) -> Result<(), PictureFault> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        return Err(PictureFault::pixels(width, height));
    }
    if pixels == 0 {
        return Err(PictureFault::damaged("it has no pixels"));
    }
    Ok(())
}
