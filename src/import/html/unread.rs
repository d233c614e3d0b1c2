//! What of a page is no part of its text, and how it is told.

use std::collections::BTreeMap;

use crate::import::html::css::Setting;
use crate::import::html::flow::Reader;
use crate::import::html::origin::Origin;
use crate::import::html::reason::Unread;
use crate::import::imported::LeftOut;
use crate::import::value;

/// Elements that hold no words for readers.
const MARKUP: [&str; 12] = [
    "script", "style", "template", "noscript", "head", "meta", "link", "title", "base", "rp",
    "area", "datalist",
];

/// Parts of one sort that are told one by one.
const TOLD: usize = 5;

/// Words that a form may have beside its fields: one with more holds a text.
const FORM: usize = 60;

impl Reader<'_, '_, '_, '_> {
    /// Says what was not taken, and what may be meant.
    pub(super) fn tell(&mut self) {
        self.tell_unread();
        for (count, one, many) in [
            (self.comments, "a comment", "comments"),
            (self.deletions, "words that were deleted", "deletions"),
        ] {
            if count > 0 {
                let what = if count == 1 {
                    one.to_owned()
                } else {
                    format!("{count} {many}")
                };
                self.target.leave_out(LeftOut {
                    file: self.file.to_owned(),
                    place: String::new(),
                    what,
                    cure: String::new(),
                });
            }
        }
        if self.inner_links > 0 {
            self.target.note(format!(
                "of {} in `{}` that would lead to places within it or beside it the words alone are taken",
                value::counted(self.inner_links, "link"),
                self.file
            ));
        }
        if !self.bold.is_empty() {
            let list: Vec<_> = self
                .bold
                .iter()
                .take(5)
                .map(|words| format!("\"{words}\""))
                .collect();
            self.target.note(format!(
                "these paragraphs of `{}` are bold alone; write `## ` in the place of the `**` where they are headings: {}",
                self.file,
                list.join(", ")
            ));
        }
    }

    /// The element that is the title: what is styled so, or the first heading of level 1.
    pub(super) fn title_in(&self, root: usize) -> Option<usize> {
        let all = || {
            self.tree
                .within(root)
                .filter(|node| !self.footnotes.skipped.contains(node))
        };
        let has_words = |node: &usize| !self.tree.words(*node).trim().is_empty();
        let is_styled = |node: &usize| {
            let mut classes = self.tree.classes(*node);
            match self.origin {
                Origin::Word => classes.any(|class| class.starts_with("MsoTitle")),
                Origin::GoogleDocs | Origin::LibreOffice => {
                    self.tree.name(*node) == "p" && classes.any(|class| class == "title")
                }
                Origin::Web => false,
            }
        };
        if let Some(styled) = all().find(|node| is_styled(node) && has_words(node)) {
            return Some(styled);
        }
        let mut headings = all().filter(|node| self.tree.name(*node) == "h1" && has_words(node));
        let first = headings.next()?;
        // Several are headings of parts, and the file's own name is the title.
        (headings.next().is_none() || self.origin == Origin::Web).then_some(first)
    }

    /// Tells the parts that were passed over, each sort by itself.
    fn tell_unread(&mut self) {
        let mut sorts: BTreeMap<Unread, Vec<usize>> = BTreeMap::new();
        for (why, node) in std::mem::take(&mut self.unread) {
            sorts.entry(why).or_default().push(node);
        }
        for (why, nodes) in sorts {
            let (one, many) = why.names();
            for node in nodes.iter().take(TOLD) {
                let what = format!("{one}: \"{}\"", value::short(&self.tree.said(*node)));
                self.left(*node, &what, "write it into the text if it belongs there");
            }
            if let Some(next) = nodes.get(TOLD) {
                let what = format!("{} more {many}", nodes.len() - TOLD);
                self.left(*next, &what, "");
            }
        }
    }

    /// Passes over an element, to be told if it has words.
    pub(super) fn pass_over(&mut self, why: Unread, node: usize) {
        if why != Unread::Markup && self.tree.count_words(node) > 0 {
            self.unread.push((why, node));
        }
    }

    /// Passes over what stands beside the article, whatever it is.
    pub(super) fn pass_outside(&mut self, node: usize) {
        if self.footnotes.skipped.contains(&node) {
            return;
        }
        let name = self.tree.name(node);
        let why = if MARKUP.contains(&name) {
            Unread::Markup
        } else {
            let why = self.reason(node, name, &Setting::default());
            why.unwrap_or(Unread::Outside)
        };
        self.pass_over(why, node);
    }

