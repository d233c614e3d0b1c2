//! Edits that a page asks for: who may, what they do to files, and what they never do.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::workspace::Workspace;
use crate::{ARTICLE, BROKEN, MENDED, Served};

const ADA: &str = "content/entities/ada.toml";

impl Served {
    /// The token that a page was given.
    fn token(&self) -> String {
        let page = self.page();
        let (_, rest) = page.split_once("name=\"edit-token\" content=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    }

    fn post(&self, headers: &str, body: &str) -> (String, Value) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        let head = format!("POST /.edit HTTP/1.0\r\n{headers}\r\nContent-Length: {length}\r\n\r\n");
        stream
            .write_all(&[head.as_bytes(), body.as_bytes()].concat())
            .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().to_owned();
        (status, serde_json::from_str(body).unwrap_or_default())
    }

    /// What comes of a request as a page makes it.
    fn edit(&self, request: &Value) -> (String, Value) {
        let headers = format!("Host: {}\r\nX-Edit-Token: {}", self.address, self.token());
        self.post(&headers, &request.to_string())
    }

    #[track_caller]
    fn expect_done(&self, request: &Value) -> String {
        let (status, answer) = self.edit(request);
        assert_eq!(status, "200", "{answer}");
        answer["told"].as_str().unwrap().to_owned()
    }

    /// Takes back the step that a page shows, or makes it again.
    fn step(&self, name: &str) -> Value {
        let (_, steps) = self.edit(&json!("Steps"));
        let number = &steps[name.to_lowercase()]["number"];
        json!({ name: number.as_u64().unwrap_or_default() })
    }

    #[track_caller]
    fn expect_refused(&self, request: &Value) -> String {
        let (status, answer) = self.edit(request);
        assert_eq!(status, "409", "{answer}");
        answer["why"].as_str().unwrap().to_owned()
    }
}

/// The word "opened" of the article's first paragraph becomes a mention of the hall.
fn link() -> Value {
    json!({ "Link": {
        "selection": { "article": "town", "block": 2, "before": 3, "words": "opened", "longer": 0 },
        "target": { "Entity": "hall" },
        "seen": null,
        "everywhere": false,
    } })
}

fn saved(served: &Served, description: &str) -> Value {
    let (_, form) = served.edit(&json!({ "Entity": { "id": "ada" } }));
    let mut values = form["values"].clone();
    values["description"] = json!(description);
    json!({ "Save": { "id": "ada", "revision": form["revision"], "values": values } })
}

#[test]
fn an_edit_is_written_shown_taken_back_and_made_again() {
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    let read = |path: &str| fs::read_to_string(workspace.path(path)).unwrap();
    let (before, page) = (read(ARTICLE), served.page());
    assert_eq!(served.expect_done(&link()), "Linked “opened” to Town Hall");
    served.expect_change(&page);
    let after = read(ARTICLE);
    assert_eq!(after, before.replace("opened", "[[hall|opened]]"));
    assert!(served.page().contains("m-hall-2"));
    served.expect_done(&saved(&served, "countess"));
    assert!(read(ADA).contains("description = \"countess\"\n"));
    let (_, steps) = served.edit(&json!("Steps"));
    assert_eq!(steps["undo"]["told"], "Changed Ada Byron");
    assert_eq!(steps["redo"], Value::Null);
    served.expect_done(&served.step("Undo"));
    served.expect_done(&served.step("Undo"));
    assert_eq!(read(ARTICLE), before);
    assert!(!read(ADA).contains("countess"));
    assert!(
        served
            .expect_refused(&served.step("Undo"))
            .contains("something else")
    );
    served.expect_done(&served.step("Redo"));
    assert_eq!(read(ARTICLE), after);
}

/// A page in another tab may not know yet what was done in this one.
#[test]
fn only_the_step_that_a_page_shows_is_taken_back() {
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    served.expect_done(&link());
    let seen = served.step("Undo");
    served.expect_done(&saved(&served, "countess"));
    let files = workspace.below("content");
    assert!(served.expect_refused(&seen).contains("another page"));
    assert_eq!(workspace.below("content"), files);
    served.expect_done(&served.step("Undo"));
    served.expect_done(&seen);
}

#[test]
fn somebody_new_goes_when_the_step_is_taken_back() {
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    let mut request = link();
    request["Link"]["target"] = json!({ "New": { "name": "The Opening", "kind": "event" } });
    served.expect_done(&request);
    let path = workspace.path("content/entities/the-opening.toml");
    assert!(fs::read_to_string(&path).unwrap().contains("draft = true"));
    served.expect_done(&served.step("Undo"));
    assert!(!path.exists());
}

#[test]
fn a_step_that_something_rests_on_is_not_taken_back() {
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    let mut request = link();
    request["Link"]["target"] = json!({ "New": { "name": "The Opening", "kind": "event" } });
    served.expect_done(&request);
    let other = "+++\ntitle = \"Other\"\n+++\n[[the-opening|It]] rained.\n";
    workspace.write("content/articles/other.md", other);
    // The article has its mark only if the name does not link itself.
    let why = served.expect_refused(&served.step("Undo"));
    assert!(why.contains("would have an error"), "{why}");
    assert!(workspace.path("content/entities/the-opening.toml").exists());
}

#[test]
fn what_changed_meanwhile_is_never_overwritten() {
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    let form = saved(&served, "countess");
    let mine = fs::read_to_string(workspace.path(ADA)).unwrap() + "# mine\n";
    workspace.write(ADA, &mine);
    let (_, refusal) = served.edit(&form);
    assert_eq!(refusal["outdated"], true);
    served.expect_done(&link());
    workspace.write(ARTICLE, MENDED);
    assert!(
        served
            .expect_refused(&served.step("Undo"))
            .contains("changed meanwhile")
    );
    assert_eq!(fs::read_to_string(workspace.path(ADA)).unwrap(), mine);
    assert_eq!(fs::read_to_string(workspace.path(ARTICLE)).unwrap(), MENDED);
    assert!(
        served
            .expect_refused(&link())
            .contains("load the page anew")
    );
}

#[test]
fn only_a_page_of_this_run_may_edit() {
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    let before = workspace.below("content");
    let (own, token) = (format!("Host: {}", served.address), served.token());
    let body = link().to_string();
    for headers in [
        own.clone(),
        format!("{own}\r\nX-Edit-Token: {}", "0".repeat(token.len())),
        format!("Host: evil.example\r\nX-Edit-Token: {token}"),
        format!("{own}\r\nOrigin: https://evil.example\r\nX-Edit-Token: {token}"),
    ] {
        assert_eq!(served.post(&headers, &body).0, "403", "{headers}");
    }
    let right = format!("{own}\r\nX-Edit-Token: {token}");
    assert_eq!(served.post(&right, "{").0, "400");
    assert_eq!(served.post(&right, "\"Delete\"").0, "400");
    let mut far = link();
    far["Link"]["selection"]["before"] = json!(u64::MAX);
    far["Link"]["selection"]["longer"] = json!(i32::MIN);
    served.expect_refused(&far);
    assert_eq!(workspace.below("content"), before);
    assert_ne!(
        Workspace::new().serve(&[]).token(),
        token,
        "each run has its own"
    );
}

/// Somebody may be at work in a page while the program is started again.
#[test]
fn a_page_of_an_earlier_run_is_given_the_token_of_this_one() {
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    assert_eq!(served.get("/.edit").1, served.token());
    workspace.write(ARTICLE, BROKEN);
    let broken = workspace.serve(&[]);
    assert_eq!(broken.get("/.edit").1.len(), served.token().len());
    for headers in [
        "Host: evil.example".to_owned(),
        format!("Host: {}\r\nOrigin: https://evil.example", served.address),
    ] {
        let mut stream = TcpStream::connect(&served.address).unwrap();
        write!(stream, "GET /.edit HTTP/1.0\r\n{headers}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
    }
}

#[test]
fn no_path_leads_out_of_the_content() {
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    workspace.write("secret.toml", "kind = \"person\"\n");
    for id in ["../../secret", "..\\..\\secret", "/etc/passwd", ""] {
        let why = served.expect_refused(&json!({ "Entity": { "id": id } }));
        assert!(why.contains("there is no"), "{why}");
    }
    let mut request = link();
    request["Link"]["target"] = json!({ "New": { "name": "../../../x", "kind": "person" } });
    request["Link"]["selection"]["article"] = json!("../articles/town");
    served.expect_refused(&request);
    request["Link"]["selection"]["article"] = json!("town");
    served.expect_done(&request);
    assert!(workspace.path("content/entities/x.toml").exists());
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_changes_nothing_and_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    let path = workspace.path(ARTICLE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let before = workspace.below("content");
    assert!(served.expect_refused(&link()).contains("cannot be written"));
    assert_eq!(workspace.below("content"), before);
    assert_eq!(served.edit(&json!("Steps")).1["undo"], Value::Null);
}
