//! A static host on this machine, and the ways in which hosts fail.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use tiny_http::{Header, Request, Response};

/// What goes wrong at a host.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    /// The page's scripts are refused, as by a reader who switched them off.
    pub scripts_off: bool,
    /// What becomes of the app's WASM.
    pub wasm: Wasm,
    /// No script file is there.
    pub script_missing: bool,
}

/// What becomes of a WASM file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wasm {
    #[default]
    Sound,
    Missing,
    /// Its first half only.
    Cut,
    /// Some bytes are others.
    Corrupt,
    /// Called plain text.
    Mistyped,
    /// Kept back until [`Server::release`].
    Held,
}

/// A running host. It ends when dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    host: Arc<Host>,
}

struct Host {
    folder: PathBuf,
    mount: String,
    faults: Faults,
    asked: Mutex<Vec<String>>,
    gate: (Mutex<bool>, Condvar),
}

impl Server {
    /// Serves a folder below `mount`: `/`, or `/a/b/`.
    pub fn start(folder: &Path, mount: &str, faults: Faults) -> Self {
        let http =
            Arc::new(tiny_http::Server::http("127.0.0.1:0").expect("this machine has a free port"));
        let host = Arc::new(Host {
            folder: folder.to_owned(),
            mount: mount.to_owned(),
            faults,
            asked: Mutex::default(),
            gate: Default::default(),
        });
        let (accepting, serving) = (Arc::clone(&http), Arc::clone(&host));
        thread::spawn(move || {
            for request in accepting.incoming_requests() {
                let host = Arc::clone(&serving);
                thread::spawn(move || host.answer(request));
            }
        });
        Self { http, host }
    }

    /// The address of a path within the site.
    pub fn address(&self, path: &str) -> String {
        format!(
            "http://{}{}{path}",
            self.http.server_addr(),
            self.host.mount
        )
    }

    /// All paths asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.host
            .asked
            .lock()
            .expect("no one panics while noting a path")
            .clone()
    }

    /// Lets a held WASM go.
    pub fn release(&self) {
        *self.host.gate.0.lock().expect("no one panics at the gate") = true;
        self.host.gate.1.notify_all();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.release();
        self.http.unblock();
    }
}

impl Host {
    fn answer(&self, request: Request) {
        let path = request
            .url()
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned();
        self.asked
            .lock()
            .expect("no one panics while noting a path")
            .push(path.clone());
        let (status, file) = match self.file(&path) {
            Some(file) => (200, file),
            None => (404, self.folder.join("404.html")),
        };
        let mut body = fs::read(&file).unwrap_or_default();
        let kind = file
            .extension()
            .and_then(|kind| kind.to_str())
            .unwrap_or_default();
        if kind == "wasm" {
            self.spoil(&mut body);
        }
        let mut response = Response::from_data(Vec::new()).with_status_code(status);
        response.add_header(header("Content-Type", self.media_type(kind)));
        response.add_header(header("Cache-Control", "no-store"));
        if kind == "html" && !self.faults.scripts_off {
            body = listened_to(&body);
        }
        if self.faults.scripts_off {
            response.add_header(header("Content-Security-Policy", "script-src 'none'"));
        }
        let takes = |header: &Header| {
            header.field.equiv("Accept-Encoding") && header.value.as_str().contains("br")
        };
        if request.headers().iter().any(takes)
            && matches!(kind, "html" | "js" | "css" | "svg" | "wasm")
        {
            response.add_header(header("Content-Encoding", "br"));
            body = compressed(&body);
        }
        let length = body.len();
        // A reader who has left is no failure of the host.
        let _ = request.respond(response.with_data(Cursor::new(body), Some(length)));
    }

    /// The file behind a path: folders have an `index.html`, and nothing leads out of the site.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let inner = Path::new(path.strip_prefix(&self.mount)?);
        let stays = inner
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let mut file = self.folder.join(inner);
        if path.ends_with('/') {
            file.push("index.html");
        }
        let kind = file.extension().and_then(|kind| kind.to_str());
        let refused = kind == Some("wasm") && self.faults.wasm == Wasm::Missing
            || kind == Some("js") && self.faults.script_missing;
        (stays && file.is_file() && !refused).then_some(file)
    }

    fn spoil(&self, body: &mut Vec<u8>) {
        match self.faults.wasm {
            Wasm::Cut => body.truncate(body.len() / 2),
            Wasm::Corrupt => body
                .iter_mut()
                .skip(64)
                .step_by(97)
                .for_each(|byte| *byte ^= 0xff),
            Wasm::Held => {
                let shut = self.gate.0.lock().expect("no one panics at the gate");
                let _open = self
                    .gate
                    .1
                    .wait_while(shut, |open| !*open)
                    .expect("no one panics at the gate");
            }
            Wasm::Sound | Wasm::Missing | Wasm::Mistyped => {}
        }
    }

    fn media_type(&self, kind: &str) -> &'static str {
        match kind {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "json" | "webmanifest" => "application/json",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "jpg" => "image/jpeg",
            "xml" => "application/xml",
            "wasm" if self.faults.wasm != Wasm::Mistyped => "application/wasm",
            _ => "text/plain; charset=utf-8",
        }
    }
}

/// The page with a listener before anything else, policy included: it keeps what the console and the window hear.
fn listened_to(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    page.replacen("<head>", &format!("<head><script>{LISTENER}</script>"), 1)
        .into_bytes()
}

/// `heard` holds `[kind, words]` for each.
const LISTENER: &str = "{
    const heard = window.heard = [];
    for (const kind of ['warn', 'error']) {
        const say = console[kind];
        console[kind] = (...words) => { heard.push([kind, words.join(' ')]); say.apply(console, words); };
    }
    // Later, since a listener of the page may still take care of it.
    const uncaught = (event, words) => setTimeout(() => event.defaultPrevented || heard.push(['uncaught', words]));
    addEventListener('error', event => uncaught(event, event.message));
    addEventListener('unhandledrejection', event => uncaught(event, String(event.reason)));
    addEventListener('securitypolicyviolation', event =>
        heard.push(['refused', `${event.violatedDirective}: ${event.blockedURI} ${event.sample}`]));
    document.currentScript.remove();
}";

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values here are plain")
}

/// As a static host sends it; quality 5, since tests wait for it.
fn compressed(body: &[u8]) -> Vec<u8> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, 5, 22);
    packed.write_all(body).expect("writing to memory succeeds");
    packed.into_inner()
}
