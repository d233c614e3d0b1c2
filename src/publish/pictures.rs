//! Pictures as they are published: encoded anew, in several sizes, the way up that they are seen, and with nothing in them
//! but what is seen. Bytes in, bytes out.
//!
//! [`raster`] has those made of pixels, [`animation`] those that move, [`drawing`] those drawn by SVG. Whatever a file says
//! besides (where it was taken and when, by whom and with what, a thumbnail of another state) stays behind: only pixels
//! and their colour profile go into the new file.

mod animation;
mod drawing;
mod encoded;
mod fault;
mod jpeg;
mod raster;
mod repeated;

#[cfg(test)]
mod tests;

use image::ImageFormat;

pub use crate::publish::pictures::encoded::{Encoded, EncodedFile};
pub use crate::publish::pictures::fault::PictureFault;

/// A file of more bytes is not read at all.
pub const MOST_BYTES: u64 = 40_000_000;

/// Raised with whatever [`encode`] would make another file of. What was kept of another version is made anew.
pub const VERSION: &str = "article-explorer/picture/2";

/// The files to publish for a picture, whose format is known by what it holds.
///
/// # Errors
/// If it is none that can be published: damaged, too large, or with more in it than a picture.
pub fn encode(bytes: &[u8]) -> Result<Encoded, PictureFault> {
    match image::guess_format(bytes) {
        Ok(ImageFormat::Gif) => match animation::encode(bytes)? {
            Some(encoded) => Ok(encoded),
            None => raster::encode(bytes, ImageFormat::Gif),
        },
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => {
            raster::encode(bytes, format)
        }
        _ if drawing::is_markup(bytes) => drawing::encode(bytes),
        _ => Err(PictureFault::format()),
    }
}

/// What a file of a published picture is called: by the author's name, so that people know it, and by a part of its `key`,
/// which is another one for other bytes, so that nobody is shown what a host or browser kept of an earlier picture.
pub fn name(path: &str, key: &str, file: &EncodedName<'_>) -> String {
    let folder = path.rfind('/').map_or(0, |slash| slash + 1);
    let stem = path[folder..].rsplit_once('.').map(|(stem, _)| stem);
    let stem = stem.filter(|stem| !stem.is_empty());
    let stem = &path[..folder + stem.unwrap_or(&path[folder..]).len()];
    let key = key.get(..8).unwrap_or(key);
    format!("{stem}-{key}-{}.{}", file.width, file.ending)
}

/// What of a file its name tells.
#[derive(Clone, Copy, Debug)]
pub struct EncodedName<'a> {
    pub width: u32,
    pub ending: &'a str,
}
