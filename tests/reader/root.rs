//! A site of one article has it at its root too.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page};
use crate::support::site;

in_every_engine!(the_root_is_the_article_with_all_it_does);

fn the_root_is_the_article_with_all_it_does(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = Page::open(engine, window, &server, "");
        page.expect_ready();
        page.bring(&format!("#{MENTION}"), 250);
        let before = page.place(MENTION);
        page.press_mention(MENTION);
        page.expect_card(ENTITY);
        assert_eq!(page.fragment(), "#ent-atajurt");
        page.press_key(ESCAPE);
        page.expect_no_card();
        page.expect_place(MENTION, before);
        page.open_view("timeline");
        page.go_back();
        page.expect_no_view();
        page.expect_silence();
    }
}

in_every_engine!(what_is_set_at_the_root_holds_in_the_articles_own_page);

fn what_is_set_at_the_root_holds_in_the_articles_own_page(engine: Engine) {
    let server = site::serve();
    let page = Page::open(engine, DESKTOP, &server, "");
    page.expect_ready();
    page.open_view("settings");
    page.choose("theme", "dark");
    let theme = "document.documentElement.dataset.theme";
    page.expect_answer(theme, &json!("dark"));
    page.browser.go(&server.address(&site::article()));
    page.expect_ready();
    page.expect_answer(theme, &json!("dark"));
    assert_ne!(site::article(), "", "it has a page of its own");
}
