//! Copying links and words: what came of it is seen, and heard.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Window};
use crate::support::site;

const ALLOW: &str =
    "navigator.clipboard.writeText = text => { window.written = text; return Promise.resolve(); }";
const REFUSE: &str = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))";

in_every_engine!(a_copied_link_is_confirmed_for_a_while);

fn a_copied_link_is_confirmed_for_a_while(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = Page::open_article(engine, window, &server);
        page.expect_ready();
        page.press_mention(MENTION);
        page.expect_card(ENTITY);
        page.settle();
        page.ask(ALLOW, &[]);
        page.press("[data-card] [data-act='share']");
        page.expect_answer("window.written?.split('/').pop()", &json!("#ent-atajurt"));
        page.expect_answer(
            "document.querySelector('[role=status]').innerText",
            &json!("Copied"),
        );
        page.expect_answer(
            "document.querySelector('p.copied')?.innerText",
            &json!("Copied"),
        );
        page.settle();
        let (said, card) = (page.rect("p.copied"), page.rect("[data-card]"));
        assert!(page.holds(said), "{said:?}");
        assert!(!said.overlaps(card), "{said:?} on {card:?}");
        page.expect_answer("!!document.querySelector('.copied')", &json!(false));
        page.expect_card(ENTITY);
        page.expect_silence();
    }
}

in_every_engine!(where_copying_is_refused_the_link_is_there_to_copy_by_hand);

fn where_copying_is_refused_the_link_is_there_to_copy_by_hand(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.settle();
    page.ask(REFUSE, &[]);
    page.press("[data-card] [data-act='share']");
    page.expect_answer(
        "document.querySelector('[role=status]').innerText.startsWith('Copying is not allowed')",
        &json!(true),
    );
    page.expect_focus("copy-words");
    let chosen =
        "(one => one.value.slice(one.selectionStart, one.selectionEnd))(document.activeElement)";
    let chosen = page.text(chosen, &[]).unwrap();
    assert!(
        chosen.starts_with("http") && chosen.ends_with("#ent-atajurt"),
        "{chosen}"
    );
    page.press(".copied [data-act='copy-close']");
    page.expect_answer("!!document.querySelector('.copied')", &json!(false));
    page.expect_card(ENTITY);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_silence();
}

#[test]
fn selected_words_and_citations_are_confirmed_too() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.ask(ALLOW, &[]);
    page.ask(
        "getSelection().selectAllChildren(document.querySelector('#p3'))",
        &[],
    );
    page.press("[data-act='quote']");
    page.expect_answer("!!document.querySelector('p.copied')", &json!(true));
    page.ask(
        "document.querySelector('[data-open-view=cite]').click()",
        &[],
    );
    page.expect_view("cite");
    page.press("[data-view='cite'] .more");
    page.expect_answer(
        "document.querySelector('p.copied')?.innerText",
        &json!("Copied"),
    );
}

#[test]
fn selecting_words_of_the_text_leaves_the_card_open() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.settle();
    let block = page.rect("#p3");
    page.drag(
        (block.left + 4.0, block.top + 12.0),
        (block.left + 200.0, block.top + 12.0),
    );
    let chosen = page.text("getSelection().toString()", &[]).unwrap();
    assert!(chosen.len() > 5, "{chosen}");
    page.settle();
    page.expect_card(ENTITY);
    page.press_at((block.left + 4.0) as i64, (block.bottom + 6.0) as i64);
    page.expect_no_card();
}

#[test]
fn words_that_were_cut_are_copied_whole() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.ask(ALLOW, &[]);
    let text = page
        .text("document.querySelector('#p3').textContent", &[])
        .unwrap();
    let words: Vec<&str> = text.split(' ').collect();
    // From the second letter of the second word to the second letter of the fourth.
    page.ask(
        "(() => {
            const block = document.querySelector('#p3');
            const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            const place = unit => {
                texts.currentNode = block;
                for (let passed = 0, text = texts.nextNode(); text; passed += text.length, text = texts.nextNode())
                    if (unit <= passed + text.length) return [text, unit - passed];
            };
            const [from, to] = [place($0), place($1)];
            getSelection().setBaseAndExtent(...from, ...to);
        })()",
        &[json!(words[0].len() + 2), json!(words[..3].join(" ").len() + 3)],
    );
    page.press("[data-act='quote']");
    let wanted = words[1..4]
        .join("%20")
        .replace('’', "%E2%80%99")
        .replace(',', "");
    page.expect_answer("window.written?.split(':~:text=')[1]", &json!(wanted));
}

in_every_engine!(a_copied_passage_is_found_by_the_browser_that_opens_it);

/// The words stand at the end of a block that is higher than the window: its own fragment alone would not show them.
fn a_copied_passage_is_found_by_the_browser_that_opens_it(engine: Engine) {
    const LOW: Window = Window {
        width: 360,
        height: 220,
    };
    const LAST_WORDS: &str = "(() => {
        const block = [...document.querySelectorAll('[data-article] p')].sort((a, b) => b.offsetHeight - a.offsetHeight)[0];
        const words = document.createRange();
        const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let text; (text = walk.nextNode());) if (text.length > 20) words.setStart(text, text.length - 20), words.setEnd(text, text.length);
        return [block, words];
    })()";
    let server = site::serve();
    let page = Page::open_article(engine, LOW, &server);
    page.expect_ready();
    page.ask(ALLOW, &[]);
    let block = page.text(
        &format!("(([block, words]) => (block.scrollIntoView({{ block: 'end' }}), getSelection().removeAllRanges(), getSelection().addRange(words), block.id))({LAST_WORDS})"),
        &[],
    );
    let block = block.unwrap();
    page.press("[data-act='quote']");
    page.expect_answer("typeof window.written", &json!("string"));
    let link = page.text("window.written", &[]).unwrap();
    let path = link
        .split_once("//")
        .and_then(|rest| rest.1.split_once('/'));
    let other = Page::open(engine, LOW, &server, path.expect("a whole address").1);
    other.expect_ready();
    other.settle();
    let block = other.rect(&format!("#{block}"));
    assert!(block.bottom - block.top > 240.0, "{block:?}");
    let words = other.ask(
        &format!("(rect => [rect.top, rect.bottom])({LAST_WORDS}[1].getBoundingClientRect())"),
        &[],
    );
    let at = |row: usize| words[row].as_f64().unwrap();
    assert!(at(0) > 0.0 && at(1) < 220.0, "{words} is in sight, {link}");
}

in_every_engine!(a_card_copies_how_to_cite_its_note);

fn a_card_copies_how_to_cite_its_note(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.settle();
    page.ask(ALLOW, &[]);
    page.reveal("[data-card] [data-act='cite']");
    page.press("[data-card] [data-act='cite']");
    page.expect_answer(
        "window.written?.startsWith('“Atajurt.” Note to Rickleton, Chris. “Burning Xi Jinping') && \
         window.written.endsWith('/#ent-atajurt.')",
        &json!(true),
    );
    page.expect_card(ENTITY);
    page.expect_silence();
}
