//! The page with scripts switched off: HTML and CSS alone.

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page};
use crate::support::site;

/// The first link in the note on Atajurt to what `start` says.
fn link_in_note(page: &Page, start: &str) -> String {
    let links = format!("[data-note='atajurt'] a[href^='{start}']");
    let href = page.ask("document.querySelector($0).hash", &[json!(links)]);
    href.as_str().expect("a link has a target").to_owned()
}

in_every_engine!(pressing_a_mention_shows_its_note_and_moves_nothing);

fn pressing_a_mention_shows_its_note_and_moves_nothing(engine: Engine) {
    let server = site::serve_without_scripts();
    for window in [DESKTOP, PHONE] {
        let page = Page::open_article(engine, window, &server);
        let before = page.place(MENTION);
        page.press_mention(MENTION);
        page.expect_note(ENTITY);
        page.settle();
        let note = page.rect("[data-note='atajurt']");
        assert!(page.holds(note), "the note stands in the window: {note:?}");
        let words = page.rect("#m-atajurt-2");
        assert!(!note.overlaps(words), "{note:?} leaves {words:?} free");
        assert_eq!(page.place(MENTION), before, "nothing jumps");
    }
}

in_every_engine!(closing_a_note_moves_nothing);

fn closing_a_note_moves_nothing(engine: Engine) {
    let server = site::serve_without_scripts();
    for window in [DESKTOP, PHONE] {
        let page = Page::open_article(engine, window, &server);
        let before = page.place(MENTION);
        page.press_mention(MENTION);
        page.expect_note(ENTITY);
        page.close_note();
        page.expect_no_note();
        page.settle();
        assert_eq!(page.fragment(), "#read");
        assert_eq!(page.place(MENTION), before, "nothing jumps");
    }
}

in_every_engine!(links_in_a_note_lead_on_to_another_note);

fn links_in_a_note_lead_on_to_another_note(engine: Engine) {
    let server = site::serve_without_scripts();
    for window in [DESKTOP, PHONE] {
        let page = Page::open_article(engine, window, &server);
        let before = page.place(MENTION);
        page.press_mention(MENTION);
        page.expect_note(ENTITY);
        let other = link_in_note(&page, "#ent-");
        let link = format!("[data-note='atajurt'] a[href='{other}']");
        page.reveal(&link);
        page.press(&link);
        page.expect_note(other.trim_start_matches("#ent-"));
        page.settle();
        assert_eq!(page.place(MENTION), before, "nothing jumps");
    }
}

in_every_engine!(a_note_leads_to_its_mentions_and_back_restores_each_step);

fn a_note_leads_to_its_mentions_and_back_restores_each_step(engine: Engine) {
    let server = site::serve_without_scripts();
    for window in [DESKTOP, PHONE] {
        let page = Page::open_article(engine, window, &server);
        let before = page.place(MENTION);
        page.press_mention(MENTION);
        page.expect_note(ENTITY);
        let link = "[data-note='atajurt'] a[href='#m-atajurt-4']";
        page.reveal(link);
        page.press(link);
        page.expect_no_note();
        page.settle();
        let reached = page.rect("#m-atajurt-4");
        assert!(
            page.holds(reached),
            "the mention is in the window: {reached:?}"
        );

        page.go_back();
        page.expect_note(ENTITY);
        page.expect_place(MENTION, before);
        page.go_back();
        page.expect_no_note();
        page.expect_place(MENTION, before);
    }
}

in_every_engine!(reloading_with_a_note_open_shows_it_again);

fn reloading_with_a_note_open_shows_it_again(engine: Engine) {
    let server = site::serve_without_scripts();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.press_mention(MENTION);
    page.expect_note(ENTITY);
    page.reload();
    page.expect_note(ENTITY);
}
