//! Questions to the server, each with the type of its answer.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use yew::platform::spawn_local;

use crate::model::editing::{Refusal, Request};
use crate::platform::served;

/// The server that this page is from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Server {
    token: Rc<str>,
}

impl Server {
    /// The server that may be asked for edits, if there is one.
    pub(super) fn of_page() -> Option<Self> {
        let token = served::token()?;
        Some(Self {
            token: token.into(),
        })
    }

    /// Asks, and calls `done` with the answer.
    pub(super) fn ask<T: DeserializeOwned>(
        &self,
        request: &Request,
        done: impl FnOnce(Result<T, Refusal>) + 'static,
    ) {
        let token = Rc::clone(&self.token);
        let body = serde_json::to_string(request).unwrap_or_default();
        spawn_local(async move {
            let answer = served::ask("/.edit", "X-Edit-Token", &token, body).await;
            done(read(answer));
        });
    }
}

fn read<T: DeserializeOwned>(answer: Result<(u16, String), String>) -> Result<T, Refusal> {
    let refusal = |why: String| Refusal {
        why,
        outdated: false,
    };
    let Ok((status, text)) = answer else {
        return Err(refusal(
            "`article-explorer serve` does not answer; start it again in the terminal".to_owned(),
        ));
    };
    if status == 200 {
        let read = serde_json::from_str(&text);
        return read.map_err(|error| refusal(format!("its answer cannot be read: {error}")));
    }
    let refused = serde_json::from_str(&text);
    Err(refused.unwrap_or_else(|_| refusal(text)))
}
