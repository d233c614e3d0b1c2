//! An article's file: front matter, and Markdown with its mentions.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::nobody::NOBODY;
use crate::compile::normal::normal;
use crate::import::document::{Block, Figure, Inline, Style};
use crate::import::site_json::known::Known;
use crate::import::site_json::mentioned;
use crate::import::site_json::text::{self, Meant};
use crate::import::site_json::toml_files::{image, optional};
use crate::import::toml_text::{line, list_line, quoted};
use crate::import::writer::{self, Written};
use crate::model::site_json::{
    ArticleJson, BlockJson, ContainerKindJson, FormJson, FoundJson, MarkJson, RoleJson,
};

/// Which mentions get marks.
#[derive(Clone, Copy)]
pub(super) enum Marking<'m> {
    /// Those that the author marked; others are found again, and these names mean nobody.
    AsTheyWere { nobody: &'m BTreeSet<String> },
    /// All of them, and none is found without.
    All,
}

/// The file, and what cannot be set in it.
pub(super) fn written(article: &ArticleJson, known: &Known<'_>, marks: Marking<'_>) -> Written {
    let body = Body {
        article,
        known,
        marks,
    };
    let (title, blocks) = match article.blocks.split_first() {
        Some((title, blocks)) => (body.words(title, 1), blocks),
        None => (Vec::new(), &[][..]),
    };
    let numbered: Vec<_> = (2..).zip(blocks).collect();
    let blocks = body.blocks(&numbered, 0);
    let footnotes = article.footnotes.iter().map(|footnote| {
        let paragraphs = footnote.iter();
        paragraphs.map(|text| text::inlines(text, known)).collect()
    });
    let footnotes: Vec<Vec<_>> = footnotes.collect();
    let written = writer::write_as_it_is(&blocks, &footnotes);
    let front = front(article, &title, known, marks);
    Written {
        text: format!("+++\n{front}+++\n\n{}", written.text),
        ..written
    }
}

fn front(article: &ArticleJson, title: &[Inline], known: &Known<'_>, marks: Marking<'_>) -> String {
    let mut toml = line("title", &writer::line(title));
    let authors = article.byline.iter().map(|author| match &author.url {
        Some(url) => format!(
            "{{ name = {}, url = {} }}",
            quoted(&author.name),
            quoted(url)
        ),
        None => quoted(&author.name),
    });
    let authors: Vec<_> = authors.collect();
    if !authors.is_empty() {
        toml += &format!("byline = [{}]\n", authors.join(", "));
    }
    if let Some(standfirst) = &article.standfirst {
        toml += &line("standfirst", &text::markdown(standfirst, known));
    }
    optional(&mut toml, "publisher", &article.publisher);
    optional(&mut toml, "date", &article.date);
    optional(&mut toml, "updated", &article.updated);
    optional(&mut toml, "section", &article.section);
    for (key, list) in [("tags", &article.tags), ("former", &article.former)] {
        if !list.is_empty() {
            toml += &list_line(key, list);
        }
    }
    if let Some(lead) = &article.image {
        toml += &format!("image = {}\n", image(lead, known));
    }
    if article.language != known.language {
        toml += &line("language", &article.language);
    }
    optional(&mut toml, "url", &article.url);
    optional(&mut toml, "description", &article.description);
    if article.excerpt {
        toml += "excerpt = true\n";
    }
    if let Marking::All = marks {
        toml += "autolink = false\n";
    }
    for correction in &article.corrections {
        toml += "\n[[corrections]]\n";
        toml += &line("date", &correction.date);
        toml += &line("text", &text::markdown(&correction.text, known));
    }
    if let Marking::AsTheyWere { nobody } = marks {
        toml += &aliases(article, known, nobody);
    }
    let images = article
        .blocks
        .iter()
        .filter_map(|block| block.image.as_ref());
    if images.into_iter().any(|image| image.alt.is_empty()) {
        toml += "\n[allow]\n";
        toml += &line("missing-alt", "It was published so.");
    }
    toml
}

/// What names mean in this article only: those that are linked and are not the entity's everywhere.
fn aliases(article: &ArticleJson, known: &Known<'_>, nobody: &BTreeSet<String>) -> String {
    let mut own: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for one in &article.mentions {
        let is_own = one.found == FoundJson::Name && !known.is_name_of(&one.entity, &one.words);
        if is_own && known.entities.contains(&*one.entity) {
            let names = own.entry(&*one.entity).or_default();
            names.insert(one.words.clone());
        }
    }
    if !nobody.is_empty() {
        own.insert(NOBODY, nobody.clone());
    }
    let lines = own
        .into_iter()
        .map(|(id, names)| list_line(id, &Vec::from_iter(names)));
    let lines: String = lines.collect();
    match lines.is_empty() {
        true => lines,
        false => format!("\n[aliases]\n{lines}"),
    }
}

