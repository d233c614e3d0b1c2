//! What is asked of any element.

use roxmltree::Node;

/// Whether a node is an element of this name.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// All words in a node, with single spaces.
pub(super) fn words(node: Node<'_, '_>) -> String {
    let texts = node
        .descendants()
        .filter(|node| node.is_text())
        .filter_map(|node| node.text());
    let all = texts.collect::<String>();
    let words: Vec<_> = all.split_whitespace().collect();
    words.join(" ")
}
