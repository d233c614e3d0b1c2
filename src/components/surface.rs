//! The reading surface: the article, the key to its marks, and the notes.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::article::Article;
use crate::components::key::Key;
use crate::components::notes::Notes;
use crate::model::page::{self, FootnoteList, Frame};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub frame: Rc<Frame>,
    pub article: Rc<page::PageArticle>,
    pub notes: Vec<Rc<page::Note>>,
    pub footnotes: Rc<FootnoteList>,
}

/// Draws article and notes: on the build machine into the page, in the browser where a page comes without them.
#[component]
pub fn Surface(props: &Props) -> Html {
    crate::components::rendered("Surface");
    let Props {
        frame,
        article,
        notes,
        footnotes,
    } = props;
    if article.blocks.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <Article {frame} {article} {footnotes} />
            // Nothing is said of marks and notes where there are none.
            if !frame.kinds.is_empty() { <Key {frame} /> }
            if !notes.is_empty() { <Notes {frame} notes={notes.clone()} /> }
        </>
    }
}