/// Names of several entities that stand in the article and are nowhere linked: without a word for it that would be a fault.
pub(super) fn nobody(article: &ArticleJson, known: &Known<'_>) -> BTreeSet<String> {
    let linked = mentioned::names(article);
    let texts = article.blocks.iter().map(|block| normal(&block.text.text));
    let texts: Vec<_> = texts.collect();
    let open = known
        .shared()
        .filter(|name| !linked.contains(*name) && texts.iter().any(|text| text.contains(*name)));
    open.map(str::to_owned).collect()
}

/// What the blocks of an article are written by.
struct Body<'s> {
    article: &'s ArticleJson,
    known: &'s Known<'s>,
    marks: Marking<'s>,
}

impl Body<'_> {
    /// Blocks with their numbers, in so many containers.
    fn blocks(&self, blocks: &[(u32, &BlockJson)], depth: usize) -> Vec<Block> {
        let container = |block: &BlockJson| block.within.get(depth).cloned();
        let mut out = Vec::new();
        for group in blocks.chunk_by(|(_, one), (_, other)| {
            container(one).is_some() && container(one) == container(other)
        }) {
            let (number, first) = group[0];
            if first.parted == Some(depth as u32) {
                out.push(Block::Break);
            }
            let Some(container) = container(first) else {
                out.push(self.block(first, number));
                continue;
            };
            out.push(match container.kind {
                ContainerKindJson::Quotation | ContainerKindJson::PullQuotation => {
                    Block::Quotation(self.blocks(group, depth + 1))
                }
                ContainerKindJson::List => Block::List {
                    first: container.first,
                    entries: self.entries(group, depth + 1),
                },
                ContainerKindJson::Item => {
                    out.extend(self.blocks(group, depth + 1));
                    continue;
                }
            });
        }
        out
    }

    fn entries(&self, blocks: &[(u32, &BlockJson)], depth: usize) -> Vec<Vec<Block>> {
        let entry = |block: &BlockJson| block.within.get(depth).cloned();
        let entries = blocks.chunk_by(|(_, one), (_, other)| entry(one) == entry(other));
        entries.map(|group| self.blocks(group, depth + 1)).collect()
    }

    fn block(&self, block: &BlockJson, number: u32) -> Block {
        match block.form {
            FormJson::Preformatted => Block::Code(block.text.text.clone()),
            FormJson::Table => self.table(block, number),
            FormJson::Heading => Block::Heading {
                level: block.level.unwrap_or(2),
                words: self.words(block, number),
            },
            // All words of a pull quotation are bold, but those that say whose they are.
            FormJson::Paragraph if is_pulled(block) => {
                let words = self.words(block, number);
                Block::Paragraph(vec![Inline::Styled(Style::Strong, words)])
            }
            FormJson::Title | FormJson::Paragraph | FormJson::Attribution => {
                Block::Paragraph(self.words(block, number))
            }
            FormJson::Figure => match &block.image {
                Some(image) => Block::Figure(Figure {
                    credit: image.credit.clone(),
                    licence: image.licence.clone(),
                    ..Figure::new(
                        image.file.clone(),
                        image.alt.clone(),
                        self.words(block, number),
                    )
                }),
                // Without its picture the block keeps its number.
                None if block.text.text.trim().is_empty() => {
                    Block::Paragraph(vec![Inline::Words("…".to_owned())])
                }
                None => Block::Paragraph(self.words(block, number)),
            },
        }
    }

    fn table(&self, block: &BlockJson, number: u32) -> Block {
        let columns = (block.columns.unwrap_or(1) as usize).max(1);
        let cells = block.text.marks.iter();
        let cells = cells.filter(|mark| mark.role == RoleJson::Cell);
        let cells: Vec<&MarkJson> = cells.collect();
        let aligns = cells.iter().take(columns);
        let written = |cell: &&MarkJson| {
            let meant = self.meant(number);
            text::within(&block.text, cell.start..cell.end, meant, self.known)
        };
        let rows = cells.chunks(columns);
        Block::Table {
            aligns: aligns.map(|cell| cell.align.unwrap_or_default()).collect(),
            rows: rows.map(|row| row.iter().map(written).collect()).collect(),
        }
    }

    fn words(&self, block: &BlockJson, number: u32) -> Vec<Inline> {
        let whole = 0..block.text.text.chars().count();
        text::within(&block.text, whole, self.meant(number), self.known)
    }

    /// The mentions of a block that get marks.
    fn meant(&self, number: u32) -> Vec<Meant> {
        let mentions = self.article.mentions.iter().filter(|one| {
            let is_marked = one.found == FoundJson::Mark || matches!(self.marks, Marking::All);
            one.block == number && self.known.entities.contains(&*one.entity) && is_marked
        });
        let meant = mentions.map(|one| Meant {
            range: one.start..one.end,
            id: one.entity.clone(),
            note: one
                .note
                .as_ref()
                .map(|note| text::inlines(note, self.known)),
        });
        meant.collect()
    }
}

/// Whether a block stands in a pull quotation itself, and not in a list of one.
fn is_pulled(block: &BlockJson) -> bool {
    let last = block.within.last();
    last.is_some_and(|one| one.kind == ContainerKindJson::PullQuotation)
}
