//! The picture under an article's headline: `image` in its front matter.

use crate::compile::fields::LEAD;
use crate::compile::files::Files;
use crate::compile::inline::{self, Scope};
use crate::compile::metadata;
use crate::compile::naming::Naming;
use crate::compile::picture;
use crate::compile::source_text::SourceText;
use crate::compile::toml_table::TomlTable;
use crate::model::id::Id;
use crate::model::site::{Entity, Image, Lead};

/// Reads it. Whom its caption and what it shows name goes to `named`.
pub(crate) fn read<'a>(
    table: &mut TomlTable<'a>,
    files: &Files,
    scope: Scope<'_, 'a>,
    named: &mut Vec<Naming<'a>>,
) -> Option<Lead<Id<Entity>>> {
    let mut table = table.table("image")?;
    let written = table.required("file");
    let file = written
        .as_ref()
        .and_then(|file| picture::path(file, files, table.findings()));
    let alt = table.required_words("alt");
    let caption = table.optional("caption");
    let [credit, licence] = ["credit", "licence"].map(|key| table.optional_words(key));
    table.finish(&LEAD);
    metadata::names_nobody_private([&credit, &licence].into_iter().flatten(), scope.symbols);
    if let Some(file) = &written {
        metadata::file_names_nobody_private(file, scope.symbols);
    }
    named.extend(scope.symbols.private_names_in(&alt));
    let caption = caption.map(|caption| inline::prose(&caption, scope));
    let caption = caption.unwrap_or_default();
    named.extend(caption.named);
    let words = |written: SourceText<'_>| written.text.into_owned();
    Some(Lead {
        image: Image {
            file: file?.to_owned(),
            alt: words(alt?),
            credit: credit.map(words),
            licence: licence.map(words),
        },
        caption: caption.text,
    })
}
