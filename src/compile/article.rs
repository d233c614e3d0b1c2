//! An article: front matter, blocks and their mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::compile::anchor::Anchors;
use crate::compile::autolink::{Linker, NameMatcher, Named, NamedRange};
use crate::compile::block_index::BlockIndex;
use crate::compile::characters;
use crate::compile::comments;
use crate::compile::content_files::TextFile;
use crate::compile::draft::{self, DraftMention};
use crate::compile::escapes::Escapes;
use crate::compile::figure::{self, Figure};
use crate::compile::files::Files;
use crate::compile::findings::Findings;
use crate::compile::flat::{Flat, InlineStyle};
use crate::compile::footnotes::Footnotes;
use crate::compile::front;
use crate::compile::inline::{self, Scope};
use crate::compile::links;
use crate::compile::markdown::{self, FlatBlock, FlatText};
use crate::compile::mention;
use crate::compile::naming::Naming;
use crate::compile::nobody;
use crate::compile::normal::normal;
use crate::compile::paragraph;
use crate::compile::runs;
use crate::compile::sentence;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::{Quotes, SourceText};
use crate::compile::suggestion;
use crate::compile::symbol_table::Wanted;
use crate::compile::weave::weave;
use crate::model::id::Id;
use crate::model::site::{Article, Block, Entity, Form, Image, Linking, Mention, Run};
use crate::model::text::{Span, Text, plain};

/// An article, and what the checks need of it.
pub(crate) struct Compiled<'a> {
    pub(crate) article: Article,
    /// Whom its notes on passages name.
    pub(crate) named: Vec<Naming<'a>>,
    pub(crate) blocks: Arc<BlockIndex>,
    /// Names that it had.
    pub(crate) former: Vec<SourceText<'a>>,
}

impl Compiled<'_> {
    /// The same of a file that holds the same text.
    pub(crate) fn in_file<'b>(&self, file: &'b str) -> Compiled<'b> {
        Compiled {
            article: self.article.clone(),
            named: self.named.iter().map(|one| one.in_file(file)).collect(),
            blocks: Arc::clone(&self.blocks),
            former: self.former.iter().map(|one| one.in_file(file)).collect(),
        }
    }
}

