//! The browser's own search finds what notes and lists say, also with the app there.

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, Page};
use crate::support::site;

in_every_engine!(the_browser_finds_the_words_of_a_note);

fn the_browser_finds_the_words_of_a_note(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    for part in ["#notes [data-fact]", "#timeline li p", "#sources li"] {
        let words = page.text(
            "(one => one.textContent.trim().split(/\\s+/).slice(0, 5).join(' '))([...document.querySelectorAll($0)].at(-1))",
            &[json!(part)],
        );
        page.ask("getSelection().removeAllRanges()", &[]);
        assert_eq!(
            page.ask("window.find($0, false, false, true)", &[json!(words)]),
            json!(true),
            "{words:?} of {part}"
        );
    }
    page.expect_silence();
}
