//! Selected words become a mention, or mean nobody from now on.

use crate::compile::files::Files;
use crate::compile::look::{Looked, look};
use crate::compile::nobody::NOBODY;
use crate::compile::selected::{Note, Words};
use crate::edit::outcome::{Edit, refusal};
use crate::edit::{checked, new_entity, select};
use crate::model::editing::{Link, Refusal, Target};
use crate::model::site::{Entity, Run, Site};
use crate::model::text::{Span, Text, walk};
use crate::suggest::alias::with_alias;

/// Links words: where their entity's file suffices, by that, else by a mark in the article.
///
/// # Errors
/// If the words are not there, mean the entity already, or cannot be linked without changing what the article says.
pub fn link(files: &Files, link: &Link) -> Result<Edit, Refusal> {
    let looked = look(files, &link.selection);
    let (words, site) = select::found(&looked)?;
    if words.is_crossed {
        return Err(refusal(
            "a mention that is written in the file shares some of these words: select all of its words, or only some of them",
        ));
    }
    if already(site, words) != link.seen.as_ref() {
        return Err(refusal(
            "somebody linked these words in another way meanwhile; select them again",
        ));
    }
    if link.target == Target::Nobody && (words.nobody.is_some() || words.is_inside) {
        return Err(refusal(if words.is_inside {
            "these words are a part of a longer mention; select all of its words"
        } else {
            "these words mean nobody already"
        }));
    }
    let mut changed = Vec::new();
    let (id, name) = match &link.target {
        Target::Entity(id) => {
            let entity = entity(site, id)?;
            if already(site, words) == Some(id) && !link.everywhere {
                return Err(refusal(format!(
                    "these words are linked to {} already",
                    name(entity)
                )));
            }
            (id.clone(), name(entity).to_owned())
        }
        Target::New { name, kind } => {
            let new = new_entity::draft(files, site, words, &link.selection, name, kind)?;
            changed.push((new.path, new.text.into_bytes()));
            (new.id, name.trim().to_owned())
        }
        Target::Nobody => (NOBODY.to_owned(), String::new()),
    };
    if link.everywhere && id != NOBODY {
        add_alias(files, &mut changed, &id, &words.words)?;
    }
    if !changed.is_empty() {
        let after = look(&checked::with(files, &changed), &link.selection);
        if meant(&after) == Some(&id) && says_the_same(&looked, &after, link) {
            checked::brings_no_error(&looked.findings, &after.findings)?;
            let told = told(link, words, &name, link.everywhere);
            return Ok(Edit {
                files: changed,
                told,
            });
        }
    }
    // An alias that links nothing here is of no use.
    if matches!(link.target, Target::Entity(_)) {
        changed.clear();
    }
    changed.push(marked(files, link, words, &id)?);
    let after = look(&checked::with(files, &changed), &link.selection);
    checked::brings_no_error(&looked.findings, &after.findings)?;
    let is_done = match &link.target {
        Target::Nobody => meant(&after).is_none() && after.words.is_ok(),
        _ => meant(&after) == Some(&id),
    };
    if !is_done || !says_the_same(&looked, &after, link) {
        return Err(refusal(format!(
            "these words cannot be linked from here as they are written; write `[[{id}|{}]]` in `{}` yourself",
            words.words,
            path(link)
        )));
    }
    let told = told(link, words, &name, false);
    Ok(Edit {
        files: changed,
        told,
    })
}

fn told(link: &Link, words: &Words, name: &str, everywhere: bool) -> String {
    let said = &words.words;
    let told = match &link.target {
        Target::Nobody => format!("“{said}” means nobody here"),
        Target::New { .. } => format!("Began {name} as a draft, linked “{said}”"),
        Target::Entity(_) if everywhere => format!("Linked “{said}” to {name} everywhere"),
        Target::Entity(_) => format!("Linked “{said}” to {name}"),
    };
    match gone_note(link, words) {
        Some(_) => told + ", without the note that it had",
        None => told,
    }
}

/// The note for this passage that goes.
fn gone_note<'w>(link: &Link, words: &'w Words) -> Option<&'w Note> {
    let note = words.mention.as_ref()?.note.as_ref()?;
    let stays = link.keeps_note && link.target != Target::Nobody;
    (!stays).then_some(note)
}

fn path(link: &Link) -> String {
    format!("articles/{}.md", link.selection.article)
}

