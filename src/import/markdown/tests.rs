//! Texts of other programs, and what becomes of them.

use crate::compile::compile;
use crate::compile::files::Files;
use crate::import::{Imported, Input, import};

fn imported(files: &[(&str, &str)]) -> Imported {
    let inputs: Vec<_> = files
        .iter()
        .map(|(name, text)| Input {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
        .collect();
    let imported = import(&inputs, &Files::default()).expect("it can be imported");
    let files = Files::from_texts(imported.files.clone());
    let errors: Vec<_> = compile(&files)
        .findings
        .into_iter()
        .filter(|finding| finding.severity == crate::compile::finding::Severity::Error)
        .map(|finding| format!("{}: {}: {}", finding.file, finding.code, finding.message))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{}", texts(&imported));
    imported
}

fn texts(imported: &Imported) -> String {
    let texts = imported
        .files
        .iter()
        .map(|(path, bytes)| format!("== {path}\n{}", String::from_utf8_lossy(bytes)));
    texts.collect()
}

fn text<'i>(imported: &'i Imported, path: &str) -> &'i str {
    let bytes = imported
        .files
        .get(path)
        .unwrap_or_else(|| panic!("no {path} in\n{}", texts(imported)));
    std::str::from_utf8(bytes).expect("a text")
}

#[track_caller]
fn check(markdown: &str, article: &str) {
    let imported = imported(&[("a-text.md", markdown)]);
    assert_eq!(text(&imported, "articles/a-title.md"), article);
}

#[test]
fn a_plain_text_becomes_an_article() {
    check(
        "# A title\n\nThe *council* voted.\nIt **rained**[^a].\n\n### Part\n\n1. a\n2. b\n   - c\n\n> d\n\n| e | f |\n|--|--|\n| g | h |\n\n```\ni\n```\n\n---\n\nj <br> k, x<sup>2</sup>\n\n[^a]: Hard.\n",
        "+++\ntitle = \"A title\"\n+++\n\nThe *council* voted. It **rained**[^1].\n\n## Part\n\n1. a\n2. b\n   - c\n\n> d\n\n| e | f |\n|---|---|\n| g | h |\n\n```\ni\n```\n\n* * *\n\nj\\\nk, x<sup>2</sup>\n\n[^1]: Hard.\n",
    );
}

#[test]
fn properties_become_front_matter() {
    check(
        "---\ntitle: A title\nauthor: [Ann Author, \"[[Bo Berg]]\"]\ndate: 2026-03-01T10:00:00Z\ntags:\n  - bridges\n  - \"#water\"\ndraft: true\nlayout: post\n---\nIt rained.\n",
        "+++\ntitle = \"A title\"\nbyline = [\"Ann Author\", \"Bo Berg\"]\ndate = \"2026-03-01\"\ntags = [\"bridges\", \"water\"]\ndraft = true\n+++\n\nIt rained.\n",
    );
}

#[test]
fn signs_of_other_dialects_go() {
    check(
        "# A title\n\n> [!note] Look\n> here ==now== ^id-1\n\n- [x] done\n- [ ] not %%yet%%\n\n```dataview\nLIST\n```\n",
        "+++\ntitle = \"A title\"\n+++\n\n> **Look**\n>\n> here now\n\n- ☑ done\n- ☐ not\n",
    );
}

#[test]
fn a_vault_becomes_articles_and_entities() {
    let imported = imported(&[
        (
            "Stories/The bridge.md",
            "---\ndate: 2026-03-01\n---\nThe council of [[Riverton]] voted. [[Maria Berg|The mayor]] was absent, said [[Bo Olsen]] on [[2026-02-28]].\n",
        ),
        (
            "People/Maria Berg.md",
            "---\naliases: [Mayor Berg, the]\nborn: 1970\n---\nMayor of [[Riverton]] since 2020.\n\n- Was born in [[Nowhere]].\n",
        ),
        (
            "Riverton.md",
            "---\ncoordinates: [\"43.24\", \"76.92\"]\n---\n## Town\n",
        ),
    ]);
    assert_eq!(
        text(&imported, "articles/the-bridge.md"),
        "+++\ntitle = \"The bridge\"\ndate = \"2026-03-01\"\n+++\n\nThe council of [[riverton|Riverton]] voted. [[maria-berg|The mayor]] was absent, said [[bo-olsen|Bo Olsen]] on 2026-02-28.\n"
    );
    assert_eq!(
        text(&imported, "entities/maria-berg.toml"),
        "kind = \"person\"\nnames = [{ text = \"Maria Berg\" }]\naliases = [\"Mayor Berg\"]\nsummary = \"Mayor of [[riverton|Riverton]] since 2020.\"\n\n[[facts]]\ntext = \"The mayor was absent, said Bo Olsen on 2026-02-28.\"\nsource = \"the-bridge#p2\"\n\n[[facts]]\ntext = \"Was born in Nowhere.\"\nsource = \"note-maria-berg\"\n"
    );
    assert!(
        text(&imported, "entities/riverton.toml").contains("place = { lat = 43.24, lon = 76.92 }")
    );
    assert!(
        imported
            .left_out
            .iter()
            .any(|left| left.what.contains("`born`")),
        "{:?}",
        imported.left_out
    );
    assert!(
        imported
            .notes
            .iter()
            .any(|note| note.ends_with("riverton, bo-olsen")),
        "{:?}",
        imported.notes
    );
}

