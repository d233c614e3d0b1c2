//! `entities/SLUG.toml`.

use crate::compile::fields::field::{Fields, STRINGS, Shape, optional, required};
use crate::compile::fields::shared::{ALLOW, CLAIM, FORMER, SOURCE_KEY};

pub(crate) static ENTITY: Fields = Fields {
    title: "A person, place, organisation and so on; the file's name is its id",
    fields: &[
        required(
            "kind",
            Shape::Kind,
            "What it is: one of eight kinds, or one of the site's own.",
        ),
        required(
            "names",
            Shape::Tables(&NAME, 1),
            "Its names, found in the text by themselves; the first heads its card.",
        ),
        optional(
            "aliases",
            STRINGS,
            "Further words that mean it, found too but never shown.",
        ),
        optional(
            "description",
            Shape::Words,
            "A few words beside the kind, in small letters: mayor of Riverton.",
        ),
        optional(
            "summary",
            Shape::Words,
            "A sentence or two: inline Markdown with links to entities as [[id|words]].",
        ),
        FORMER,
        optional(
            "draft",
            Shape::Flag,
            "true: not ready to be published; kind, summary and facts may be missing.",
        ),
        optional(
            "private",
            Shape::Flag,
            "true: a private person, of whom only what articles say is shown.",
        ),
        optional(
            "autolink",
            Shape::Flag,
            "false: its names are never linked automatically.",
        ),
        optional("place", Shape::Table(&PLACE), "Where it is on earth."),
        optional(
            "identifiers",
            Shape::Identifiers,
            "Numbers by which it is known elsewhere.",
        ),
        optional("image", Shape::Table(&IMAGE), "A picture of it."),
        required(
            "facts",
            Shape::Tables(&FACT, 1),
            "What is known of it, each with its source; at least one.",
        ),
        optional(
            "relations",
            Shape::Tables(&RELATION, 0),
            "What it is to other entities.",
        ),
        ALLOW,
    ],
};

pub(crate) static NAME: Fields = Fields {
    title: "A name",
    fields: &[
        required("text", Shape::Saying, "The name."),
        optional(
            "lang",
            Shape::Language,
            "The language that it is in; the site's by default.",
        ),
    ],
};

pub(crate) static PLACE: Fields = Fields {
    title: "A place on earth",
    fields: &[
        required(
            "lat",
            Shape::Number(-90.0, 90.0),
            "Degrees, WGS 84, north positive.",
        ),
        required(
            "lon",
            Shape::Number(-180.0, 180.0),
            "Degrees, WGS 84, east positive.",
        ),
        optional("approximate", Shape::Flag, "true: it is not exact."),
        optional(
            "extent",
            Shape::Number(0.0, 3000.0),
            "Of a region, kilometers from its middle to about its edge; with `approximate = true`.",
        ),
    ],
};

pub(crate) static IMAGE: Fields = Fields {
    title: "A picture",
    fields: &[
        required(
            "file",
            Shape::Saying,
            "A file below the content folder: JPEG, PNG, WebP, GIF or SVG.",
        ),
        required(
            "alt",
            Shape::Saying,
            "What it shows, for those who do not see it.",
        ),
        required("credit", Shape::Saying, "Who made it."),
        required("licence", Shape::Saying, "Its licence."),
    ],
};

pub(crate) static FACT: Fields = Fields {
    title: "A fact: one claim with its source",
    fields: &[
        required(
            "text",
            Shape::Saying,
            "What is claimed: inline Markdown with links to entities.",
        ),
        SOURCE_KEY,
        CLAIM,
        optional("date", Shape::Date, "When it held, in EDTF."),
    ],
};

pub(crate) static RELATION: Fields = Fields {
    title: "What it is to another entity",
    fields: &[
        required(
            "predicate",
            Shape::Saying,
            "This entity PREDICATE the other: founded by.",
        ),
        required("object", Shape::Saying, "The id of the other."),
        optional(
            "inverse",
            Shape::Words,
            "The other INVERSE this entity: founder of.",
        ),
        SOURCE_KEY,
        CLAIM,
        optional("date", Shape::Date, "When it held, in EDTF."),
    ],
};
