//! How words are set, by tags, by the `style` of an element and by the simple rules of a page's style sheets: exports of
//! Google Docs say bold and italic by classes alone.

use std::collections::BTreeMap;

use crate::import::html::tree::Tree;

/// How words are set.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Setting {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) struck: bool,
    pub(super) higher: bool,
    pub(super) lower: bool,
    pub(super) code: bool,
    pub(super) hidden: bool,
    /// Where the words lead to.
    pub(super) link: Option<String>,
}

/// Rules with a selector of one class or tag (`.c3`, `p.c1`, `h1`), by that selector.
#[derive(Debug, Default)]
pub(super) struct Rules(BTreeMap<String, String>);

/// Bytes of style sheets that are read.
const LONGEST: usize = 1 << 20;

impl Rules {
    /// All rules of a page.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut rules = Self::default();
        let mut length = 0;
        for node in tree
            .within(Tree::ROOT)
            .filter(|node| tree.name(*node) == "style")
        {
            for child in tree.children(node) {
                let text = tree.text(*child).unwrap_or_default();
                length += text.len();
                if length < LONGEST {
                    rules.add(text);
                }
            }
        }
        rules
    }

    fn add(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        for rule in sheet.split('}') {
            let Some((selectors, declarations)) = rule.rsplit_once('{') else {
                continue;
            };
            // Of a rule within `@media print { … }` the selector is what stands behind the outer bracket; none of it holds
            // on a screen.
            if selectors.contains('{') {
                continue;
            }
            for selector in selectors.split(',').map(str::trim) {
                let is_simple = selector
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
                if is_simple && selector.matches('.').count() <= 1 && !selector.is_empty() {
                    let known = self.0.entry(selector.to_owned()).or_default();
                    known.push_str(declarations);
                    known.push(';');
                }
            }
        }
    }

    /// The setting of what is in an element; `around` is that of the element itself.
    pub(super) fn setting(&self, tree: &Tree, node: usize, around: &Setting) -> Setting {
        let mut set = around.clone();
        let name = tree.name(node);
        match name {
            "b" | "strong" => set.strong = true,
            "i" | "em" | "cite" | "dfn" | "var" => set.emphasis = true,
            "s" | "strike" | "del" => set.struck = true,
            "sup" => (set.higher, set.lower) = (true, false),
            "sub" => (set.higher, set.lower) = (false, true),
            "code" | "tt" | "kbd" | "samp" => set.code = true,
            _ => {}
        }
        // Headings are bold by themselves.
        let is_heading = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th");
        if !is_heading && !self.0.is_empty() {
            if let Some(rule) = self.0.get(name) {
                apply(rule, &mut set);
            }
            for class in tree.classes(node) {
                for selector in [format!(".{class}"), format!("{name}.{class}")] {
                    if let Some(rule) = self.0.get(&selector) {
                        apply(rule, &mut set);
                    }
                }
            }
        }
        if let Some(style) = tree.attr(node, "style") {
            let strong = set.strong;
            apply(style, &mut set);
            if is_heading {
                set.strong = strong;
            }
        }
        let is_hidden = tree
            .attr(node, "hidden")
            .is_some_and(|value| value != "until-found");
        set.hidden |= is_hidden;
        set
    }
}

/// A value of a `style`.
pub(super) fn property<'s>(style: &'s str, key: &str) -> Option<&'s str> {
    let mut found = declarations(style).filter(|(one, _)| one.eq_ignore_ascii_case(key));
    found.next_back().map(|(_, value)| value)
}

fn declarations(style: &str) -> impl DoubleEndedIterator<Item = (&str, &str)> {
    let pairs = style.split(';').filter_map(|one| one.split_once(':'));
    pairs.map(|(key, value)| (key.trim(), value.trim()))
}

fn apply(style: &str, set: &mut Setting) {
    for (key, value) in declarations(style) {
        let value = value
            .trim_end_matches("!important")
            .trim()
            .to_ascii_lowercase();
        match key.to_ascii_lowercase().as_str() {
            "font-weight" => match (value.as_str(), value.parse::<u32>()) {
                ("bold" | "bolder", _) => set.strong = true,
                ("normal" | "lighter", _) => set.strong = false,
                (_, Ok(weight)) => set.strong = weight >= 600,
                _ => {}
            },
            "font-style" => match value.as_str() {
                "italic" | "oblique" => set.emphasis = true,
                "normal" => set.emphasis = false,
                _ => {}
            },
            "text-decoration" | "text-decoration-line" => {
                if value.contains("line-through") {
                    set.struck = true;
                } else if value.starts_with("none") {
                    set.struck = false;
                }
            }
            "vertical-align" => match value.as_str() {
                "super" => (set.higher, set.lower) = (true, false),
                "sub" => (set.higher, set.lower) = (false, true),
                "baseline" => (set.higher, set.lower) = (false, false),
                _ => {}
            },
            "display" if value == "none" => set.hidden = true,
            "visibility" if value == "hidden" => set.hidden = true,
            "mso-hide" if value == "all" => set.hidden = true,
            _ => {}
        }
    }
}

fn without_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start + 2..]
            .split_once("*/")
            .map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out.replace("<!--", "").replace("-->", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_and_styles_tell_how_words_are_set() {
        let page = "<style>/* .a{} */ .c1{font-weight:700} .c2{font-style:italic} @media print { .c1 {display:none} } p.c3 > b {display:none}</style>\
            <b style='font-weight:normal'><span class='c1 c2' style='vertical-align:super'>x</span></b>";
        let tree = Tree::parse("a.html", page).expect("a page");
        let rules = Rules::of(&tree);
        let bold = tree.first("b").expect("an element");
        let set = rules.setting(&tree, bold, &Setting::default());
        assert_eq!(set, Setting::default());
        let span = tree.first("span").expect("an element");
        let set = rules.setting(&tree, span, &set);
        let expected = Setting {
            strong: true,
            emphasis: true,
            higher: true,
            ..Setting::default()
        };
        assert_eq!(set, expected);
    }
}
