//! Mentions as authors write them, to any depth, over any text.

use proptest::prelude::*;

use super::{article, check_in, site};
use crate::compile::files::Files;
use crate::compile::{compile, finding};
use crate::model::site::Linking;
use crate::model::text::plain;

/// Authored mentions of the entities a, b, c, without automatic linking.
#[track_caller]
fn check_mentions(body: &str, drawn: &str) {
    check_in(
        &[("a", "Ada"), ("b", "Bob"), ("c", "Cid")],
        "autolink = false",
        body,
        drawn,
    );
}

#[test]
fn mentions_nest_and_overlap() {
    check_mentions("[[a|one]] [[b]]", "<a#1 one> <b#1 Bob>");
    check_mentions(
        "[[a|the old [[b|town]]]][[b+| hall]]",
        "<a#1 the old ><b#1/a#1 town><b#1…  hall>",
    );
    check_mentions(
        "[[a|x [[b|y [[c|z]]]]]]",
        "<a#1 x ><b#1/a#1 y ><c#1/b#1/a#1 z>",
    );
    check_mentions("[[a|[[b|x]] y]]", "<b#1/a#1 x><a#1  y>");
    check_mentions("[[a|[[b|x]]]]", "<a#1 ><b#1/a#1 x>");
    check_mentions("[[a|[[b|x]][[c|y]]]]", "<a#1 ><b#1/a#1 x><c#1/a#1 y>");
}

#[test]
fn what_is_left_without_a_letter_is_no_link() {
    check_mentions("[[a|[[b|x]] [[c|y]]]]", "<a#1 ><b#1/a#1 x> <c#1/a#1 y>");
    check_mentions("[[a|…]]", "<a#1 …>");
}

#[test]
fn mentions_of_one_entity_within_each_other_are_one() {
    check_mentions("[[a|x [[a|y]] z]] [[a|w]]", "<a#1 x y z> <a#2 w>");
}

#[test]
fn mentions_cross_emphasis() {
    check_mentions("*x [[a|y* z]]", "*x <a#1 y>*<a#1…  z>");
    check_mentions("[[a|x *y* z]]", "<a#1 x *y* z>");
    check_mentions("*x [[a|y]] z*", "*x <a#1 y> z*");
    check_mentions("**[[a|x]]**", "<a#1 **x**>");
    check_mentions(
        "[[a|x *y]] [[b|z* w]]",
        "<a#1 x >*<a#1… y> <b#1 z>*<b#1…  w>",
    );
}

#[test]
fn line_ends_of_any_system_are_alike() {
    let text = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let files = [
        (
            "site.toml",
            "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n",
        ),
        (
            "articles/a.md",
            "+++\ntitle = \"T\"\n+++\n\nOne\ntwo.\n\n> Three.\n",
        ),
    ];
    let files = files.map(|(path, lines)| (path, text(lines)));
    let outcome = compile(&Files::from_texts(files));
    let site = outcome.site.expect("nothing is wrong");
    let words: Vec<_> = article(&site)
        .blocks
        .iter()
        .map(|block| plain(&block.text))
        .collect();
    assert_eq!(words, ["T", "One two.", "Three."]);
}

#[test]
fn brackets_may_be_just_brackets() {
    check_mentions(
        "\\[[a|x]] and [sic] and [[a|x [sic]]] and `[[a|x]]`",
        "[[a|x]] and [sic] and <a#1 x [sic]> and `[[a|x]]`",
    );
    check_mentions(
        "\\\\[[a|x]] [[[a|x]]] &#91;[a|x]]",
        "\\<a#1 x> [<a#2 x>] [[a|x]]",
    );
    check_mentions("[[a|x \\| y]] a | b ]]", "<a#1 x | y> a | b ]]");
}

#[test]
fn a_note_is_no_part_of_the_text() {
    let site = site(
        &[("a", "Ada"), ("b", "Bob")],
        "autolink = false",
        "[[a|x|He *is* [[b|there]], see [it](https://x.y).]] y",
    );
    let article = article(&site);
    assert_eq!(plain(&article.blocks[1].text), "x y");
    let mention = article.mentions.iter().next().expect("there is one").1;
    assert_eq!(
        (mention.words.as_str(), mention.linking),
        ("x", Linking::Authored)
    );
    assert_eq!(
        plain(mention.note.as_ref().expect("a note")),
        "He is there, see it."
    );
}

#[test]
fn mentions_are_in_reading_order_and_counted_by_entity() {
    let site = site(&[("a", "Ada"), ("b", "Bob")], "", "[[a|x Bob]] Bob\n\nAda");
    let listed: Vec<_> = article(&site)
        .mentions
        .iter()
        .map(|(_, mention)| (mention.words.as_str(), mention.number, mention.block))
        .collect();
    assert_eq!(
        listed,
        [("x Bob", 1, 2), ("Bob", 1, 2), ("Bob", 2, 2), ("Ada", 2, 3)]
    );
}

/// Words, or a mention around more of them: what is written, and what is to be read.
fn written() -> impl Strategy<Value = (String, String)> {
    let words = "[a-zß-öЖ-я习近 ]{1,6}".prop_map(|words| (words.clone(), words));
    words.prop_recursive(4, 24, 4, |inner| {
        ("[abc]", prop::collection::vec(inner, 1..4)).prop_map(|(id, parts)| {
            let (written, read): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
            (
                format!("[[{id}|{}|A [[b|note]].]]", written.concat()),
                read.concat(),
            )
        })
    })
}

proptest! {
    #[test]
    fn whatever_mentions_say_the_words_are_the_authors(parts in prop::collection::vec(written(), 1..6)) {
        let (written, read): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
        let body = format!("x{}y", written.concat());
        let site = site(&[("a", "習"), ("b", "近"), ("c", "a")], "", &body);
        prop_assert_eq!(plain(&article(&site).blocks[1].text), format!("x{}y", read.concat()));
    }

    #[test]
    fn no_text_makes_the_compiler_stumble(
        body in r"([\[\]|+*_`<>()\\#&;:.=ab習\u{308}\r\n\t -]|\[\[|\]\]|\[\[a\||\[\[b\+\||\+\+\+\n){0,40}",
        cut in any::<prop::sample::Index>(),
    ) {
        let head = "kind = \"person\"\nnames = [{ text = \"a\" }]\n";
        let facts = format!("[[facts]]\ntext = {body:?}\nsource = \"a#p1\"");
        let entity = format!("{head}summary = \"\"\"{body}\"\"\"\n{facts}");
        let files = Files::from_texts([
            ("articles/a.md", format!("+++\ntitle = \"a\"\n+++\n{body}").into_bytes()),
            ("articles/b.md", body.clone().into_bytes()),
            ("entities/a.toml", entity.as_bytes()[..cut.index(entity.len())].to_vec()),
            ("entities/b.toml", body.into_bytes()),
        ]);
        let findings = compile(&files).findings;
        finding::text(&findings, &files);
        finding::json(&findings, &files);
    }
}
