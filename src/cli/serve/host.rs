//! Answers to browsers: files of the edition that is shown, the wait for the next one, and edits.

use std::borrow::Cow;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use serde_json::json;

use crate::cli::serve::editing::{self, Editing};
use crate::cli::serve::edition::{Edition, Editions};
use crate::cli::serve::http::{Request, Response};

/// Where a page asks whether another edition is there.
const CHANGES: &str = "/.changes?since=";

/// How long such a question stays open: shorter than anything between may keep a silent connection.
const PATIENCE: Duration = Duration::from_secs(20);

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

    fn into_response(self) -> Response {
        let mut headers = vec![
            ("Content-Type", self.kind.to_owned()),
            ("Cache-Control", "no-store".to_owned()),
            // Nobody's page shows this one as a part of it, whose presses would be edits.
            ("X-Frame-Options", "DENY".to_owned()),
        ];
        headers.extend(self.location.map(|to| ("Location", to)));
        Response {
            status: self.status,
            headers,
            body: self.bytes,
        }
    }
}

/// What comes of a request.
pub(super) fn answer(request: &Request, editions: &Editions, editing: &Editing) -> Response {
    answer_to(request, editions, editing).into_response()
}

fn answer_to(request: &Request, editions: &Editions, editing: &Editing) -> Answer {
    const TEXT: &str = "text/plain; charset=utf-8";
    let is_edit = request.method == "POST" && request.target == editing::ADDRESS;
    if !is_edit && !matches!(&*request.method, "GET" | "HEAD") {
        return Answer::new(405, TEXT, b"GET and HEAD only".to_vec());
    }
    if !is_from_here(request) {
        let refused =
            "this page is served to this machine alone: open it by 127.0.0.1 or localhost";
        return Answer::new(403, TEXT, refused.into());
    }
    if is_edit {
        let token = request.header(editing::TOKEN).next();
        let (status, answer) = editing.answer(token, &request.body);
        return Answer::new(status, media_type("json"), answer);
    }
    if request.target == editing::ADDRESS {
        // For a page of an earlier run in which somebody is at work; no page of another origin can read the answer.
        return Answer::new(200, TEXT, editing.token().as_bytes().to_vec());
    }
    if let Some(question) = request.target.strip_prefix(CHANGES) {
        let (name, told) = question.split_once("&told=").unwrap_or((question, "0"));
        let news = editions.wait(name, told.parse().unwrap_or_default(), PATIENCE);
        let news =
            json!({ "changed": news.changed, "told": news.told, "findings": &*news.findings });
        return Answer::new(200, media_type("json"), news.to_string().into_bytes());
    }
    let address = request.target.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(address.trim_start_matches('/')).decode_utf8_lossy();
    file(&editions.shown(), address, &path)
}

/// Whether a request was meant for this machine. A page of another site has its own origin, and a name that somebody made
/// lead here (DNS rebinding) is not one of ours.
fn is_from_here(request: &Request) -> bool {
    let mut hosts = request.header("Host");
    let mut origins = request.header("Origin");
    hosts.all(is_this_machine)
        && origins.all(|origin| origin.strip_prefix("http://").is_some_and(is_this_machine))
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
