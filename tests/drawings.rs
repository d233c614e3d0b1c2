//! The drawings a page carries: the relations of its names, and its events to scale.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::model::data;
use article_explorer::model::page::{Graph, NoteRelation, Page};
use article_explorer::model::site::Site;
use article_explorer::publish::site_index::SiteIndex;
use article_explorer::publish::{messages, project};
use serde::Serialize;

fn page(site: &Site) -> Page {
    let first = site.articles.ids().next().unwrap();
    let interface = messages::of("en").unwrap();
    project::page(&SiteIndex::of(site), first, &interface, "./")
}

fn first_article() -> Page {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    page(&compile(&Files::read(&content).unwrap()).site.unwrap())
}

/// A small site with these files laid over it.
fn small(files: &str) -> Page {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/base.txt");
    let mut texts = BTreeMap::new();
    for archive in [&fs::read_to_string(base).unwrap(), files] {
        for (path, text) in archive
            .split("--- ")
            .filter_map(|file| file.split_once('\n'))
        {
            texts.insert(path.to_owned(), text.as_bytes().to_vec());
        }
    }
    page(&compile(&Files::from_texts(texts)).site.unwrap())
}

/// Rows of the list of relations whose both ends have a note.
fn rows(page: &Page) -> Vec<&NoteRelation> {
    let told = page
        .notes
        .iter()
        .flat_map(|note| &note.relations)
        .filter(|relation| relation.is_subject);
    told.filter(|relation| relation.other.is_some()).collect()
}

/// The slugs of those that are drawn, in the order of the drawing.
fn names(graph: &Graph) -> Vec<&str> {
    let nodes = graph.nodes.iter();
    nodes.map(|node| node.link.entity.as_str()).collect()
}

/// What a record takes in a page, compressed.
fn bytes(record: &impl Serialize) -> usize {
    let text = data::write(record);
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &parameters).unwrap();
    out.len()
}

/// An entity related to others, as its file.
fn entity(name: &str, related_to: &[&str]) -> String {
    let mut file = format!(
        "--- entities/{name}.toml\nkind = \"concept\"\nnames = [{{ text = \"Name {name}\" }}]\nsummary = \"Is.\"\n"
    );
    file.push_str("[[facts]]\ntext = \"It is.\"\nsource = \"gazette\"\n");
    for other in related_to {
        file.push_str(&format!(
            "[[relations]]\npredicate = \"knows\"\nobject = \"{other}\"\nsource = \"gazette\"\n"
        ));
    }
    file
}

#[test]
fn each_relation_between_two_notes_is_one_line() {
    // The article names Ada and the hall, Ada's relations name the bell, the bell's name the clock: it has no note here.
    let ada = entity("ada", &["hall", "bell", "hall", "ada"]);
    let page = small(&[ada, entity("bell", &["clock", "ada"]), entity("clock", &[])].concat());
    assert_eq!((page.notes.len(), rows(&page).len()), (3, 5));
    let Graph { nodes, edges, .. } = &page.relations.graph;
    let mut drawn = names(&page.relations.graph);
    drawn.sort_unstable();
    assert_eq!(drawn, ["ada", "bell", "hall"]);
    assert_eq!(edges.len(), 5);
    for edge in edges {
        let row = &page.relations.rows[edge.row as usize];
        assert_eq!(
            (&edge.predicate, edge.path.matches('M').count()),
            (&row.predicate, 1)
        );
    }
    assert!(nodes.is_sorted_by_key(|node| (node.y, node.x)));
    assert!(edges.is_sorted_by_key(|edge| (edge.y, edge.x)));
}

#[test]
fn names_without_a_relation_are_not_drawn() {
    let page = small(&entity("ada", &["ada"]));
    assert_eq!(names(&page.relations.graph), ["ada"]);
    assert_eq!(small("").relations.graph, Graph::default());
}

#[test]
fn more_names_than_anyone_reads_are_no_drawing() {
    let names: Vec<String> = (0..400).map(|count| format!("n{count}")).collect();
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    let others: String = known.iter().map(|name| entity(name, &[])).collect();
    assert_eq!(
        small(&[entity("ada", &known), others].concat())
            .relations
            .graph,
        Graph::default()
    );
}

#[test]
fn the_first_article_can_be_read_in_a_panel() {
    let page = first_article();
    let Graph {
        width,
        height,
        nodes,
        edges,
    } = &page.relations.graph;
    assert_eq!(edges.len(), rows(&page).len());
    assert!(nodes.len() > 30, "{} names", nodes.len());
    assert!(*width <= 1700 && *height <= 1200, "{width} x {height}");
    // Without whom its nodes stand for, which the page has elsewhere too.
    let nodes = nodes.iter().map(|node| (node.x, node.y, node.width));
    let layout = (width, height, nodes.collect::<Vec<_>>(), edges);
    let all = bytes(&layout);
    assert!(
        all <= 200 + 29 * edges.len(),
        "{all} bytes for {} relations",
        edges.len()
    );
}

#[test]
fn the_first_article_s_events_are_under_a_lens_where_they_crowd() {
    let page = first_article();
    let timeline = page.timeline.drawing.as_ref().unwrap();
    let marks: usize = timeline.axes.iter().map(|axis| axis.marks.len()).sum();
    assert_eq!(marks, page.timeline.events.len());
    assert!(timeline.lens.is_some());
    let all = bytes(timeline);
    assert!(all <= 200 + 8 * marks, "{all} bytes for {marks} events");
}

#[test]
fn the_same_content_gives_the_same_drawings() {
    let (one, two) = (first_article(), first_article());
    assert_eq!((one.relations, one.timeline), (two.relations, two.timeline));
}
