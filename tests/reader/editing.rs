//! Editing in the pages of `article-explorer serve`: what an author selects, presses and types is in the file, and shown.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::access::in_every_theme;
use crate::serving::{serve, served};
use crate::support::acts::{ENTER, ESCAPE};
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page};

fn article(content: &Path) -> String {
    fs::read_to_string(content.join("articles/town.md")).unwrap()
}

/// Selects words of a text with the mouse.
#[track_caller]
fn select(page: &Page, block: &str, words: &str) {
    let place = page.ask(
        "(() => {
            const walker = document.createTreeWalker(document.querySelector($0), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf($1);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at), range.setEnd(node, at + $1.length);
                const { left, right, top, bottom } = range.getBoundingClientRect();
                return [left + 1, right - 1, (top + bottom) / 2];
            }
        })()",
        &[json!(block), json!(words)],
    );
    let side = |row: usize| place[row].as_f64().unwrap();
    page.drag((side(0), side(2)), (side(1), side(2)));
}

#[track_caller]
fn expect_file(content: &Path, words: &str) {
    let what = format!("the article says `{words}`");
    crate::support::wait::eventually(&what, || article(content).contains(words).then_some(()));
}

in_every_engine!(selected_words_are_linked_and_the_step_is_taken_back);

fn selected_words_are_linked_and_the_step_is_taken_back(engine: Engine) {
    let (_tool, content, page) = served(engine, "linking", DESKTOP);
    let before = article(&content);
    select(&page, "#p2", "opened");
    page.press(".offer button");
    page.expect_answer("document.activeElement.id", &json!("link-box"));
    page.type_words("town h");
    page.expect_answer(
        "document.querySelector('#link-rows [aria-selected=true] bdi')?.innerText",
        &json!("Town Hall"),
    );
    page.press_key(ENTER);
    expect_file(&content, "[[hall|opened]]");
    page.expect_answer(
        "document.querySelector('#p2 #m-hall-1')?.innerText",
        &json!("opened"),
    );
    page.expect_answer(
        "document.querySelector('.told-by-editor')?.innerText",
        &json!("Linked “opened” to Town Hall"),
    );
    page.press("[aria-label^='Undo: ']");
    page.expect_answer(
        "document.querySelector('#p2 #m-hall-1')?.innerText",
        &json!("town hall"),
    );
    assert_eq!(article(&content), before);
}

in_every_engine!(words_are_linked_by_keys_alone);

fn words_are_linked_by_keys_alone(engine: Engine) {
    let (_tool, content, page) = served(engine, "by-keys", DESKTOP);
    page.expect_answer("!!document.querySelector('.editor-bar')", &json!(true));
    page.browser.run(
        "document.querySelector('.editor-bar button:last-child').focus()",
        &[],
    );
    page.press_key(ENTER);
    page.expect_answer("document.activeElement.type", &json!("text"));
    page.type_words("OPENED");
    page.expect_answer(
        "document.querySelector('.rows mark')?.innerText",
        &json!("opened"),
    );
    page.press_key(crate::support::acts::TAB);
    page.press_key(ENTER);
    page.expect_answer("document.activeElement.id", &json!("link-box"));
    // Nobody shares a word with these: no key takes one by chance.
    page.press_key(ENTER);
    page.expect_answer(
        "document.querySelectorAll('#link-rows [aria-selected=true]').length",
        &json!(0),
    );
    page.type_words("ada");
    page.expect_answer(
        "document.querySelector('#link-rows [aria-selected=true] bdi')?.innerText",
        &json!("Ada Byron"),
    );
    page.press_key(ENTER);
    expect_file(&content, "[[ada|opened]]");
}

in_every_engine!(a_card_is_edited_where_it_stands_and_stays_open);

fn a_card_is_edited_where_it_stands_and_stays_open(engine: Engine) {
    let (_tool, content, page) = served(engine, "a-card", DESKTOP);
    page.press_mention("m-ada-1");
    page.expect_card("ada");
    page.press("[data-card] [data-act='edit']");
    page.expect_answer(
        "document.activeElement.closest('.name-fields') !== null",
        &json!(true),
    );
    page.browser.run(
        "const field = [...document.querySelectorAll('.modal .field')].find(one => one.innerText.startsWith('Description'));
         field.querySelector('input').focus();",
        &[],
    );
    page.type_words("countess");
    page.press(".modal .main");
    page.expect_answer(
        "document.querySelector('[data-card] .kind')?.innerText.includes('countess') ?? false",
        &json!(true),
    );
    page.expect_card("ada");
    let file = fs::read_to_string(content.join("entities/ada.toml")).unwrap();
    assert!(file.contains("description = \"countess\""), "{file}");
}

