//! Headers as people and programs write them.

/// What a column is called here, and how else.
pub(super) type Aliases = &'static [(&'static str, &'static [&'static str])];

pub(super) const ENTITIES: Aliases = &[
    ("id", &["id", "slug", "key", "xmlid"]),
    (
        "name",
        &[
            "name",
            "label",
            "title",
            "fullname",
            "entity",
            "preflabel",
            "person",
            "placename",
            "place",
            "city",
        ],
    ),
    ("kind", &["kind", "type", "category", "class", "entitytype"]),
    (
        "description",
        &[
            "description",
            "desc",
            "shortdescription",
            "role",
            "occupation",
        ],
    ),
    (
        "summary",
        &[
            "summary",
            "abstract",
            "about",
            "bio",
            "biography",
            "notes",
            "note",
            "text",
        ],
    ),
    (
        "aliases",
        &[
            "aliases",
            "alias",
            "aka",
            "alsoknownas",
            "altnames",
            "alternatenames",
            "variants",
            "altlabel",
            "altlabels",
        ],
    ),
    ("lat", &["lat", "latitude", "y"]),
    ("lon", &["lon", "lng", "long", "longitude", "x"]),
    (
        "coordinates",
        &["coordinates", "coords", "latlon", "latlng", "latlong"],
    ),
    ("approximate", &["approximate", "approx"]),
    ("extent", &["extent", "radius", "radiuskm"]),
    ("language", &["language", "lang"]),
    ("private", &["private"]),
    ("fact", &["fact", "facts", "statement"]),
    (
        "source",
        &["source", "sources", "citation", "reference", "ref"],
    ),
    ("date", &["date", "factdate", "asof"]),
    ("claim", &["claim", "accordingto"]),
    ("wikidata", &["wikidata", "wikidataid", "qid", "wd"]),
    ("gnd", &["gnd", "gndid"]),
    ("viaf", &["viaf", "viafid"]),
    ("isni", &["isni"]),
    ("orcid", &["orcid"]),
    ("geonames", &["geonames", "geonamesid", "geonameid"]),
    ("osm", &["osm", "openstreetmap", "osmid"]),
    ("ror", &["ror", "rorid"]),
    ("loc", &["loc", "lccn", "lcnaf"]),
    ("iso", &["iso", "iso3166", "isocode"]),
];

pub(super) const EVENTS: Aliases = &[
    ("id", &["id", "slug", "key"]),
    (
        "date",
        &[
            "date",
            "when",
            "start",
            "startdate",
            "begin",
            "from",
            "datum",
        ],
    ),
    ("end", &["end", "enddate", "until", "to", "finish"]),
    ("year", &["year", "startyear"]),
    ("month", &["month", "startmonth"]),
    ("day", &["day", "startday"]),
    ("endyear", &["endyear"]),
    ("endmonth", &["endmonth"]),
    ("endday", &["endday"]),
    ("headline", &["headline", "title", "name", "label"]),
    (
        "text",
        &["text", "event", "description", "what", "summary", "body"],
    ),
    (
        "entities",
        &[
            "entities",
            "entity",
            "who",
            "people",
            "persons",
            "actors",
            "participants",
            "tags",
        ],
    ),
    (
        "source",
        &["source", "sources", "citation", "reference", "ref"],
    ),
    ("claim", &["claim", "accordingto"]),
];

pub(super) const SOURCES: Aliases = &[
    (
        "key",
        &["key", "id", "citekey", "citationkey", "slug", "bibtexkey"],
    ),
    ("kind", &["kind", "type", "itemtype", "entrytype"]),
    (
        "author",
        &["author", "authors", "creator", "creators", "by"],
    ),
    (
        "publisher",
        &[
            "publisher",
            "publicationtitle",
            "publication",
            "journal",
            "newspaper",
            "site",
            "website",
            "containertitle",
        ],
    ),
    ("title", &["title", "headline", "name"]),
    ("url", &["url", "link", "address", "uri", "href", "web"]),
    (
        "archived",
        &["archived", "archiveurl", "archivedurl", "archivelink"],
    ),
    ("doi", &["doi"]),
    ("isbn", &["isbn"]),
    ("pages", &["pages", "page", "pp"]),
    ("held_by", &["heldby", "archive", "repository", "library"]),
    (
        "call_number",
        &["callnumber", "shelfmark", "locinarchive", "signature"],
    ),
    ("date", &["date", "published", "publicationdate", "issued"]),
    ("year", &["year", "publicationyear"]),
    (
        "read_on",
        &["readon", "accessed", "accessdate", "retrieved"],
    ),
    ("read", &["read"]),
    ("reliability", &["reliability"]),
    ("language", &["language", "lang"]),
];

pub(super) const RELATIONS: Aliases = &[
    (
        "subject",
        &["subject", "from", "entity", "head", "person1", "a"],
    ),
    (
        "predicate",
        &[
            "predicate",
            "relation",
            "relationship",
            "label",
            "type",
            "verb",
            "property",
        ],
    ),
    ("object", &["object", "to", "tail", "person2", "b"]),
    ("inverse", &["inverse", "inversepredicate"]),
    ("date", &["date", "when", "since"]),
    (
        "source",
        &["source", "sources", "citation", "reference", "ref"],
    ),
    ("claim", &["claim", "accordingto"]),
];

/// Headers of programs that draw networks, in which `source` is where an edge begins.
pub(super) const EDGES: Aliases = &[
    ("subject", &["source"]),
    ("object", &["target"]),
    (
        "predicate",
        &["predicate", "relation", "relationship", "label", "type"],
    ),
    ("date", &["date"]),
    ("source", &["citation", "reference", "ref", "evidence"]),
];

/// A header without signs, spaces and capitals.
fn plain(written: &str) -> String {
    let letters = written.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// What a header is called here.
pub(super) fn canonical(written: &str, aliases: Aliases) -> Option<&'static str> {
    let plain = plain(written);
    let found = aliases.iter().find(|(_, names)| names.contains(&&*plain));
    found.map(|(name, _)| *name)
}

/// Whether any table has such a column.
pub(super) fn known(written: &str) -> bool {
    [ENTITIES, EVENTS, SOURCES, RELATIONS, EDGES]
        .into_iter()
        .any(|aliases| canonical(written, aliases).is_some())
}
