//! Words, their emphasis, the names among them and the footnotes.

use std::collections::BTreeSet;

use crate::export::public::Public;
use crate::export::tei::naming::{element, text_id, xml_id};
use crate::export::xml::Xml;
use crate::model::id::Id;
use crate::model::site::{Article, Entity, Mention, Run};
use crate::model::text::{FootnoteSign, Span};

/// What is written within blocks.
pub(super) struct Inlines<'x, 'a> {
    pub(super) public: &'x Public<'a>,
    pub(super) article: &'a Article,
    /// Mentions whose first words are written: these alone have the id.
    pub(super) seen: BTreeSet<Id<Mention>>,
    /// Footnotes that are written.
    pub(super) told: BTreeSet<u32>,
}

/// Writes the text inside a span.
type Inner<'i, S, T> = dyn FnMut(&mut S, &mut Xml, &[Span<T>]) + 'i;

/// The mentions that a run belongs to, the outermost first.
fn chain(run: &Run) -> Vec<Id<Mention>> {
    let outer = run.also.iter().rev().copied();
    outer.chain([run.mention]).collect()
}

impl Inlines<'_, '_> {
    /// Running text of the article. Runs of one mention that stand side by side are one element; `depth` mentions are open.
    pub(super) fn run(&mut self, xml: &mut Xml, text: &[Span<Run>], depth: usize) {
        let mut rest = text;
        while let Some((first, others)) = rest.split_first() {
            let Span::Marked { to, text } = first else {
                self.span(xml, first, &mut |this, xml, text| this.run(xml, text, 0));
                rest = others;
                continue;
            };
            let Some(&mention) = chain(to).get(depth) else {
                self.run(xml, text, 0);
                rest = others;
                continue;
            };
            let is_same = |span: &Span<Run>| matches!(span, Span::Marked { to, .. } if chain(to).get(depth) == Some(&mention));
            let length = rest.iter().take_while(|span| is_same(span)).count();
            let (own, behind) = rest.split_at(length);
            self.mention(xml, mention, own, depth);
            rest = behind;
        }
    }

    /// Words that mean somebody; of a private person they are words like others.
    fn mention(&mut self, xml: &mut Xml, id: Id<Mention>, own: &[Span<Run>], depth: usize) {
        let (public, article) = (self.public, self.article);
        let mention = &article.mentions[id];
        if !self.public.has(mention.entity) {
            self.run(xml, own, depth + 1);
            return;
        }
        let entity = &public.site.entities[mention.entity];
        let to = format!("#{}", xml_id(public, mention.entity));
        let own_id = format!("m-{}-{}", entity.slug, mention.number);
        let own_id = text_id(&article.slug, &own_id);
        let own_id = Some(&*own_id).filter(|_| self.seen.insert(id));
        let name = element(entity.kind);
        let kind = (name == "rs").then_some(entity.kind.slug());
        xml.open(
            name,
            &[("xml:id", own_id), ("type", kind), ("ref", Some(&to))],
        );
        self.run(xml, own, depth + 1);
        xml.close(name);
    }

    /// Running text of a note.
    fn note(&mut self, xml: &mut Xml, text: &[Span<Id<Entity>>]) {
        for span in text {
            match span {
                Span::Marked { to, text } if self.public.has(*to) => {
                    let target = format!("#{}", xml_id(self.public, *to));
                    let name = element(self.public.site.entities[*to].kind);
                    xml.open(name, &[("ref", Some(&target))]);
                    self.note(xml, text);
                    xml.close(name);
                }
                Span::Marked { text, .. } => self.note(xml, text),
                span => self.span(xml, span, &mut |this, xml, text| this.note(xml, text)),
            }
        }
    }

    /// What is the same in both; `inner` writes the text inside.
    fn span<T>(&mut self, xml: &mut Xml, span: &Span<T>, inner: &mut Inner<'_, Self, T>) {
        let (name, attribute, text) = match span {
            Span::Words(words) => return xml.text(words),
            Span::Code(words) => return xml.element("code", &[], words),
            Span::Break => return xml.empty("lb", &[]),
            Span::Footnote(sign) => return self.footnote(xml, *sign),
            Span::Cell { text, .. } | Span::Marked { text, .. } => return inner(self, xml, text),
            Span::Emphasis(text) => ("hi", ("rend", "italic"), text),
            Span::Strong(text) => ("hi", ("rend", "bold"), text),
            Span::Struck(text) => ("hi", ("rend", "strikethrough"), text),
            Span::Superscript(text) => ("hi", ("rend", "superscript"), text),
            Span::Subscript(text) => ("hi", ("rend", "subscript"), text),
            Span::Link { href, text } => ("ref", ("target", href.as_str()), text),
        };
        xml.open(name, &[(attribute.0, Some(attribute.1))]);
        inner(self, xml, text);
        xml.close(name);
    }

    /// A footnote stands where its first sign does; other signs lead there.
    fn footnote(&mut self, xml: &mut Xml, sign: FootnoteSign) {
        let number = sign.number.to_string();
        let article = self.article;
        let id = text_id(&article.slug, &format!("fn-{number}"));
        if !self.told.insert(sign.number) {
            let target = format!("#{id}");
            return xml.element("ref", &[("target", Some(&target))], &number);
        }
        let row = (sign.number as usize).checked_sub(1);
        let footnote = row.and_then(|row| article.footnotes.get(row));
        xml.open(
            "note",
            &[
                ("xml:id", Some(&*id)),
                ("place", Some("foot")),
                ("n", Some(&*number)),
            ],
        );
        for paragraph in footnote.into_iter().flat_map(|one| &one.paragraphs) {
            xml.open("p", &[]);
            self.note(xml, paragraph);
            xml.close("p");
        }
        xml.close("note");
    }
}
