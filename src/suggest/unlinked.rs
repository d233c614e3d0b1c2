//! Likely names that no entity has, as findings: what `check` tells beside the compiler's own.

use std::collections::HashMap;
use std::ops::Range;

use crate::compile::Outcome;
use crate::compile::codes::UNLINKED_NAME;
use crate::compile::files::Files;
use crate::compile::finding::{Finding, Severity};
use crate::compile::passages::{Passage, passages};
use crate::model::site::Site;
use crate::suggest::Suggestions;
use crate::suggest::candidate::{Candidate, Tier};
use crate::suggest::occurrence::Occurrence;
use crate::suggest::refusals::Refusals;
use crate::suggest::suggest;

/// Adds them to what the compiler said. Content with errors has those first.
pub fn add(outcome: &mut Outcome, files: &Files, refusals: &Refusals) {
    let Some(site) = &outcome.site else {
        return;
    };
    let suggestions = suggest(site, refusals);
    let likely = suggestions.candidates.iter();
    let likely = likely.filter(|one| one.tier == Tier::Likely);
    let mut places = Places::new(site, files, &suggestions);
    let found = likely.map(|one| finding(one, &mut places, files));
    let found = found.collect();
    outcome.add(found, &[UNLINKED_NAME]);
}

fn finding(one: &Candidate, places: &mut Places<'_>, files: &Files) -> Finding {
    let (file, span) = places.first(&one.occurrences);
    let times = match one.occurrences.len() {
        1 => String::new(),
        count => format!(", which stands here {count} times"),
    };
    let folder = match &*files.folder {
        "" => String::new(),
        folder => format!("{folder} "),
    };
    Finding {
        severity: Severity::Warning,
        code: UNLINKED_NAME,
        file,
        span,
        message: format!("no entity has the name `{}`{times}", one.name),
        help: format!(
            "`article-explorer suggest {folder}--write {}` begins its file; where readers need none, answer `n` in `article-explorer suggest {folder}--interactive`",
            one.id
        ),
        changes: Vec::new(),
    }
}

/// Where occurrences stand in the files.
struct Places<'a> {
    site: &'a Site,
    files: &'a Files,
    suggestions: &'a Suggestions,
    /// The passages of articles that were looked at, by their rows.
    passages: HashMap<usize, Vec<Passage<'a>>>,
}

impl<'a> Places<'a> {
    fn new(site: &'a Site, files: &'a Files, suggestions: &'a Suggestions) -> Self {
        Self {
            site,
            files,
            suggestions,
            passages: HashMap::new(),
        }
    }

    /// Where a name first stands: the file and its bytes there. A title with escapes and a caption have no such bytes; where it
    /// stands nowhere else, the file as a whole is meant.
    fn first(&mut self, all: &[Occurrence]) -> (String, Range<usize>) {
        let slug = |one: &Occurrence| self.suggestions.articles.get(one.article);
        let files = all
            .iter()
            .filter_map(|one| Some((one, format!("articles/{}.md", slug(one)?))));
        let files: Vec<_> = files.collect();
        let mut placed = files.iter();
        let placed = placed.find_map(|(one, file)| Some((file.clone(), self.span(one, file)?)));
        let first = files.first().map(|(_, file)| (file.clone(), 0..0));
        placed.or(first).unwrap_or_default()
    }

    fn span(&mut self, one: &Occurrence, file: &str) -> Option<Range<usize>> {
        let (files, site) = (self.files, self.site);
        let passages = self.passages.entry(one.article).or_insert_with(|| {
            let text = files.files.get_key_value(file);
            let text =
                text.and_then(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
            let first_name = |slug: &str| {
                let mut entities = site.entities.iter().map(|(_, entity)| entity);
                let entity = entities.find(|entity| entity.slug == slug)?;
                Some(&*entity.names.first()?.text)
            };
            text.map_or_else(Vec::new, |(path, text)| passages(path, text, first_name))
        });
        // A table has a passage for each cell, with a sign between each two.
        let mut before = 0;
        for passage in passages.iter().filter(|passage| passage.block == one.block) {
            let end = before + passage.text().len();
            if one.end <= end {
                return passage.source(one.start.checked_sub(before)?..one.end - before);
            }
            before = end + 1;
        }
        None
    }
}
