//! Rewriting of an author's files: citations by number become citations by anchor, and all are confirmed.
//!
//! Nothing else of a file changes: an anchor is put in behind its block, an address is put in place of another.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::compile::anchor::name_of;
use crate::compile::block_index::BlockIndex;
use crate::compile::block_index::block_number;
use crate::compile::compilation::Compilation;
use crate::compile::content_files::ContentFiles;
use crate::compile::files::{Files, LOCK};
use crate::compile::finding::{Finding, Severity};
use crate::compile::findings::Findings;
use crate::compile::lock::{self, Blocks, Current, Lock};
use crate::compile::read;
use crate::compile::symbol_table::Wanted;
use crate::model::id::Id;
use crate::model::site::{Article, Form};

/// What the files are to hold.
#[derive(Debug)]
pub struct Fixed {
    /// Those that change, by path; articles first.
    pub files: Vec<(String, String)>,
    /// What [`LOCK`] is to hold.
    pub lock: String,
    /// What was done, in lines for people.
    pub told: Vec<String>,
}

/// Why nothing is rewritten.
#[derive(Debug)]
pub enum Unfixed {
    /// The content has errors, or its lock cannot be read.
    Findings(Vec<Finding>),
    /// The files would come to say something else.
    Changed,
}

/// Gives every block that is cited by number an anchor, cites it by that, and confirms all citations.
///
/// # Errors
/// If the content has errors, or would not say the same afterwards.
pub fn citations(files: &Files) -> Result<Fixed, Unfixed> {
    let findings = Findings::default();
    let content = ContentFiles::sort(files, &findings);
    let compiled = read(&content, files, &findings, Wanted::Site);
    let rewriting = compiled
        .as_ref()
        .and_then(|compiled| Rewriting::of(compiled, &content, &findings));
    drop(compiled);
    let findings = findings.settled().findings;
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    let rewriting = match rewriting {
        Some(rewriting) if !findings.iter().any(is_error) => rewriting,
        _ => return Err(Unfixed::Findings(findings)),
    };
    let mut after = files.clone();
    after.files.remove(LOCK);
    let mut changed = Vec::new();
    for (path, edits) in rewriting.edits {
        let bytes = after.files.get_mut(&path).ok_or(Unfixed::Changed)?;
        let text = String::from_utf8(std::mem::take(bytes)).map_err(|_| Unfixed::Changed)?;
        let text = edited(text, edits);
        *bytes = text.clone().into_bytes();
        changed.push((path, text));
    }
    let (said, lock) = said(&after).ok_or(Unfixed::Changed)?;
    if said != rewriting.said {
        return Err(Unfixed::Changed);
    }
    Ok(Fixed {
        files: changed,
        lock,
        told: rewriting.told,
    })
}

/// What the articles say, block by block, and which block each citation means.
#[derive(PartialEq)]
struct Said {
    blocks: Vec<Vec<String>>,
    cited: Vec<(Id<Article>, u32)>,
}

/// What a folder says, and its lock with all confirmed; nothing if it has errors.
fn said(files: &Files) -> Option<(Said, String)> {
    let findings = Findings::default();
    let content = ContentFiles::sort(files, &findings);
    let compiled = read(&content, files, &findings, Wanted::Site)?;
    let (said, lock) = {
        let blocks = compiled.blocks();
        let current = lock::current(&compiled.statements, &blocks);
        let cited = current.iter().map(|cited| (cited.article, cited.block));
        let said = Said {
            blocks: words(&blocks),
            cited: cited.collect(),
        };
        (said, Lock::confirmed(&current).to_string())
    };
    drop(compiled);
    let findings = findings.settled().findings;
    let mut errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    errors.next().is_none().then_some((said, lock))
}

fn words(blocks: &Blocks<'_>) -> Vec<Vec<String>> {
    let words = |index: &&BlockIndex| {
        let blocks = index.numbered();
        blocks.map(|(_, block)| block.words.clone()).collect()
    };
    blocks.values().map(words).collect()
}

type Edit = (Range<usize>, String);

struct Rewriting {
    /// By path: articles come before entities, events and sources.
    edits: BTreeMap<String, Vec<Edit>>,
    told: Vec<String>,
    /// How many citations of an address have another now.
    moved: BTreeMap<(String, String), usize>,
    /// What is to be said afterwards.
    said: Said,
}

