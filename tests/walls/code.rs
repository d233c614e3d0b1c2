//! Source files as the walls read them: by paths and names in the code, not by searching text.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::UseTree;
use syn::visit::Visit;

/// Source files below a folder with their text, sorted.
pub(crate) fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// The paths that a file names, `use` trees written out: `crate::model::page::Note`, `web_sys::Element`.
pub(crate) fn paths(text: &str) -> Vec<String> {
    let file = syn::parse_file(text).unwrap();
    let mut found = Vec::new();
    let mut uses = Uses(&mut found);
    uses.visit_file(&file);
    named(text.parse().unwrap(), &mut found);
    found
}

/// Collects what `use` items import.
struct Uses<'a>(&'a mut Vec<String>);

impl<'ast> Visit<'ast> for Uses<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        write_out(String::new(), &item.tree, self.0);
    }
}

fn write_out(before: String, tree: &UseTree, found: &mut Vec<String>) {
    let join = |name: &dyn ToString| match before.as_str() {
        "" => name.to_string(),
        before => format!("{before}::{}", name.to_string()),
    };
    match tree {
        UseTree::Path(path) => write_out(join(&path.ident), &path.tree, found),
        UseTree::Name(name) => found.push(join(&name.ident)),
        UseTree::Rename(name) => found.push(join(&name.ident)),
        UseTree::Glob(_) => found.push(join(&"*")),
        UseTree::Group(group) => {
            for tree in &group.items {
                write_out(before.clone(), tree, found);
            }
        }
    }
}

/// Collects paths of two names or more from code, macros included.
fn named(tokens: TokenStream, found: &mut Vec<String>) {
    let mut path = String::new();
    for token in tokens {
        match token {
            TokenTree::Ident(name) if path.is_empty() || path.ends_with("::") => {
                path.push_str(&name.to_string());
            }
            TokenTree::Punct(sign) if sign.as_char() == ':' => path.push(':'),
            other => {
                if path.contains("::") {
                    found.push(std::mem::take(&mut path));
                }
                path.clear();
                match other {
                    TokenTree::Ident(name) => path = name.to_string(),
                    // `pub(in PATH)` imports nothing.
                    TokenTree::Group(group) if is_scope(&group) => {}
                    TokenTree::Group(group) => named(group.stream(), found),
                    TokenTree::Punct(_) | TokenTree::Literal(_) => {}
                }
            }
        }
    }
    if path.contains("::") {
        found.push(path);
    }
}

/// Whether brackets hold the `in PATH` of a visibility.
fn is_scope(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    first.is_some_and(|first| first.to_string() == "in")
}

/// The code without what is compiled for tests only.
pub(crate) fn without_tests(code: TokenStream) -> TokenStream {
    let mut kept = Vec::new();
    let mut tokens = code.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_mark = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == '#');
        let is_test = |next: &TokenTree| next.to_string().replace(' ', "") == "[cfg(test)]";
        if is_mark && tokens.peek().is_some_and(is_test) {
            // Up to the item's body, or its end.
            tokens.find(|token| match token {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                TokenTree::Punct(sign) => sign.as_char() == ';',
                TokenTree::Ident(_) | TokenTree::Literal(_) => false,
            });
        } else {
            kept.push(token);
        }
    }
    kept.into_iter().collect()
}

/// The names in code, macros included.
pub(crate) fn names(tokens: TokenStream) -> Vec<String> {
    let name = |token| match token {
        TokenTree::Ident(name) => vec![name.to_string()],
        TokenTree::Group(group) => names(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    };
    tokens.into_iter().flat_map(name).collect()
}

/// The texts in code, those in macros too, but no docs and other attributes.
pub(crate) fn strings(tokens: TokenStream) -> Vec<String> {
    let mut texts = Vec::new();
    let mut before = None;
    for token in tokens {
        match &token {
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(text) = syn::Lit::new(literal.clone()) {
                    texts.push(text.value());
                }
            }
            TokenTree::Group(group) if before != Some('#') => texts.extend(strings(group.stream())),
            TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Ident(_) => {}
        }
        before = match token {
            // `#!` begins an attribute of the whole file.
            TokenTree::Punct(sign) if sign.as_char() == '!' && before == Some('#') => Some('#'),
            TokenTree::Punct(sign) => Some(sign.as_char()),
            _ => None,
        };
    }
    texts
}
