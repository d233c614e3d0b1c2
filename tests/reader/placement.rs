//! Wherever a mention stands: its card is in the window and not on its words.

use serde_json::{Value, json};

use crate::support::engine::Engine;
use crate::support::page::{Page, Window};
use crate::support::site;

/// Presses every mention at three heights of the window; what is wrong, a line each.
const TRY_ALL: &str = "(async () => {
    const wrong = [];
    const turn = () => new Promise(done => setTimeout(done));
    const frame = () => new Promise(requestAnimationFrame);
    const shown = entity => [...document.querySelectorAll(`[data-card='${entity}']`)].find(one => one.checkVisibility({ opacityProperty: true }));
    const close = () => { document.querySelector('[data-card] [data-act=close]')?.click(); };
    for (const mention of document.querySelectorAll('a[data-entity][id]')) {
        for (const part of [0.1, 0.5, 0.9]) {
            const low = Math.max(64, innerHeight * part - 40);
            scrollTo({ top: scrollY + mention.getBoundingClientRect().top - low, behavior: 'instant' });
            await turn();
            mention.click();
            for (let round = 0; round < 400 && !shown(mention.dataset.entity); round++) await turn();
            // What belongs to the drawing of a card has its turn: scrolling words out from under a sheet.
            await frame();
            await frame();
            const card = shown(mention.dataset.entity);
            const say = what => wrong.push(`${mention.id} at ${part}: ${what}`);
            if (!card) { say('no card'); continue; }
            const { left, top, right, bottom, height } = card.getBoundingClientRect();
            if (left < 0 || right > document.documentElement.clientWidth || bottom > innerHeight + 4.5 || top < 0) say(`out of the window: ${[left, top, right, bottom]}`);
            if (height < 100) say(`only ${height} high`);
            const over = [...mention.getClientRects()].find(one =>
                left < one.right && one.left < right && top < one.bottom && one.top < bottom);
            if (over) say(`on its words: ${[left, top, right, bottom]} on ${[over.left, over.top, over.right, over.bottom]}`);
            close();
            for (let round = 0; round < 400 && (document.querySelector('[data-card]') || location.hash); round++) await turn();
        }
    }
    return wrong;
})()";

#[track_caller]
fn check(width: i64, height: i64) {
    let server = site::serve();
    for direction in ["ltr", "rtl"] {
        let page = Page::open_article(Engine::Chromium, Window { width, height }, &server);
        page.expect_ready();
        page.ask("document.documentElement.dir = $0", &[json!(direction)]);
        // Hundreds of cards, a few frames each.
        page.browser
            .command("timeouts", &json!({ "script": 120_000 }));
        let wrong = page.browser.run_until_called(
            &format!(
                "const done = arguments[0]; {TRY_ALL}.then(done, error => done([String(error)]));"
            ),
            &[],
        );
        let wrong: Vec<Value> = serde_json::from_value(wrong).unwrap();
        assert!(wrong.is_empty(), "{width} px, {direction}: {wrong:#?}");
        page.expect_silence();
    }
}

#[test]
fn at_320_pixels() {
    check(320, 640);
}

#[test]
fn at_360_pixels() {
    check(360, 740);
}

#[test]
fn at_768_pixels() {
    check(768, 1024);
}

#[test]
fn at_1280_pixels() {
    check(1280, 800);
}

#[test]
fn at_1920_pixels() {
    check(1920, 1080);
}

/// A long address in a note or a list breaks; no page scrolls sideways for it.
#[test]
fn a_word_longer_than_the_window_breaks() {
    const LONG: &str =
        "(part => [...document.querySelectorAll(part)].at(-1).append('x'.repeat(300)))";
    let server = site::serve();
    for width in [320, 390, 1280] {
        let window = Window { width, height: 740 };
        let page = Page::open_article(Engine::Chromium, window, &server);
        page.expect_ready();
        for part in [
            "[data-article] .prose p",
            "#notes .say",
            "#notes [data-fact]",
            "#notes .rels li",
            "#notes h3",
            "#entities .what",
            "#timeline .dates p",
            "#map .places a",
            "#relations td",
            "#sources li",
        ] {
            page.ask(&format!("{LONG}($0)"), &[json!(part)]);
            page.ask(
                "[...document.querySelectorAll($0)].at(-1).scrollIntoView()",
                &[json!(part)],
            );
            page.settle();
            let over = page.number(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth",
            );
            assert!(over <= 0.0, "{part} at {width}: {over} px");
            let cut = page.ask(
                "(one => {
                    const word = document.createRange();
                    word.selectNodeContents(one.lastChild);
                    return [...word.getClientRects()].some(line => line.right > innerWidth + 1);
                })([...document.querySelectorAll($0)].at(-1))",
                &[json!(part)],
            );
            assert_eq!(cut, json!(false), "{part} at {width} is cut");
        }
    }
}
