//! Events outside of a person's life. When somebody was born and died is known from dated statements that say nothing
//! else first: "Was born in Riverton.", `predicate = "born in"`, "[[id|Words]] dies."

use std::collections::BTreeMap;

use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::site::{Entity, Event, Site};
use crate::model::text::{Span, plain};
use crate::model::when::When;

/// Where a life begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Birth,
    Death,
}

/// What is known of a life: the earliest birth and the latest death that anything tells.
#[derive(Default)]
struct Life<'s> {
    birth: Option<&'s When>,
    death: Option<&'s When>,
}

impl<'s> Life<'s> {
    fn tell(&mut self, turn: Turn, date: &'s When) {
        match turn {
            Turn::Birth => {
                let before = self
                    .birth
                    .is_none_or(|birth| date.earliest < birth.earliest);
                self.birth = if before { Some(date) } else { self.birth };
            }
            Turn::Death => {
                let after = self.death.is_none_or(|death| date.latest > death.latest);
                self.death = if after { Some(date) } else { self.death };
            }
        }
    }
}

/// Says which events tell of somebody not yet born or dead already. Whom an event concerns may well be dead: it is about
/// those alone with whom its text begins. `spans` are where the events stand, `files` those of the entities.
pub(crate) fn check(site: &Site, files: &[&str], spans: &[SourceSpan<'_>], findings: &Findings) {
    let lives = lives(site);
    for (id, life) in &lives {
        let Some((birth, death)) = life.birth.zip(life.death) else {
            continue;
        };
        if death.latest < birth.earliest {
            let slug = &site.entities[*id].slug;
            let message = format!(
                "`{slug}` is born ({}) after they died ({})",
                birth.words, death.words
            );
            findings
                .warning("outside-life", &SourceSpan::whole(files[id.row()]), message)
                .help("put one of the two dates right");
        }
    }
    for ((_, event), span) in site.events.iter().zip(spans) {
        let Some((person, life)) = begins_with(event).and_then(|id| Some((id, lives.get(&id)?)))
        else {
            continue;
        };
        let slug = &site.entities[person].slug;
        let is_after = |death: &&When| death.latest < event.date.earliest;
        let is_before = |birth: &&When| event.date.latest < birth.earliest;
        let message = if let Some(death) = life.death.filter(is_after) {
            format!("`{slug}` was dead by then ({})", death.words)
        } else if let Some(birth) = life.birth.filter(is_before) {
            format!("`{slug}` was not born yet ({})", birth.words)
        } else {
            continue;
        };
        findings.warning("outside-life", span, message).help(
            "put the date right; if it is, begin the text with who does it, or with what happens",
        );
    }
}

/// The person whom an event's text is about: the one with whom it begins.
fn begins_with(event: &Event) -> Option<Id<Entity>> {
    match event.text.value.first()? {
        Span::Marked { to, .. } => Some(*to),
        _ => None,
    }
}

fn lives(site: &Site) -> BTreeMap<Id<Entity>, Life<'_>> {
    let mut lives: BTreeMap<Id<Entity>, Life<'_>> = BTreeMap::new();
    let mut tell = |id, turn: Option<Turn>, date| {
        if let Some((turn, date)) = turn.zip(date) {
            lives.entry(id).or_default().tell(turn, date);
        }
    };
    let persons = site
        .entities
        .iter()
        .filter(|(_, one)| one.kind == Kind::Person);
    for (id, person) in persons {
        // What is somebody's view is not sure.
        for fact in person.facts.iter().filter(|fact| fact.text.claim.is_none()) {
            let text = plain(&fact.text.value);
            let mut names = person.names.iter().map(|name| &*name.text);
            let without = names.find_map(|name| text.strip_prefix(name));
            tell(id, turn(without.unwrap_or(&text)), fact.date.as_ref());
        }
        let relations = person.relations.iter();
        for relation in relations.filter(|one| one.predicate.claim.is_none()) {
            tell(id, turn(&relation.predicate.value), relation.date.as_ref());
        }
    }
    for (_, event) in site
        .events
        .iter()
        .filter(|(_, one)| one.text.claim.is_none())
    {
        if let Some(id) = begins_with(event).filter(|id| site.entities[*id].kind == Kind::Person) {
            let said = plain(&event.text.value[1..]);
            tell(id, turn(&said), Some(&event.date));
        }
    }
    lives
}

/// Words for him or her with which a sentence begins.
const PRONOUNS: &[&str] = &[
    "he", "she", "they", "er", "sie", "il", "elle", "él", "ella", "он", "она",
];

/// Words that tell of a birth or a death; the second stands anywhere behind the first.
const TURNS: &[(&str, &str, Turn)] = &[
    ("was born", "", Turn::Birth),
    ("is born", "", Turn::Birth),
    ("born", "", Turn::Birth),
    ("died", "", Turn::Death),
    ("dies", "", Turn::Death),
    ("was killed", "", Turn::Death),
    ("is killed", "", Turn::Death),
    ("wurde", "geboren", Turn::Birth),
    ("wird", "geboren", Turn::Birth),
    ("geboren", "", Turn::Birth),
    ("starb", "", Turn::Death),
    ("stirbt", "", Turn::Death),
    ("est né", "", Turn::Birth),
    ("est née", "", Turn::Birth),
    ("naît", "", Turn::Birth),
    ("né", "", Turn::Birth),
    ("née", "", Turn::Birth),
    ("meurt", "", Turn::Death),
    ("est mort", "", Turn::Death),
    ("est morte", "", Turn::Death),
    ("nació", "", Turn::Birth),
    ("nace", "", Turn::Birth),
    ("murió", "", Turn::Death),
    ("muere", "", Turn::Death),
    ("родился", "", Turn::Birth),
    ("родилась", "", Turn::Birth),
    ("умер", "", Turn::Death),
    ("умерла", "", Turn::Death),
];

/// Whether a sentence begins by saying that somebody was born or died.
fn turn(said: &str) -> Option<Turn> {
    let said = said.to_lowercase();
    let words = said.split(|c: char| !c.is_alphanumeric());
    let mut words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    if words.first().is_some_and(|first| PRONOUNS.contains(first)) {
        words.remove(0);
    }
    let begins = |beginning: &str| {
        let beginning: Vec<_> = beginning.split(' ').collect();
        words.starts_with(&beginning)
    };
    let mut turns = TURNS.iter();
    let found =
        turns.find(|(first, then, _)| begins(first) && (then.is_empty() || words.contains(then)));
    found.map(|(_, _, turn)| *turn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_begins_so_tells_of_birth_or_death() {
        for (said, expected) in [
            ("Was born in Riverton.", Some(Turn::Birth)),
            ("She was born on a ship.", Some(Turn::Birth)),
            ("Wurde am Meer geboren.", Some(Turn::Birth)),
            (" dies.", Some(Turn::Death)),
            ("Умерла в Алматы.", Some(Turn::Death)),
            ("Her father died.", None),
            ("Wurde Bürgermeisterin.", None),
            ("An ethnic Kazakh born in China, he moved.", None),
            ("", None),
        ] {
            assert_eq!(turn(said), expected, "{said}");
        }
    }
}