/// Compiles an article; `names` are those that all articles link. Nothing comes back where its blocks cannot even
/// be counted.
pub(crate) fn compile<'a>(
    file: TextFile<'a>,
    language: &str,
    names: &NameMatcher,
    files: &Files,
    scope: Scope<'_, 'a>,
) -> Option<Compiled<'a>> {
    let (text, findings) = (file.text?, scope.findings());
    let (front, body) = front::split(file.path, text, findings)?;
    let front = front::read(file.path, text, front, language, files, scope);
    let body = SourceText {
        text: text[body.clone()].into(),
        span: SourceSpan::new(file.path, body.clone()),
        start: Some(body.start),
        quotes: Quotes::None,
        cuts: Vec::new(),
        escapes: Escapes::default(),
    };
    let body = comments::left_out(body, findings);
    characters::check(&body, findings);
    let FlatText {
        mut blocks,
        footnotes,
    } = markdown::read(&body, findings);
    if blocks.is_empty() {
        let whole = SourceSpan::whole(file.path);
        findings
            .error("empty-article", &whole, "the article has no text")
            .help("write a paragraph below the front matter");
    }
    let read_figure = |block: &mut FlatBlock| figure::read(block, &body, files, findings);
    let mut figures: Vec<Option<Figure<'_>>> = blocks.iter_mut().map(read_figure).collect();
    let mut anchors = Anchors::default();
    for ((number, block), figure) in (2..).zip(&mut blocks).zip(&figures) {
        let written = figure.as_ref().map_or(&body, |figure| &figure.caption);
        if block.form != Form::Preformatted
            && let Some(flat) = block.flats.last_mut()
        {
            anchors.take(flat, number, written, findings);
        }
    }
    let mut footnotes = Footnotes::new(footnotes, &body, findings);
    let flats = blocks.iter_mut().flat_map(|block| &mut block.flats);
    for flat in flats.chain(footnotes.flats_mut()) {
        anchors.resolve_links(flat);
    }
    let mut compiler = Compiler {
        linker: front.linker(names),
        article: front.article,
        named: front.named,
        counts: BTreeMap::new(),
        open: BTreeSet::new(),
        scope,
        blocks: blocks.len() as u32 + 1,
        footnotes,
    };
    // A missing title was reported; it is block 1 all the same.
    let whole = front.title.unwrap_or_else(|| body.empty());
    let title = comments::left_out(whole.clone(), findings);
    if title.text.trim().is_empty() && !whole.text.trim().is_empty() {
        let message = "this says nothing but a comment";
        let report = findings.error("missing-key", &whole.words(), message);
        report.help("write what it says");
    }
    let flat = paragraph::read(&title, findings);
    let title_text = compiler.text(&flat, 0, &title);
    compiler.article.blocks.push(Block {
        form: Form::Title,
        within: Vec::new(),
        parted: None,
        image: None,
        text: title_text,
    });
    for figure in figures.iter().flatten() {
        figure.check_private(scope.symbols, &mut compiler.named);
    }
    for (block, figure) in blocks.iter().zip(&mut figures) {
        match figure {
            Some(figure) => compiler.block(block, figure.image.take(), &figure.caption),
            None => compiler.block(block, None, &body),
        }
    }
    let Compiler {
        mut article,
        mut named,
        footnotes,
        ..
    } = compiler;
    article.footnotes = footnotes.read(&body, blocks.len() as u32 + 1, scope, &mut named);
    let end = |block: &FlatBlock| {
        let text = &body.text[block.source.clone()];
        let start = block.source.start;
        body.span_of(start..start + text.trim_end().len()).range.end
    };
    let ends: Vec<_> = [0].into_iter().chain(blocks.iter().map(end)).collect();
    Some(Compiled {
        former: front.former,
        blocks: BlockIndex::new(&article, &ends, anchors.into_numbers()).into(),
        article,
        named,
    })
}

struct Compiler<'s, 'a> {
    article: Article,
    named: Vec<Naming<'a>>,
    /// Mentions so far of each entity.
    counts: BTreeMap<Id<Entity>, u32>,
    linker: Option<Linker<'s>>,
    scope: Scope<'s, 'a>,
    /// Names of several entities of which the article does not say which it means.
    open: BTreeSet<String>,
    /// How many blocks there will be.
    blocks: u32,
    footnotes: Footnotes,
}

/// Says that the text leaves open whom a name means; told once an article.
fn shared_name(name: &str, slugs: &[&str], span: &SourceSpan<'_>, findings: &Findings) {
    let list = suggestion::list(slugs.iter().copied());
    let first = slugs.first().copied().unwrap_or_default();
    let help = format!(
        "for the whole article write in its front matter `[aliases]`, and below it `{first} = [\"{name}\"]`, or `- = [\"{name}\"]` \
         where nobody of them is meant; for these words alone `[[{first}|{name}]]` or `[[-|{name}]]`"
    );
    findings
        .error("alias-clash", span, format!("`{name}` may mean {list}"))
        .help(help);
}

