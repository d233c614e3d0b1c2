//! `events.toml`, `sources.toml`, and how they are cited.

use crate::compile::fields::field::{Fields, STRINGS, Shape, optional, required};
use crate::compile::fields::shared::{ALLOW, CLAIM, FORMER, SOURCE_KEY};

pub(crate) static EVENTS: Fields = Fields {
    title: "events.toml: what happened when",
    fields: &[
        optional("events", Shape::Tables(&EVENT, 0), "The events."),
        ALLOW,
    ],
};

pub(crate) static EVENT: Fields = Fields {
    title: "An event",
    fields: &[
        required("date", Shape::Date, "When it happened, in EDTF."),
        optional(
            "id",
            Shape::Slug,
            "Its address, where another event has the same date.",
        ),
        FORMER,
        required(
            "text",
            Shape::Saying,
            "What happened: inline Markdown with links to entities.",
        ),
        optional(
            "entities",
            STRINGS,
            "Whom it concerns; those whom the text links by default.",
        ),
        SOURCE_KEY,
        CLAIM,
    ],
};

pub(crate) static ORGANISATION: Fields = Fields {
    title: "An author that is no person: the name is not taken apart",
    fields: &[required("organisation", Shape::Saying, "The name.")],
};

pub(crate) static SOURCE: Fields = Fields {
    title: "A work that facts cite; its key is what they call it",
    fields: &[
        optional(
            "kind",
            Shape::Choice(&[
                "web",
                "article",
                "book",
                "report",
                "interview",
                "letter",
                "court-file",
                "archive",
                "recording",
            ]),
            "What it is; web by default.",
        ),
        optional(
            "author",
            Shape::Either(&[
                Shape::Saying,
                Shape::Table(&ORGANISATION),
                Shape::List(&Shape::Either(&[
                    Shape::Saying,
                    Shape::Table(&ORGANISATION),
                ])),
            ]),
            "Who wrote it, or whose words it has: a name, or a list of names and of { organisation }.",
        ),
        optional("publisher", Shape::Saying, "Who brought it out."),
        optional(
            "title",
            Shape::Saying,
            "Its own title; required but for interviews, letters and the like.",
        ),
        optional("url", Shape::Url, "The work's own public page."),
        optional("archived", Shape::Url, "Where a web archive has it."),
        optional(
            "doi",
            Shape::Saying,
            "Makes an address where there is no url.",
        ),
        optional("isbn", Shape::Saying, "Of a book."),
        optional("pages", Shape::Saying, "Where it stands in its volume."),
        optional("held_by", Shape::Saying, "Who keeps what has no address."),
        optional(
            "call_number",
            Shape::Saying,
            "Where it is kept there: box 12, folder 3.",
        ),
        optional(
            "date",
            Shape::Date,
            "When it was published, written or said, in EDTF.",
        ),
        optional("read_on", Shape::Date, "When it was read, in EDTF."),
        optional(
            "read",
            Shape::Choice(&["page", "copy"]),
            "How it was read: at its own address (page, the default) or in a copy.",
        ),
        optional(
            "reliability",
            Shape::Choice(&["strong", "good", "official", "low"]),
            "How far it is to be trusted; good by default.",
        ),
        optional("language", Shape::Language, "The language that it is in."),
    ],
};
