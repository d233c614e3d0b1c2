//! Pictures with secrets in them, encoded and read back.

mod drawings;

use std::io::Cursor;

use gif::{Encoder, Frame, Repeat};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{
    DynamicImage, ImageDecoder, ImageEncoder, ImageReader, Rgb, RgbImage, Rgba, RgbaImage,
};

use super::*;

/// What no published file may hold.
const SECRET: &str = "Secret";

const RED: Rgb<u8> = Rgb([200, 30, 30]);
const BLUE: Rgb<u8> = Rgb([30, 30, 200]);

/// The left half red, the right half blue.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE })
}

/// A photograph, as far as an encoder sees: no two places are alike.
fn photograph(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let value = (x * 7 + y * 13 + (x * y) % 31) as u8;
        Rgb([value, value.wrapping_mul(3), (x ^ y) as u8])
    })
}

/// Exif of a camera held upright (orientation 6), with its name and where it was.
fn exif() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let head = [tag.to_le_bytes(), kind.to_le_bytes()].concat();
        [head, count.to_le_bytes().to_vec(), value.to_vec()].concat()
    };
    let make = b"Secret Camera\0";
    let text_at = 8 + 2 + 3 * 12 + 4;
    let place_at = text_at + make.len() as u32;
    [
        b"II*\0\x08\0\0\0\x03\0".to_vec(),
        entry(0x010F, 2, make.len() as u32, text_at.to_le_bytes()),
        entry(0x0112, 3, 1, [6, 0, 0, 0]),
        entry(0x8825, 4, 1, place_at.to_le_bytes()),
        vec![0; 4],
        make.to_vec(),
        b"\x01\0".to_vec(),
        entry(0x0001, 2, 2, *b"N\0\0\0"),
        vec![0; 4],
        b"Secret Place".to_vec(),
    ]
    .concat()
}

/// A colour profile, as far as anybody but a display looks into it.
fn profile(space: &[u8; 4]) -> Vec<u8> {
    let mut profile = vec![0; 160];
    profile[12..16].copy_from_slice(b"mntr");
    profile[16..20].copy_from_slice(space);
    profile[36..40].copy_from_slice(b"acsp");
    profile[132..144].copy_from_slice(b"wide colours");
    profile
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_exif_metadata(exif()).expect("JPEG has Exif");
    encoder
        .set_icc_profile(profile(b"RGB "))
        .expect("JPEG has profiles");
    image.write_with_encoder(encoder).expect("a picture");
    // A comment.
    let mut comment = b"\xFF\xFE\0\x10Secret comment".to_vec();
    comment.truncate(2 + 0x10);
    bytes.splice(2..2, comment);
    bytes
}

fn png(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif()).expect("PNG has Exif");
    encoder
        .set_icc_profile(profile(b"RGB "))
        .expect("PNG has profiles");
    image.write_with_encoder(encoder).expect("a picture");
    with_chunk(bytes, b"tEXt", b"Author\0Secret Author")
}

/// A PNG with another chunk behind its first.
fn with_chunk(mut png: Vec<u8>, name: &[u8; 4], inside: &[u8]) -> Vec<u8> {
    let sum = |bytes: &[u8]| {
        let step = |sum: u32, byte: &u8| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
            })
        };
        !bytes.iter().fold(!0, step)
    };
    let named = [&name[..], inside].concat();
    let chunk = [
        (inside.len() as u32).to_be_bytes().to_vec(),
        named.clone(),
        sum(&named).to_be_bytes().to_vec(),
    ];
    png.splice(33..33, chunk.concat());
    png
}

fn webp(image: DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut bytes);
    encoder.set_exif_metadata(exif()).expect("WebP has Exif");
    encoder
        .set_icc_profile(profile(b"RGB "))
        .expect("WebP has profiles");
    image.write_with_encoder(encoder).expect("a picture");
    bytes
}

/// A GIF of so many frames, of which the last is blue.
fn gif(frames: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let palette = [RED.0, BLUE.0].concat();
    let mut encoder = Encoder::new(&mut bytes, 8, 4, &palette).expect("a header");
    encoder.set_repeat(Repeat::Finite(3)).expect("a number");
    encoder
        .write_raw_extension(gif::Extension::Comment.into(), &[b"Secret comment"])
        .expect("a comment");
    for frame in 1..=frames {
        let colour = u8::from(frame == frames);
        let mut frame = Frame::from_indexed_pixels(8, 4, vec![colour; 32], None);
        frame.delay = 7;
        encoder.write_frame(&frame).expect("a frame");
    }
    drop(encoder);
    bytes
}