impl<'a> Compiler<'_, 'a> {
    fn block(&mut self, block: &FlatBlock, image: Option<Image>, written: &SourceText<'a>) {
        let text = match block.form {
            Form::Table { .. } => self.cells(block, written),
            _ => self.text(&block.flats[0], 0, written),
        };
        self.article.blocks.push(Block {
            form: block.form,
            within: block.within.clone(),
            parted: block.parted,
            image,
            text,
        });
    }

    /// The text of a table.
    fn cells(&mut self, block: &FlatBlock, written: &SourceText<'a>) -> Text<Run> {
        let mut before = 0;
        let mut cells = Vec::new();
        for (flat, align) in block.flats.iter().zip(block.aligns.iter().cycle()) {
            let text = self.text(flat, before, written);
            before += plain(&text).len() + 1;
            cells.push(Span::Cell {
                align: *align,
                text,
            });
        }
        cells
    }

    /// A text of the block that comes next, with its mentions; so many bytes of the block stand before it.
    fn text(&mut self, flat: &Flat, before: usize, written: &SourceText<'a>) -> Text<Run> {
        let parsed = mention::parse(flat, |slug| self.scope.first_name(slug));
        inline::check_syntax(&parsed, written, self.scope.findings());
        links::check(&parsed.flat, written, Some(self.blocks), self.scope.symbols);
        let mut drafts = draft::authored(&parsed, written, self.scope, &mut self.named);
        let nobody = parsed.found.iter().filter(|one| one.slug == nobody::NOBODY);
        let nobody: Vec<_> = nobody.map(|one| one.range.clone()).collect();
        let words = nobody
            .iter()
            .map(|range| normal(&parsed.flat.text[range.clone()]));
        self.article.nobody.extend(words);
        drafts.extend(self.automatic(&parsed.flat, &drafts, &nobody, written));
        // In the order in which they begin, the longer first; sorting is stable, so the outer stays first.
        drafts.sort_by_key(|draft| (draft.range.start, std::cmp::Reverse(draft.range.end)));
        let number = self.article.blocks.len() as u32 + 1;
        if let Wanted::Selected(selected) = self.scope.symbols.wanted {
            let mentions = drafts.iter().map(|one| (one.range.clone(), one.entity));
            selected.look(number, &parsed, &mentions.collect::<Vec<_>>(), written);
        }
        let sentences = if drafts.is_empty() {
            Vec::new()
        } else {
            sentence::sentences(&parsed.flat.text)
        };
        let mut mentions = Vec::new();
        for draft in drafts {
            let range = draft.range.clone();
            let sentence = sentence::at(&sentences, range.start);
            let sentence = before + sentence.start..before + sentence.end;
            let words = parsed.flat.text[range.clone()].to_owned();
            mentions.push((range, self.push(draft, words, number, sentence)));
        }
        let signs = parsed.flat.footnote_references.iter();
        let signs = signs.filter_map(|sign| Some((sign.at, self.footnotes.sign(sign, number)?)));
        let signs: Vec<_> = signs.collect();
        weave(
            &parsed.flat,
            &runs::runs(&parsed.flat.text, &mentions),
            runs::part,
            &signs,
        )
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

    /// The names that the author left to be linked; `nobody` are words that mean no entity.
    fn automatic(
        &mut self,
        flat: &Flat,
        authored: &[DraftMention],
        nobody: &[Range<usize>],
        written: &SourceText<'_>,
    ) -> Vec<DraftMention> {
        let Some(linker) = &self.linker else {
            return Vec::new();
        };
        let authored: Vec<NamedRange> = authored
            .iter()
            .map(|draft| (draft.range.clone(), draft.entity))
            .collect();
        let is_closed =
            |style: &InlineStyle| matches!(style, InlineStyle::Link(_) | InlineStyle::Code);
        let styles = flat.styles.iter().filter(|(_, style)| is_closed(style));
        let mut closed: Vec<_> = styles.map(|(range, _)| range.clone()).collect();
        closed.extend_from_slice(nobody);
        closed.sort_by_key(|range| (range.start, range.end));
        let found = linker.find(&flat.text, &authored, &closed);
        let mut drafts = Vec::new();
        for Named { range, entities } in found {
            if let [entity] = entities[..] {
                drafts.push(DraftMention {
                    range,
                    entity,
                    note: None,
                    linking: Linking::Automatic,
                });
            } else if self.open.insert(normal(&flat.text[range.clone()])) {
                let slugs = entities.iter().map(|id| &*self.scope.entities[*id].slug);
                let slugs: Vec<_> = slugs.collect();
                let span = written.span_of(flat.source(range.clone()));
                shared_name(&flat.text[range], &slugs, &span, self.scope.findings());
            }
        }
        drafts
    }
}
