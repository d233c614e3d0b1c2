//! JSON Schema (draft 2020-12), as far as the schemas of content go: any other keyword stops the test.

use regex_lite::Regex;
use serde_json::Value;

/// What first keeps a value from fitting a schema, with its place.
pub(crate) fn fault(schema: &Value, value: &Value, place: &str) -> Option<String> {
    let keywords = schema.as_object().expect("a schema is a table").iter();
    let mut faults =
        keywords.filter_map(|(keyword, wanted)| fault_of(keyword, wanted, schema, value, place));
    faults.next()
}

fn fault_of(
    keyword: &str,
    wanted: &Value,
    schema: &Value,
    value: &Value,
    place: &str,
) -> Option<String> {
    let says =
        |fits: bool| (!fits).then(|| format!("{place}: {value} does not fit {keyword} {wanted}"));
    let fits = |schema: &Value| fault(schema, value, place).is_none();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    match keyword {
        "$schema" | "title" | "description" | "then" | "else" => None,
        "type" => says(match wanted.as_str().expect("a type is a word") {
            "array" => value.is_array(),
            "boolean" => value.is_boolean(),
            "number" => value.is_number(),
            "object" => value.is_object(),
            "string" => value.is_string(),
            other => panic!("nobody knows the type `{other}`"),
        }),
        "const" => says(value == wanted),
        "enum" => says(list(wanted).contains(value)),
        "anyOf" => says(list(wanted).iter().any(fits)),
        "if" => {
            let branch = if fits(wanted) { "then" } else { "else" };
            fault(schema.get(branch)?, value, place)
        }
        "pattern" => {
            let pattern =
                Regex::new(wanted.as_str().expect("a pattern is a text")).expect("a pattern");
            says(value.as_str().is_none_or(|text| pattern.is_match(text)))
        }
        "minimum" => says(
            value
                .as_f64()
                .is_none_or(|number| number >= wanted.as_f64().unwrap_or_default()),
        ),
        "maximum" => says(
            value
                .as_f64()
                .is_none_or(|number| number <= wanted.as_f64().unwrap_or_default()),
        ),
        "minItems" => says(
            !value.is_array() || list(value).len() as u64 >= wanted.as_u64().unwrap_or_default(),
        ),
        "items" => {
            let items = list(value);
            let mut faults = items.iter().filter_map(|item| fault(wanted, item, place));
            faults.next()
        }
        "required" => says(value.as_object().is_none_or(|table| {
            let wanted = list(wanted);
            let mut keys = wanted.iter().filter_map(Value::as_str);
            keys.all(|key| table.contains_key(key))
        })),
        "properties" => {
            let entries = value.as_object()?.iter();
            let mut faults = entries.filter_map(|(key, value)| {
                fault(wanted.get(key)?, value, &format!("{place}.{key}"))
            });
            faults.next()
        }
        "additionalProperties" => {
            let known = schema.get("properties");
            let mut others = value
                .as_object()?
                .iter()
                .filter(|(key, _)| known.and_then(|known| known.get(*key)).is_none());
            match wanted {
                Value::Bool(false) => others
                    .next()
                    .map(|(key, _)| format!("{place}: no key `{key}`")),
                schema => {
                    others.find_map(|(key, value)| fault(schema, value, &format!("{place}.{key}")))
                }
            }
        }
        other => panic!("nobody knows the keyword `{other}`"),
    }
}
