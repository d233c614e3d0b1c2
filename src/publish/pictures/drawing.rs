//! Drawings: SVG, whose text is published as it is, less what only its author's program reads. In a page nothing of it
//! runs or loads; but a press opens it by itself, where a browser would do both. So nothing of the sort is published.

use std::ops::Range;

use roxmltree::{Attribute, Document, Node, NodeType};

use crate::publish::pictures::encoded::{Encoded, EncodedFile};
use crate::publish::pictures::fault::PictureFault;
use crate::publish::pictures::repeated::is_too_much;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Elements that run something or hold what is no drawing.
const REFUSED: &[&str] = &[
    "script",
    "handler",
    "listener",
    "foreignObject",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
];

/// Whether a file is one of markup.
pub(super) fn is_markup(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    text.trim_ascii_start().starts_with(b"<")
}

/// Checks a drawing and leaves out what nobody sees.
pub(super) fn encode(bytes: &[u8]) -> Result<Encoded, PictureFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| {
        PictureFault::damaged("it is no text in UTF-8, as drawings are written here")
    })?;
    let text = text.trim_start_matches('\u{FEFF}');
    let text = &*undeclared(text)?;
    let document = Document::parse(text).map_err(PictureFault::damaged)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        let message = "this is no drawing: its first element is not `<svg xmlns=\"http://www.w3.org/2000/svg\">`";
        let help = "save the picture as JPEG, PNG, WebP, GIF or SVG, and put it there";
        return Err(PictureFault::new(message, help));
    }
    if is_too_much(&document) {
        let message = "the drawing uses its own parts so often that browsers stand still over it";
        let help = "save the picture as PNG, and name that";
        return Err(PictureFault::new(message, help));
    }
    let (width, height) = size(&root)?;
    let mut cuts: Vec<Range<usize>> = Vec::new();
    // Nodes come in the order of the text; what lies in one that is left out is left out with it.
    let mut left_out = 0;
    for node in document.descendants() {
        let line = |at: usize| document.text_pos_at(at).row;
        if node.range().start < left_out && !node.is_root() {
            continue;
        }
        if is_stylesheet(&node) {
            return Err(PictureFault::drawing(
                "`<?xml-stylesheet`",
                line(node.range().start),
            ));
        }
        if is_unseen(&node) {
            left_out = node.range().end;
            cuts.push(node.range());
        } else {
            check(&node, line)?;
            let attributes = node.attributes().filter(|one| !is_known(one.namespace()));
            cuts.extend(attributes.map(|attribute| attribute.range()));
        }
    }
    Ok(Encoded {
        width,
        height,
        files: vec![EncodedFile {
            ending: "svg".to_owned(),
            width,
            bytes: without(text, cuts).into_bytes(),
        }],
    })
}

/// A text without its declaration of a document type, in which entities and attributes that nobody wrote could be brought
/// in. Its lines stay, so that what is told of others is told of the right ones.
fn undeclared(text: &str) -> Result<String, PictureFault> {
    let mut start = 0;
    // Before it stand space, remarks and instructions to programs, in which its letters mean nothing.
    loop {
        let rest = &text[start..];
        let space = rest.len() - rest.trim_ascii_start().len();
        start += space;
        let rest = &rest[space..];
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!DOCTYPE") => break,
            _ => return Ok(text.to_owned()),
        };
        let Some(at) = rest.find(end) else {
            return Ok(text.to_owned());
        };
        start += at + end.len();
    }
    let mut quote = None;
    for (at, sign) in text[start..].char_indices() {
        match (sign, quote) {
            ('"' | '\'', None) => quote = Some(sign),
            (sign, Some(open)) if sign == open => quote = None,
            ('[', None) => {
                let line = lines(&text[..start]) + 1;
                let what = "declarations of its own (`<!DOCTYPE … [`)";
                return Err(PictureFault::drawing(what, line as u32));
            }
            ('>', None) => {
                let end = start + at + 1;
                let kept = "\n".repeat(lines(&text[start..end]));
                return Ok([&text[..start], &kept, &text[end..]].concat());
            }
            _ => {}
        }
    }
    Ok(text.to_owned())
}

fn lines(text: &str) -> usize {
    text.matches('\n').count()
}

