//! Pictures that move: GIF, frame by frame as it is, without what else the file says.

use std::num::NonZeroU64;

use gif::{ColorOutput, DecodeOptions, DecodingError, Encoder, EncodingError, Frame, MemoryLimit};

use crate::publish::pictures::encoded::{Encoded, EncodedFile, check_size};
use crate::publish::pictures::fault::PictureFault;

/// Bytes of one frame at most.
const MOST_MEMORY: u64 = 400_000_000;
/// Of all frames together.
const MOST_PIXELS: u64 = 500_000_000;

/// Encodes a GIF anew; nothing comes back for one that does not move.
pub(super) fn encode(bytes: &[u8]) -> Result<Option<Encoded>, PictureFault> {
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::Indexed);
    if let Some(limit) = NonZeroU64::new(MOST_MEMORY) {
        options.set_memory_limit(MemoryLimit::Bytes(limit));
    }
    let mut decoder = options.read_info(bytes).map_err(damaged)?;
    let (width, height) = (decoder.width(), decoder.height());
    check_size(width.into(), height.into())?;
    let Some(first) = decoder.read_next_frame().map_err(damaged)?.cloned() else {
        return Err(PictureFault::damaged("it has no frame"));
    };
    let Some(mut next) = decoder.read_next_frame().map_err(damaged)?.cloned() else {
        return Ok(None);
    };
    let palette = decoder.global_palette().unwrap_or_default().to_vec();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height, &palette).map_err(unwritten)?;
    encoder.set_repeat(decoder.repeat()).map_err(unwritten)?;
    encoder.write_frame(&still(first)).map_err(unwritten)?;
    let mut pixels = 0;
    loop {
        pixels += u64::from(next.width) * u64::from(next.height);
        if pixels > MOST_PIXELS {
            let message = "the pictures of this GIF have more than 500 million pixels together";
            return Err(PictureFault::new(
                message,
                "make it shorter or smaller, and put it there",
            ));
        }
        encoder.write_frame(&still(next)).map_err(unwritten)?;
        match decoder.read_next_frame().map_err(damaged)? {
            Some(frame) => next = frame.clone(),
            None => break,
        }
    }
    drop(encoder);
    Ok(Some(Encoded {
        width: width.into(),
        height: height.into(),
        files: vec![EncodedFile {
            ending: "gif".to_owned(),
            width: width.into(),
            bytes,
        }],
    }))
}

/// A frame whose rows are in their order, as the decoder gives them.
fn still(frame: Frame<'static>) -> Frame<'static> {
    Frame {
        interlaced: false,
        ..frame
    }
}

fn damaged(error: DecodingError) -> PictureFault {
    PictureFault::damaged(error)
}

fn unwritten(error: EncodingError) -> PictureFault {
    PictureFault::damaged(error)
}
