//! Footnotes of a page: a link with a number that leads to words which link back, as every program writes them.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::html::tree::Tree;

/// Links that are looked at; a long book has a tenth of them.
const MOST: usize = 20_000;

/// Letters of a footnote's sign: `[12]`, `xviii`, `*`.
const LONGEST: usize = 7;

/// What is known of them.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// Links that are signs, with the row of their footnote.
    pub(super) references: BTreeMap<usize, usize>,
    /// The elements that hold their words, by row.
    pub(super) bodies: Vec<usize>,
    /// Links that lead back.
    pub(super) backs: BTreeSet<usize>,
    /// Elements that are not read where they stand.
    pub(super) skipped: BTreeSet<usize>,
    /// Comments of Google Docs, which are written in the same way.
    pub(super) comments: usize,
}

impl Footnotes {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        let mut links = Vec::new();
        let mut order = BTreeMap::new();
        for (place, node) in tree.within(Tree::ROOT).enumerate() {
            order.insert(node, place);
            for key in ["id", "name"] {
                if let Some(id) = tree.attr(node, key) {
                    ids.entry(id).or_insert(node);
                }
            }
            let href = tree.attr(node, "href").filter(|_| tree.name(node) == "a");
            if let Some(id) = href.and_then(|href| href.strip_prefix('#'))
                && links.len() < MOST
            {
                links.push((node, id));
            }
        }
        let back: BTreeMap<usize, usize> = links
            .iter()
            .filter_map(|(node, id)| Some((*node, *ids.get(id)?)))
            .collect();
        let signs = back
            .iter()
            .filter(|(node, to)| is_sign(&tree.words(**node)) && order[*node] < order[*to]);
        let signs: Vec<(usize, usize)> = signs.map(|(node, to)| (*node, *to)).collect();
        // How many of the places that signs lead to each element holds.
        let mut held: BTreeMap<usize, usize> = BTreeMap::new();
        for to in signs.iter().map(|(_, to)| *to).collect::<BTreeSet<_>>() {
            for node in tree.around(to).chain([to]) {
                *held.entry(node).or_default() += 1;
            }
        }
        let mut notes = Self::default();
        let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
        let mut sorted = signs;
        sorted.sort_by_key(|(node, _)| order[node]);
        for (sign, to) in sorted {
            let body = body(tree, sign, to, &held);
            let leads_back = |node: &usize| {
                let to = back.get(node);
                to.is_some_and(|to| is_near(tree, sign, *to))
            };
            let backs: Vec<usize> = tree.within(body).filter(leads_back).collect();
            if backs.is_empty() || tree.around(sign).any(|one| one == body) {
                continue;
            }
            notes.skipped.insert(body);
            let id = tree.attr(sign, "href").unwrap_or_default();
            if id.starts_with("#cmnt") {
                notes.comments += 1;
                notes.skipped.insert(sign);
                continue;
            }
            notes.backs.extend(backs);
            let row = *rows.entry(body).or_insert_with(|| {
                notes.bodies.push(body);
                notes.bodies.len() - 1
            });
            notes.references.insert(sign, row);
        }
        notes
    }
}

/// A number, letter or mark, with brackets or without.
fn is_sign(words: &str) -> bool {
    let words = words.trim();
    let bare = words.trim_matches(['[', ']', '(', ')', '\u{A0}', ' ']);
    let is_number = !bare.is_empty() && bare.chars().all(|c| c.is_numeric());
    let is_letters = bare
        .chars()
        .all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l'));
    let is_mark = bare
        .chars()
        .all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶'));
    let is_letter = bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic);
    words.chars().count() <= LONGEST
        && !bare.is_empty()
        && (is_number || is_letters || is_mark || is_letter)
}

/// The element with the words of the footnote that a sign leads to.
fn body(tree: &Tree, sign: usize, to: usize, held: &BTreeMap<usize, usize>) -> usize {
    const BLOCKS: [&str; 7] = ["li", "p", "div", "dd", "td", "aside", "section"];
    let mut body = to;
    if !BLOCKS.contains(&tree.name(to)) {
        let block = tree
            .around(to)
            .find(|node| BLOCKS.contains(&tree.name(*node)));
        body = block.unwrap_or(to);
    }
    // Further paragraphs of it stand beside the first, in an element of its own.
    while let Some(outer) = tree.parent(body) {
        let says = |key| {
            tree.attr(outer, key)
                .unwrap_or_default()
                .to_ascii_lowercase()
        };
        let is_named = ["ftn", "fn", "note", "edn", "cmnt"]
            .iter()
            .any(|part| says("id").contains(part) || says("class").contains(part));
        let is_own = matches!(tree.name(outer), "li")
            || tree.name(outer) == "div" && (is_named || tree.children(outer).len() <= 3);
        let holds_sign = tree.around(sign).any(|one| one == outer);
        if !is_own || holds_sign || held.get(&outer) != Some(&1) {
            break;
        }
        body = outer;
    }
    body
}

/// Whether a place is a sign, right around it or in it.
fn is_near(tree: &Tree, sign: usize, place: usize) -> bool {
    place == sign
        || tree
            .around(sign)
            .take(4)
            .any(|one| one == place && !matches!(tree.name(one), "body" | "div"))
        || tree.around(place).take(3).any(|one| one == sign)
        || tree.parent(sign) == tree.parent(place)
}
