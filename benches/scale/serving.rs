//! How long it takes from a save to the page that shows it, while a site of many articles is served.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Saves that are made; the median counts.
const SAVES: usize = 5;

/// Ends with the measurement, however that ends.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Seconds from the save of an article of a content folder to its page.
pub(crate) fn saved(content: &Path, app: &Path, article: &str) -> f64 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
    command
        .args(["serve", "--port", "0", "--content"])
        .arg(content);
    command.arg("--app").arg(app);
    let process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut served = Served(process.unwrap());
    let mut said = BufReader::new(served.0.stdout.take().unwrap()).lines();
    let address = said.find_map(|line| Some(line.unwrap().strip_prefix("http://")?.to_owned()));
    let address = address.unwrap().split('/').next().unwrap().to_owned();
    std::thread::spawn(move || said.for_each(drop));
    let path = content.join("articles").join(article).with_extension("md");
    let page = format!("/{article}/");
    let mut times: Vec<f64> = (0..SAVES)
        .map(|save| {
            let before = get(&address, &page);
            let (_, edition) = before.split_once("since=").unwrap();
            let edition = edition.split('&').next().unwrap();
            let word = format!("Saved{save}");
            let text = fs::read_to_string(&path).unwrap();
            let start = Instant::now();
            fs::write(&path, format!("{}\n\n{word}.\n", text.trim_end())).unwrap();
            while !get(&address, &format!("/.changes?since={edition}&told=0"))
                .contains("\"changed\":true")
            {}
            assert!(
                get(&address, &page).contains(&word),
                "the page shows what was saved"
            );
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[SAVES / 2]
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}
