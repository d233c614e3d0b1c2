//! What a long page does to its blocks.

use super::*;
use crate::components::testing::markup;
use crate::model::page::{Container, ContainerKind, Marks};
use crate::model::text::Span;

fn frame(long: bool) -> Frame {
    Frame {
        article: "town".to_owned(),
        language: "en".to_owned(),
        draft: false,
        standfirst: None,
        lead: None,
        byline: Vec::new(),
        publisher: None,
        date: None,
        updated: None,
        section: None,
        tags: Vec::new(),
        corrections: Vec::new(),
        url: None,
        contact: None,
        former: Vec::new(),
        excerpt: false,
        long,
        marks: Marks::All,
        blocks: 4,
        block_offsets: Vec::new(),
        kinds: Vec::new(),
    }
}

fn drawn(long: bool) -> String {
    let forms = [
        Form::Title,
        Form::Paragraph,
        Form::Heading(2),
        Form::Paragraph,
        Form::Paragraph,
    ];
    let quotation = Container {
        kind: ContainerKind::Quotation,
        number: 1,
    };
    let block = |(form, number)| {
        Rc::new(PageBlock {
            number,
            form,
            within: if number > 3 {
                vec![quotation]
            } else {
                Vec::new()
            },
            parted: None,
            picture: None,
            text: vec![Span::Words("Words.".to_owned())],
            sentences: Vec::new(),
        })
    };
    let article = page::PageArticle {
        blocks: forms.into_iter().zip(1..).map(block).collect(),
    };
    markup(html! { <Article frame={Rc::new(frame(long))} article={Rc::new(article)} /> })
}

#[test]
fn in_a_long_page_each_block_bears_its_number() {
    assert!(drawn(true).contains("data-n=\"2\""), "{}", drawn(true));
    assert!(!drawn(false).contains("data-n"), "{}", drawn(false));
}

#[test]
fn a_long_page_is_set_in_a_section_for_each_heading() {
    assert_eq!(drawn(true).matches("class=\"section\"").count(), 2);
    assert_eq!(drawn(false).matches("class=\"section\"").count(), 0);
}

#[test]
fn neighbours_share_a_quotation() {
    let drawn = drawn(false);
    assert_eq!(drawn.matches("<blockquote>").count(), 1, "{drawn}");
    assert!(drawn.contains("</p><p "), "{drawn}");
}
