//! The whole graph of relations; the table says the same.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::sign::sign;
use crate::model::page::{Graph, GraphNode, GraphWords, RelationList};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<RelationList>,
}

#[component]
pub fn GraphDrawing(props: &Props) -> Html {
    crate::components::rendered("GraphDrawing");
    let messages = use_messages();
    let Graph {
        width,
        height,
        nodes,
        path,
        words,
    } = &props.list.graph;
    html! {
        <svg class="graph" width={width.to_string()} height={height.to_string()} role="group" aria-label={messages.whole_graph.clone()}>
            <path d={path.clone()} />
            for one in words { { predicate(one) } }
            for one in nodes { { node(one) } }
        </svg>
    }
}

fn predicate(words: &GraphWords) -> Html {
    html! { <text x={words.x.to_string()} y={words.y.to_string()}>{ &words.predicate }</text> }
}

/// The namespace of HTML elements, which Yew does not return to by itself inside a drawing.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A box round a link as in the list of entities.
fn node(node: &GraphNode) -> Html {
    let link = &node.link;
    html! {
        <foreignObject x={node.x.to_string()} y={node.y.to_string()} width={node.width.to_string()} height="24">
            <a xmlns={XHTML} class="name" href={["#ent-", &link.entity].concat()} data-kind={link.kind.slug()}>
                { sign() }
                <bdi lang={link.language.clone()}>{ &link.name }</bdi>
            </a>
        </foreignObject>
    }
}
