//! Entities that notes and wiki links name: which there are, and their files.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::read_back;
use crate::compile::sentence::sentence_at;
use crate::compile::source_text::escaped;
use crate::import::document::{Block, Inline};
use crate::import::flatten;
use crate::import::imported::LeftOut;
use crate::import::markdown::builder::{Builder, Built};
use crate::import::markdown::front::unlinked;
use crate::import::markdown::known::Entities;
use crate::import::markdown::note::Note;
use crate::import::markdown::signs::key;
use crate::import::pictures::Pictures;
use crate::import::target::Target;
use crate::import::value;
use crate::import::writer;

/// Facts that are made of one note; a longer one is a text of its own.
const FACTS: usize = 30;

/// Where an entity is first named.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    source: String,
    sentence: String,
}

impl Entities {
    /// Writes the files of those that are new.
    pub(super) fn write(
        mut self,
        notes: Vec<Note>,
        passages: &BTreeMap<String, Passage>,
        pictures: &mut Pictures<'_>,
        target: &mut Target<'_>,
    ) {
        self.is_closed = true;
        let mut used = BTreeSet::new();
        let mut guessed = Vec::new();
        for note in notes {
            let Some(id) = self.notes.get(&note.name).cloned() else {
                continue;
            };
            let path = format!("entities/{id}.toml");
            if target.text(&path).is_some_and(|text| !text.is_empty()) {
                target.leave_out(LeftOut {
                    file: note.name.clone(),
                    place: String::new(),
                    what: format!("`{path}` tells of this entity already"),
                    cure: "write into that file what is new".to_owned(),
                });
                continue;
            }
            if note.kind().is_none() {
                guessed.push(id.clone());
            }
            let text = self.file(&note, &id, passages, &mut used, pictures, target);
            target.write(&path, text);
        }
        for (id, name) in std::mem::take(&mut self.named) {
            guessed.push(id.clone());
            let mut text = head("concept", &name, &[], &mut used);
            text += &first_fact(passages.get(&id), &id, target);
            target.write(&format!("entities/{id}.toml"), text);
        }
        if !guessed.is_empty() {
            target.note(format!(
                "nothing says what these are, and `kind = \"concept\"` is taken; write person, place, organisation, event … where they are that: {}",
                guessed.join(", ")
            ));
        }
    }

    fn file(
        &mut self,
        note: &Note,
        id: &str,
        passages: &BTreeMap<String, Passage>,
        used: &mut BTreeSet<String>,
        pictures: &mut Pictures<'_>,
        target: &mut Target<'_>,
    ) -> String {
        let front = &note.front;
        let name = front
            .value(&["name", "title"])
            .map_or(note.title(), unlinked)
            .to_owned();
        let aliases: Vec<&str> = front
            .values(&["aliases", "alias"])
            .iter()
            .map(|alias| unlinked(alias))
            .collect();
        let kind = note.kind().unwrap_or("concept");
        let mut text = head(kind, &name, &aliases, used);
        let passage = passages.get(id);
        if front.is_private() && kind == "person" {
            return private(text, note, passage, target);
        }
        if front.is_private() || front.is_kept_back() {
            text += "draft = true\n";
        }
        if let Some(description) = front.value(&["description"]).map(value::plain) {
            text += &format!("description = \"{}\"\n", escaped(&description));
        }
        let Built { blocks, .. } = Builder::new(note, self, pictures, target).build();
        let blocks = blocks
            .into_iter()
            .filter(|block| !matches!(block, Block::Heading { .. }));
        let mut figures = Vec::new();
        let blocks = unlisted(blocks.collect());
        let mut paragraphs = flatten::paragraphs(blocks, &mut figures).into_iter();
        if let Some(summary) = paragraphs.next() {
            text += &format!("summary = \"{}\"\n", escaped(&line(&summary)));
        }
        if let Some((lat, lon)) = place(note) {
            text += &format!("place = {{ lat = {lat}, lon = {lon} }}\n");
        }
        let numbers = ["wikidata", "gnd", "orcid", "viaf"]
            .into_iter()
            .filter_map(|key| {
                let value = value::plain(front.value(&[key])?.rsplit('/').next()?);
                Some(format!("{key} = \"{}\"", escaped(&value)))
            });
        let numbers: Vec<String> = numbers.collect();
        if !numbers.is_empty() {
            text += &format!("identifiers = {{ {} }}\n", numbers.join(", "));
        }
        if !figures.is_empty() {
            target.note(format!(
                "pictures of `{}` are in `images/`; one of an entity is written as `image` into `entities/{id}.toml`, with `alt`, `credit` and `licence`",
                note.name
            ));
        }
        let rest: Vec<_> = paragraphs.by_ref().take(FACTS).collect();
        if passage.is_some() || rest.is_empty() {
            text += &first_fact(passage, &name, target);
        }
        if !rest.is_empty() {
            let work = note_work(note.title(), target);
            for words in rest {
                text += &format!(
                    "\n[[facts]]\ntext = \"{}\"\nsource = \"{work}\"\n",
                    escaped(&line(&words))
                );
            }
        }
        let left = paragraphs.count();
        if left > 0 {
            target.leave_out(LeftOut {
                file: note.name.clone(),
                place: "at its end".to_owned(),
                what: value::counted(left, "paragraph"),
                cure: "an entity has a summary and facts; make an article of a long text"
                    .to_owned(),
            });
        }
        front.tell(&note.name, target);
        text
    }
}

