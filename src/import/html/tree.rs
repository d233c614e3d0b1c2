//! A web page as a tree, made by the parser that browsers agree on (html5ever): a list of nodes, so that nothing in it
//! recurses.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};

use crate::import::attributes;
use crate::import::error::ImportError;
use crate::import::html::depth::{DEPTH, OPEN, deep};

/// Nodes of a page; a long book has a tenth of them.
const NODES: usize = 1_000_000;

/// Bytes that are parsed between two looks at how large the tree is.
const CHUNK: usize = 4096;

/// A page.
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The node that stood deepest while the page was parsed.
    deepest: usize,
}

struct Node {
    what: What,
    parent: Option<usize>,
    children: Vec<usize>,
    line: u64,
    /// How deep it was put; some are moved later.
    depth: usize,
}

enum What {
    Document,
    Element {
        name: Rc<QualName>,
        attrs: Vec<Attribute>,
    },
    Text(String),
    Other,
}

impl Tree {
    /// Parses a page.
    ///
    /// # Errors
    /// If its elements stand in each other too deep, are too many, or have too many attributes.
    pub(super) fn parse(file: &str, text: &str) -> Result<Self, ImportError> {
        attributes::ensure_few(file, text, true)?;
        let sink = Sink {
            tree: RefCell::new(Tree {
                nodes: vec![Node::new(What::Document, 1)],
                deepest: Self::ROOT,
            }),
            line: Cell::new(1),
        };
        let mut parser = parse_document(sink, ParseOpts::default());
        let mut rest = text;
        while !rest.is_empty() {
            let (chunk, after) = rest.split_at(rest.floor_char_boundary(CHUNK));
            parser.process(StrTendril::from(chunk));
            rest = after;
            let tree = parser.tokenizer.sink.sink.tree.borrow();
            let deepest = &tree.nodes[tree.deepest];
            if deepest.depth > OPEN {
                return Err(deep(file).at_line(deepest.line as usize, 1));
            }
            if tree.nodes.len() > NODES {
                return Err(ImportError::new(
                    file,
                    format!("the page has more than {NODES} elements and texts"),
                    "save the article's part of it alone, and import that",
                ));
            }
        }
        let tree = parser.finish();
        if let Some(line) = tree.too_deep() {
            return Err(deep(file).at_line(line, 1));
        }
        Ok(tree)
    }

    pub(super) const ROOT: usize = 0;

    /// The element's name in small letters; empty for anything else.
    pub(super) fn name(&self, node: usize) -> &str {
        match &self.nodes[node].what {
            What::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    pub(super) fn attr(&self, node: usize, key: &str) -> Option<&str> {
        let What::Element { attrs, .. } = &self.nodes[node].what else {
            return None;
        };
        let found = attrs.iter().find(|attr| &*attr.name.local == key)?;
        Some(&found.value)
    }

    pub(super) fn classes(&self, node: usize) -> impl Iterator<Item = &str> {
        let classes = self.attr(node, "class").unwrap_or_default();
        classes.split_ascii_whitespace()
    }

    pub(super) fn text(&self, node: usize) -> Option<&str> {
        match &self.nodes[node].what {
            What::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn children(&self, node: usize) -> &[usize] {
        &self.nodes[node].children
    }

    pub(super) fn parent(&self, node: usize) -> Option<usize> {
        self.nodes[node].parent
    }

    /// The line on which it ends to begin, from 1.
    pub(super) fn line(&self, node: usize) -> u64 {
        self.nodes[node].line
    }

    /// The node and all in it, in the order of the text.
    pub(super) fn within(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let mut open = vec![node];
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(self.nodes[next].children.iter().rev());
            Some(next)
        })
    }

    /// The node's parents, the innermost first.
    pub(super) fn around(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.parent(node), |node| self.parent(*node))
    }

    /// All words in it, but scripts and styles.
    pub(super) fn words(&self, node: usize) -> String {
        self.texts(node).collect()
    }

    /// The same with spaces between elements, as far as one wants to tell it.
    pub(super) fn said(&self, node: usize) -> String {
        let mut said = String::new();
        for text in self.texts(node) {
            said.push_str(text);
            said.push(' ');
            if said.len() > 500 {
                break;
            }
        }
        said
    }

    /// How many words are in it.
    pub(super) fn count_words(&self, node: usize) -> usize {
        let texts = self.texts(node);
        texts.map(|text| text.split_whitespace().count()).sum()
    }

    fn texts(&self, node: usize) -> impl Iterator<Item = &str> {
        const UNREAD: [&str; 4] = ["script", "style", "template", "noscript"];
        let mut open = vec![node];
        std::iter::from_fn(move || {
            loop {
                let next = open.pop()?;
                if !UNREAD.contains(&self.name(next)) {
                    open.extend(self.nodes[next].children.iter().rev());
                }
                if let Some(text) = self.text(next) {
                    return Some(text);
                }
            }
        })
    }

    /// The first element of a name.
    pub(super) fn first(&self, name: &str) -> Option<usize> {
        self.within(Self::ROOT)
            .find(|node| self.name(*node) == name)
    }

    /// The line of something that stands too deep.
    fn too_deep(&self) -> Option<usize> {
        let mut open = vec![(Self::ROOT, 0)];
        while let Some((node, depth)) = open.pop() {
            if depth > DEPTH {
                return Some(self.nodes[node].line as usize);
            }
            let children = self.nodes[node].children.iter();
            open.extend(children.map(|child| (*child, depth + 1)));
        }
        None
    }

    fn detach(&mut self, node: usize) {
        if let Some(parent) = self.nodes[node].parent.take() {
            let children = &mut self.nodes[parent].children;
            if let Some(row) = children.iter().rposition(|child| *child == node) {
                children.remove(row);
            }
        }
    }

    fn add(&mut self, what: What, line: u64) -> usize {
        self.nodes.push(Node::new(what, line));
        self.nodes.len() - 1
    }

    /// Puts a node or text among a parent's children, before the one in that row.
    fn put(&mut self, parent: usize, row: usize, child: NodeOrText<Handle>, line: u64) {
        let node = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node.id);
                node.id
            }
            NodeOrText::AppendText(text) => {
                let before = row
                    .checked_sub(1)
                    .map(|row| self.nodes[parent].children[row]);
                if let Some(before) = before
                    && let What::Text(words) = &mut self.nodes[before].what
                {
                    words.push_str(&text);
                    return;
                }
                self.add(What::Text(text.to_string()), line)
            }
        };
        self.nodes[node].parent = Some(parent);
        self.nodes[node].depth = self.nodes[parent].depth + 1;
        if self.nodes[node].depth > self.nodes[self.deepest].depth {
            self.deepest = node;
        }
        let children = &mut self.nodes[parent].children;
        children.insert(row.min(children.len()), node);
    }
}

