//! Answers to browsers: files of the edition that is shown, the wait for the next one, and edits.

use std::borrow::Cow;
use std::io::Read;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use serde_json::json;
use tiny_http::{Header, Method, Request, Response, Server};

use crate::cli::serve::editing::{self, Editing};
use crate::cli::serve::edition::{Edition, Editions};

/// Where a page asks whether another edition is there.
const CHANGES: &str = "/.changes?since=";

/// How long such a question stays open: shorter than anything between may keep a silent connection.
const PATIENCE: Duration = Duration::from_secs(20);

/// Answers every request, each on a thread of its own, since some wait.
pub(super) fn answer(server: &Server, editions: &Arc<Editions>, editing: &Arc<Editing>) {
    for mut request in server.incoming_requests() {
        let (editions, editing) = (Arc::clone(editions), Arc::clone(editing));
        thread::spawn(move || {
            let answer = answer_to(&mut request, &editions, &editing);
            // A reader who has left is no failure of the host.
            drop(request.respond(answer.into_response()));
        });
    }
}

struct Answer {
    status: u16,
    kind: &'static str,
    bytes: Vec<u8>,
    /// Where the browser is sent instead.
    location: Option<String>,
}

impl Answer {
    fn new(status: u16, kind: &'static str, bytes: Vec<u8>) -> Self {
        Self {
            status,
            kind,
            bytes,
            location: None,
        }
    }

    fn into_response(self) -> Response<std::io::Cursor<Vec<u8>>> {
        let headers = [("Content-Type", self.kind), ("Cache-Control", "no-store")];
        let location = self.location.as_deref().map(|to| ("Location", to));
        let mut response = Response::from_data(self.bytes).with_status_code(self.status);
        for (name, value) in headers.into_iter().chain(location) {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        response
    }
}

fn answer_to(request: &mut Request, editions: &Editions, editing: &Editing) -> Answer {
    const TEXT: &str = "text/plain; charset=utf-8";
    let is_edit = *request.method() == Method::Post && request.url() == editing::ADDRESS;
    if !is_edit && !matches!(request.method(), Method::Get | Method::Head) {
        return Answer::new(405, TEXT, b"GET and HEAD only".to_vec());
    }
    if !is_from_here(request.headers()) {
        let refused =
            "this page is served to this machine alone: open it by 127.0.0.1 or localhost";
        return Answer::new(403, TEXT, refused.into());
    }
    if is_edit {
        let (status, answer) = edited(request, editing);
        return Answer::new(status, media_type("json"), answer);
    }
    if let Some(question) = request.url().strip_prefix(CHANGES) {
        let (name, told) = question.split_once("&told=").unwrap_or((question, "0"));
        let news = editions.wait(name, told.parse().unwrap_or_default(), PATIENCE);
        let news =
            json!({ "changed": news.changed, "told": news.told, "findings": &*news.findings });
        return Answer::new(200, media_type("json"), news.to_string().into_bytes());
    }
    let address = request.url().split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(address.trim_start_matches('/')).decode_utf8_lossy();
    file(&editions.shown(), address, &path)
}

/// What comes of an edit that a page asks for.
fn edited(request: &mut Request, editing: &Editing) -> editing::Reply {
    let headers = request.headers().iter();
    let mut tokens = headers.filter(|header| header.field.equiv(editing::TOKEN));
    let token = tokens.next().map(|header| header.value.as_str().to_owned());
    let mut body = Vec::new();
    // One that breaks off, or is longer, cannot be read as JSON.
    drop(
        request
            .as_reader()
            .take(editing::LONGEST)
            .read_to_end(&mut body),
    );
    editing.answer(token.as_deref(), &body)
}

/// Whether a request was meant for this machine. A page of another site has its own origin, and a name that somebody made
/// lead here (DNS rebinding) is not one of ours.
fn is_from_here(headers: &[Header]) -> bool {
    headers.iter().all(|header| {
        let value = header.value.as_str();
        if header.field.equiv("Host") {
            is_this_machine(value)
        } else if header.field.equiv("Origin") {
            value.strip_prefix("http://").is_some_and(is_this_machine)
        } else {
            true
        }
    })
}

/// Whether a host, with or without a port, is this machine by a name that nobody else gives.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|own| name.eq_ignore_ascii_case(own))
}

/// The file at a path, as a static host finds it.
fn file(edition: &Edition, address: &str, path: &str) -> Answer {
    let name: Cow<str> = if path.is_empty() || path.ends_with('/') {
        [path, "index.html"].concat().into()
    } else {
        path.into()
    };
    if let Some(bytes) = edition.file(&name) {
        return Answer::new(200, media_type(&name), bytes);
    }
    let inside = [path, "/index.html"].concat();
    if !path.is_empty() && edition.file(&inside).is_some() {
        let mut answer = Answer::new(301, media_type("html"), Vec::new());
        answer.location = Some(format!("/{}/", address.trim_matches('/')));
        return answer;
    }
    let missing = edition.file("404.html");
    Answer::new(404, media_type("404.html"), missing.unwrap_or_default())
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition() -> Edition {
        let mut edition = Edition::new(1);
        for name in ["index.html", "404.html", "town/index.html", "a b.js"] {
            edition.files.insert(name.into(), name.into());
        }
        edition
    }

    #[track_caller]
    fn check(address: &str, status: u16, expected: &str) {
        let path = percent_decode_str(address.trim_start_matches('/')).decode_utf8_lossy();
        let answer = file(&edition(), address, &path);
        let said = answer.location.map_or(answer.bytes, String::into_bytes);
        assert_eq!(
            (answer.status, &*String::from_utf8_lossy(&said)),
            (status, expected)
        );
    }

    #[test]
    fn a_folder_is_its_page() {
        check("/", 200, "index.html");
        check("/town/", 200, "town/index.html");
        check("/town", 301, "/town/");
        check("/a%20b.js", 200, "a b.js");
    }

    #[test]
    fn only_this_machine_is_answered() {
        for host in [
            "127.0.0.1:8080",
            "localhost",
            "LOCALHOST:9000",
            "[::1]:8080",
        ] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in [
            "evil.example",
            "127.0.0.1.evil.example:8080",
            "localhost.",
            "",
            "[::2]",
        ] {
            assert!(!is_this_machine(host), "{host}");
        }
    }

    #[test]
    fn what_is_not_of_the_site_is_not_there() {
        for address in [
            "/nowhere",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//example.org",
        ] {
            check(address, 404, "404.html");
        }
    }
}