/// Refuses what runs, and what leads out of the drawing.
fn check(node: &Node<'_, '_>, line: impl Fn(usize) -> u32) -> Result<(), PictureFault> {
    let here = line(node.range().start);
    if !node.is_element() {
        return Ok(());
    }
    let name = node.tag_name().name();
    if REFUSED.iter().any(|one| one.eq_ignore_ascii_case(name)) {
        return Err(PictureFault::drawing(&format!("`<{name}>`"), here));
    }
    for attribute in node.attributes().filter(|one| is_known(one.namespace())) {
        if let Some(what) = fault(&attribute) {
            return Err(PictureFault::drawing(&what, line(attribute.range().start)));
        }
    }
    // What is left out between two stretches of styles joins them.
    let styles = node.children().filter(Node::is_text);
    let styles: String = styles.filter_map(|text| text.text()).collect();
    if name.eq_ignore_ascii_case("style") && leads_out(&styles) {
        return Err(PictureFault::drawing(
            "styles that load or hide something",
            here,
        ));
    }
    Ok(())
}

/// What is wrong with an attribute.
fn fault(attribute: &Attribute<'_, '_>) -> Option<String> {
    let (name, value) = (attribute.name(), attribute.value().trim());
    let lower = name.to_ascii_lowercase();
    if lower.starts_with("on") {
        return Some(format!("`{name}`, which runs something"));
    }
    let leads = match &*lower {
        "href" | "src" | "action" | "formaction" => !value.is_empty() && !value.starts_with('#'),
        "base" => attribute.namespace() == Some(XML),
        // An animation that sets an address.
        "attributename" => {
            let set = value.to_ascii_lowercase();
            set.ends_with("href") || set.starts_with("on")
        }
        _ => leads_out(value),
    };
    leads.then(|| match value.get(..5) {
        Some("data:") => format!("another file, in `{name}`"),
        _ => format!("`{name}`, which leads out of it"),
    })
}

/// Whether styles load something, or are written so that nobody sees what they do.
fn leads_out(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let loads = ["@import", "image-set(", "src(", "expression("];
    let mut addresses = style.split("url(").skip(1);
    loads.iter().any(|one| style.contains(one))
        || (style.contains('\\') && style.contains(['(', '@']))
        || addresses.any(|address| {
            let address = address.trim_start().trim_start_matches(['"', '\'']);
            !address.trim_start().starts_with('#')
        })
}

fn is_stylesheet(node: &Node<'_, '_>) -> bool {
    node.pi().is_some_and(|one| one.target == "xml-stylesheet")
}

fn is_known(namespace: Option<&str>) -> bool {
    matches!(namespace, None | Some(SVG | XLINK | XML))
}

/// A whole node that nobody sees: remarks, and what programs keep for themselves.
fn is_unseen(node: &Node<'_, '_>) -> bool {
    match node.node_type() {
        NodeType::Comment | NodeType::PI => true,
        NodeType::Element => {
            let name = node.tag_name();
            !is_known(name.namespace()) || name.name() == "metadata"
        }
        NodeType::Root | NodeType::Text => false,
    }
}

/// A text without some stretches, which come in their order.
fn without(text: &str, cuts: Vec<Range<usize>>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for cut in cuts {
        out.push_str(&text[at..cut.start]);
        at = cut.end;
    }
    out.push_str(&text[at..]);
    out
}

/// How large it is drawn, in CSS pixels.
fn size(root: &Node<'_, '_>) -> Result<(u32, u32), PictureFault> {
    let [width, height] = ["width", "height"].map(|side| root.attribute(side).and_then(pixels));
    let view = root.attribute("viewBox").and_then(view);
    let (width, height) = match (width, height, view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((across, down))) => (width, width * down / across),
        (None, Some(height), Some((across, down))) => (height * across / down, height),
        (None, None, Some(view)) => view,
        (_, _, None) => {
            let message = "the drawing does not say how large it is";
            let help = "give its `<svg>` a `viewBox`, such as `viewBox=\"0 0 640 480\"`";
            return Err(PictureFault::new(message, help));
        }
    };
    let whole = |side: f64| side.clamp(1.0, 10_000.0).round() as u32;
    Ok((whole(width), whole(height)))
}

/// A length in CSS pixels; one that is measured by something else is none.
fn pixels(length: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 6] = [
        ("px", 1.0),
        ("pt", 4.0 / 3.0),
        ("pc", 16.0),
        ("mm", 96.0 / 25.4),
        ("cm", 96.0 / 2.54),
        ("in", 96.0),
    ];
    let length = length.trim();
    let unit = UNITS.iter().find_map(|(unit, pixels)| {
        let number = length.strip_suffix(unit)?;
        Some((number, *pixels))
    });
    let (number, pixels) = unit.unwrap_or((length, 1.0));
    let number: f64 = number.trim().parse().ok()?;
    (number.is_finite() && number > 0.0).then_some(number * pixels)
}

/// Width and height of a `viewBox`.
fn view(numbers: &str) -> Option<(f64, f64)> {
    let numbers = numbers.split([' ', ',', '\n', '\t']);
    let numbers = numbers.filter(|number| !number.is_empty());
    let numbers: Vec<f64> = numbers.filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    }
}
