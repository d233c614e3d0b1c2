//! The statements of a record: the best of each property, with what qualifies them.

use serde_json::Value;

use crate::import::faults::Fault;
use crate::import::wikidata::time::{Moment, moment};

/// A statement that says something.
pub(super) struct Claim<'v> {
    value: &'v Value,
    qualifiers: Option<&'v Value>,
}

/// The statements of a property: those that are preferred, else all that are not deprecated. What nobody knows, and what is
/// said not to be, says nothing.
pub(super) fn claims<'v>(record: &'v Value, property: &str) -> Vec<Claim<'v>> {
    let all = record.get("claims").or_else(|| record.get("statements"));
    let all = all.and_then(|claims| claims.get(property)?.as_array());
    let all: Vec<_> = all.into_iter().flatten().collect();
    let rank = |claim: &&Value| {
        claim
            .get("rank")
            .and_then(Value::as_str)
            .unwrap_or("normal")
            .to_owned()
    };
    let best = if all.iter().any(|claim| rank(claim) == "preferred") {
        "preferred"
    } else {
        "normal"
    };
    let best = all.into_iter().filter(|claim| rank(claim) == best);
    best.filter_map(|claim| {
        Some(Claim {
            value: value_of(claim.get("mainsnak")?)?,
            qualifiers: claim.get("qualifiers"),
        })
    })
    .collect()
}

/// What a snak says.
fn value_of(snak: &Value) -> Option<&Value> {
    let says = snak.get("snaktype").and_then(Value::as_str) == Some("value");
    snak.get("datavalue")?.get("value").filter(|_| says)
}

impl<'v> Claim<'v> {
    pub(super) fn value(&self) -> Option<&'v Value> {
        Some(self.value)
    }

    /// The item that it means.
    pub(super) fn item(&self) -> Option<String> {
        let id = self
            .value
            .get("id")
            .and_then(Value::as_str)
            .map(str::to_owned);
        id.or_else(|| Some(format!("Q{}", self.value.get("numeric-id")?.as_u64()?)))
    }

    /// Words with their language.
    pub(super) fn words(&self) -> Option<(&'v str, &'v str)> {
        Some((
            self.value.get("text")?.as_str()?,
            self.value.get("language")?.as_str()?,
        ))
    }

    /// What qualifies it by this property.
    fn qualifier(&self, property: &str) -> Option<&'v Value> {
        let all = self.qualifiers?.get(property)?.as_array()?;
        all.iter().find_map(value_of)
    }

    fn moment(&self, property: &str) -> Option<Moment> {
        moment(self.qualifier(property)?)
    }

    /// When it says that something was.
    pub(super) fn date(&self) -> Option<Moment> {
        let bounds = [self.moment("P1319"), self.moment("P1326")];
        if let [Some(earliest), Some(latest)] = &bounds {
            return Some(Moment {
                edtf: format!("{}/{}", earliest.edtf, latest.edtf),
            });
        }
        let mut date = moment(self.value)?;
        let is_about = self
            .qualifier("P1480")
            .and_then(|value| value.get("id")?.as_str())
            == Some("Q5727902");
        if is_about && !date.edtf.contains('X') {
            date.edtf.push('~');
        }
        Some(date)
    }

    /// From when to when it held.
    pub(super) fn span(&self) -> String {
        if let Some(point) = self.moment("P585") {
            return point.edtf;
        }
        match (self.moment("P580"), self.moment("P582")) {
            (Some(start), Some(end)) => format!("{}/{}", start.edtf, end.edtf),
            (Some(start), None) => format!("{}/..", start.edtf),
            (None, Some(end)) => format!("../{}", end.edtf),
            (None, None) => String::new(),
        }
    }

    /// Tells of a date that is too vague, or too far away.
    pub(super) fn undated(&self, id: &str, text: &str) -> Option<Fault> {
        let time = self.value.get("time")?.as_str()?;
        let what = format!(
            "\"{}\" `{time}`, which is vaguer than a century",
            text.trim_end_matches('.')
        );
        Some(Fault::of(
            format!("`{id}`"),
            what,
            "say it in words, as a fact",
        ))
    }
}
