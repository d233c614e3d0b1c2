//! Why a picture cannot be published, and what to do about it.

/// A fault of a picture's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFault {
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// What to do with a picture that cannot be used as it is.
const SAVE: &str = "save the picture as JPEG, PNG, WebP or GIF, and put it there";

impl PictureFault {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
        }
    }

    /// It is none of those that are read.
    pub(super) fn format() -> Self {
        Self::new("this is no picture in a format that is read here", SAVE)
    }

    pub(super) fn damaged(why: impl std::fmt::Display) -> Self {
        let message = format!("the picture is damaged: {why}");
        Self::new(message, "export the picture anew, and put it there")
    }

    /// It has too many pixels.
    pub(super) fn pixels(width: u32, height: u32) -> Self {
        let message =
            format!("the picture has {width} × {height} pixels, which is more than 50 million");
        let help = "save it smaller, at most 7,000 pixels wide and high, and put it there";
        Self::new(message, help)
    }

    /// It has too many bytes.
    pub fn bytes(length: u64) -> Self {
        let megabytes = length.div_ceil(1_000_000);
        let message = format!("the file has {megabytes} MB, which is more than 40");
        Self::new(message, "save it smaller or as JPEG, and put it there")
    }

    /// A drawing holds what no picture needs.
    pub(super) fn drawing(what: &str, line: u32) -> Self {
        let message = format!("the drawing holds {what} in line {line}");
        let help = "take that out of the file, or save the picture as PNG and name that";
        Self::new(message, help)
    }
}
