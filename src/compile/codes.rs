//! The names of all findings. Editors and tests know a finding by its code; a code once given stays.

/// Each has a fixture in `tests/findings/` that shows it, or, where it is about the disk, a test in `folder.rs`.
pub const CODES: &[&str] = &[
    "accidental-heading",
    "alias-clash",
    "ambiguous-quote",
    "bad-allowance",
    "bad-anchor",
    "bad-colour",
    "bad-contact",
    "bad-date",
    "bad-doi",
    "bad-duration",
    "bad-file-name",
    "bad-identifier",
    "bad-image",
    "bad-isbn",
    "bad-language",
    "bad-slug",
    "bad-url",
    "broken-link",
    "changed-block",
    "cited-heading",
    "common-name",
    "contrary-relations",
    "control-character",
    "draft-entity",
    "duplicate-address",
    "duplicate-footnote",
    "duplicate-id",
    "empty-article",
    "empty-mention",
    "exact-extent",
    "extent-out-of-range",
    "folder-link",
    "idle-break",
    "indented-text",
    "latitude-out-of-range",
    "likely-duplicate",
    "long-summary",
    "longitude-out-of-range",
    "malformed-front-matter",
    "malformed-lock",
    "malformed-toml",
    "mention-in-link",
    "missing-alt",
    "missing-description",
    "missing-file",
    "missing-folder",
    "missing-footnote",
    "missing-image",
    "missing-key",
    "missing-summary",
    "moved-block",
    "nested-same-entity",
    "never-mentioned",
    "never-shown",
    "no-articles",
    "no-facts",
    "no-source",
    "not-utf8",
    "nothing-to-continue",
    "other-dialect",
    "outside-life",
    "outside-link",
    "placeholder",
    "private-background",
    "private-identifiers",
    "private-place",
    "raw-html",
    "special-file",
    "stale-fact",
    "stray-mark",
    "unbalanced-direction",
    "unclosed-code",
    "unclosed-comment",
    "unclosed-mention",
    "unfindable-source",
    "unknown-block",
    "unknown-entity",
    "unknown-file",
    "unknown-format",
    "unknown-key",
    "unknown-kind",
    "unknown-quote",
    "unknown-source",
    "unknown-value",
    UNLINKED_NAME,
    "unmatchable-name",
    "unreadable-file",
    "unsupported-markdown",
    "unused-footnote",
    "unused-source",
    "wrong-type",
];

/// Errors that no reason lets stand, by what would come of them. All else an author may allow, with a reason: warnings of any
/// code, and errors with which a page is still what its author wrote.
pub const LASTING: &[(&str, &[&str])] = &[
    (
        "there would be nothing to build",
        &[
            "missing-file",
            "missing-folder",
            "no-articles",
            "unknown-format",
        ],
    ),
    (
        "nobody would know what the file says",
        &[
            "malformed-front-matter",
            "malformed-toml",
            "not-utf8",
            "unreadable-file",
        ],
    ),
    (
        "some of what was meant would be left out",
        &[
            "bad-date",
            "bad-duration",
            "bad-language",
            "duplicate-footnote",
            "empty-mention",
            "missing-key",
            "raw-html",
            "unknown-entity",
            "unknown-kind",
            "unknown-value",
            "unsupported-markdown",
            "wrong-type",
        ],
    ),
    (
        "a link would lead nowhere, or to something else",
        &[
            "bad-contact",
            "bad-doi",
            "bad-identifier",
            "bad-slug",
            "bad-url",
            "broken-link",
            "duplicate-id",
            "mention-in-link",
        ],
    ),
    (
        "no map has such a place",
        &[
            "extent-out-of-range",
            "latitude-out-of-range",
            "longitude-out-of-range",
        ],
    ),
    (
        "there would be no picture to show",
        &["bad-image", "missing-image"],
    ),
    (
        "readers could not check the statement",
        &[
            "ambiguous-quote",
            "no-source",
            "unknown-block",
            "unknown-quote",
            "unknown-source",
        ],
    ),
    (
        "something private could be published",
        &[
            "private-background",
            "private-identifiers",
            "private-place",
            "unclosed-comment",
        ],
    ),
    (
        "it may be a slip of `private` or `draft`, and what they keep back would be published",
        &["unknown-key"],
    ),
    ("what is published rests on a source", &["draft-entity"]),
    ("many could not read the text", &["bad-colour"]),
    (
        "a line below `[allow]` that means nothing would hide the next slip",
        &["bad-allowance"],
    ),
];

/// Of these some findings are warnings, which may stand although the errors may not.
pub const WARNED: &[&str] = &[
    "bad-allowance",
    "bad-date",
    "bad-image",
    "broken-link",
    "draft-entity",
];

/// These are about the disk: they are told alone, before what the files say.
pub const ON_DISK: &[&str] = &[
    "folder-link",
    "missing-folder",
    "outside-link",
    "special-file",
    "unreadable-file",
];

/// Why no error of this code may stand; nothing where it may.
pub fn lasting(code: &str) -> Option<&'static str> {
    let row = LASTING.iter().find(|(_, codes)| codes.contains(&code));
    row.map(|(why, _)| *why)
}

/// What a reason can do for a code, in a sentence.
pub fn standing(code: &str) -> String {
    let line =
        format!("`{code} = \"…\"` below `[allow]`, in `site.toml` or in the file that it is about");
    match lasting(code) {
        None => format!("It may stand, with a reason: {line}."),
        Some(why) if WARNED.contains(&code) => {
            format!(
                "As a warning it may stand, with a reason: {line}. As an error it may not: {why}."
            )
        }
        Some(why) => format!("No reason lets it stand: {why}."),
    }
}

/// Codes of which an author may let some findings stand.
pub fn allowable() -> impl Iterator<Item = &'static str> {
    let may = |code: &&str| lasting(code).is_none() || WARNED.contains(code);
    CODES.iter().copied().filter(may)
}

/// A name in the text that no entity has. Only `check` looks for it, when the compiler is done (`suggest::unlinked`).
pub const UNLINKED_NAME: &str = "unlinked-name";

/// Those that only `check` looks for: whether they are rightly allowed is not known before.
pub const OF_CHECK: &[&str] = &[UNLINKED_NAME];
