//! The front matter of an article, between two lines of `+++`.

use crate::compile::fields::field::{Fields, SAYINGS, STRINGS, Shape, optional, required};
use crate::compile::fields::shared::{ALLOW, FORMER};

pub(crate) static ARTICLE: Fields = Fields {
    title: "An article's front matter",
    fields: &[
        required(
            "title",
            Shape::Saying,
            "The headline: inline Markdown with mentions.",
        ),
        optional(
            "standfirst",
            Shape::Saying,
            "Words below the headline: inline Markdown with links to entities.",
        ),
        optional(
            "byline",
            Shape::Either(&[
                Shape::Saying,
                Shape::Table(&AUTHOR),
                Shape::List(&Shape::Either(&[Shape::Saying, Shape::Table(&AUTHOR)])),
            ]),
            "Who wrote it: a name, or a list of names and of { name, url }.",
        ),
        optional("publisher", Shape::Saying, "Who published it first."),
        optional(
            "date",
            Shape::Date,
            "When it was published, in EDTF; tells what is later than the article.",
        ),
        optional("updated", Shape::Date, "When it was last changed, in EDTF."),
        optional(
            "section",
            Shape::Saying,
            "The part of the site that it belongs to.",
        ),
        optional("tags", SAYINGS, "What it is about; each has a page."),
        FORMER,
        optional(
            "draft",
            Shape::Flag,
            "true: checked, but only shown by `serve` and by `build --draft`.",
        ),
        optional(
            "image",
            Shape::Table(&LEAD),
            "The picture under the headline.",
        ),
        optional(
            "language",
            Shape::Language,
            "The language that it is written in; the site's by default.",
        ),
        optional("url", Shape::Url, "Where it was first published."),
        optional(
            "description",
            Shape::Words,
            "For the page's head; the standfirst or the first paragraph by default.",
        ),
        optional(
            "excerpt",
            Shape::Flag,
            "true: this copy holds only the beginning.",
        ),
        optional(
            "autolink",
            Shape::Flag,
            "false: no names are linked automatically here.",
        ),
        optional(
            "autolink_except",
            STRINGS,
            "Entities that are never linked automatically here.",
        ),
        optional(
            "corrections",
            Shape::Tables(&CORRECTION, 0),
            "What was wrong, told below the article.",
        ),
        optional(
            "aliases",
            Shape::ByKey(&STRINGS),
            "Names that mean an entity in this article only; below - those that mean nobody.",
        ),
        ALLOW,
    ],
};

pub(crate) static AUTHOR: Fields = Fields {
    title: "Who wrote it",
    fields: &[
        required("name", Shape::Saying, "The name."),
        optional("url", Shape::Url, "Where readers learn more of them."),
    ],
};

pub(crate) static LEAD: Fields = Fields {
    title: "A picture under the headline",
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
        optional(
            "caption",
            Shape::Saying,
            "Words below it: inline Markdown with links to entities.",
        ),
        optional("credit", Shape::Saying, "Who made it."),
        optional("licence", Shape::Saying, "Its licence."),
    ],
};

pub(crate) static CORRECTION: Fields = Fields {
    title: "What was wrong in the article",
    fields: &[
        required("date", Shape::Date, "When it was put right, in EDTF."),
        required(
            "text",
            Shape::Saying,
            "What was wrong: inline Markdown with links to entities.",
        ),
    ],
};
