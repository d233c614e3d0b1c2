//! Pictures made of pixels: turned the way they are seen, made smaller, encoded as JPEG or PNG.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::{
    DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, ImageResult,
    Limits,
};

use crate::model::picture::height_at;
use crate::publish::pictures::encoded::{Encoded, EncodedFile, check_size};
use crate::publish::pictures::fault::PictureFault;
use crate::publish::pictures::jpeg;

/// Widths that screens ask for, in pixels. The widest is what a press shows.
const WIDTHS: [u32; 4] = [480, 960, 1600, 2560];

/// Of 100. Above it files grow fast and nobody sees it.
const JPEG_QUALITY: u8 = 82;

/// Encodes a picture of one of the formats that are read.
pub(super) fn encode(bytes: &[u8], format: ImageFormat) -> Result<Encoded, PictureFault> {
    check(bytes, format)?;
    let Decoded { image, profile } = decoded(bytes, format)?;
    let is_photograph = match format {
        ImageFormat::Jpeg => true,
        ImageFormat::WebP => !holds(bytes, b"VP8L"),
        _ => false,
    };
    let sizes = SizeEncoder {
        photograph: is_photograph && !image.color().has_alpha(),
        profile,
    };
    let (width, height) = (image.width(), image.height());
    let mut files = Vec::new();
    let mut image = image;
    for wanted in widths(width) {
        if image.width() > wanted {
            image = smaller(&image, wanted, height_at(wanted, width, height));
        }
        files.push(sizes.file(&image).map_err(PictureFault::damaged)?);
    }
    let (width, height) = match files.first() {
        Some(largest) => (largest.width, height_at(largest.width, width, height)),
        None => (width, height),
    };
    // A smaller picture in a larger file is of no use: screenshots come out so.
    let mut least = usize::MAX;
    files.retain(|file| {
        let is_useful = file.bytes.len() < least;
        least = least.min(file.bytes.len());
        is_useful
    });
    files.reverse();
    Ok(Encoded {
        width,
        height,
        files,
    })
}

/// What is known to be wrong before anything is decoded.
fn check(bytes: &[u8], format: ImageFormat) -> Result<(), PictureFault> {
    let moves = match format {
        ImageFormat::Png => {
            PngDecoder::with_limits(Cursor::new(bytes), png_limits()).and_then(|png| png.is_apng())
        }
        ImageFormat::WebP => WebPDecoder::new(Cursor::new(bytes)).map(|webp| webp.has_animation()),
        _ => Ok(false),
    };
    if moves.map_err(PictureFault::damaged)? {
        let message = "the picture moves, which only a GIF may do here";
        return Err(PictureFault::new(
            message,
            "save it as GIF, or one picture of it as PNG, and put it there",
        ));
    }
    if format == ImageFormat::Jpeg && !jpeg::is_whole(bytes) {
        return Err(PictureFault::damaged("its end is missing"));
    }
    if format == ImageFormat::Jpeg && jpeg::is_for_print(bytes) {
        let message = "the picture has the colours of four printing inks (CMYK)";
        return Err(PictureFault::new(
            message,
            "save it with the colours of a screen (sRGB), and put it there",
        ));
    }
    Ok(())
}

/// What a PNG may unpack beside its pixels, such as a colour profile: a small file may hold a swollen one.
fn png_limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(64 << 20);
    limits
}

fn holds(bytes: &[u8], mark: &[u8; 4]) -> bool {
    bytes.windows(4).any(|four| four == mark)
}

struct Decoded {
    image: DynamicImage,
    /// The ICC profile by which its colours are meant, if that is one for such pixels.
    profile: Option<Vec<u8>>,
}

fn decoded(bytes: &[u8], format: ImageFormat) -> Result<Decoded, PictureFault> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    if format == ImageFormat::Png {
        reader.limits(png_limits());
    }
    let mut decoder = reader.into_decoder().map_err(refused)?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    let orientation = decoder.orientation().map_err(refused)?;
    let profile = decoder.icc_profile().map_err(refused)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(refused)?;
    image.apply_orientation(orientation);
    let image = plain(image);
    // Bytes 16 to 19 of a profile: the colours that it is for.
    let space: &[u8] = match image {
        DynamicImage::ImageLuma8(_) => b"GRAY",
        _ => b"RGB ",
    };
    let profile = profile.filter(|profile| profile.get(16..20) == Some(space));
    Ok(Decoded { image, profile })
}

/// A file may say that it is larger than memory.
fn refused(error: ImageError) -> PictureFault {
    PictureFault::damaged(error)
}

/// Eight bits a colour, and transparency only where something is transparent.
fn plain(image: DynamicImage) -> DynamicImage {
    if image.color().has_alpha() {
        let pixels = image.into_rgba8();
        if pixels.pixels().any(|pixel| pixel.0[3] < u8::MAX) {
            return pixels.into();
        }
        return DynamicImage::from(pixels).into_rgb8().into();
    }
    if image.color().has_color() {
        image.into_rgb8().into()
    } else {
        image.into_luma8().into()
    }
}

/// The widths of a picture's files, the widest first: never more than it has, and none that is nearly another.
fn widths(width: u32) -> Vec<u32> {
    let largest = width.min(WIDTHS[WIDTHS.len() - 1]);
    let smaller = WIDTHS.into_iter().filter(|one| one * 6 / 5 <= largest);
    let mut widths: Vec<u32> = smaller.filter(|one| *one < largest).collect();
    widths.push(largest);
    widths.reverse();
    widths
}

fn smaller(image: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    // Far smaller goes in two steps, of which the first is rough and fast.
    if image.width() / 4 >= width {
        let rough = image.thumbnail_exact(width * 2, height * 2);
        return rough.resize_exact(width, height, FilterType::CatmullRom);
    }
    image.resize_exact(width, height, FilterType::CatmullRom)
}

/// How the files of a picture are written.
struct SizeEncoder {
    /// Nothing in it is sharp or transparent enough to need every pixel.
    photograph: bool,
    profile: Option<Vec<u8>>,
}

impl SizeEncoder {
    fn file(&self, image: &DynamicImage) -> ImageResult<EncodedFile> {
        let mut bytes = Vec::new();
        let ending = if self.photograph {
            let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
            self.write(image, encoder)?;
            "jpg"
        } else {
            self.write(image, PngEncoder::new(&mut bytes))?;
            "png"
        };
        Ok(EncodedFile {
            ending: ending.to_owned(),
            width: image.width(),
            bytes,
        })
    }

    fn write(&self, image: &DynamicImage, mut encoder: impl ImageEncoder) -> ImageResult<()> {
        if let Some(profile) = &self.profile {
            encoder
                .set_icc_profile(profile.clone())
                .map_err(ImageError::Unsupported)?;
        }
        image.write_with_encoder(encoder)
    }
}