    /// Passes over an element if it is not for reading.
    pub(super) fn passes(&mut self, node: usize, set: &Setting) -> bool {
        let Some(why) = self.unread(node, set) else {
            return false;
        };
        self.pass_over(why, node);
        true
    }

    /// Why an element is not for reading; `set` is its own setting. Where most words of the article stand in it, it is:
    /// sites put all of a page into a form, or hide it until a script shows it.
    fn unread(&mut self, node: usize, set: &Setting) -> Option<Unread> {
        let name = self.tree.name(node);
        let is_markup = MARKUP.contains(&name) || self.is_mark(node);
        if name.is_empty() || is_markup || self.footnotes.skipped.contains(&node) {
            return Some(Unread::Markup);
        }
        let why = self.reason(node, name, set)?;
        let (own, all) = (self.tree.count_words(node), self.length);
        let is_text = match why {
            Unread::Form | Unread::Dialog | Unread::Hidden => own * 2 > all,
            _ => own * 10 > all * 9,
        };
        (!is_text).then_some(why)
    }

    /// What Word writes around its comments and before entries of lists.
    fn is_mark(&mut self, node: usize) -> bool {
        let style = self.tree.attr(node, "style").unwrap_or_default();
        if style.contains("comment-list") && style.contains("mso-element") {
            let is_comment =
                |one: &usize| self.tree.classes(*one).any(|class| class == "msocomtxt");
            self.comments += self.tree.within(node).filter(is_comment).count();
            return true;
        }
        let mut classes = self.tree.classes(node);
        classes.any(|class| class == "MsoCommentReference")
            || style.contains("mso-list:Ignore")
            || style.contains("mso-list: Ignore")
    }

    /// What an element is by its name, class or role, where that is not for reading.
    fn reason(&self, node: usize, name: &str, set: &Setting) -> Option<Unread> {
        const HIDDEN: [&str; 3] = ["sr-only", "visually-hidden", "screen-reader-text"];
        const MENUS: [&str; 4] = ["noprint", "mw-editsection", "navbox", "sharedaddy"];
        let is_web = self.origin == Origin::Web;
        let has = |names: &[&str]| self.tree.classes(node).any(|class| names.contains(&class));
        let is_contents = || {
            let mut classes = self.tree.classes(node);
            classes.any(|class| class.starts_with("MsoToc"))
        };
        let is_cited = || {
            let mut outer = self.tree.around(node);
            outer.any(|outer| self.tree.name(outer) == "blockquote")
        };
        let role = self.tree.attr(node, "role").unwrap_or_default();
        match name {
            "nav" => return Some(Unread::Menu),
            "form" if self.tree.count_words(node) <= FORM => return Some(Unread::Form),
            "dialog" => return Some(Unread::Dialog),
            "button" | "select" | "textarea" | "option" | "input" => return Some(Unread::Control),
            "svg" => return Some(Unread::Drawing),
            "aside" if is_web => return Some(Unread::Aside),
            // In a quotation it says whose words they are.
            "footer" if is_web && !is_cited() => return Some(Unread::Footer),
            _ => {}
        }
        match role {
            "navigation" | "search" | "menu" => Some(Unread::Menu),
            "complementary" => Some(Unread::Aside),
            "dialog" => Some(Unread::Dialog),
            _ if set.hidden || has(&HIDDEN) => Some(Unread::Hidden),
            _ if has(&MENUS) => Some(Unread::Menu),
            _ if is_contents() => Some(Unread::Contents),
            _ => None,
        }
    }

    pub(super) fn leave_frame(&mut self, node: usize, name: &str) {
        let src = ["src", "data", "poster"]
            .iter()
            .find_map(|key| self.tree.attr(node, key));
        let what = match name {
            "math" => "a formula".to_owned(),
            "video" | "audio" => format!("a recording{}", at(src)),
            _ => format!("a frame{}", at(src)),
        };
        let cure = match name {
            "math" => "write it in words or signs",
            _ => "link it in the text if readers need it",
        };
        self.left(node, &what, cure);
    }

    /// Tells what was not taken.
    pub(super) fn left(&mut self, node: usize, what: &str, cure: &str) {
        self.target.leave_out(LeftOut {
            file: self.file.to_owned(),
            place: format!("line {}", self.tree.line(node)),
            what: what.to_owned(),
            cure: cure.to_owned(),
        });
    }
}

fn at(address: Option<&str>) -> String {
    let is_web = |address: &&str| address.starts_with("http") || address.starts_with("//");
    address
        .filter(is_web)
        .map_or(String::new(), |address| format!(", {address}"))
}