impl Rewriting {
    fn of(
        compiled: &Compilation<'_>,
        content: &ContentFiles<'_>,
        findings: &Findings,
    ) -> Option<Self> {
        let blocks = compiled.blocks();
        let current = lock::current(&compiled.statements, &blocks);
        let mut outdated = BTreeMap::new();
        if let Some(file) = content.lock {
            Lock::read(file, findings)?.brought_up(&current, |cited, line| {
                outdated.insert(cited.line.clone(), line.clone());
            });
        }
        let mut rewriting = Self {
            edits: BTreeMap::new(),
            told: Vec::new(),
            moved: BTreeMap::new(),
            said: Said {
                blocks: words(&blocks),
                cited: Vec::new(),
            },
        };
        let mut anchors = NewAnchors::default();
        for cited in &current {
            let line = outdated.get(&cited.line);
            let moved = line.and_then(|line| lock::moved_to(cited, line, &blocks));
            let number = moved.unwrap_or(cited.block);
            rewriting.said.cited.push((cited.article, number));
            let slug = &compiled.site.articles[cited.article].slug;
            let address = blocks
                .get(&cited.article)
                .and_then(|index| anchors.address(slug, cited, number, index));
            rewriting.rewrite(cited, address, line.is_some());
        }
        for ((slug, number), anchor) in anchors.0 {
            let file = content.articles.get(slug.as_str())?;
            let (_, index) = compiled.symbols.articles.get(&slug)?;
            let end = index.as_ref()?.block(number)?.end;
            let path = file.path.to_owned();
            let told = format!("{path}: block {number} is called `{anchor}`");
            rewriting.told.push(told);
            let sign = format!(" {{#{anchor}}}");
            let edits = rewriting.edits.entry(path).or_default();
            edits.push((end..end, sign));
        }
        for ((before, address), count) in &rewriting.moved {
            let told = format!("`{before}` is `{address}` now ({count} times)");
            rewriting.told.push(told);
        }
        Some(rewriting)
    }

    /// Cites by another address, and tells what becomes of a citation that was not confirmed.
    fn rewrite(&mut self, cited: &Current<'_>, address: Option<String>, is_outdated: bool) {
        let (before, file) = (&cited.line.address, cited.span.file);
        if let Some(address) = address.filter(|address| address != before) {
            let range = cited.span.range.clone();
            let written = cited.typed(&address);
            let key = (before.clone(), address);
            *self.moved.entry(key).or_default() += 1;
            self.edits
                .entry(file.to_owned())
                .or_default()
                .push((range, written));
        } else if is_outdated {
            self.told
                .push(format!("{file}: `{before}` is confirmed as it reads now"));
        }
    }
}

/// Anchors that blocks are to bear, by article and number.
#[derive(Default)]
struct NewAnchors(BTreeMap<(String, u32), String>);

impl NewAnchors {
    /// How a citation by number should be written: by an anchor, where its block can bear one. The title and headings
    /// keep their numbers.
    fn address(
        &mut self,
        slug: &str,
        cited: &Current<'_>,
        number: u32,
        index: &BlockIndex,
    ) -> Option<String> {
        let (_, block) = cited.line.address.split_once('#')?;
        block_number(block)?;
        let block = index.block(number)?;
        let bears_anchor = matches!(block.form, Form::Paragraph | Form::Attribution);
        if !bears_anchor {
            return Some(format!("{slug}#p{number}"));
        }
        if let Some(anchor) = index.anchor_of(number) {
            return Some(format!("{slug}#{anchor}"));
        }
        let key = (slug.to_owned(), number);
        let anchor = match self.0.get(&key) {
            Some(anchor) => anchor.clone(),
            None => self.new_anchor(slug, number, index)?,
        };
        self.0.insert(key, anchor.clone());
        Some(format!("{slug}#{anchor}"))
    }

    /// A name made of a block's first words that no other block of the article bears.
    fn new_anchor(&self, slug: &str, number: u32, index: &BlockIndex) -> Option<String> {
        let words = &index.block(number)?.words;
        let name = name_of(words).unwrap_or_else(|| format!("passage-{number}"));
        let given = self.0.iter().filter(|((article, _), _)| article == slug);
        let taken: BTreeSet<&str> = given
            .map(|(_, anchor)| anchor.as_str())
            .chain(index.anchors().keys().map(String::as_str))
            .collect();
        let further = (2..).map(|number: u32| format!("{name}-{number}"));
        let mut names = std::iter::once(name.clone()).chain(further);
        names.find(|name| !taken.contains(name.as_str()))
    }
}

/// A text with some stretches replaced, which are apart.
fn edited(mut text: String, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, words) in edits {
        text.replace_range(range, &words);
    }
    text
}
