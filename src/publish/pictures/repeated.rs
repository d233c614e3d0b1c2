//! How much a drawing comes to where parts of it are used again: `<use href="#leaf"/>`. A few lines that use each other ten
//! times each come to more than a browser ever draws.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId};

/// Elements that a browser draws without keeping a reader waiting.
const MOST: usize = 100_000;
/// Uses within uses; nobody's drawing program goes so deep.
const DEEPEST: usize = 64;

/// Whether a drawing comes to more than a browser can draw at once.
pub(super) fn is_too_much(document: &Document<'_>) -> bool {
    let elements = document.descendants().filter(Node::is_element);
    let named = elements.filter_map(|one| Some((one.attribute("id")?, one)));
    let mut counts = Counts {
        named: named.collect(),
        known: HashMap::new(),
    };
    counts.of(document.root_element(), 0) > MOST
}

struct Counts<'a, 'i> {
    named: HashMap<&'a str, Node<'a, 'i>>,
    known: HashMap<NodeId, usize>,
}

impl<'a, 'i> Counts<'a, 'i> {
    /// How many elements are drawn for one, itself among them. What uses itself is drawn by nobody.
    fn of(&mut self, node: Node<'a, 'i>, depth: usize) -> usize {
        if let Some(count) = self.known.get(&node.id()) {
            return *count;
        }
        if depth > DEEPEST {
            return MOST + 1;
        }
        self.known.insert(node.id(), 0);
        let mut count = 0_usize;
        for one in node.descendants().filter(Node::is_element) {
            count += 1;
            if one.tag_name().name() == "use" {
                let target = one
                    .attributes()
                    .find(|attribute| attribute.name() == "href");
                let name = target.and_then(|target| target.value().trim().strip_prefix('#'));
                if let Some(used) = name.and_then(|name| self.named.get(name)) {
                    count = count.saturating_add(self.of(*used, depth + 1));
                }
            }
            if count > MOST {
                break;
            }
        }
        self.known.insert(node.id(), count);
        count
    }
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::is_too_much;

    /// A leaf, and levels that each use the one before so often.
    fn drawing(levels: usize, uses: usize) -> String {
        let mut out =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"l0\"><path/></g>".to_owned();
        for level in 0..levels {
            let used = format!("<use href=\"#l{level}\"/>").repeat(uses);
            out += &format!("<g id=\"l{}\">{used}</g>", level + 1);
        }
        out + "</svg>"
    }

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(
            is_too_much(&Document::parse(text).expect("a drawing")),
            expected,
            "{text:.200}"
        );
    }

    #[test]
    fn what_is_used_again_counts_each_time() {
        check(&drawing(3, 10), false);
        check(&drawing(9, 10), true);
        check(&drawing(1, 5_000), false);
        check(&drawing(200, 1), false);
    }

    #[test]
    fn what_uses_itself_comes_to_nothing() {
        check(
            "<svg><g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g><use href=\"#c\"/></svg>",
            false,
        );
    }
}
