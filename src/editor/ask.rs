//! Questions to the server, each with the type of its answer.

use serde::de::DeserializeOwned;
use yew::platform::spawn_local;

use crate::model::editing::{Refusal, Request};
use crate::platform::served;

const ADDRESS: &str = "/.edit";
/// The header that bears the token.
const TOKEN: &str = "X-Edit-Token";
/// The server does not know the token.
const FORBIDDEN: u16 = 403;

/// Asks, and calls `done` with the answer.
pub(super) fn ask<T: DeserializeOwned>(
    request: &Request,
    done: impl FnOnce(Result<T, Refusal>) + 'static,
) {
    let body = serde_json::to_string(request).unwrap_or_default();
    spawn_local(async move {
        let mut answer = served::ask(ADDRESS, TOKEN, &body).await;
        // The server was started again since this page was drawn.
        if matches!(answer, Ok((FORBIDDEN, _))) && served::renew_token(ADDRESS).await {
            answer = served::ask(ADDRESS, TOKEN, &body).await;
        }
        done(read(answer));
    });
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
