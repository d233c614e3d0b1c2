//! Keys that several tables have: what a statement rests on, whose view it is, former names, findings that may stand.

use crate::compile::fields::field::{Field, Fields, STRINGS, Shape, optional, required};

pub(crate) const FORMER: Field = optional(
    "former",
    STRINGS,
    "Names that it had; their addresses lead here.",
);

pub(crate) const ALLOW: Field = optional(
    "allow",
    Shape::Allowances,
    "Findings that may stand, each with the reason.",
);

pub(crate) const CLAIM: Field =
    optional("claim", Shape::Words, "Whose view it is, where it is one.");

pub(crate) const SOURCE_KEY: Field = required(
    "source",
    SOURCES,
    "What it rests on: a block of an article as `ARTICLE#anchor` or `ARTICLE#pN`, else a key of sources.toml; several in a list.",
);

/// What a statement rests on.
pub(crate) const SOURCES: Shape = Shape::Either(&[
    Shape::Saying,
    Shape::Table(&QUOTED),
    Shape::Table(&PART),
    Shape::List(&Shape::Either(&[
        Shape::Saying,
        Shape::Table(&QUOTED),
        Shape::Table(&PART),
    ])),
]);

pub(crate) static QUOTED: Fields = Fields {
    title: "Words of an article",
    fields: &[
        required("article", Shape::Saying, "The article's name."),
        required(
            "quote",
            Shape::Saying,
            "Words that only one of its blocks has.",
        ),
    ],
};

pub(crate) static PART: Fields = Fields {
    title: "A part of a work",
    fields: &[
        required("id", Shape::Saying, "The work's key in sources.toml."),
        optional("pages", Shape::Saying, "Its pages: 12-14."),
        optional("at", Shape::Saying, "Any other place in it: minute 12."),
    ],
};
