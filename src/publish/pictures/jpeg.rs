//! What of a JPEG file has to be known before it is decoded ([ITU T.81](https://www.w3.org/Graphics/JPEG/itu-t81.pdf), annex B).

const START_OF_SCAN: u8 = 0xDA;
const END: u8 = 0xD9;

/// Whether its picture ends: decoders fill up with grey what is missing. Telephones write a film or a second picture behind
/// the end, and a small one into the head, so the markers are followed from the first on.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        // In a scan `FF` stands before a zero where it is no marker; markers of restarts are part of the scan.
        let Some(ahead) = bytes.get(at..).and_then(|rest| {
            rest.windows(2).position(|pair| {
                pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0x01 | 0xD0..=0xD7 | 0xFF)
            })
        }) else {
            return false;
        };
        at += ahead;
        if bytes[at + 1] == END {
            return true;
        }
        let Some(&[high, low]) = bytes.get(at + 2..at + 4) else {
            return false;
        };
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
    }
}

/// Whether its colours are those of four printing inks.
pub(super) fn is_for_print(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[0xFF, marker, high, low]) = bytes.get(at..at + 4) {
        let is_frame = matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
        if is_frame {
            return bytes.get(at + 9) == Some(&4);
        }
        if marker == START_OF_SCAN {
            return false;
        }
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
    }
    false
}