#[test]
fn what_a_note_keeps_back_is_kept_back() {
    let imported = imported(&[
        (
            "Stories/The bridge.md",
            "---\npublish: false\n---\n[[Lise Moreau]] met [[Bo Olsen]] in [[Riverton]].\n",
        ),
        (
            "People/Lise Moreau.md",
            "---\nprivate: true\nwikidata: Q1\n---\nShe is my neighbour.\n\nShe has a dog.\n",
        ),
        (
            "People/Bo Olsen.md",
            "---\npublish: false\n---\nA captain.\n",
        ),
    ]);
    assert!(text(&imported, "articles/the-bridge.md").contains("draft = true\n"));
    assert!(text(&imported, "entities/bo-olsen.toml").contains("draft = true\n"));
    assert_eq!(
        text(&imported, "entities/lise-moreau.toml"),
        "kind = \"person\"\nnames = [{ text = \"Lise Moreau\" }]\nprivate = true\n\n[[facts]]\ntext = \"Lise Moreau met Bo Olsen in Riverton.\"\nsource = \"the-bridge#p2\"\n"
    );
    let told = imported.left_out.iter().map(ToString::to_string);
    let told: Vec<_> = told.collect();
    assert_eq!(
        told,
        [
            "People/Lise Moreau.md: what the note says of a private person; of them a site has only what its articles say"
        ]
    );
}

#[test]
fn notes_that_embed_each_other_end() {
    let imported = imported(&[
        ("A.md", "![[B]]\n\na [[B]]"),
        ("B.md", "![[A]]\n\nb [[A]]"),
        ("C.md", "c [[A]]"),
    ]);
    assert!(imported.files.contains_key("articles/c.md"));
    let embedded = imported
        .left_out
        .iter()
        .filter(|left| left.what.contains("what is embedded"));
    assert_eq!(embedded.count(), 2);
}

#[test]
fn what_nests_without_end_is_read() {
    let deep = [
        &*">".repeat(20_000),
        " a\n\n",
        &*"*_".repeat(20_000),
        "b",
        &*"_*".repeat(20_000),
        "\n\n",
        &*"- ".repeat(20_000),
        "c\n",
    ]
    .concat();
    let imported = imported(&[("a.md", &deep)]);
    let article = text(&imported, "articles/a.md");
    assert!(article.contains('a') && article.contains('b') && article.contains('c'));
}

#[test]
fn hostile_properties_are_told() {
    let bomb = format!(
        "---\na: &a [x]\n{}\n---\nIt rained.\n",
        (0..40)
            .map(|row| format!("b{row}: &b{row} [*a,*a]\n"))
            .collect::<String>()
    );
    let deep = format!("---\na: {}\n---\nIt rained.\n", "[".repeat(50_000));
    for text in [bomb.as_str(), deep.as_str()] {
        let imported = imported(&[("a.md", text)]);
        assert!(imported.files.contains_key("articles/a.md"));
    }
}

#[test]
fn an_article_of_this_program_stays_as_it_is() {
    let own = "+++\ntitle = \"A\"\n+++\n\nIt *rained*.\n";
    assert_eq!(
        text(&imported(&[("x/Own One.md", own)]), "articles/own-one.md"),
        own
    );
}

#[test]
fn notes_of_one_name_in_two_folders_are_two_entities() {
    let vault = [
        ("People/Ivo.md", "---\ntype: person\n---\nA painter.\n"),
        ("Places/Ivo.md", "---\ntype: place\n---\nA village.\n"),
        (
            "Walk.md",
            "# Walk\n\n[[Ivo]] met [[People/Ivo|him]] at [[Places/Ivo]] and [[vault/Places/Ivo.md|there]].\n",
        ),
    ];
    let first = imported(&vault);
    let article = text(&first, "articles/walk.md");
    assert!(
        article.contains("[[ivo|Ivo]] met [[ivo|him]] at [[ivo-2|Ivo]]"),
        "{article}"
    );
    assert!(text(&first, "entities/ivo.toml").contains("kind = \"person\""));
    assert!(text(&first, "entities/ivo-2.toml").contains("kind = \"place\""));
    let told = first.notes.join("\n");
    assert!(told.contains("`Places/Ivo.md` became `ivo-2`"), "{told}");

    let inputs = vault.map(|(name, text)| Input {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    let content = Files::from_texts(first.files.clone());
    let again = import(&inputs, &content).expect("it can be imported");
    let entities = again
        .files
        .keys()
        .filter(|path| path.starts_with("entities/"));
    assert_eq!(entities.count(), 0, "{:?}", again.files.keys());
}
