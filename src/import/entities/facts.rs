//! What is said of an entity, and what that rests on.

use crate::import::cited::{Citable, quoted_sentence, rests_on_articles};
use crate::import::entities::known::KnownEntities;
use crate::import::entities::prose::prose;
use crate::import::entities::record::{EntityRecord, WrittenFact};
use crate::import::faults::Fault;
use crate::import::target::Target;
use crate::import::toml_text::quoted;
use crate::import::value;

/// The facts of a record that rest on something; others are told.
pub(super) fn facts(
    record: &EntityRecord,
    known: &KnownEntities,
    citable: &mut Citable,
    place: &str,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) -> Vec<WrittenFact> {
    let mut facts = Vec::new();
    for fact in &record.facts {
        let source = match citable.sources(&fact.sources, target) {
            Ok(Some(source)) => source,
            Ok(None) if !record.private => match citable.own(target) {
                Ok(own) => own,
                Err(why) => {
                    faults.push(Fault::of(place, why, ""));
                    continue;
                }
            },
            Ok(None) => {
                let what = "what is said of a private person must rest on an article";
                faults.push(Fault::of(
                    place,
                    what,
                    "write the block of an article as its source: `bridge#p2`",
                ));
                continue;
            }
            Err(why) => {
                faults.push(Fault::of(place, why, "import the sources first, or write a key of `sources.toml`, a block of an article (`bridge#p2`) or a web address"));
                continue;
            }
        };
        if record.private && !rests_on_articles(&source) {
            let what = "what is said of a private person must rest on an article";
            faults.push(Fault::of(
                place,
                what,
                "write the block of an article as its source: `bridge#p2`",
            ));
            continue;
        }
        let text = prose(&fact.text, known);
        if text.is_empty() {
            faults.push(Fault::of(
                place,
                "the fact has no words",
                "write it in letters",
            ));
            continue;
        }
        facts.push(WrittenFact {
            text,
            source,
            date: fact.date.clone(),
            claim: value::plain(&fact.claim),
        });
    }
    facts
}

/// What can be said of an entity that comes without a fact: what describes it, if that has a source; what an article says
/// that names it; else what describes it, by the file that it comes from.
pub(super) fn first_fact(
    record: &EntityRecord,
    known: &KnownEntities,
    citable: &mut Citable,
    target: &mut Target<'_>,
) -> Result<WrittenFact, String> {
    let described = Some(&record.description).filter(|words| !words.is_empty());
    let described = described.map(|words| prose(&sentence(words), known));
    let said = Some(&record.summary)
        .filter(|words| !words.is_empty())
        .cloned()
        .or(described.filter(|words| !words.is_empty()));
    let fact = |text: String, source: String| WrittenFact {
        text,
        source,
        date: String::new(),
        claim: String::new(),
    };
    let given = citable.sources(&record.sources, target)?;
    let given = given.filter(|source| !record.private || rests_on_articles(source));
    if let (Some(text), Some(source)) = (&said, given) {
        return Ok(fact(text.clone(), source));
    }
    let names = record
        .names
        .iter()
        .map(|(name, _)| &**name)
        .chain(record.aliases.iter().map(|alias| &**alias));
    if let Some(named) = citable.named(&record.id, &names.collect::<Vec<_>>(), target) {
        return Ok(fact(
            prose(&quoted_sentence(&named.sentence), known),
            quoted(&named.address),
        ));
    }
    match said {
        Some(_) if record.private => {
            Err("what is said of a private person must rest on an article".to_owned())
        }
        Some(text) => Ok(fact(text, citable.own(target)?)),
        None => Err("nothing is said of it, and no article names it".to_owned()),
    }
}

/// Words with the sign that ends a sentence.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    let rest = letters.as_str();
    let end = if words.ends_with(['.', '!', '?', '…', '。']) {
        ""
    } else {
        "."
    };
    [&*first, rest, end].concat()
}
