//! `article-explorer serve` as a program: what is served, and what a change of the content does to it.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "publishing/workspace.rs"]
#[allow(
    dead_code,
    reason = "the workspace of tests that publish; a part serves here"
)]
mod workspace;

#[path = "serving/connections.rs"]
mod connections;
#[path = "serving/edits.rs"]
mod edits;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use workspace::Workspace;

const PROGRAM: &str = env!("CARGO_BIN_EXE_article-explorer");
const ARTICLE: &str = "content/articles/town.md";
const MENDED: &str = "+++\ntitle = \"Mended\"\n+++\n[[ada|Ada]] left the [[hall|hall]].\n";
const BROKEN: &str = "+++\ntitle = \"Broken\"\n+++\n[[adda|Ada]] left the [[hall|hall]].\n";

impl Workspace {
    fn serve(&self, more: &[&str]) -> Served {
        self.serve_by(PROGRAM, &[], more)
    }

    /// Serves by a command that runs the program.
    fn serve_by(&self, command: &str, arguments: &[&str], more: &[&str]) -> Served {
        let mut process = Command::new(command)
            .args(arguments)
            .args(["serve", "content", "--app", "app", "--port", "0"])
            .args(more)
            .current_dir(self.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(process.stdout.take().unwrap()).lines();
        let address = said
            .find_map(|line| Some(line.unwrap().strip_prefix("http://")?.to_owned()))
            .expect("it says where it serves");
        // Nobody reads the rest, and a pipe without a reader would end the program.
        std::thread::spawn(move || said.for_each(drop));
        Served {
            address: address.split('/').next().unwrap().to_owned(),
            findings: BufReader::new(process.stderr.take().unwrap()),
            process,
        }
    }
}

/// A running program. It ends when dropped.
struct Served {
    address: String,
    findings: BufReader<ChildStderr>,
    process: Child,
}

impl Served {
    /// The answer's head and body.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n",
            self.address
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    fn page(&self) -> String {
        self.get("/").1
    }

    /// Waits, as the script of this page does, until another edition is there.
    #[track_caller]
    fn expect_change(&self, page: &str) {
        let mut told = 0;
        for _ in 0..5 {
            let news = self.changes(page, told);
            if news["changed"] == true {
                return;
            }
            told = news["told"].as_u64().unwrap();
        }
        panic!("no other edition came");
    }

    /// What the script of this page is told that was told so often of findings.
    #[track_caller]
    fn changes(&self, page: &str, told: u64) -> Value {
        let (_, rest) = page
            .split_once("/.changes")
            .expect("the page follows changes");
        let (question, _) = rest.split_once("${").unwrap();
        let address = format!("/.changes{question}{told}");
        serde_json::from_str(&self.get(&address).1).unwrap()
    }

