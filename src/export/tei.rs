//! Texts with their names, notes and lists of whom they mention, as [TEI P5](https://tei-c.org/guidelines/p5/): one article
//! as a text, several as a corpus that shares the lists.

mod body;
mod header;
mod inlines;
mod lists;
mod naming;

use crate::export::public::Public;
use crate::export::tei::body::Body;
use crate::export::xml::Xml;
use crate::model::site::Article;

/// The articles and whom they mention.
pub(super) fn tei(public: &Public) -> String {
    let mut xml = Xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned());
    let articles: Vec<_> = public.articles().collect();
    let namespace = ("xmlns", Some("http://www.tei-c.org/ns/1.0"));
    if let [(_, article)] = articles[..] {
        let language = ("xml:lang", Some(&*article.language));
        xml.open("TEI", &[namespace, language]);
        xml.line();
        header::of_article(&mut xml, public, article, true);
        lists::stand_off(&mut xml, public);
        text(&mut xml, public, article);
        xml.close("TEI");
    } else {
        xml.open("teiCorpus", &[namespace]);
        xml.line();
        header::of_site(&mut xml, public);
        lists::stand_off(&mut xml, public);
        for (_, article) in articles {
            xml.open("TEI", &[("xml:lang", Some(&*article.language))]);
            xml.line();
            header::of_article(&mut xml, public, article, false);
            text(&mut xml, public, article);
            xml.close("TEI");
            xml.line();
        }
        xml.close("teiCorpus");
    }
    xml.line();
    xml.0
}

fn text(xml: &mut Xml, public: &Public, article: &Article) {
    xml.open("text", &[("xml:lang", Some(&*article.language))]);
    xml.open("body", &[]);
    xml.line();
    Body::new(xml, public, article).write();
    xml.close("body");
    xml.close("text");
    xml.line();
}
