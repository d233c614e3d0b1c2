//! A finger gets all that a mouse gets, and no link is taken from it.

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page};
use crate::support::site;

in_every_engine!(one_tap_opens_and_one_beside_it_closes);

fn one_tap_opens_and_one_beside_it_closes(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, PHONE, &server);
    page.expect_ready();
    page.tap(&format!("#{MENTION}"));
    page.expect_card(ENTITY);
    page.settle();
    let (card, words) = (page.rect("[data-card]"), page.rect(&format!("#{MENTION}")));
    assert!(!card.overlaps(words), "the words stay to be seen");
    assert_eq!(page.peek(), None, "a finger brings no peek");
    let scrolled = page.scrolled();
    page.tap_at(180, 70);
    page.expect_no_card();
    assert_eq!(page.scrolled(), scrolled, "closing moves nothing");
    page.expect_silence();
}

#[test]
fn a_finger_on_a_large_screen_gets_the_card_of_a_large_screen() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.tap(&format!("#{MENTION}"));
    page.expect_card(ENTITY);
    page.settle();
    assert!(page.rect("[data-card]").left > page.rect("#p2").right);
    assert_eq!(page.peek(), None);
}