/// Blocks with the entries of their lists as paragraphs, without signs.
fn unlisted(blocks: Vec<Block>) -> Vec<Block> {
    let blocks = blocks.into_iter().flat_map(|block| match block {
        Block::List { entries, .. } => unlisted(entries.into_iter().flatten().collect()),
        other => vec![other],
    });
    blocks.collect()
}

/// Words in one line, in the place of a value.
fn line(words: &[Inline]) -> String {
    writer::line(words)
}

/// Kind and names.
fn head(kind: &str, name: &str, aliases: &[&str], used: &mut BTreeSet<String>) -> String {
    let name = match value::plain(name) {
        name if name.is_empty() => "Unnamed".to_owned(),
        name => name,
    };
    let mut text = format!(
        "kind = \"{kind}\"\nnames = [{{ text = \"{}\" }}]\n",
        escaped(&name)
    );
    let is_common =
        |words: &str| words.chars().count() < 2 || crate::import::language::is_common(words);
    used.insert(key(&name));
    let aliases = aliases.iter().map(|alias| value::plain(alias));
    let aliases =
        aliases.filter(|alias| !alias.is_empty() && !is_common(alias) && used.insert(key(alias)));
    let aliases: Vec<_> = aliases
        .map(|alias| format!("\"{}\"", escaped(&alias)))
        .collect();
    if !aliases.is_empty() {
        text += &format!("aliases = [{}]\n", aliases.join(", "));
    }
    if is_common(&name) {
        text += "autolink = false\n";
    }
    text
}

/// The file of a private person: nothing of it is what only a note says.
fn private(
    mut text: String,
    note: &Note,
    passage: Option<&Passage>,
    target: &mut Target<'_>,
) -> String {
    text += "private = true\n";
    match passage {
        Some(_) => text += &first_fact(passage, note.title(), target),
        None => text += "draft = true\n",
    }
    target.leave_out(LeftOut {
        file: note.name.clone(),
        place: String::new(),
        what: "what the note says of a private person".to_owned(),
        cure: "of them a site has only what its articles say".to_owned(),
    });
    text
}

/// What the article says where it first names an entity; without such a place, that the notes name it.
fn first_fact(passage: Option<&Passage>, name: &str, target: &mut Target<'_>) -> String {
    let (text, source) = match passage {
        Some(passage) => (
            writer::line(&[Inline::Words(passage.sentence.clone())]),
            passage.source.clone(),
        ),
        None => (
            "Is named in the author’s notes.".to_owned(),
            note_work(name, target),
        ),
    };
    format!(
        "\n[[facts]]\ntext = \"{}\"\nsource = \"{source}\"\n",
        escaped(&text)
    )
}

/// The key of the work that a note is, in `sources.toml`.
fn note_work(title: &str, target: &mut Target<'_>) -> String {
    let key = format!("note-{}", Target::wanted(title, "note"));
    let header = format!("[{key}]");
    let is_there = target
        .text("sources.toml")
        .is_some_and(|text| text.lines().any(|line| line.trim() == header));
    if !is_there {
        let title = value::plain(title);
        let work = format!(
            "{header}\nkind = \"archive\"\ntitle = \"Note: {}\"\nheld_by = \"the author’s notes\"\n",
            escaped(&title)
        );
        target.append("sources.toml", &work);
    }
    key
}

/// Coordinates in a list, a line, or two properties.
fn place(note: &Note) -> Option<(f64, f64)> {
    let front = &note.front;
    let numbers: Vec<f64> = match front.values(&["coordinates", "location"]) {
        [one] => one
            .split(',')
            .map(|part| part.trim().parse())
            .collect::<Result<_, _>>()
            .ok()?,
        [lat, lon] => vec![lat.trim().parse().ok()?, lon.trim().parse().ok()?],
        _ => {
            let one = |keys: &[&str]| front.value(keys)?.trim().parse().ok();
            vec![
                one(&["lat", "latitude"])?,
                one(&["lon", "lng", "long", "longitude"])?,
            ]
        }
    };
    match numbers.as_slice() {
        [lat, lon] if lat.abs() <= 90.0 && lon.abs() <= 180.0 => Some((*lat, *lon)),
        _ => None,
    }
}

/// Notes the sentences in which an article first names entities.
pub(super) fn passages(slug: &str, file: &str, passages: &mut BTreeMap<String, Passage>) {
    let body = file.splitn(3, "+++\n").nth(2).unwrap_or_default();
    let blocks = read_back::blocks(body).unwrap_or_default();
    for (number, texts) in (2_usize..).zip(&blocks) {
        for text in texts {
            let (plain, found) = unmarked(text);
            for (id, at) in found {
                let sentence = plain[sentence_at(&plain, at)].trim().to_owned();
                passages.entry(id).or_insert_with(|| Passage {
                    source: format!("{slug}#p{number}"),
                    sentence,
                });
            }
        }
    }
}

/// A text without the syntax of mentions, and where the words of each stand in it.
fn unmarked(text: &str) -> (String, Vec<(String, usize)>) {
    let mut plain = String::new();
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("[[") {
        let inner = &rest[start + 2..];
        let Some((id, after)) = inner.split_once('|') else {
            break;
        };
        let Some(end) = after.find("]]") else { break };
        plain.push_str(&rest[..start]);
        found.push((id.to_owned(), plain.len()));
        plain.push_str(&after[..end]);
        rest = &after[end + 2..];
    }
    plain.push_str(rest);
    (plain, found)
}
