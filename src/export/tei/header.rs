//! What the texts are: title, authors, where and when they came out.

use crate::export::public::Public;
use crate::export::tei::lists;
use crate::export::xml::Xml;
use crate::model::site::Article;
use crate::model::text::plain;
use crate::publish::structured::exact;

/// The header of an article, with the lists that all texts share where it stands alone.
pub(super) fn of_article(xml: &mut Xml, public: &Public, article: &Article, is_alone: bool) {
    xml.open("teiHeader", &[]);
    xml.open("fileDesc", &[]);
    xml.open("titleStmt", &[]);
    let title = article.blocks.first().map(|block| &block.text);
    let title = title.map(|text| plain(text));
    xml.element("title", &[], &title.unwrap_or_default());
    for author in &article.byline {
        if !public.index.private.named_in(&author.name) {
            xml.element("author", &[], &author.name);
        }
    }
    xml.close("titleStmt");
    xml.open("publicationStmt", &[]);
    let publisher = article.publisher.as_ref().unwrap_or(&public.site.title);
    xml.element("publisher", &[], publisher);
    if let Some(date) = &article.date {
        xml.element("date", &[("when", exact(date))], &date.words);
    }
    xml.close("publicationStmt");
    xml.open("sourceDesc", &[]);
    let url = public.words(&article.url);
    let base = public.site.base_url.as_deref();
    let own = base.map(|base| [base, &article.slug, "/"].concat());
    match url.or(own.as_deref()) {
        Some(url) => {
            xml.open("bibl", &[]);
            xml.empty("ptr", &[("target", Some(url))]);
            xml.close("bibl");
        }
        None => xml.element("bibl", &[], "Born digital."),
    }
    if is_alone {
        lists::sources(xml, public);
    }
    xml.close("sourceDesc");
    xml.close("fileDesc");
    if is_alone {
        lists::taxonomy(xml, public);
    }
    xml.close("teiHeader");
    xml.line();
}

/// The header of a corpus.
pub(super) fn of_site(xml: &mut Xml, public: &Public) {
    xml.open("teiHeader", &[]);
    xml.open("fileDesc", &[]);
    xml.open("titleStmt", &[]);
    xml.element("title", &[], &public.site.title);
    xml.close("titleStmt");
    xml.open("publicationStmt", &[]);
    xml.element("publisher", &[], &public.site.title);
    xml.close("publicationStmt");
    xml.open("sourceDesc", &[]);
    xml.element("bibl", &[], "Born digital.");
    lists::sources(xml, public);
    xml.close("sourceDesc");
    xml.close("fileDesc");
    lists::taxonomy(xml, public);
    xml.close("teiHeader");
    xml.line();
}
