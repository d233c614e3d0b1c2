//! `citations.lock`: the words that each citation of a block was last confirmed with.
//!
//! ```text
//! FILE TAB CLAIM TAB ADDRESS TAB WORDS TAB HOW THE BLOCK BEGINS      one citation a line, in the order of these
//! ```
//!
//! CLAIM is a digest of the statement that cites, WORDS one of the cited block. A citation that is new is added; one whose
//! block has other words now keeps its line, and a warning, until its author cites another block or confirms it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::compile::block_index::BlockIndex;
use crate::compile::block_index::block_number;
use crate::compile::change::Change;
use crate::compile::content_files::TextFile;
use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::statement::Statement;
use crate::model::id::Id;
use crate::model::site::{Article, Reference};

const HEAD: &str = "\
# The words that each citation of an article was last confirmed with. Keep this file with the content.
# `article-explorer check` and `build` add what is new; `article-explorer fix citations` confirms what changed.
";

/// The blocks of each article.
pub(crate) type Blocks<'s> = BTreeMap<Id<Article>, &'s BlockIndex>;

/// One citation of a block.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Line {
    pub(crate) file: String,
    pub(crate) claim: String,
    pub(crate) address: String,
    words: String,
    beginning: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Line {
            file,
            claim,
            address,
            words,
            beginning,
        } = self;
        writeln!(f, "{file}\t{claim}\t{address}\t{words}\t{beginning}")
    }
}

/// The lines of the file, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock(BTreeSet<Line>);

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        self.0.iter().try_for_each(|line| line.fmt(f))
    }
}

/// A citation of a block as it stands now.
pub(crate) struct Current<'a> {
    pub(crate) line: Line,
    pub(crate) span: SourceSpan<'a>,
    pub(crate) article: Id<Article>,
    /// Counted from 1.
    pub(crate) block: u32,
}

/// All citations of blocks, whose words are known.
pub(crate) fn current<'a>(statements: &[Statement<'a>], blocks: &Blocks<'_>) -> Vec<Current<'a>> {
    let mut all = Vec::new();
    for statement in statements {
        for cited in &statement.references {
            let Reference::Article(article, number) = cited.reference else {
                continue;
            };
            let Some(block) = blocks.get(&article).and_then(|blocks| blocks.block(number)) else {
                continue;
            };
            all.push(Current {
                line: Line {
                    file: cited.span.file.to_owned(),
                    claim: statement.said.clone(),
                    address: one_line(&cited.address),
                    words: block.digest.clone(),
                    beginning: block.beginning().to_owned(),
                },
                span: cited.span.clone(),
                article,
                block: number,
            });
        }
    }
    all
}

