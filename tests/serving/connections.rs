//! Connections as browsers open them, and as nobody should.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::Served;
use crate::workspace::Workspace;

fn status(served: &Served, request: &str) -> String {
    let mut stream = TcpStream::connect(&served.address).unwrap();
    let patience = Some(Duration::from_secs(60));
    stream.set_read_timeout(patience).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer);
    answer.split(' ').nth(1).unwrap_or_default().to_owned()
}

/// Browsers open some ahead.
#[test]
fn connections_on_which_nobody_asks_keep_no_page_waiting() {
    let served = Workspace::new().serve(&[]);
    let silent: Vec<_> = (0..40)
        .map(|_| TcpStream::connect(&served.address).unwrap())
        .collect();
    for _ in 0..40 {
        assert!(served.page().contains("<h1"));
    }
    drop(silent);
}

#[test]
fn requests_without_measure_are_refused_and_harm_nothing() {
    let served = Workspace::new().serve(&[]);
    let own = format!("Host: {}", served.address);
    for (request, expected) in [
        (
            format!("POST /.edit HTTP/1.1\r\n{own}\r\nContent-Length: 99999999999999\r\n\r\n"),
            "413",
        ),
        (
            format!("POST /.edit HTTP/1.1\r\n{own}\r\nContent-Length: -1\r\n\r\n"),
            "400",
        ),
        (format!("GET /{} HTTP/1.1\r\n", "x".repeat(70_000)), "431"),
        ("\u{0}\u{1}\r\n\r\n".to_owned(), "400"),
        (format!("DELETE / HTTP/1.1\r\n{own}\r\n\r\n"), "405"),
        (format!("HEAD / HTTP/1.1\r\n{own}\r\n\r\n"), "200"),
    ] {
        assert_eq!(status(&served, &request), expected, "{:.60}", request);
    }
    assert!(served.page().contains("<h1"));
}
