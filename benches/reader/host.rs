//! A static host that sends what it holds ready compressed, so that compressing is no part of any figure.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use tiny_http::{Header, Response, Server};

/// A running host; ends with the process.
pub(crate) struct Host {
    server: Arc<Server>,
    pub(crate) files: Arc<BTreeMap<String, Vec<u8>>>,
}

impl Host {
    /// Holds the files of a folder's root; `alter` may change a page before it is compressed.
    pub(crate) fn start(folder: &Path, alter: impl Fn(String) -> String) -> Self {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder).expect("the site was built") {
            let path = entry.expect("the site was built").path();
            if !path.is_file() {
                continue;
            }
            let name = path
                .file_name()
                .expect("a file has a name")
                .to_string_lossy()
                .into_owned();
            let mut bytes = fs::read(&path).expect("the site was built");
            if name == "index.html" {
                bytes = alter(String::from_utf8(bytes).expect("pages are UTF-8")).into_bytes();
            }
            files.insert(name, bytes);
        }
        Self::of(files)
    }

    /// Holds these files. What is asked for below a file's path, as if that were a folder, is that file too.
    pub(crate) fn of(files: BTreeMap<String, Vec<u8>>) -> Self {
        let files: BTreeMap<_, _> = files
            .into_iter()
            .map(|(name, bytes)| (name, compressed(&bytes)))
            .collect();
        let files = Arc::new(files);
        let server = Arc::new(Server::http("127.0.0.1:0").expect("this machine has a free port"));
        let (accepting, held) = (server.clone(), files.clone());
        thread::spawn(move || {
            for request in accepting.incoming_requests() {
                let held = held.clone();
                thread::spawn(move || {
                    let name = request.url().trim_start_matches('/').to_owned();
                    let name = if name.is_empty() { "index.html" } else { &name };
                    let folder = || held.get(name.rsplit_once('/')?.0);
                    let Some(body) = held.get(name).or_else(folder) else {
                        return drop(request.respond(Response::empty(404)));
                    };
                    let kind = match name.rsplit('.').next() {
                        Some("html") => "text/html; charset=utf-8",
                        Some("js") => "text/javascript",
                        Some("css") => "text/css",
                        Some("wasm") => "application/wasm",
                        _ => "application/octet-stream",
                    };
                    let header = |name: &str, value: &str| {
                        Header::from_bytes(name, value).expect("names and values here are plain")
                    };
                    let length = body.len();
                    let response = Response::from_data(Vec::new())
                        .with_header(header("Content-Type", kind))
                        .with_header(header("Content-Encoding", "br"))
                        .with_header(header("Cache-Control", "no-store"))
                        .with_data(Cursor::new(body.clone()), Some(length));
                    drop(request.respond(response));
                });
            }
        });
        Self { server, files }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.server.server_addr())
    }

    /// Bytes sent for files with this end.
    pub(crate) fn bytes(&self, end: &str) -> usize {
        let sizes = self
            .files
            .iter()
            .filter(|(name, _)| name.ends_with(end) && *name != "404.html");
        sizes.map(|(_, bytes)| bytes.len()).sum()
    }
}

/// Brotli as hosts send it: quality 11, window 22; large pages at 9, which takes seconds and not minutes.
fn compressed(bytes: &[u8]) -> Vec<u8> {
    let quality = if bytes.len() > 2_000_000 { 9 } else { 11 };
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    packed.write_all(bytes).expect("writing to memory succeeds");
    packed.into_inner()
}