/// A line of the file holds no line's end and no tab of its own.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Lock {
    /// Reads the file; nothing where a line cannot be read, which is said.
    pub(crate) fn read(file: TextFile<'_>, findings: &Findings) -> Option<Self> {
        let text = file.text?;
        let mut lock = Self::default();
        let mut is_whole = true;
        let mut end = 0;
        for line in text.split_inclusive('\n') {
            let at = end;
            end += line.len();
            let line = line.trim_end_matches(['\n', '\r']);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let [file, claim, address, words, beginning] =
                line.split('\t').collect::<Vec<_>>()[..]
            {
                lock.0.insert(Line {
                    file: file.to_owned(),
                    claim: claim.to_owned(),
                    address: address.to_owned(),
                    words: words.to_owned(),
                    beginning: beginning.to_owned(),
                });
                continue;
            }
            is_whole = false;
            let span = SourceSpan::new(file.path, at..at + line.len());
            let help = "take the line away; where two versions were merged, keep the lines of both";
            findings
                .warning("malformed-lock", &span, "this is no line of a citation")
                .help(help);
        }
        is_whole.then_some(lock)
    }

    /// All citations as they stand, as confirmed.
    pub(crate) fn confirmed(current: &[Current<'_>]) -> Self {
        Self(current.iter().map(|cited| cited.line.clone()).collect())
    }

    /// The lock with what is new; `report` is told of each citation whose block has other words now, with its line.
    pub(crate) fn brought_up(
        &self,
        current: &[Current<'_>],
        mut report: impl FnMut(&Current<'_>, &Line),
    ) -> Self {
        let key = |line: &Line| (line.file.clone(), line.claim.clone());
        let mut confirmed = BTreeMap::<_, Vec<&Line>>::new();
        for line in &self.0 {
            confirmed.entry(key(line)).or_default().push(line);
        }
        let mut claims = BTreeMap::<_, Vec<&Current<'_>>>::new();
        for cited in current {
            claims.entry(key(&cited.line)).or_default().push(cited);
        }
        // Of claims that their authors wrote anew the places alone are known.
        let mut rewritten = BTreeMap::<_, Vec<&Line>>::new();
        for (claim, lines) in &confirmed {
            if !claims.contains_key(claim) {
                rewritten.entry(claim.0.as_str()).or_default().extend(lines);
            }
        }
        let mut lock = Self::default();
        for (claim, cited) in &claims {
            let known = confirmed
                .get(claim)
                .or_else(|| rewritten.get(claim.0.as_str()));
            let known = known.map(Vec::as_slice).unwrap_or_default();
            let is_corrected = confirmed.contains_key(claim) && all_are_cited(known, cited);
            for cited in cited {
                let line = cited.outdated(known).filter(|_| !is_corrected);
                if let Some(line) = line {
                    report(cited, line);
                }
                lock.0.insert(line.map_or_else(
                    || cited.line.clone(),
                    |line| Line {
                        claim: claim.1.clone(),
                        ..line.clone()
                    },
                ));
            }
        }
        lock
    }
}

/// Whether a claim still cites all the words that it was confirmed with, wherever they stand now.
fn all_are_cited(known: &[&Line], cited: &[&Current<'_>]) -> bool {
    let cites = |line: &&Line| cited.iter().any(|cited| cited.line.words == line.words);
    known.iter().all(cites)
}

impl Current<'_> {
    /// An address as it is typed in the place of this one: with its quotes, where the span holds them.
    pub(crate) fn typed(&self, address: &str) -> String {
        if self.span.range.len() == self.line.address.len() {
            address.to_owned()
        } else {
            format!("\"{address}\"")
        }
    }

    /// The line with this address, where none has these words.
    fn outdated<'l>(&self, known: &[&'l Line]) -> Option<&'l Line> {
        let same = |line: &&&Line| line.address == self.line.address;
        let mut lines = known.iter().filter(same);
        let first = lines.next()?;
        let is_confirmed = |line: &&Line| line.words == self.line.words;
        (!is_confirmed(first) && !lines.any(is_confirmed)).then_some(first)
    }
}

/// Says that a cited block has other words than those with which the citation was confirmed.
pub(crate) fn report_changed(
    cited: &Current<'_>,
    line: &Line,
    blocks: &Blocks<'_>,
    findings: &Findings,
) {
    let address = &cited.line.address;
    match moved_to(cited, line, blocks) {
        Some(number) => {
            let article = address.split('#').next().unwrap_or_default();
            let meant = format!("{article}#p{number}");
            let message =
                format!("`{address}` is another block now: what was confirmed is `{meant}`");
            let help = format!(
                "write `{meant}`, or let `article-explorer fix citations` write anchors, which hold"
            );
            let (file, range) = (cited.span.file, cited.span.range.clone());
            findings
                .warning("moved-block", &cited.span, message)
                .change(Change::replace(file, range, cited.typed(&meant)))
                .help(help);
        }
        None => {
            let message = format!(
                "the words of `{address}` changed since this was confirmed; they began \u{201c}{}\u{201d}",
                line.beginning
            );
            let help = "if they still say it, run `article-explorer fix citations`; if not, cite another block";
            findings
                .warning("changed-block", &cited.span, message)
                .help(help);
        }
    }
}

/// Where the words now stand that a citation by number was confirmed with: the nearest block that has them.
pub(crate) fn moved_to(cited: &Current<'_>, line: &Line, blocks: &Blocks<'_>) -> Option<u32> {
    let (_, block) = line.address.split_once('#')?;
    block_number(block)?;
    let found = blocks.get(&cited.article)?.numbered();
    let found = found.filter(|(_, block)| block.digest == line.words);
    let nearest = found.min_by_key(|(number, _)| number.abs_diff(cited.block));
    nearest.map(|(number, _)| number)
}