/// What somebody typed is not lost: neither to Esc, nor to the file, nor to the page that is loaded anew.
#[test]
fn a_form_keeps_what_was_typed_while_its_file_changes() {
    let (_tool, content, page) = served(Engine::Chromium, "a-form", DESKTOP);
    page.press_mention("m-ada-1");
    page.press("[data-card] [data-act='edit']");
    page.expect_answer("document.activeElement.value", &json!("Ada Byron"));
    page.type_words(" Lovelace");
    page.press_key(ESCAPE);
    page.press(".asks button:last-child");
    let path = content.join("entities/ada.toml");
    let theirs = fs::read_to_string(&path)
        .unwrap()
        .replace("Opened the hall.", "Theirs.");
    fs::write(&path, theirs).unwrap();
    page.press(".modal .main");
    page.expect_answer(
        "document.querySelector('.modal .failed')?.innerText.includes('changed meanwhile') ?? false",
        &json!(true),
    );
    page.press(".modal .main");
    page.expect_answer(
        "document.querySelector('[data-card] h3')?.innerText.includes('Lovelace') ?? false",
        &json!(true),
    );
    let file = fs::read_to_string(path).unwrap();
    assert!(
        file.contains("Lovelace") && file.contains("Theirs."),
        "{file}"
    );
}

/// The page's token is that of the program that drew it.
#[test]
fn a_form_is_saved_though_the_program_was_started_again() {
    let (tool, content, page) = served(Engine::Chromium, "again", DESKTOP);
    let origin = page.ask("location.origin", &[]);
    page.press_mention("m-ada-1");
    page.press("[data-card] [data-act='edit']");
    page.expect_answer("document.activeElement.value", &json!("Ada Byron"));
    page.type_words(" Lovelace");
    drop(tool);
    page.press(".modal .main");
    page.expect_answer(
        "document.querySelector('.modal .failed')?.innerText.includes('start it again') ?? false",
        &json!(true),
    );
    let (_, port) = origin.as_str().unwrap().rsplit_once(':').unwrap();
    let (_tool, _) = serve(&content, port);
    page.press(".modal .main");
    page.expect_answer(
        "document.querySelector('[data-card] h3')?.innerText.includes('Lovelace') ?? false",
        &json!(true),
    );
    let file = fs::read_to_string(content.join("entities/ada.toml")).unwrap();
    assert!(file.contains("Ada Byron Lovelace"), "{file}");
}

#[test]
fn what_is_typed_before_the_answer_to_save_comes_is_not_lost() {
    let (_tool, content, page) = served(Engine::Chromium, "slow-answer", DESKTOP);
    page.browser.run(
        "const real = window.fetch;
         window.fetch = async (asked) => {
             const isSave = asked.method === 'POST' && (await asked.clone().text()).includes('Save');
             const answer = await real(asked);
             if (isSave) await new Promise((go) => { window.answerNow = go; });
             return answer;
         };",
        &[],
    );
    page.press_mention("m-ada-1");
    page.press("[data-card] [data-act='edit']");
    page.expect_answer("document.activeElement.value", &json!("Ada Byron"));
    page.type_words(" Lovelace");
    page.press_key(ENTER);
    page.expect_answer("typeof answerNow", &json!("function"));
    page.type_words(" King");
    page.browser.run("answerNow()", &[]);
    page.expect_answer(
        "document.querySelector('.modal .failed')?.innerText.startsWith('Saved') ?? false",
        &json!(true),
    );
    let named = |name: &str| {
        let file = fs::read_to_string(content.join("entities/ada.toml")).unwrap();
        file.contains(&format!("text = \"{name}\"")).then_some(())
    };
    assert!(named("Ada Byron Lovelace").is_some());
    page.press_key(ENTER);
    page.expect_answer("typeof answerNow", &json!("function"));
    page.browser.run("answerNow()", &[]);
    crate::support::wait::eventually("the rest is saved", || named("Ada Byron Lovelace King"));
}

#[test]
fn words_of_two_paragraphs_are_told_to_be_too_many() {
    let (_tool, _content, page) = served(Engine::Chromium, "two-blocks", DESKTOP);
    page.browser.run(
        "getSelection().setBaseAndExtent(document.querySelector('#p1').firstChild, 0, document.querySelector('#p2').lastChild, 1)",
        &[],
    );
    page.expect_answer(
        "document.querySelector('.offer')?.innerText.includes('one paragraph') ?? false",
        &json!(true),
    );
}

