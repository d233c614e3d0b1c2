//! The reader, in real browsers: what each level of the page promises, engine by engine.
//!
//! `make reader` installs what these need. The site comes from `ARTICLE_EXPLORER_SITE`, else from `dist/`.

#![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

#[path = "../support/support.rs"]
mod support;

/// A test for every engine, of each promise.
macro_rules! in_every_engine {
    ($promise:ident) => {
        mod $promise {
            use crate::support::engine::Engine;

            #[test]
            fn chromium() {
                super::$promise(Engine::Chromium);
            }

            #[test]
            fn firefox() {
                super::$promise(Engine::Firefox);
            }

            #[test]
            fn webkit() {
                super::$promise(Engine::WebKit);
            }
        }
    };
}

mod access;
mod arriving;
mod attached;
mod blank;
mod cards;
mod copying;
mod directions;
mod early_press;
mod editing;
mod failures;
mod figures;
mod find_in_page;
mod hosting;
mod into_the_text;
mod kept_cards;
mod keyboard;
mod lasting;
mod low_windows;
mod peeks;
mod placement;
mod presses;
mod renders;
mod root;
mod scrolling;
mod serving;
mod site_pages;
mod text;
mod touch;
mod translators;
mod views;
mod whole_site;
mod without_scripts;
