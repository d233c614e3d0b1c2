//! Crowds of what authors write, or of their faults, take time in proportion to their number.

use std::fmt::Write;
use std::time::{Duration, Instant};

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::compile::finding;

/// Files of a site with so many of something.
type Crowd = fn(usize) -> Vec<(String, String)>;

const ADA: &str = "kind = \"person\"\nnames = [{ text = \"Ada Byron\" }]\nsummary = \"S.\"\n\
    [[facts]]\ntext = \"She came.\"\nsource = \"a#p2\"\n";

/// An article of one paragraph about Ada, in which this follows for each number, and what stands below it.
fn article(words: impl Fn(usize) -> String, below: &str, count: usize) -> (String, String) {
    let all: String = (0..count).map(words).collect();
    let text = format!("+++\ntitle = \"A\"\n+++\n[[ada|Ada]] {all}\n\n{below}\n");
    ("articles/a.md".to_owned(), text)
}

fn entity(slug: &str, text: &str) -> (String, String) {
    (format!("entities/{slug}.toml"), text.to_owned())
}

const CROWDS: [(&str, Crowd); 7] = [
    ("footnotes", |count| {
        let mut below = String::new();
        for number in 0..count {
            writeln!(below, "[^{number}]: b\n").unwrap();
        }
        vec![article(
            |number| format!("w *x*[^{number}] "),
            &below,
            count,
        )]
    }),
    ("stray marks in a line", |count| {
        vec![article(|_| "a ** b ".to_owned(), "", count)]
    }),
    ("stray marks in many lines", |count| {
        vec![article(|_| "a ** b\n\n".to_owned(), "", count)]
    }),
    ("bold beside Chinese signs", |count| {
        vec![article(|_| "他**“不”。**然后走了".to_owned(), "", count)]
    }),
    ("sources that nobody knows", |count| {
        let (mut ada, mut sources) = (ADA.to_owned(), String::new());
        for number in 0..count {
            write!(
                ada,
                "[[facts]]\ntext = \"x\"\nsource = \"known-too-{number}\"\n"
            )
            .unwrap();
            write!(
                sources,
                "[known-{number}]\ntitle = \"T\"\npublisher = \"P\"\nurl = \"https://e.example/{number}\"\n"
            )
            .unwrap();
        }
        vec![entity("ada", &ada), ("sources.toml".to_owned(), sources)]
    }),
    ("quotes", |count| {
        let mut ada = ADA.to_owned();
        for number in 0..count {
            let quote = format!("{{ article = \"a\", quote = \"ferry {number} of\" }}");
            write!(ada, "[[facts]]\ntext = \"x\"\nsource = {quote}\n").unwrap();
        }
        let block =
            |number| format!("Then came ferry {number} of the fleet, as it had every day.\n\n");
        vec![entity("ada", &ada), article(block, "", count)]
    }),
    ("entities that nobody knows", |count| {
        let named = |number| ADA.replace("Ada Byron", &format!("Person Number{number}"));
        let known = (0..count).map(|number| entity(&format!("e{number}"), &named(number)));
        let unknown = |number| format!("[[f{number}]] [[Person Numbre{number}|x]] ");
        known.chain([article(unknown, "", count)]).collect()
    }),
];

/// Compiles so many, and lists what is wrong, for people and for editors.
fn time(crowd: Crowd, count: usize) -> Duration {
    let site = "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n";
    let mut texts = vec![
        ("site.toml".to_owned(), site.to_owned()),
        entity("ada", ADA),
    ];
    texts.push(article(|_| String::new(), "", 0));
    for (path, text) in crowd(count) {
        texts.retain(|(other, _)| *other != path);
        texts.push((path, text));
    }
    let files = Files::from_texts(texts);
    let start = Instant::now();
    let findings = compile(&files).findings;
    let listed = finding::text(&findings, &files).len() + finding::json(&findings, &files).len();
    assert!(listed > 0);
    start.elapsed()
}

#[test]
fn crowds_take_time_in_proportion() {
    for (name, crowd) in CROWDS {
        let few = (0..3).map(|_| time(crowd, 250)).min().unwrap();
        let many = time(crowd, 2000);
        // Eight times as many: eight times as long, or sixty-four where each is compared with each.
        let limit = few * 24 + Duration::from_millis(100);
        assert!(many < limit, "{name}: {few:?} for 250, {many:?} for 2000");
    }
}
