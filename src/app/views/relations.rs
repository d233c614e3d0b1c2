//! Relations: one entity with those it is related to, as a bracket, and the table of all of them.

use yew::prelude::*;

use crate::app::components::markup::draw;
use crate::app::reading::view::Viewing;
use crate::components::sign::sign;
use crate::model::messages::Messages;
use crate::platform::lists::{self, Copy};
use crate::platform::notes::{Note, Relation};
use crate::platform::{layout, task};

/// Branches of a bracket before the reader asks for all.
const BRANCHES: usize = 9;
/// Distance of branches, in CSS pixels; `static/css/views.css` says the same.
const BRANCH: usize = 48;

/// The table, and the pairs it joins.
pub(in crate::app) struct Relations {
    copy: Copy,
    pairs: Vec<(String, String)>,
    sorted: Option<(u32, bool)>,
    /// The whole graph, while it is asked for.
    graph: Option<Html>,
}

impl Relations {
    pub(super) fn of() -> Option<Self> {
        let copy = Copy::of("relations")?;
        lists::make_sortable(&copy);
        Some(Self {
            pairs: lists::pairs(&copy),
            copy,
            sorted: None,
            graph: None,
        })
    }

    /// Brings the table in line with what was chosen; how many relations it holds.
    pub(super) fn update(&mut self, hub: String, viewing: &Viewing) -> (usize, usize) {
        if viewing.sorted != self.sorted {
            self.sorted = viewing.sorted;
            if let Some((column, descending)) = self.sorted {
                lists::sort(&self.copy, column, descending);
            }
        }
        if !viewing.whole {
            self.graph = None;
        } else if self.graph.is_none() {
            self.graph = lists::template("graph").map(Html::VRef);
            // Once it is drawn.
            task::next(move || layout::center(".whole", &["[href='#ent-", &hub, "']"].concat()));
        }
        (self.pairs.len(), self.pairs.len())
    }

    pub(super) fn draw(&self, hub: &str, viewing: &Viewing, words: &Messages) -> Html {
        let drawing = match &self.graph {
            Some(graph) => draw!("<div class=whole tabindex=0>{0}</div>", graph),
            None => self.bracket(hub, viewing.all, words),
        };
        draw!("{0}{1}", drawing, Html::VRef(self.copy.node()))
    }

    /// The entity, a stem, and a branch to each of those it is related to: the best sourced, or all.
    fn bracket(&self, hub: &str, all: bool, words: &Messages) -> Html {
        let Some(note) = Note::of(hub) else {
            return Html::default();
        };
        let mut relations = note.relations();
        let count = relations.len();
        if !all && count > BRANCHES {
            keep_best(&mut relations);
        }
        let mut branches = Vec::new();
        for relation in &relations {
            branches.push(branch(relation));
        }
        let more = (relations.len() < count).then(|| {
            draw!(
                "<button class=more type=button data-act=all-branches>{0}</button>",
                Messages::fill_number(words.and_more.as_str(), count - relations.len()),
            )
        });
        draw!(
            "<div class=bracket><p class=hub data-kind={0}>{1}<a href=\"#ent-{2}\">{3}</a></p>{4}<ul>{5}</ul>{6}{7}</div>",
            &note.kind(),
            sign(),
            hub,
            &note.name().text,
            stems(&relations),
            branches,
            self.arcs(&relations),
            more,
        )
    }

    /// Dashed arcs between neighbours that are related to each other too.
    fn arcs(&self, relations: &[Relation]) -> Html {
        let row = |slug: &str| relations.iter().position(|relation| relation.other == slug);
        let mut path = String::new();
        for (one, other) in &self.pairs {
            if let (Some(one), Some(other)) = (row(one), row(other))
                && one != other
            {
                let (from, to) = (middle(one), middle(other));
                path.push_str(&["M0 ", &from, "C36 ", &from, " 36 ", &to, " 0 ", &to].concat());
            }
        }
        if path.is_empty() {
            return Html::default();
        }
        drawing("arcs", relations.len(), &path)
    }
}

/// Keeps the relations with most sources, of equals the first. (Rust's sorting costs 4 kB of WASM a use.)
fn keep_best(relations: &mut Vec<Relation>) {
    while relations.len() > BRANCHES {
        let (mut row, mut fewest) = (0, usize::MAX);
        for (at, relation) in relations.iter().enumerate() {
            if relation.sources <= fewest {
                (row, fewest) = (at, relation.sources);
            }
        }
        relations.remove(row);
    }
}

/// A curve from the stem to each branch, with an arrow at the end that is told of.
fn stems(relations: &[Relation]) -> Html {
    let hub = (relations.len() * BRANCH / 2).to_string();
    let mut path = ["M0 ", &hub, "h8"].concat();
    for (row, relation) in relations.iter().enumerate() {
        let to = middle(row);
        path.push_str(&["M8 ", &hub, "C32 ", &hub, " 12 ", &to, " 36 ", &to].concat());
        path.push_str(if relation.reversed {
            "m0-4-4 4 4 4"
        } else {
            "m-4-4 4 4-4 4"
        });
    }
    drawing("stems", relations.len(), &path)
}

fn drawing(class: &str, rows: usize, path: &str) -> Html {
    draw!(
        "<svg class={0} width=40 height={1} aria-hidden=true><path d={2}/></svg>",
        class,
        rows * BRANCH,
        path,
    )
}

fn middle(row: usize) -> String {
    (row * BRANCH + BRANCH / 2).to_string()
}

fn branch(relation: &Relation) -> Html {
    let template = if relation.reversed {
        "<li><a class=name href=\"#ent-{0}\" data-kind={1}>{2}{3}</a> <i>{4}</i> {5}</li>"
    } else {
        "<li><i>{4}</i> <a class=name href=\"#ent-{0}\" data-kind={1}>{2}{3}</a> {5}</li>"
    };
    draw!(
        template,
        &relation.other,
        &relation.kind,
        sign(),
        &relation.name,
        &relation.predicate,
        relation.source.clone().map(Html::VRef),
    )
}
