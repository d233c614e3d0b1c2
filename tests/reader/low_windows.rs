//! Low windows: a zoomed page, a phone on its side. What opens shows its content there, not only its controls.

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{ENTITY, MENTION, Page, Window};
use crate::support::site;

/// Width, height, and lines of a card that are to be read at once.
const WINDOWS: [(i64, i64, f64); 6] = [
    (640, 400, 8.0),
    (853, 533, 8.0),
    (844, 390, 8.0),
    (667, 375, 8.0),
    (320, 256, 8.0),
    (320, 200, 5.0),
];

/// Lines of text that are seen whole in `$0`: as many or more at half of the places that it can be scrolled to.
const LINES: &str = "(() => {
    const card = document.querySelector($0);
    const scrolls = [card, ...card.querySelectorAll('*')].find(one =>
        one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY)) ?? card;
    const seen = () => {
        const lines = new Set();
        const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
        const frame = card.getBoundingClientRect();
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            if (text.parentElement.closest('.vh') || !text.data.trim()) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const { left, top, right, bottom, width } of range.getClientRects()) {
                const x = (left + right) / 2;
                const whole = width > 2 && top >= Math.max(0, frame.top) && bottom <= Math.min(innerHeight, frame.bottom)
                    && [top + 2, bottom - 2].every(y => document.elementFromPoint(x, y)?.contains(text.parentElement));
                if (whole) lines.add(Math.round((top + bottom) / 2 / 8));
            }
        }
        return lines.size;
    };
    const counts = [seen()];
    const end = scrolls.scrollHeight - scrolls.clientHeight;
    for (let top = 0; top < end; top += 40) {
        scrolls.scrollTop = top;
        counts.push(seen());
    }
    scrolls.scrollTop = 0;
    return counts.sort((one, other) => one - other)[Math.floor(counts.length / 2)];
})()";

in_every_engine!(a_card_can_be_read_in_a_low_window);

fn a_card_can_be_read_in_a_low_window(engine: Engine) {
    let server = site::serve();
    for (width, height, wanted) in WINDOWS {
        let page = Page::open_article(engine, Window { width, height }, &server);
        page.expect_ready();
        page.bring(&format!("#{MENTION}"), 60);
        page.press_mention(MENTION);
        page.expect_card(ENTITY);
        page.settle();
        let (card, words) = (page.rect("[data-card]"), page.rect(&format!("#{MENTION}")));
        assert!(page.holds(card), "{width} x {height}: {card:?}");
        assert!(
            !card.overlaps(words),
            "{width} x {height}: {card:?} on {words:?}"
        );
        let lines = page.ask(LINES, &[json!("[data-card]")]).as_f64().unwrap();
        assert!(
            lines >= wanted,
            "{width} x {height}: {lines} lines of {wanted}"
        );
        page.press("[data-card] [data-act='close']");
        page.expect_no_card();
    }
}

in_every_engine!(without_scripts_too);

fn without_scripts_too(engine: Engine) {
    let server = site::serve_without_scripts();
    for (width, height, wanted) in WINDOWS {
        let page = Page::open(
            engine,
            Window { width, height },
            &server,
            &format!("{}#ent-{ENTITY}", site::article()),
        );
        page.expect_note(ENTITY);
        let note = format!("#ent-{ENTITY}");
        let lines = page.ask(LINES, &[json!(note)]).as_f64().unwrap();
        assert!(
            lines >= wanted,
            "{width} x {height}: {lines} lines of {wanted}"
        );
        page.press(&format!("{note} .shut"));
        page.expect_no_note();
    }
}

/// Rows of a view's own content that are seen whole: entities, events, places, relations, results, settings.
const ROWS: &str = "[...document.querySelectorAll('[data-view] :is(li, tr, .result, fieldset label, svg, .atlas)')].filter(one => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    const x = left + Math.min(60, (right - left) / 2);
    return bottom - top > 4 && top >= 0 && top + 16 <= innerHeight
        && document.querySelector('[data-view]').contains(document.elementFromPoint(x, Math.max(top + 8, 1)));
}).length";

#[test]
fn a_view_shows_its_content_in_a_low_window() {
    let server = site::serve();
    for (width, height, _) in WINDOWS {
        let page = Page::open_article(Engine::Chromium, Window { width, height }, &server);
        page.expect_ready();
        for view in ["entities", "timeline", "map", "relations", "settings"] {
            page.open_view(view);
            let rows = page.number(ROWS);
            assert!(rows >= 1.0, "{view} at {width} x {height}: {rows} rows");
        }
        page.open_view("search");
        page.type_words("almaty");
        page.settle();
        let rows = page.number(ROWS);
        assert!(rows >= 1.0, "search at {width} x {height}: {rows} rows");
    }
}