    /// Waits until the terminal shows a line with this.
    #[track_caller]
    fn expect_finding(&mut self, word: &str) {
        let mut line = String::new();
        while !line.contains(word) {
            line.clear();
            assert!(
                self.findings.read_line(&mut line).unwrap() > 0,
                "`{word}` was never said"
            );
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
fn a_change_is_built_and_every_open_page_told() {
    let workspace = Workspace::new();
    let served = workspace.serve(&[]);
    let page = served.page();
    assert!(page.contains("The town</h1>"), "{page}");
    workspace.write(ARTICLE, MENDED);
    served.expect_change(&page);
    let new = served.page();
    assert!(new.contains("Mended</h1>"), "{new}");
    assert_eq!(served.get("/town/").1.matches("Mended</h1>").count(), 1);
}

#[test]
fn content_with_errors_keeps_the_last_good_page() {
    let workspace = Workspace::new();
    let mut served = workspace.serve(&[]);
    let page = served.page();
    workspace.write(ARTICLE, BROKEN);
    served.expect_finding("error[unknown-entity]");
    assert_eq!(served.page(), page);
    let news = served.changes(&page, 0);
    let findings = news["findings"].as_str().unwrap();
    assert!(
        findings.contains("error[unknown-entity]") && news["changed"] == false,
        "the page is told what the terminal is: {news}"
    );
    workspace.write(ARTICLE, MENDED);
    served.expect_change(&page);
    assert!(served.page().contains("Mended</h1>"));
}

#[test]
fn content_that_has_errors_from_the_start_is_waited_for() {
    let workspace = Workspace::new();
    workspace.write(ARTICLE, BROKEN);
    let mut served = workspace.serve(&[]);
    served.expect_finding("error[unknown-entity]");
    let page = served.page();
    assert!(page.contains("The content has errors"), "{page}");
    workspace.write(ARTICLE, MENDED);
    served.expect_change(&page);
    assert!(served.page().contains("Mended</h1>"));
}

#[test]
fn a_folder_that_takes_the_place_of_the_content_is_followed() {
    let workspace = Workspace::new();
    let mut served = workspace.serve(&[]);
    let page = served.page();
    fs::rename(workspace.path("content"), workspace.path("old")).unwrap();
    served.expect_finding("missing-folder");
    assert_eq!(served.page(), page, "the last good page stays");
    workspace.write("old/articles/town.md", MENDED);
    fs::rename(workspace.path("old"), workspace.path("content")).unwrap();
    served.expect_change(&page);
    // The folder that came is watched like the one that went.
    let now = served.page();
    workspace.write(ARTICLE, &MENDED.replace("Mended", "Again"));
    served.expect_change(&now);
    assert!(served.page().contains("Again</h1>"));
}

#[test]
#[cfg(unix)]
fn more_pages_may_be_open_than_a_shell_lets_a_program_open_files() {
    let workspace = Workspace::new();
    let mut served = workspace.serve_by(
        "sh",
        &["-c", "ulimit -Sn 64; exec \"$0\" \"$@\"", PROGRAM],
        &[],
    );
    // Each has had an answer, and waits to ask again on the same connection, as browsers do.
    let open: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut page = TcpStream::connect(&served.address).unwrap();
            page.set_read_timeout(Some(Duration::from_secs(60)))
                .unwrap();
            write!(page, "GET / HTTP/1.1\r\nHost: {}\r\n\r\n", served.address).unwrap();
            page.read_exact(&mut [0]).unwrap();
            page
        })
        .collect();
    assert!(served.page().contains("The town</h1>"));
    drop(open);
    workspace.write(ARTICLE, BROKEN);
    served.expect_finding("error[unknown-entity]");
}

#[test]
fn a_served_page_has_the_policy_of_a_built_one_with_one_script_and_one_sheet_more() {
    let workspace = Workspace::new();
    let page = workspace.serve(&[]).page();
    let (_, policy) = page
        .split_once("Content-Security-Policy\" content=\"")
        .unwrap();
    let (policy, _) = policy.split_once('"').unwrap();
    let scripts: Vec<&str> = ["<script>", "<script type=\"module\">"]
        .iter()
        .flat_map(|start| page.split(start).skip(1))
        .map(|rest| rest.split("</script>").next().unwrap())
        .collect();
    assert_eq!(scripts.len(), 3, "theme, reload and loader");
    for script in scripts {
        let hash = STANDARD.encode(Sha256::digest(script));
        assert!(policy.contains(&hash), "{policy} refuses {script}");
    }
    workspace.expect_build();
    let built = fs::read_to_string(workspace.path("dist/index.html")).unwrap();
    assert!(!built.contains(".changes"), "a published page asks nobody");
    let hashes = |page: &str| page.matches(" 'sha256-").count();
    assert_eq!(hashes(&built) + 2, hashes(&page), "the editor's styles too");
    assert!(
        !built.contains("edit-token"),
        "nobody edits a published page"
    );
}

#[test]
fn pages_can_be_left_to_the_app() {
    let workspace = Workspace::new();
    let [whole, blank] =
        [workspace.serve(&[]), workspace.serve(&["--blank"])].map(|served| served.page());
    let drawn = "The town</h1>";
    assert_eq!(
        (whole.matches(drawn).count(), blank.matches(drawn).count()),
        (1, 0)
    );
}

#[test]
fn a_change_of_the_program_is_compiled_and_asks_to_be_started_again() {
    let workspace = Workspace::new();
    workspace.write("src/one.rs", "1");
    let compile = "echo compiling >&2; test -e sound";
    let mut served = workspace.serve(&["--sources", "src", "--compile", compile]);
    workspace.write("src/one.rs", "2");
    served.expect_finding("compiling");
    assert!(
        served.page().contains("The town</h1>"),
        "what does not compile changes nothing"
    );
    workspace.write("sound", "");
    workspace.write("src/one.rs", "3");
    served.expect_finding("compiling");
    assert_eq!(served.process.wait().unwrap().code(), Some(75));
}

#[test]
fn what_is_not_there_is_said_to_be_missing() {
    let served = Workspace::new().serve(&[]);
    for (path, status) in [
        ("/", "200"),
        ("/town", "301"),
        ("/nowhere", "404"),
        ("/../app/x.js", "404"),
    ] {
        let (head, _) = served.get(path);
        assert_eq!(head.split(' ').nth(1), Some(status), "{path}: {head}");
    }
}

#[test]
fn a_page_of_another_site_is_refused() {
    let served = Workspace::new().serve(&[]);
    for (header, status) in [
        ("Host: evil.example", "403"),
        ("Host: localhost:1\r\nOrigin: https://evil.example", "403"),
        ("Host: localhost:1\r\nOrigin: http://localhost:1", "200"),
    ] {
        let mut stream = TcpStream::connect(&served.address).unwrap();
        write!(stream, "GET / HTTP/1.0\r\n{header}\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer);
        assert_eq!(answer.split(' ').nth(1), Some(status), "{header}");
    }
}

#[test]
fn a_port_in_use_is_named_with_its_cure() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = Workspace::new().run(&["serve", "--app", "app", "--port", &port]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains(&format!("port {port} is in use")) && said.contains("--port"),
        "{said}"
    );
}

#[test]
fn a_missing_folder_is_named_with_its_cure() {
    let output = Workspace::new().run(&["serve", "nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("`nowhere`") && said.contains("site.toml"),
        "{said}"
    );
}
