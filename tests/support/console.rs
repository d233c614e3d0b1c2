//! What a page says where readers do not look, and what it asks of others.
//!
//! The test server puts a listener before anything else in a page (`server.rs`). Chromium's own log is read too:
//! it knows what no listener hears. A browser's line about a failed load is its own and does not count.

use serde_json::json;

use super::engine::Engine;
use super::page::Page;
use super::wait::eventually;

impl Page {
    /// All that was said since the page was loaded, each with its kind.
    #[track_caller]
    pub fn heard(&self) -> Vec<String> {
        let heard = self.ask(
            "(window.heard ?? []).map(([kind, words]) => `${kind}: ${words}`)",
            &[],
        );
        let mut heard: Vec<String> = serde_json::from_value(heard).expect("a list of words");
        if self.browser.engine == Engine::Chromium {
            let log = self
                .browser
                .command("se/log", &json!({ "type": "browser" }));
            let beyond = [
                "security",
                "deprecation",
                "intervention",
                "violation",
                "rendering",
                "worker",
                "other",
            ];
            let lines = log.as_array().into_iter().flatten();
            heard.extend(
                lines
                    .filter(|line| beyond.iter().any(|source| line["source"] == *source))
                    .map(|line| format!("browser: {}", line["message"])),
            );
        }
        heard
    }

    /// Nothing was said.
    #[track_caller]
    pub fn expect_silence(&self) {
        self.settle();
        assert_eq!(self.heard(), Vec::<String>::new(), "the console is empty");
    }

    /// One warning of ours was said and nothing else.
    #[track_caller]
    pub fn expect_one_warning(&self) {
        eventually("something is said", || {
            (!self.heard().is_empty()).then_some(())
        });
        self.expect_at_most_one_warning();
    }

    /// No more than one warning of ours was said.
    #[track_caller]
    pub fn expect_at_most_one_warning(&self) {
        self.settle();
        let heard = self.heard();
        let ours = heard
            .iter()
            .all(|line| line.starts_with("warn: Article Explorer:"));
        assert!(
            ours && heard.len() <= 1,
            "one warning of ours and nothing else: {heard:#?}"
        );
    }

    /// Addresses at other hosts that the page asked for anything.
    #[track_caller]
    pub fn requests_elsewhere(&self) -> Vec<String> {
        let asked = "performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => new URL(name).origin !== location.origin)";
        serde_json::from_value(self.ask(asked, &[])).expect("a list of addresses")
    }
}
