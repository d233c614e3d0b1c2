//! `site.toml`.

use crate::compile::fields::field::{Fields, Shape, optional, required};
use crate::compile::fields::shared::ALLOW;

pub(crate) static SITE: Fields = Fields {
    title: "site.toml: what the whole site is called and written in",
    fields: &[
        required(
            "format",
            Shape::Format,
            "The version of the content format.",
        ),
        required(
            "title",
            Shape::Saying,
            "The site's name, in the bar at the top of each page.",
        ),
        required(
            "language",
            Shape::Language,
            "The language that it is written in, BCP 47: en, kk, zh-Hans.",
        ),
        optional(
            "base_url",
            Shape::Url,
            "Where the site will be: the absolute address of its folder.",
        ),
        optional(
            "contact",
            Shape::Saying,
            "An e-mail address by which readers report mistakes.",
        ),
        optional(
            "logo",
            Shape::Saying,
            "A picture beside the site's name: a file below the content folder.",
        ),
        optional(
            "entity_pages",
            Shape::Flag,
            "true: a page for each entity that articles mention, and an index of them.",
        ),
        optional(
            "stale_after",
            Shape::Duration,
            "How much older than an article what a fact without a date rests on may be: P18M, P2Y.",
        ),
        optional(
            "links",
            Shape::Tables(&LINK, 0),
            "Links at the foot of every page.",
        ),
        optional(
            "colours",
            Shape::Table(&COLOURS),
            "The publisher's own colours.",
        ),
        optional(
            "kinds",
            Shape::ByKey(&Shape::Table(&KIND)),
            "Kinds of entity of the site's own.",
        ),
        optional(
            "identifiers",
            Shape::ByKey(&Shape::Table(&SCHEME)),
            "Schemes of identifiers beside the known ones.",
        ),
        ALLOW,
    ],
};

pub(crate) static LINK: Fields = Fields {
    title: "A link at the foot of every page",
    fields: &[
        required("text", Shape::Saying, "The words of the link."),
        required(
            "url",
            Shape::UrlOrMail,
            "Where it leads: https:// or mailto:.",
        ),
    ],
};

const COLOUR: Shape = Shape::Either(&[Shape::Colour, Shape::List(&Shape::Colour)]);

pub(crate) static COLOURS: Fields = Fields {
    title: "Colours, #rrggbb: one, or two for light and dark pages",
    fields: &[
        optional("paper", COLOUR, "The ground of pages."),
        optional(
            "ink",
            COLOUR,
            "The text; its contrast to the paper is at least 4.5.",
        ),
        optional("accent", COLOUR, "The site's name."),
    ],
};

pub(crate) static KIND: Fields = Fields {
    title: "A kind of entity of the site's own",
    fields: &[
        required(
            "one",
            Shape::Saying,
            "What one of the kind is called: Ship.",
        ),
        required("many", Shape::Saying, "What several are called: Ships."),
        required(
            "like",
            Shape::Choice(&[
                "person",
                "people",
                "place",
                "organisation",
                "event",
                "law",
                "policy",
                "concept",
            ]),
            "The kind whose hue and sign it has.",
        ),
    ],
};

pub(crate) static SCHEME: Fields = Fields {
    title: "A scheme of identifiers of the site's own",
    fields: &[
        required("name", Shape::Saying, "What readers know it as: NDL."),
        required(
            "url",
            Shape::Saying,
            "Where a number leads, with {id} in its place.",
        ),
    ],
};
