//! Mentions as [Web Annotations](https://www.w3.org/TR/annotation-model/): each says by its words and by its place in the
//! article's text what it marks, and by addresses what that means. Places are counted in what the format `text` writes.

use serde_json::{Value, json};

use crate::export::article_text::ArticleText;
use crate::export::public::{Public, name};
use crate::model::site::{Article, Mention};

/// Characters before and behind a mention by which it is found where the text has changed.
const AROUND: usize = 32;

/// A list of all.
pub(super) fn annotations(public: &Public) -> String {
    let mut all = Vec::new();
    for (_, article) in public.articles() {
        let text = ArticleText::of(article);
        let letters: Vec<char> = text.text.chars().collect();
        for (id, mention) in public.mentions(article) {
            let range = text.in_text(id, mention);
            let before = range.start.saturating_sub(AROUND)..range.start;
            let behind = range.end..(range.end + AROUND).min(letters.len());
            let words = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
            // A name may be cut by the ends of what stands around.
            let wide =
                before.start.saturating_sub(AROUND)..(behind.end + AROUND).min(letters.len());
            let is_told = !public.names_private(&words(wide));
            let around = |range| if is_told { words(range) } else { String::new() };
            let selector = json!([
                {
                    "type": "TextQuoteSelector",
                    "exact": words(range.clone()),
                    "prefix": around(before),
                    "suffix": around(behind),
                },
                { "type": "TextPositionSelector", "start": range.start, "end": range.end },
            ]);
            all.push(annotation(public, article, mention, &selector));
        }
    }
    format!("{:#}\n", Value::Array(all))
}

/// The address of an article's page; without the site's, from its root.
fn page(public: &Public, article: &Article) -> String {
    let base = public.site.base_url.as_deref().unwrap_or_default();
    [base, &article.slug, "/"].concat()
}

fn annotation(public: &Public, article: &Article, mention: &Mention, selector: &Value) -> Value {
    let entity = &public.site.entities[mention.entity];
    let page = page(public, article);
    let own = format!("{page}#ent-{}", entity.slug);
    let known = entity.identifiers.iter().filter_map(|one| one.url.clone());
    let mut body: Vec<_> = [own]
        .into_iter()
        .chain(known)
        .map(|source| json!({ "type": "SpecificResource", "purpose": "identifying", "source": source }))
        .collect();
    let language = entity.names.first().map(|name| &name.language);
    body.push(json!({
        "type": "TextualBody",
        "purpose": "describing",
        "value": name(entity),
        "language": language,
    }));
    body.push(json!({
        "type": "TextualBody",
        "purpose": "tagging",
        "value": public.kind(entity.kind),
    }));
    let note = mention.note.as_ref().and_then(|note| public.text(note));
    if let Some(note) = note {
        body.push(json!({ "type": "TextualBody", "purpose": "commenting", "value": note }));
    }
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{page}#m-{}-{}", entity.slug, mention.number),
        "type": "Annotation",
        "motivation": "identifying",
        "body": body,
        "target": { "source": page, "selector": selector },
    })
}