/// What a file holds besides pixels, of the sorts that its decoder knows.
struct ReadBack {
    image: DynamicImage,
    profile: Option<Vec<u8>>,
}

/// Reads a published file, in which nothing but pixels and a profile may be.
#[track_caller]
fn read_back(file: &EncodedFile) -> ReadBack {
    let text = String::from_utf8_lossy(&file.bytes);
    for word in [SECRET, "Exif", "XMP", "GPS"] {
        assert!(!text.contains(word), "{word} is in a .{}", file.ending);
    }
    let reader = ImageReader::new(Cursor::new(&file.bytes)).with_guessed_format();
    let mut decoder = reader.expect("memory").into_decoder().expect("a picture");
    assert_eq!(decoder.exif_metadata().expect("read"), None);
    assert_eq!(decoder.xmp_metadata().expect("read"), None);
    assert_eq!(decoder.iptc_metadata().expect("read"), None);
    let profile = decoder.icc_profile().expect("read");
    let image = DynamicImage::from_decoder(decoder).expect("pixels");
    assert_eq!(image.width(), file.width);
    ReadBack { image, profile }
}

/// Whether a place is about of a colour.
fn is(image: &DynamicImage, (x, y): (u32, u32), colour: Rgb<u8>) -> bool {
    let found = image.to_rgb8();
    let pairs = found.get_pixel(x, y).0.into_iter().zip(colour.0);
    pairs
        .into_iter()
        .all(|(one, other)| one.abs_diff(other) < 24)
}

#[test]
fn a_photograph_is_turned_and_only_its_colours_are_told() {
    let sent = jpeg(&halves(40, 20));
    let text = String::from_utf8_lossy(&sent);
    assert!(text.contains("Secret Camera") && text.contains("Secret comment"));
    let encoded = encode(&sent).expect("a picture");
    assert_eq!((encoded.width, encoded.height), (20, 40));
    let [file] = &encoded.files[..] else {
        panic!("one size of a small picture")
    };
    assert_eq!(file.ending, "jpg");
    let ReadBack { image, profile } = read_back(file);
    assert!(is(&image, (10, 5), RED) && is(&image, (10, 35), BLUE));
    assert_eq!(profile, Some(super::tests::profile(b"RGB ")));
}

#[test]
fn a_film_behind_a_photograph_is_left_behind() {
    let mut sent = jpeg(&halves(40, 20));
    sent.extend(b"....ftypmp42 Secret film \xFF\xDA\x00\x08 and more");
    let encoded = encode(&sent).expect("a picture");
    assert!(!String::from_utf8_lossy(&encoded.files[0].bytes).contains("Secret"));
    let scan = sent.windows(2).rposition(|pair| pair == [0xFF, 0xD9]);
    sent.truncate(scan.expect("its end"));
    assert!(encode(&sent).is_err(), "its end is missing");
}

#[test]
fn each_format_comes_back_without_what_was_not_seen() {
    let picture = halves(40, 20);
    let clear = RgbaImage::from_pixel(6, 3, Rgba([200, 30, 30, 90]));
    for (sent, ending) in [
        (png(&picture), "png"),
        (webp(picture.clone().into()), "png"),
        (webp(clear.into()), "png"),
        (gif(1), "png"),
    ] {
        let encoded = encode(&sent).expect("a picture");
        assert_eq!(encoded.files[0].ending, ending);
        let back = read_back(&encoded.files[0]);
        let has_profile =
            String::from_utf8_lossy(&sent).contains("wide colours") || sent.starts_with(b"\x89PNG");
        let expected = has_profile.then(|| profile(b"RGB "));
        assert_eq!(back.profile, expected);
    }
}

#[test]
fn a_profile_for_other_colours_is_not_handed_on() {
    let grey = DynamicImage::from(halves(8, 4)).into_luma8();
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder
        .set_icc_profile(profile(b"RGB "))
        .expect("PNG has profiles");
    grey.write_with_encoder(encoder).expect("a picture");
    let encoded = encode(&bytes).expect("a picture");
    assert_eq!(read_back(&encoded.files[0]).profile, None);
}

