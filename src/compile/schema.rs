//! JSON Schemas (draft 2020-12) of the content files, by which editors complete and check them while authors type.

use serde_json::{Map, Value, json};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::compile::codes::allowable;
use crate::compile::explanation;
use crate::compile::fields::{self, Fields, Shape};
use crate::compile::files::Files;
use crate::compile::identifiers;
use crate::model::kind::Kind;

/// The files of each sort have a schema of this name: `site.json`.
pub const NAMES: [&str; 5] = ["article", "entity", "events", "site", "sources"];

/// Words that are the site's own, which schemas list.
struct Own {
    kinds: Vec<String>,
    schemes: Vec<String>,
}

/// The schema of a sort of files, as text; nothing if there is no such sort. `files` are those of the site, whose own kinds and
/// schemes are allowed too.
pub fn schema(name: &str, files: &Files) -> Option<String> {
    let own = Own::of(files);
    let schema = match name {
        "article" => own.root(&fields::ARTICLE),
        "entity" => own.entity(),
        "events" => own.root(&fields::EVENTS),
        "site" => own.root(&fields::SITE),
        "sources" => own.sources(),
        _ => return None,
    };
    let text = serde_json::to_string_pretty(&schema).ok()?;
    Some(text + "\n")
}

impl Own {
    /// Those that `site.toml` names, whatever else is wrong with it.
    fn of(files: &Files) -> Self {
        let bytes = files.files.get("site.toml").map(Vec::as_slice);
        let text = String::from_utf8_lossy(bytes.unwrap_or_default());
        let (table, _) = DeTable::parse_recoverable(&text);
        let keys = |key: &str| match table.get_ref().get(key).map(Spanned::get_ref) {
            Some(DeValue::Table(table)) => {
                let keys = table.keys();
                keys.map(|key| key.get_ref().to_string()).collect()
            }
            _ => Vec::new(),
        };
        Self {
            kinds: keys("kinds"),
            schemes: keys("identifiers"),
        }
    }

    fn root(&self, fields: &Fields) -> Value {
        headed(self.table(fields))
    }

    /// An entity, of which a draft needs no more than a name.
    fn entity(&self) -> Value {
        let mut entity = self.table(&fields::ENTITY);
        let required = entity["required"].take();
        entity["required"] = json!(["names"]);
        entity["if"] =
            json!({ "required": ["draft"], "properties": { "draft": { "const": true } } });
        entity["then"] = json!({});
        entity["else"] = json!({ "required": required });
        headed(entity)
    }

    /// A file of tables by keys of the author's own, and `[allow]`.
    fn sources(&self) -> Value {
        let mut root = json!({
            "title": "sources.toml: every work that is cited, each by its key",
            "type": "object",
            "properties": { "allow": self.of_shape(&Shape::Allowances) },
            "additionalProperties": self.source(),
        });
        root["properties"]["allow"]["description"] = json!(fields::ALLOW.doc);
        headed(root)
    }

    /// A work is called by its title; one that is no publication may be called by whose it is.
    fn source(&self) -> Value {
        let mut source = self.table(&fields::SOURCE);
        let kinds = ["interview", "letter", "court-file", "archive", "recording"];
        source["if"] = json!({ "required": ["kind"], "properties": { "kind": { "enum": kinds } } });
        let ways = ["title", "author", "held_by"].map(|key| json!({ "required": [key] }));
        source["then"] = json!({ "anyOf": ways });
        source["else"] = json!({ "required": ["title"] });
        source
    }

    fn table(&self, fields: &Fields) -> Value {
        let mut properties = Map::new();
        for field in fields.fields {
            let mut schema = self.of_shape(&field.shape);
            schema["description"] = json!(field.doc);
            properties.insert(field.key.to_owned(), schema);
        }
        let required = fields.fields.iter().filter(|field| field.is_required);
        let required: Vec<_> = required.map(|field| field.key).collect();
        let mut table = json!({
            "title": fields.title,
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            table["required"] = json!(required);
        }
        table
    }

    fn of_shape(&self, shape: &Shape) -> Value {
        let pattern = |pattern: &str| json!({ "type": "string", "pattern": pattern });
        match shape {
            Shape::Format => json!({ "const": 1 }),
            Shape::Words => json!({ "type": "string" }),
            Shape::Saying | Shape::Language | Shape::Date => pattern(r"\S"),
            Shape::Duration => pattern("^P(?:[0-9]+Y)?(?:[0-9]+M)?$"),
            Shape::Url => pattern("^https?://"),
            Shape::UrlOrMail => pattern("^(?:https?://|mailto:)"),
            Shape::Slug => pattern("^[a-z0-9-]+$"),
            Shape::Colour => pattern("^#[0-9A-Fa-f]+$"),
            Shape::Flag => json!({ "type": "boolean" }),
            Shape::Number(least, most) => {
                json!({ "type": "number", "minimum": least, "maximum": most })
            }
            Shape::Choice(words) => json!({ "enum": words }),
            Shape::Kind => {
                let common = Kind::ALL.map(Kind::slug);
                let own = self.kinds.iter().map(String::as_str);
                json!({ "enum": common.into_iter().chain(own).collect::<Vec<_>>() })
            }
            Shape::Identifiers => {
                let common = identifiers::common().map(|(key, name)| {
                    (
                        key.to_owned(),
                        json!({ "type": "string", "description": name }),
                    )
                });
                let own = self.schemes.iter();
                let own = own.map(|key| (key.clone(), json!({ "type": "string" })));
                closed(common.chain(own).collect())
            }
            Shape::Allowances => {
                let codes = allowable().map(|code| {
                    let meaning = explanation::of(code).map_or("", |one| one.meaning);
                    let reason =
                        json!({ "type": "string", "pattern": r"\S", "description": meaning });
                    (code.to_owned(), reason)
                });
                closed(codes.collect())
            }
            Shape::Table(fields) => self.table(fields),
            Shape::Tables(fields, least) => {
                json!({ "type": "array", "items": self.table(fields), "minItems": least })
            }
            Shape::List(shape) => json!({ "type": "array", "items": self.of_shape(shape) }),
            Shape::ByKey(shape) => {
                json!({ "type": "object", "additionalProperties": self.of_shape(shape) })
            }
            Shape::Either(shapes) => {
                let shapes: Vec<_> = shapes.iter().map(|shape| self.of_shape(shape)).collect();
                json!({ "anyOf": shapes })
            }
        }
    }
}

/// A table with these keys and no others.
fn closed(properties: Map<String, Value>) -> Value {
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// A schema that stands in a file of its own.
fn headed(mut schema: Value) -> Value {
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema
}
