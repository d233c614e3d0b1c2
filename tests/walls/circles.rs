//! No file imports one that imports it, directly or by way of others: each can be read after those it names.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::{paths, sources, without_tests};

#[test]
fn no_files_import_each_other() {
    let imports = imports();
    let mut circles: Vec<Vec<&str>> = Vec::new();
    for file in imports.keys() {
        let mut circle: Vec<&str> = reached(file, &imports)
            .into_iter()
            .filter(|other| reached(other, &imports).contains(&**file))
            .collect();
        circle.sort_unstable();
        // Each circle once, from its first file.
        if circle.first() == Some(&&**file) {
            circles.push(circle);
        }
    }
    assert!(circles.is_empty(), "these import each other: {circles:#?}");
}

/// The files that each file names in code that is not for tests alone.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources("src");
    let files: BTreeMap<String, String> = sources
        .iter()
        .map(|(file, _)| (module(file), short(file)))
        .collect();
    let is_test = |file: &str| file.ends_with("/tests.rs") || file.contains("/tests/");
    let code = sources.iter().filter(|(file, _)| !is_test(file));
    let named = code.map(|(file, text)| {
        let code = without_tests(text.parse().unwrap()).to_string();
        let paths: Vec<String> = paths(&code)
            .into_iter()
            .filter(|path| !path.ends_with("::"))
            .map(|path| path.trim_end_matches("::self").to_owned())
            .collect();
        let imports: BTreeSet<String> = paths
            .iter()
            .filter_map(|path| file_of(&whole(path, &module(file), &paths, &files)?, &files))
            .filter(|named| *named != short(file))
            .collect();
        (short(file), imports)
    });
    named.collect()
}

/// `src/compile/table.rs` is `compile/table`, and the module `compile::table`.
fn short(file: &str) -> String {
    let path = file.strip_prefix("src/").unwrap_or(file);
    path.trim_end_matches(".rs").to_owned()
}

fn module(file: &str) -> String {
    short(file).replace('/', "::")
}

/// A path from the crate's root, if it leads into the crate: it may begin there, at the file's own module, at a module
/// below that, or at one that the file imports.
fn whole(
    path: &str,
    module: &str,
    paths: &[String],
    files: &BTreeMap<String, String>,
) -> Option<String> {
    let (first, rest) = path.split_once("::").unwrap_or((path, ""));
    let below = format!("{module}::{first}");
    match first {
        "crate" => Some(rest.to_owned()),
        "self" => Some(format!("{module}::{rest}")),
        "super" => Some(format!("{}::{rest}", module.rsplit_once("::")?.0)),
        _ if files.contains_key(&below) => Some(format!("{below}::{rest}")),
        _ => {
            let end = format!("::{first}");
            let imported = paths
                .iter()
                .find(|one| one.starts_with("crate::") && one.ends_with(&end))?;
            Some(format!("{}::{rest}", imported.strip_prefix("crate::")?))
        }
    }
}

/// The file of the innermost module that a path leads through.
fn file_of(path: &str, files: &BTreeMap<String, String>) -> Option<String> {
    let mut path = path;
    loop {
        if let Some(file) = files.get(path) {
            return Some(file.clone());
        }
        path = path.rsplit_once("::")?.0;
    }
}

/// The files that a file imports, and those that they import, and so on.
fn reached<'i>(file: &str, imports: &'i BTreeMap<String, BTreeSet<String>>) -> BTreeSet<&'i str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = vec![file];
    while let Some(next) = open.pop() {
        for named in imports.get(next).into_iter().flatten() {
            if reached.insert(named.as_str()) {
                open.push(named);
            }
        }
    }
    reached
}