#[test]
fn a_picture_that_moves_still_moves() {
    let encoded = encode(&gif(3)).expect("a picture");
    let [file] = &encoded.files[..] else {
        panic!("one size of what moves")
    };
    assert_eq!((file.ending.as_str(), encoded.width), ("gif", 8));
    assert!(!String::from_utf8_lossy(&file.bytes).contains(SECRET));
    let mut decoder = gif::Decoder::new(&*file.bytes).expect("a GIF");
    let mut frames = Vec::new();
    while let Some(frame) = decoder.read_next_frame().expect("a frame") {
        frames.push((frame.delay, frame.buffer[0]));
    }
    assert_eq!(frames, [(7, 0), (7, 0), (7, 1)]);
    assert_eq!(decoder.repeat(), Repeat::Finite(3));
}

#[test]
fn sizes_are_those_that_screens_ask_for_and_never_more_than_there_is() {
    for (width, widths) in [
        (300, &[300][..]),
        (500, &[500]),
        (1200, &[480, 960, 1200]),
        (2600, &[480, 960, 1600, 2560]),
    ] {
        let mut bytes = Vec::new();
        let picture = photograph(width, width / 10);
        picture
            .write_with_encoder(JpegEncoder::new(&mut bytes))
            .expect("a picture");
        let encoded = encode(&bytes).expect("a picture");
        let found: Vec<u32> = encoded.files.iter().map(|file| file.width).collect();
        assert_eq!(found, widths);
        assert_eq!(encoded.width, *widths.last().expect("one"));
        for file in &encoded.files {
            let image = read_back(file).image;
            let expected = (f64::from(file.width) / 10.0).round();
            assert!((f64::from(image.height()) - expected).abs() <= 1.0);
        }
    }
}

#[test]
fn a_smaller_picture_is_not_in_a_larger_file() {
    // Stripes are nothing to PNG until they are blurred.
    let stripes = RgbImage::from_fn(1000, 200, |x, _| if x % 2 == 0 { RED } else { BLUE });
    let encoded = encode(&png_of(&stripes)).expect("a picture");
    let sizes: Vec<_> = encoded.files.iter().map(|file| file.bytes.len()).collect();
    assert!(sizes.is_sorted(), "{sizes:?}");
}

fn png_of(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    image
        .write_with_encoder(PngEncoder::new(&mut bytes))
        .expect("a picture");
    bytes
}

/// Changes the bytes at some distance behind the frame's mark.
fn patched(mut jpeg: Vec<u8>, distance: usize, bytes: &[u8]) -> Vec<u8> {
    let mut pairs = jpeg.windows(2);
    let at = pairs
        .position(|pair| pair == [0xFF, 0xC0])
        .expect("a frame")
        + distance;
    jpeg[at..at + bytes.len()].copy_from_slice(bytes);
    jpeg
}

#[test]
fn what_cannot_be_published_is_told_before_it_is_decoded() {
    let whole = jpeg(&halves(40, 20));
    let moving = with_chunk(png_of(&halves(8, 4)), b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    let cut = whole[..whole.len() - 30].to_vec();
    for (bytes, message) in [
        (
            // 6,000 high, 10,000 wide.
            patched(whole.clone(), 5, &[0x17, 0x70, 0x27, 0x10]),
            "the picture has 10000 × 6000 pixels, which is more than 50 million",
        ),
        (
            patched(whole, 9, &[4]),
            "the picture has the colours of four printing inks (CMYK)",
        ),
        (cut, "the picture is damaged: its end is missing"),
        (moving, "the picture moves, which only a GIF may do here"),
        (
            b"\0\0\0\x1Cftypavif\0\0\0\0".to_vec(),
            "this is no picture in a format that is read here",
        ),
        (
            Vec::new(),
            "this is no picture in a format that is read here",
        ),
    ] {
        assert_eq!(encode(&bytes).expect_err("a fault").message, message);
    }
}

#[test]
fn names_tell_people_and_hosts_one_picture_from_another() {
    let key = "0123456789abcdef";
    for (path, called) in [
        ("images/a.b.jpg", "images/a.b-01234567-480.png"),
        ("photo #2 50%.jpg", "photo #2 50%-01234567-480.png"),
        ("a.b/picture", "a.b/picture-01234567-480.png"),
    ] {
        let file = EncodedName {
            width: 480,
            ending: "png",
        };
        assert_eq!(name(path, key, &file), called);
    }
}