fn entity<'s>(site: &'s Site, id: &str) -> Result<&'s Entity, Refusal> {
    let mut entities = site.entities.iter();
    let found = entities.find(|(_, entity)| entity.slug == id);
    let gone = || refusal(format!("there is no entity `{id}` any more"));
    found.map(|(_, entity)| entity).ok_or_else(gone)
}

fn name(entity: &Entity) -> &str {
    let name = entity.names.first().map(|name| &*name.text);
    name.unwrap_or(&entity.slug)
}

/// The id of the entity that words mean.
fn already<'s>(site: &'s Site, words: &Words) -> Option<&'s String> {
    let mention = words.mention.as_ref()?;
    Some(&site.entities[mention.entity].slug)
}

fn meant(looked: &Looked) -> Option<&String> {
    already(looked.site.as_ref()?, looked.words.as_ref().ok()?)
}

/// Whether the article has the same words in the same blocks.
fn says_the_same(before: &Looked, after: &Looked, link: &Link) -> bool {
    let blocks = |looked: &Looked| {
        let articles = &looked.site.as_ref()?.articles;
        let mut articles = articles.iter();
        let (_, of) = articles.find(|(_, one)| one.slug == link.selection.article)?;
        let blocks = of.blocks.iter().map(|block| said(&block.text));
        Some(blocks.collect::<Vec<_>>())
    };
    blocks(before) == blocks(after)
}

/// The words of a block with the signs of footnotes and the addresses of links where they stand.
fn said(text: &Text<Run>) -> String {
    let mut words = String::new();
    walk(text, &mut |span| match span {
        Span::Words(run) | Span::Code(run) => words.push_str(run),
        Span::Break => words.push('\n'),
        Span::Cell { .. } => words.push('\t'),
        Span::Footnote(sign) => words.push_str(&format!("[^{}]", sign.number)),
        Span::Link { href, .. } => words.push_str(&format!("<{href}>")),
        _ => {}
    });
    words
}

/// Adds an alias to an entity's file, unless it is one of its names.
fn add_alias(
    files: &Files,
    changed: &mut Vec<(String, Vec<u8>)>,
    id: &str,
    words: &str,
) -> Result<(), Refusal> {
    let path = format!("entities/{id}.toml");
    let new = changed.iter().find(|(one, _)| *one == path);
    let bytes = new
        .map(|(_, bytes)| bytes)
        .or_else(|| files.files.get(&path));
    let text = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let text = text.and_then(|text| with_alias(text, words));
    let cannot = || {
        refusal(format!(
            "`{path}` cannot be changed from here; add the alias \"{words}\" to it yourself"
        ))
    };
    let text = text.ok_or_else(cannot)?;
    changed.retain(|(one, _)| *one != path);
    changed.push((path, text.into_bytes()));
    Ok(())
}

/// The article with a mark around the words.
fn marked(
    files: &Files,
    link: &Link,
    words: &Words,
    id: &str,
) -> Result<(String, Vec<u8>), Refusal> {
    let path = path(link);
    let unreadable = || refusal(format!("`{path}` cannot be read; mend it first"));
    let bytes = files.files.get(&path).ok_or_else(unreadable)?;
    let written = words
        .mention
        .as_ref()
        .and_then(|one| Some((one.id.clone()?, one.bare.as_ref())));
    let mut after = bytes.clone();
    // A note stands behind the id.
    if let Some(note) = gone_note(link, words) {
        let mut gone = note.source.clone();
        // In a table the bar has a backslash before it.
        let is_escaped = bytes[..gone.start].ends_with(b"\\");
        gone.start -= usize::from(is_escaped);
        drop(after.drain(gone));
    }
    let (range, text) = match written {
        Some((range, Some(typed))) => (range, format!("{id}|{typed}")),
        Some((range, None)) => (range, id.to_owned()),
        None if words.nobody.is_some() => (words.nobody.clone().unwrap_or_default(), id.to_owned()),
        None => {
            let range = words.source.clone();
            let inside = bytes.get(range.clone()).ok_or_else(unreadable)?;
            let inside = std::str::from_utf8(inside).map_err(|_| unreadable())?;
            let mark = format!("[[{id}|{inside}]]");
            (range, mark)
        }
    };
    after.splice(range, text.bytes());
    Ok((path, after))
}
