//! A note of a vault, or any text in Markdown: what it is called, and whether it is an article or tells of an entity.

use std::collections::BTreeSet;

use crate::import::error::ImportError;
use crate::import::markdown::front::{Front, unlinked};
use crate::import::markdown::signs::{self, key};
use crate::import::target::Target;

/// A text with its properties.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) name: String,
    pub(super) front: Front,
    /// Without properties and comments.
    pub(super) body: String,
    /// How many lines stand before the body.
    pub(super) lines: usize,
}

/// Words for kinds, as people sort their notes by them: in properties, tags and names of folders.
const KINDS: [(&str, &[&str]); 8] = [
    (
        "person",
        &[
            "person",
            "persons",
            "people",
            "person-note",
            "author",
            "authors",
            "character",
            "characters",
            "politician",
            "personen",
            "menschen",
            "personnes",
            "человек",
            "люди",
        ],
    ),
    (
        "place",
        &[
            "place",
            "places",
            "city",
            "cities",
            "town",
            "towns",
            "country",
            "countries",
            "region",
            "location",
            "locations",
            "orte",
            "lieux",
            "места",
        ],
    ),
    (
        "organisation",
        &[
            "organisation",
            "organisations",
            "organization",
            "organizations",
            "company",
            "companies",
            "org",
            "orgs",
            "institution",
            "institutions",
            "party",
            "firmen",
            "organisationen",
        ],
    ),
    ("event", &["event", "events", "ereignisse", "événements"]),
    ("law", &["law", "laws", "act", "gesetze", "lois"]),
    ("policy", &["policy", "policies"]),
    (
        "concept",
        &[
            "concept", "concepts", "term", "terms", "entity", "entities", "begriffe",
        ],
    ),
    (
        "people",
        &["nation", "nations", "ethnic-group", "group", "groups"],
    ),
];

/// Words for texts that are published.
const ARTICLES: [&str; 14] = [
    "article",
    "articles",
    "story",
    "stories",
    "post",
    "posts",
    "essay",
    "essays",
    "draft",
    "drafts",
    "artikel",
    "beiträge",
    "news",
    "blog",
];

impl Note {
    pub(super) fn new(
        name: &str,
        text: String,
        target: &mut Target<'_>,
    ) -> Result<Self, ImportError> {
        let (yaml, start) = Front::split(&text);
        let front = Front::read(name, yaml, target);
        let (body, comments) = signs::without_comments(&text[start..]);
        if comments > 0 {
            target.leave_out(crate::import::imported::LeftOut {
                file: name.to_owned(),
                place: String::new(),
                what: crate::import::value::counted(comments, "comment"),
                cure: String::new(),
            });
        }
        Ok(Self {
            name: name.to_owned(),
            lines: text[..start].matches('\n').count(),
            front,
            body,
        })
    }

    /// The file's name without folder and ending, by which others link it.
    pub(super) fn title(&self) -> &str {
        let file = self.name.rsplit('/').next().unwrap_or(&self.name);
        file.rsplit_once('.').map_or(file, |(stem, _)| stem)
    }

    /// What its author says that it is about: properties, tags, the folder.
    fn words(&self) -> Vec<String> {
        let properties = self
            .front
            .values(&["kind"])
            .iter()
            .chain(self.front.values(&["type"]));
        let properties = properties
            .chain(self.front.values(&["categories"]))
            .chain(self.front.values(&["category"]));
        let properties = properties.map(|value| unlinked(value).to_owned());
        let tags = self.front.tags();
        let tags = tags
            .into_iter()
            .map(|tag| tag.rsplit('/').next().unwrap_or_default().to_owned());
        let folder = self
            .name
            .rsplit_once('/')
            .map(|(folder, _)| folder.rsplit('/').next().unwrap_or(folder).to_owned());
        properties
            .chain(tags)
            .chain(folder)
            .map(|word| word.trim().to_lowercase())
            .collect()
    }

    /// The kind of entity that it says it is about.
    pub(super) fn kind(&self) -> Option<&'static str> {
        let words = self.words();
        words.iter().find_map(|word| {
            let found = KINDS.iter().find(|(_, names)| names.contains(&&**word));
            found.map(|(kind, _)| *kind)
        })
    }

    /// Whether it tells of an entity: it says so, or others link to it and it does not say that it is an article.
    pub(super) fn is_entity(&self, linked: &BTreeSet<String>) -> bool {
        let words = self.words();
        if words.iter().any(|word| ARTICLES.contains(&&**word)) {
            return false;
        }
        let has_place = !self
            .front
            .values(&["coordinates", "lat", "latitude"])
            .is_empty();
        let has_names = !self.front.values(&["aliases", "alias"]).is_empty();
        let says_itself = self.kind().is_some() || has_place || has_names;
        let is_text = self
            .front
            .value(&["author", "authors", "byline", "published"])
            .is_some();
        says_itself || !is_text && linked.contains(&key(self.title()))
    }
}

/// The names that the texts of some notes link to.
pub(super) fn linked(notes: &[Note]) -> BTreeSet<String> {
    let mut linked = BTreeSet::new();
    for note in notes {
        for target in signs::links(&note.body) {
            if target != key(note.title()) {
                linked.insert(target);
            }
        }
    }
    linked
}
