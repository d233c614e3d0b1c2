//! Suggestions as data, for editors.

use serde_json::{Value, json};

use crate::suggest::Suggestions;
use crate::suggest::candidate::{Candidate, Quotation};
use crate::suggest::gazetteer::KnownPlace;
use crate::suggest::near_form::NearForm;
use crate::suggest::occurrence::Occurrence;

/// An object of `candidates`, `near_forms` and `notices`. Offsets are bytes of a block's plain text.
pub fn json(suggestions: &Suggestions) -> String {
    let articles = &suggestions.articles;
    let candidates = suggestions
        .candidates
        .iter()
        .map(|one| candidate(one, articles));
    let near_forms = suggestions
        .near_forms
        .iter()
        .map(|one| near_form(one, articles));
    let all = json!({
        "candidates": candidates.collect::<Value>(),
        "near_forms": near_forms.collect::<Value>(),
        "notices": suggestions.notices,
    });
    format!("{all:#}")
}

fn candidate(one: &Candidate, articles: &[String]) -> Value {
    json!({
        "id": one.id,
        "name": one.name,
        "language": one.language,
        "tier": one.tier.word(),
        "kind": one.kind.map(|kind| kind.slug()),
        "forms": one.forms.iter().map(|form| json!({ "words": form.words, "count": form.count })).collect::<Value>(),
        "occurrences": occurrences(&one.occurrences, articles),
        "sentences": sentences(&one.sentences),
        "may_mean": one.may_mean,
        "places": one.places.iter().map(place).collect::<Value>(),
    })
}

fn near_form(one: &NearForm, articles: &[String]) -> Value {
    json!({
        "entities": one.entities,
        "words": one.words,
        "occurrences": occurrences(&one.occurrences, articles),
        "sentences": sentences(&one.sentences),
    })
}

fn occurrences(all: &[Occurrence], articles: &[String]) -> Value {
    let each = all.iter().map(|one| {
        json!({ "article": articles[one.article], "block": one.block, "start": one.start, "end": one.end })
    });
    each.collect()
}

fn sentences(all: &[Quotation]) -> Value {
    let each = all.iter().map(
        |one| json!({ "source": format!("{}#p{}", one.article, one.block), "text": one.text }),
    );
    each.collect()
}

fn place(one: &KnownPlace) -> Value {
    let number = |degrees: &str| degrees.parse::<f64>().ok();
    json!({
        "name": one.name,
        "country": one.country,
        "lat": one.at.and_then(|(north, _)| number(north)),
        "lon": one.at.and_then(|(_, east)| number(east)),
        "geonames": one.geonames,
    })
}
