//! How an article is cited.

use crate::{page, words};

#[test]
fn the_last_change_is_told_to_those_who_cite_and_to_machines() {
    let page = page(
        "--- articles/town.md\n+++\ntitle = \"The town\"\ndate = \"2026-03-01\"\nupdated = \"2026-04-02\"\n+++\n\
         [[ada|Ada]] opened the [[hall|town hall]].\n",
        "index.html",
    );
    let cited = |style: &str| words(&page, &format!("[data-cite={style}] .cited")).concat();
    assert!(cited("apa").contains("(2026, April 2)"), "{}", cited("apa"));
    let chicago = cited("chicago");
    assert!(chicago.contains("last modified April 2, 2026"), "{chicago}");
    let bibtex = cited("bibtex");
    assert!(
        bibtex.contains("note = {Last changed 2 April 2026}"),
        "{bibtex}"
    );
    assert!(
        cited("ris").contains("N1 - Last changed 2 April 2026"),
        "{}",
        cited("ris")
    );
    let data = words(&page, "script[type='application/ld+json']").concat();
    assert!(data.contains(r#""dateModified":"2026-04-02""#), "{data}");
}
