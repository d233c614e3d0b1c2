//! Words that are set, and the Markdown that sets them so.

use super::*;

#[test]
fn emphasis_is_kept_wherever_it_begins_and_ends() {
    for (page, expected) in [
        ("a<b> b </b>c<i>d</i>e", "a **b** c*d*e"),
        ("<b>a </b><i>b</i> <b>c</b>d", "**a** *b* **c**d"),
        ("a <b>b<i>c</i></b> d", "a **b*c*** d"),
        ("<b>a</b><i>b</i>, <i>a</i><b>b</b>", "**a***b*, *a***b**"),
        ("a <i>b<b>c</b>d</i> e", "a *b**c**d* e"),
        (
            "<b><i>a</i> b</b> <b>a <i>b</i></b> c",
            "***a* b** **a *b*** c",
        ),
        ("<i><b>a</b> b</i>", "***a** b*"),
        ("<b>a <i>b</i></b><i> c</i>", "**a *b*** *c*"),
        ("<b>a <i>b</i></b><i>c</i>", "**a _b_**_c_"),
        (
            "x <b>a <a href='https://a.example/'>b</a> c</b> d",
            "x **a [b](https://a.example/) c** d",
        ),
        (
            "x <b>a <a href='https://a.example/'>b</a></b><a href='https://a.example/'> c</a> d",
            "x **a** [**b** c](https://a.example/) d",
        ),
        (
            "a<s>b</s>c, x<sup> <b>2</b></sup>",
            "a~~b~~c, x <sup>**2**</sup>",
        ),
        (
            "<b>a:</b>b (<b>a</b>) <b>«a»</b> a<b>«b»</b>c",
            "**a**:b (**a**) **«a»** a«**b**»c",
        ),
        ("あ<b>「い」</b>う", "あ**「い」**う"),
    ] {
        let imported = imported(&format!("<p>{page}"));
        assert_eq!(body(&imported), expected);
        let is_told = imported
            .notes
            .iter()
            .any(|note| note.contains("cannot set"));
        assert!(!is_told, "{page}: {:?}", imported.notes);
    }
}

#[test]
fn what_cannot_be_set_so_is_told() {
    let imported = imported("<p>e <b>f g&#x2067;</b> h<p><i>i</i>");
    assert_eq!(body(&imported), "e f g h\n\n*i*");
    let told = "articles/page.md: Markdown cannot set these words as `page.html` does: \"f g\"";
    assert!(
        imported.notes.contains(&told.to_owned()),
        "{:?}",
        imported.notes
    );
}