impl Node {
    fn new(what: What, line: u64) -> Self {
        Self {
            what,
            parent: None,
            children: Vec::new(),
            line,
            depth: 0,
        }
    }
}

/// What the parser builds.
struct Sink {
    tree: RefCell<Tree>,
    line: Cell<u64>,
}

/// A node, with its name if it is an element.
#[derive(Clone)]
struct Handle {
    id: usize,
    name: Option<Rc<QualName>>,
}

impl Handle {
    fn nameless(id: usize) -> Self {
        Self { id, name: None }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::nameless(Tree::ROOT)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        let name = target.name.as_ref();
        name.expect("the parser asks elements only").expanded()
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Handle {
        let name = Rc::new(name);
        let what = What::Element {
            name: Rc::clone(&name),
            attrs,
        };
        let id = self.tree.borrow_mut().add(what, self.line.get());
        Handle {
            id,
            name: Some(name),
        }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle::nameless(self.tree.borrow_mut().add(What::Other, self.line.get()))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        Handle::nameless(self.tree.borrow_mut().add(What::Other, self.line.get()))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        let row = tree.nodes[parent.id].children.len();
        tree.put(parent.id, row, child, self.line.get());
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        before: &Handle,
        child: NodeOrText<Handle>,
    ) {
        if self.tree.borrow().parent(element.id).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        // What is in a template is shown by scripts only: it stays in the element, which is left out.
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        if let NodeOrText::AppendNode(node) = &child {
            tree.detach(node.id);
        }
        let Some(parent) = tree.nodes[sibling.id].parent else {
            return;
        };
        let children = &tree.nodes[parent].children;
        let row = children.iter().rposition(|one| *one == sibling.id);
        let row = row.unwrap_or(children.len());
        tree.put(parent, row, child, self.line.get());
    }

    fn add_attrs_if_missing(&self, target: &Handle, new: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        if let What::Element { attrs, .. } = &mut tree.nodes[target.id].what {
            for attr in new {
                let is_full = attrs.len() >= attributes::MOST;
                if !is_full && !attrs.iter().any(|one| one.name == attr.name) {
                    attrs.push(attr);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut tree = self.tree.borrow_mut();
        let children = std::mem::take(&mut tree.nodes[node.id].children);
        let depth = tree.nodes[new_parent.id].depth + 1;
        for child in &children {
            tree.nodes[*child].parent = Some(new_parent.id);
            tree.nodes[*child].depth = depth;
        }
        tree.nodes[new_parent.id].children.extend(children);
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(line);
    }
}