#[test]
fn on_a_phone_words_are_linked_and_cards_edited_by_touch() {
    let (_tool, content, page) = served(Engine::Chromium, "by-touch", PHONE);
    page.browser.run(
        "const last = document.querySelector('#p2').lastChild;
         getSelection().setBaseAndExtent(document.querySelector('#p2').childNodes[1], 1, document.querySelector('#p2').childNodes[1], 7)",
        &[],
    );
    page.tap(".offer button");
    page.expect_answer("document.activeElement.id", &json!("link-box"));
    page.tap("#link-rows li:nth-last-child(2)");
    page.expect_answer("!!document.querySelector('.modal select')", &json!(true));
    page.browser.run(
        "const kind = document.querySelector('.modal select');
         kind.value = 'event', kind.dispatchEvent(new Event('change', { bubbles: true }));",
        &[],
    );
    page.tap(".modal .main");
    page.expect_answer(
        "document.querySelector('#p2 #m-opened-1')?.innerText",
        &json!("opened"),
    );
    assert!(content.join("entities/opened.toml").exists());
    page.tap("#p2 #m-ada-1");
    page.expect_card("ada");
    page.settle();
    page.tap("[data-card] [data-act='edit']");
    page.expect_answer("document.activeElement.value", &json!("Ada Byron"));
    let fits = "document.querySelector('.modal').scrollWidth <= innerWidth";
    page.expect_answer(fits, &json!(true));
}

#[test]
fn everyone_can_use_the_editor() {
    let mut all = Vec::new();
    for (window, size) in [(DESKTOP, "desktop"), (PHONE, "phone")] {
        let (_tool, _content, page) = served(Engine::Chromium, &format!("for-all-{size}"), window);
        let mut look = |state: &str| {
            let found = in_every_theme(&page).into_iter();
            all.extend(found.map(|line| format!("{size}, {state}, {line}")));
        };
        page.browser.run(
            "const words = document.querySelector('#p2').childNodes[1];
             getSelection().setBaseAndExtent(words, 1, words, 7)",
            &[],
        );
        page.expect_answer("!!document.querySelector('.offer')", &json!(true));
        look("selected words");
        page.press(".offer button");
        page.expect_answer("!!document.querySelector('#link-rows')", &json!(true));
        look("whom they mean");
        page.press("#link-rows li:nth-last-child(2)");
        page.expect_answer("!!document.querySelector('.modal select')", &json!(true));
        look("somebody new");
        page.press_key(ESCAPE);
        look("what would be lost");
        page.press(".asks button");
        page.press(".editor-bar button:last-child");
        page.type_words("opened");
        page.expect_answer("!!document.querySelector('.modal .row')", &json!(true));
        look("words that were looked for");
        page.press_key(ESCAPE);
        page.press_mention("m-ada-1");
        page.expect_card("ada");
        look("a card");
        page.press("[data-card] [data-act='edit']");
        page.expect_answer("!!document.querySelector('.fact-fields')", &json!(true));
        look("a form");
    }
    assert!(all.is_empty(), "axe-core finds:\n{}", all.join("\n"));
}

#[test]
fn the_focus_stays_in_a_form_whatever_comes_and_goes_in_it() {
    let (_tool, _content, page) = served(Engine::Chromium, "focus", DESKTOP);
    page.press_mention("m-ada-1");
    page.press("[data-card] [data-act='edit']");
    page.expect_answer("document.activeElement.value", &json!("Ada Byron"));
    page.press(".name-fields + .plain");
    page.expect_answer("document.activeElement.value", &json!(""));
    page.type_words("Countess");
    let names = "[...document.querySelectorAll('.name-fields .field:first-child input')].map(one => one.value).join()";
    page.expect_answer(names, &json!("Ada Byron,Countess"));
    page.reveal(".fact-fields .plain");
    page.press(".fact-fields .plain");
    page.expect_answer("!document.querySelector('.fact-fields')", &json!(true));
    let inside = "document.activeElement.closest('dialog') !== null";
    page.expect_answer(inside, &json!(true));
    page.press_key(ESCAPE);
    page.expect_answer("!!document.querySelector('.asks')", &json!(true));
    page.press(".asks button");
    page.expect_answer("document.activeElement.dataset.act ?? ''", &json!("edit"));
}
