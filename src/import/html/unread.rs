//! What of a page is no part of its text, and how it is told.

use crate::import::html::flow::Reader;
use crate::import::html::origin::Origin;
use crate::import::imported::LeftOut;

impl Reader<'_, '_, '_, '_> {
    /// Says what was not taken, and what may be meant.
    pub(super) fn tell(&mut self) {
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
                crate::import::value::counted(self.inner_links, "link"),
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

    /// Whether an element is not for reading, by its class or role.
    pub(super) fn is_unread(&mut self, node: usize) -> bool {
        const CLASSES: [&str; 8] = [
            "sr-only",
            "visually-hidden",
            "screen-reader-text",
            "noprint",
            "mw-editsection",
            "navbox",
            "MsoCommentReference",
            "sharedaddy",
        ];
        let style = self.tree.attr(node, "style").unwrap_or_default();
        if style.contains("comment-list") && style.contains("mso-element") {
            let is_comment =
                |one: &usize| self.tree.classes(*one).any(|class| class == "msocomtxt");
            self.comments += self.tree.within(node).filter(is_comment).count();
            return true;
        }
        let role = self.tree.attr(node, "role").unwrap_or_default();
        let is_menu = matches!(
            role,
            "navigation" | "search" | "complementary" | "menu" | "dialog"
        );
        let mut classes = self.tree.classes(node);
        is_menu
            || classes.any(|class| CLASSES.contains(&class) || class.starts_with("MsoToc"))
            || style.contains("mso-list:Ignore")
            || style.contains("mso-list: Ignore")
            || self.origin == Origin::Web
                && self.tree.name(node) == "footer"
                && !self.around_blocks.is_empty()
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
