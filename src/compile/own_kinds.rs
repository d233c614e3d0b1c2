//! `[kinds]` of `site.toml`: kinds of entity that a site names.

use crate::compile::change::Change;
use crate::compile::fields::KIND;
use crate::compile::slug::check_slug;
use crate::compile::source_text::SourceText;
use crate::compile::toml_table::TomlTable;
use crate::model::kind::{Kind, KindName};
use crate::model::site::SiteKind;

/// The kinds that every site has, by the words for them.
pub(crate) fn common() -> [(&'static str, Kind); 8] {
    Kind::ALL.map(|kind| (kind.slug(), kind))
}

/// What stands for the kind of drafts that have none yet: behind the kinds that the site names, and itself without a name, for
/// only pages have words for it.
pub(crate) fn open(named: &[SiteKind]) -> SiteKind {
    SiteKind {
        slug: String::new(),
        name: KindName {
            one: String::new(),
            many: String::new(),
        },
        kind: Kind::own(named.len() as u32, Kind::Concept),
    }
}

/// Reads `[kinds]`: by its slug what one of a kind is called and what several are, and which kind it is like. What they are
/// called goes to `written`.
pub(crate) fn read<'a>(
    table: &mut TomlTable<'a>,
    written: &mut Vec<SourceText<'a>>,
) -> Vec<SiteKind> {
    let findings = table.findings();
    let Some(kinds) = table.table("kinds") else {
        return Vec::new();
    };
    let mut read = Vec::new();
    for (slug, value) in kinds.into_entries() {
        let key = value.key.clone();
        if Kind::from_slug(&slug).is_some() {
            let message = format!("every site has the kind `{slug}`");
            let help = format!("give it a name of its own, such as `own-{slug}`");
            let change = Change::replace(key.file, key.range.clone(), format!("own-{slug}"));
            findings
                .error("duplicate-id", &key, message)
                .change(change)
                .help(help);
        } else {
            check_slug(&slug, &key, findings, |_| false);
        }
        let Some(mut table) = value.table() else {
            continue;
        };
        let one = table.required_words("one");
        let many = table.required_words("many");
        if !table.holds("like") {
            table.missing("like");
        }
        let like = table.choice("like", &common());
        table.finish(&KIND);
        written.extend([&one, &many].into_iter().flatten().cloned());
        let words = |written: Option<SourceText<'_>>| {
            written.map_or_else(|| slug.clone(), |written| written.text.into_owned())
        };
        let name = KindName {
            one: words(one),
            many: words(many),
        };
        let kind = Kind::own(read.len() as u32, like.unwrap_or(Kind::Concept));
        read.push(SiteKind { slug, name, kind });
    }
    read
}
