//! Fields: places of which a program fills in the words, such as links, numbers of pages, tables of contents.

use std::collections::HashSet;

use roxmltree::{Node, NodeId};

use crate::import::docx::xml;

/// Beginnings of fields that do not end, and ends that end none, in what is read of a part: such a beginning would take in
/// all that follows. What a field is to do stands in one paragraph, so that one which is never filled ends in it.
pub(super) fn lone(part: Node<'_, '_>) -> HashSet<NodeId> {
    let mut lone = HashSet::new();
    let mut begun: Vec<Begun> = Vec::new();
    let mut paragraph = 0;
    let mut open = vec![part];
    while let Some(node) = open.pop() {
        match (xml::name(node), xml::attr(node, "fldCharType")) {
            ("del" | "moveFrom", _) => continue,
            ("p", _) => paragraph += 1,
            ("fldChar", Some("begin")) => begun.push(Begun {
                sign: node.id(),
                paragraph,
                is_filled: false,
            }),
            ("fldChar", Some("separate")) => {
                if let Some(field) = begun.last_mut() {
                    field.is_filled = true;
                }
            }
            ("fldChar", Some("end")) => {
                let field = begun.pop();
                let is_whole = field
                    .as_ref()
                    .is_some_and(|field| field.is_filled || field.paragraph == paragraph);
                if !is_whole {
                    lone.extend(field.map(|field| field.sign));
                    lone.insert(node.id());
                }
            }
            _ => {}
        }
        let inner: Vec<_> = xml::through(node).collect();
        open.extend(inner.into_iter().rev());
    }
    lone.extend(begun.into_iter().map(|field| field.sign));
    lone
}

/// A field that begins.
struct Begun {
    sign: NodeId,
    paragraph: usize,
    is_filled: bool,
}

/// The fields that are open at a place, the outer first.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// What follows are the words that it was filled with.
    is_filled: bool,
}

impl Fields {
    pub(super) fn begin(&mut self) {
        self.0.push(Field::default());
    }

    pub(super) fn instruct(&mut self, words: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| !field.is_filled) {
            field.instruction.push_str(words);
        }
    }

    pub(super) fn fill(&mut self) {
        if let Some(field) = self.0.last_mut() {
            field.is_filled = true;
        }
    }

    pub(super) fn end(&mut self) {
        self.0.pop();
    }

    /// Whether words here are for the program.
    pub(super) fn is_instruction(&self) -> bool {
        self.0.iter().any(|field| !field.is_filled)
    }

    /// Whether words here are lines of a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        self.0.iter().any(|field| {
            let name = field.instruction.split_whitespace().next();
            name.is_some_and(|name| name.eq_ignore_ascii_case("toc"))
        })
    }

    /// Where the words here lead to.
    pub(super) fn address(&self) -> Option<String> {
        self.0
            .iter()
            .rev()
            .find_map(|field| address(&field.instruction))
    }
}

/// The address in `HYPERLINK "https://…" \o "…"`.
pub(super) fn address(instruction: &str) -> Option<String> {
    let words = instruction.trim();
    let name = words.get(.."HYPERLINK".len())?;
    if !name.eq_ignore_ascii_case("hyperlink") {
        return None;
    }
    let rest = words["HYPERLINK".len()..].trim_start();
    if rest.starts_with('\\') {
        return None;
    }
    let address = match rest.strip_prefix(['"', '“', '”']) {
        Some(quoted) => quoted.split(['"', '“', '”']).next(),
        None => rest.split_whitespace().next(),
    };
    address
        .filter(|address| !address.is_empty())
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_link_is_told_by_its_field() {
        for (instruction, expected) in [
            (
                " HYPERLINK \"https://a.example/\" \\o \"b\" ",
                Some("https://a.example/"),
            ),
            ("hyperlink https://a.example/", Some("https://a.example/")),
            ("HYPERLINK \\l \"_Toc1\"", None),
            ("PAGEREF _Toc1 \\h", None),
            ("é", None),
        ] {
            assert_eq!(address(instruction).as_deref(), expected, "{instruction}");
        }
    }
}
