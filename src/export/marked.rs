//! Running text as plain words, and beside them how they are set.

use crate::export::public::Public;
use crate::model::id::Id;
use crate::model::site::{Entity, Run};
use crate::model::site_json::{MarkJson, RoleJson, TextJson};
use crate::model::text::{Align, Span, plain};

/// Running text of an article, whose mentions are told elsewhere.
pub(super) fn run(text: &[Span<Run>]) -> TextJson {
    marked(text, &|_| None)
}

/// Running text of a note, a summary and the like.
pub(super) fn note(public: &Public, text: &[Span<Id<Entity>>]) -> TextJson {
    let slug = |id: &Id<Entity>| public.site.entities[*id].slug.clone();
    marked(text, &|to| public.has(*to).then(|| slug(to)))
}

/// The same, unless it names somebody private.
pub(super) fn told(public: &Public, text: &[Span<Id<Entity>>]) -> Option<TextJson> {
    public.may_tell(text).then(|| note(public, text))
}

/// `entity` tells whom marked words mean.
fn marked<T>(text: &[Span<T>], entity: &impl Fn(&T) -> Option<String>) -> TextJson {
    let mut marks = Marks {
        at: 0,
        in_table: false,
        marks: Vec::new(),
    };
    marks.walk(text, entity);
    TextJson {
        text: plain(text),
        marks: marks.marks,
    }
}

struct Marks {
    /// Characters so far, as [`plain`] writes them.
    at: usize,
    /// A cell stands before.
    in_table: bool,
    marks: Vec<MarkJson>,
}

impl Marks {
    fn walk<T>(&mut self, text: &[Span<T>], entity: &impl Fn(&T) -> Option<String>) {
        for span in text {
            let (role, to, inner) = match span {
                Span::Words(words) => {
                    self.at += words.chars().count();
                    continue;
                }
                Span::Break => {
                    self.at += 1;
                    continue;
                }
                Span::Code(words) => {
                    let row = self.begin(RoleJson::Code, None);
                    self.at += words.chars().count();
                    self.marks[row].end = self.at;
                    continue;
                }
                Span::Footnote(sign) => {
                    self.begin(RoleJson::Footnote, Some(sign.number.to_string()));
                    continue;
                }
                Span::Emphasis(inner) => (RoleJson::Emphasis, None, inner),
                Span::Strong(inner) => (RoleJson::Strong, None, inner),
                Span::Struck(inner) => (RoleJson::Struck, None, inner),
                Span::Superscript(inner) => (RoleJson::Superscript, None, inner),
                Span::Subscript(inner) => (RoleJson::Subscript, None, inner),
                Span::Link { href, text } => (RoleJson::Link, Some(href.clone()), text),
                Span::Cell { text, .. } => {
                    self.at += usize::from(std::mem::replace(&mut self.in_table, true));
                    (RoleJson::Cell, None, text)
                }
                Span::Marked { to, text } => match entity(to) {
                    Some(slug) => (RoleJson::Entity, Some(slug), text),
                    None => {
                        self.walk(text, entity);
                        continue;
                    }
                },
            };
            let row = self.begin(role, to);
            if let Span::Cell { align, .. } = span {
                self.marks[row].align = Some(*align).filter(|align| *align != Align::Start);
            }
            self.walk(inner, entity);
            self.marks[row].end = self.at;
        }
    }

    /// A mark that has no words yet.
    fn begin(&mut self, role: RoleJson, to: Option<String>) -> usize {
        self.marks.push(MarkJson {
            start: self.at,
            end: self.at,
            role,
            to,
            align: None,
        });
        self.marks.len() - 1
    }
}
