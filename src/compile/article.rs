//! An article: front matter, blocks and their mentions.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compile::anchor::Anchors;
use crate::compile::autolink::{Linker, NameMatcher, NamedRange};
use crate::compile::block_index::BlockIndex;
use crate::compile::characters;
use crate::compile::comments;
use crate::compile::content_files::TextFile;
use crate::compile::draft::{self, DraftMention};
use crate::compile::flat::{Flat, InlineStyle};
use crate::compile::front;
use crate::compile::inline::{self, Scope};
use crate::compile::links;
use crate::compile::markdown::{self, FlatBlock};
use crate::compile::mention;
use crate::compile::naming::Naming;
use crate::compile::paragraph;
use crate::compile::runs;
use crate::compile::sentence;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::{Quotes, SourceText};
use crate::compile::weave::weave;
use crate::model::id::Id;
use crate::model::site::{Article, Block, Entity, Form, Linking, Mention};

/// An article, and what the checks need of it.
pub(crate) struct Compiled<'a> {
    pub(crate) article: Article,
    /// Whom its notes on passages name.
    pub(crate) named: Vec<Naming<'a>>,
    pub(crate) blocks: BlockIndex,
}

/// Compiles an article; `names` are those that all articles link. Nothing comes back where its blocks cannot even
/// be counted.
pub(crate) fn compile<'a>(
    file: TextFile<'a>,
    language: &str,
    names: &NameMatcher,
    scope: Scope<'_, 'a>,
) -> Option<Compiled<'a>> {
    let (text, findings) = (file.text?, scope.findings());
    let (front, body) = front::split(file.path, text, findings)?;
    let front = front::read(file.path, text, front, language, scope.symbols);
    let body = SourceText {
        text: text[body.clone()].into(),
        span: SourceSpan::new(file.path, body.clone()),
        start: Some(body.start),
        quotes: Quotes::None,
        cuts: Vec::new(),
    };
    let body = comments::left_out(body, findings);
    characters::check(&body, findings);
    let mut blocks = markdown::blocks(&body, findings);
    if blocks.is_empty() {
        let whole = SourceSpan::whole(file.path);
        findings
            .error("empty-article", &whole, "the article has no text")
            .help("write a paragraph below the front matter");
    }
    let mut anchors = Anchors::default();
    for (number, block) in (2..).zip(&mut blocks) {
        anchors.take(&mut block.flat, number, &body, findings);
    }
    for block in &mut blocks {
        anchors.resolve_links(&mut block.flat);
    }
    let mut compiler = Compiler {
        linker: front.linker(names),
        article: front.article,
        named: Vec::new(),
        counts: BTreeMap::new(),
        scope,
        blocks: blocks.len() as u32 + 1,
    };
    // A missing title was reported; it is block 1 all the same.
    let title = front.title.unwrap_or_else(|| body.empty());
    let title = comments::left_out(title, findings);
    let flat = paragraph::read(&title, findings);
    compiler.block(Form::Title, &flat, &title);
    for FlatBlock { form, flat, .. } in &blocks {
        compiler.block(*form, flat, &body);
    }
    let end = |block: &FlatBlock| {
        let text = &body.text[block.source.clone()];
        let start = block.source.start;
        body.span_of(start..start + text.trim_end().len()).range.end
    };
    let ends: Vec<_> = [0].into_iter().chain(blocks.iter().map(end)).collect();
    let article = compiler.article;
    Some(Compiled {
        blocks: BlockIndex::new(&article, &ends, anchors.into_numbers()),
        article,
        named: compiler.named,
    })
}

struct Compiler<'s, 'a> {
    article: Article,
    named: Vec<Naming<'a>>,
    /// Mentions so far of each entity.
    counts: BTreeMap<Id<Entity>, u32>,
    linker: Option<Linker<'s>>,
    scope: Scope<'s, 'a>,
    /// How many blocks there will be.
    blocks: u32,
}

impl<'a> Compiler<'_, 'a> {
    fn block(&mut self, form: Form, flat: &Flat, written: &SourceText<'a>) {
        let parsed = mention::parse(flat, |slug| self.scope.first_name(slug));
        inline::check_syntax(&parsed, written, self.scope.findings());
        links::check(
            &parsed.flat,
            written,
            Some(self.blocks),
            self.scope.findings(),
        );
        let mut drafts = draft::authored(&parsed, written, self.scope, &mut self.named);
        drafts.extend(self.automatic(&parsed.flat, &drafts));
        // In the order in which they begin, the longer first; sorting is stable, so the outer stays first.
        drafts.sort_by_key(|draft| (draft.range.start, std::cmp::Reverse(draft.range.end)));
        let number = self.article.blocks.len() as u32 + 1;
        let sentences = if drafts.is_empty() {
            Vec::new()
        } else {
            sentence::sentences(&parsed.flat.text)
        };
        let mut mentions = Vec::new();
        for draft in drafts {
            let range = draft.range.clone();
            let sentence = sentence::at(&sentences, range.start);
            let words = parsed.flat.text[range.clone()].to_owned();
            mentions.push((range, self.push(draft, words, number, sentence)));
        }
        let text = weave(
            &parsed.flat,
            &runs::runs(&parsed.flat.text, &mentions),
            runs::part,
        );
        self.article.blocks.push(Block { form, text });
    }

    fn push(
        &mut self,
        draft: DraftMention,
        words: String,
        block: u32,
        sentence: Range<usize>,
    ) -> Id<Mention> {
        let count = self.counts.entry(draft.entity).or_default();
        *count += 1;
        self.article.mentions.push(Mention {
            entity: draft.entity,
            number: *count,
            block,
            words,
            sentence: sentence.start as u32..sentence.end as u32,
            note: draft.note,
            linking: draft.linking,
        })
    }

    fn automatic(&self, flat: &Flat, authored: &[DraftMention]) -> Vec<DraftMention> {
        let Some(linker) = &self.linker else {
            return Vec::new();
        };
        let authored: Vec<NamedRange> = authored
            .iter()
            .map(|draft| (draft.range.clone(), draft.entity))
            .collect();
        let is_closed =
            |style: &InlineStyle| matches!(style, InlineStyle::Link(_) | InlineStyle::Code);
        let closed: Vec<_> = flat
            .styles
            .iter()
            .filter(|(_, style)| is_closed(style))
            .map(|(range, _)| range.clone())
            .collect();
        let found = linker.find(&flat.text, &authored, &closed);
        found
            .into_iter()
            .map(|(range, entity)| DraftMention {
                range,
                entity,
                note: None,
                linking: Linking::Automatic,
            })
            .collect()
    }
}
