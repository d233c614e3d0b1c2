//! A key of a table: its type, whether it must be there, and what it means.

/// The keys of a table.
pub(crate) struct Fields {
    /// What it is about, as a heading.
    pub(crate) title: &'static str,
    pub(crate) fields: &'static [Field],
}

/// A key of a table.
pub(crate) struct Field {
    pub(crate) key: &'static str,
    pub(crate) shape: Shape,
    pub(crate) is_required: bool,
    /// What it means, in a sentence.
    pub(crate) doc: &'static str,
}

/// What a value looks like.
pub(crate) enum Shape {
    /// The number of the format.
    Format,
    /// A string, which may be empty.
    Words,
    /// A string that says something.
    Saying,
    /// A date in EDTF.
    Date,
    /// A length of time in months and years.
    Duration,
    /// An address on the web.
    Url,
    /// The same, or an e-mail address behind `mailto:`.
    UrlOrMail,
    /// A language tag.
    Language,
    /// A name for something, as files have it.
    Slug,
    /// `#` and six digits.
    Colour,
    /// `true` or `false`.
    Flag,
    /// A number from one to another.
    Number(f64, f64),
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A kind of entity: one that every site has, or one of the site's own.
    Kind,
    /// Numbers by which an entity is known elsewhere.
    Identifiers,
    /// Findings that may stand, with the reason.
    Allowances,
    Table(&'static Fields),
    /// A list of tables, of at least so many.
    Tables(&'static Fields, usize),
    /// A list.
    List(&'static Shape),
    /// A table whose keys are the author's own.
    ByKey(&'static Shape),
    /// One of several.
    Either(&'static [Shape]),
}

/// One string or a list of them.
pub(crate) const STRINGS: Shape = Shape::Either(&[Shape::Words, Shape::List(&Shape::Words)]);

/// The same, each of which says something.
pub(crate) const SAYINGS: Shape = Shape::Either(&[Shape::Saying, Shape::List(&Shape::Saying)]);

/// A key that may be absent.
pub(crate) const fn optional(key: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field {
        key,
        shape,
        is_required: false,
        doc,
    }
}

/// A key that must be there.
pub(crate) const fn required(key: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field {
        key,
        shape,
        is_required: true,
        doc,
    }
}

impl Fields {
    /// The keys, in their order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|field| field.key)
    }
}
