//! What the compiler makes of an article's words, shown as a reader would meet it.
//!
//! Links are drawn as `<id#N words>`: the mention's entity and number, then its words. `…` after the number says
//! that this is not the mention's first run; `/id#N` names the others that the words belong to, nearest first.

mod forms;
mod linking;
mod mentions;
mod merging;
mod systems;

use crate::compile::compile;
use crate::compile::files::Files;
use crate::model::id::Id;
use crate::model::site::{Article, Mention, Run, Site};
use crate::model::text::{Span, Text};

fn site(entities: &[(&str, &str)], front: &str, body: &str) -> Site {
    let mut files = vec![
        (
            "site.toml".to_owned(),
            "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n[allow]\ncommon-name = \"Short ones.\""
                .to_owned(),
        ),
        (
            "articles/a.md".to_owned(),
            format!("+++\ntitle = \"T\"\n{front}\n+++\n{body}\n"),
        ),
    ];
    for (slug, names) in entities {
        let names: Vec<_> = names
            .split('|')
            .map(|name| format!("{{ text = {name:?} }}"))
            .collect();
        let rest = "summary = \"s\"\n[[facts]]\ntext = \"t\"\nsource = \"a#p1\"";
        let text = format!("kind = \"concept\"\nnames = [{}]\n{rest}", names.join(", "));
        files.push((format!("entities/{slug}.toml"), text));
    }
    let outcome = compile(&Files::from_texts(files));
    outcome
        .site
        .unwrap_or_else(|| panic!("{body}: {:#?}", outcome.findings))
}

fn article(site: &Site) -> &Article {
    site.articles.iter().next().expect("there is one").1
}

fn draw(site: &Site, text: &Text<Run>) -> String {
    let name = |id: Id<Mention>| {
        let mention = &article(site).mentions[id];
        format!("{}#{}", site.entities[mention.entity].slug, mention.number)
    };
    let spans = text.iter().map(|span| match span {
        Span::Words(words) => words.clone(),
        Span::Code(words) => format!("`{words}`"),
        Span::Break => "\\".to_owned(),
        Span::Footnote(sign) => format!("^{}.{}", sign.number, sign.occurrence),
        Span::Struck(text) => format!("~~{}~~", draw(site, text)),
        Span::Superscript(text) => format!("↑{}↑", draw(site, text)),
        Span::Subscript(text) => format!("↓{}↓", draw(site, text)),
        Span::Cell { text, .. } => format!("|{}", draw(site, text)),
        Span::Emphasis(text) => format!("*{}*", draw(site, text)),
        Span::Strong(text) => format!("**{}**", draw(site, text)),
        Span::Link { href, text } => format!("[{}]({href})", draw(site, text)),
        Span::Marked { to, text } => {
            let more = if to.first { "" } else { "…" };
            let also: String = to.also.iter().map(|id| format!("/{}", name(*id))).collect();
            format!("<{}{more}{also} {}>", name(to.mention), draw(site, text))
        }
    });
    spans.collect()
}

/// The first paragraph as drawn.
#[track_caller]
fn check_in(entities: &[(&str, &str)], front: &str, body: &str, drawn: &str) {
    let site = site(entities, front, body);
    assert_eq!(draw(&site, &article(&site).blocks[1].text), drawn);
}
