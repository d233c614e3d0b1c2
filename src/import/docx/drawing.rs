//! Pictures and boxes that stand among words.

use roxmltree::Node;

use crate::import::document::Figure;
use crate::import::docx::body::Reader;
use crate::import::docx::xml;
use crate::import::value;

/// Bytes of a picture.
const LARGEST: u64 = 40 << 20;

/// How large a picture is that only holds a place: three points, in the document's own measure.
const TINY: u64 = 3 * 9525;

impl Reader<'_, '_, '_, '_> {
    /// Takes what a drawing holds: the text of its boxes, once, and its pictures.
    pub(super) fn drawing(&mut self, node: Node<'_, '_>) {
        let is_outer = |one: &Node<'_, '_>, name: &str| {
            let mut around = one.ancestors().skip(1).take_while(|outer| *outer != node);
            // What older programs show instead stands there a second time.
            around.all(|outer| {
                !matches!(outer.tag_name().name(), "Fallback") && outer.tag_name().name() != name
            })
        };
        let boxes = node
            .descendants()
            .filter(|one| xml::is(*one, "txbxContent"));
        for content in boxes.filter(|one| is_outer(one, "txbxContent")) {
            let blocks = self.blocks(content);
            self.boxes.extend(blocks);
        }
        let named = |name: &'static str| {
            let all = node
                .descendants()
                .filter(move |one| one.tag_name().name() == name);
            all.filter(|one| is_outer(one, "txbxContent"))
        };
        let alt = named("docPr").find_map(|one| {
            let text = xml::attr(one, "descr").filter(|text| !text.trim().is_empty());
            text.or(xml::attr(one, "title"))
        });
        let alt = alt.or_else(|| named("shape").find_map(|one| xml::attr(one, "alt")));
        let alt = alt.unwrap_or_default().trim();
        // Machines describe pictures without being asked.
        let alt = alt
            .split("\n\nDescription automatically generated")
            .next()
            .unwrap_or(alt);
        let is_tiny = named("extent").any(|one| {
            ["cx", "cy"].iter().any(|side| {
                xml::attr(one, side)
                    .and_then(|size| size.parse().ok())
                    .is_some_and(|size: u64| size <= TINY)
            })
        });
        let blips: Vec<_> = named("blip").collect();
        let images: Vec<_> = named("imagedata").collect();
        if is_tiny && !blips.is_empty() {
            return;
        }
        for blip in blips {
            let id = xml::attr(blip, "embed").or(xml::attr(blip, "link"));
            self.picture(id, alt);
        }
        for image in images {
            self.picture(xml::attr(image, "id"), alt);
        }
        if named("chart").next().is_some() || named("relIds").next().is_some() {
            self.leave(
                "a chart or diagram",
                "save it as a picture (PNG), and put it into the text",
            );
        }
    }

    fn picture(&mut self, id: Option<&str>, alt: &str) {
        let link = id.and_then(|id| self.links.get(id)).cloned();
        let words = if alt.is_empty() {
            String::new()
        } else {
            format!(" (\"{}\")", value::short(alt))
        };
        let cure = "save it into `images/` of the content folder, and write `![what it shows](images/NAME)` on a line of its own";
        let Some(link) = link else {
            return self.leave(
                &format!("a picture that is not in the document{words}"),
                cure,
            );
        };
        if link.is_outside {
            let what = format!(
                "a picture that is not in the document but at {}{words}",
                link.to
            );
            return self.leave(&what, cure);
        }
        let bytes = match self.package.bytes(&link.to, LARGEST) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => {
                return self.leave(
                    &format!("a picture that is not in the document{words}"),
                    cure,
                );
            }
            Err(error) => return self.leave(&format!("a picture{words}: {}", error.message), cure),
        };
        match self.pictures.write(&bytes, self.file, self.target) {
            Ok(file) => self
                .figures
                .push(Figure::new(file, alt.to_owned(), Vec::new())),
            Err(what) => self.leave(
                &format!("{what}{words}"),
                "save it as JPEG or PNG, and put it into the text",
            ),
        }
    }
}
