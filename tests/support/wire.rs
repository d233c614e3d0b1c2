//! The WebDriver protocol: JSON over HTTP, to a driver on this machine.
//!
//! # Why
//! Not a client crate: fantoccini 0.22 without TLS wants `hyper-util` for its connector, `url` and `http` for
//! each command of Chromium's own (log, DevTools), and a runtime, under tests that wait for one thing at a time.
//! What is left of the protocol is below.

use std::fmt;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

/// Longer than any command may take: a driver that hangs must not hang the tests.
const PATIENCE: Duration = Duration::from_secs(150);

/// A driver, by its port on this machine.
#[derive(Clone, Copy, Debug)]
pub struct Wire {
    pub port: u16,
}

/// A driver's no.
#[derive(Debug)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Wire {
    pub fn get(self, path: &str) -> Result<Value, Refusal> {
        self.command("GET", path, "")
    }

    pub fn post(self, path: &str, body: &Value) -> Result<Value, Refusal> {
        self.command("POST", path, &body.to_string())
    }

    pub fn delete(self, path: &str) -> Result<Value, Refusal> {
        self.command("DELETE", path, "")
    }

    fn command(self, method: &str, path: &str, body: &str) -> Result<Value, Refusal> {
        let answer = self
            .exchange(method, path, body)
            .map_err(|error| Refusal(format!("{method} {path}: the driver is gone: {error}")))?;
        let value = &answer["value"];
        match value["error"].as_str() {
            Some(error) => Err(Refusal(format!(
                "{method} {path}: {error}: {}",
                value["message"]
            ))),
            None => Ok(value.clone()),
        }
    }

    fn exchange(self, method: &str, path: &str, body: &str) -> Result<Value, Error> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        );
        stream.write_all(request.as_bytes())?;
        let mut answer = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            answer.read_line(&mut line)?;
            match line.trim_end().split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().map_err(|_| ErrorKind::InvalidData)?;
                }
                None if line.trim_end().is_empty() => break,
                _ => {}
            }
        }
        // Chromium's driver keeps the connection whatever is asked, so the end is counted, not awaited.
        let mut body = vec![0; length];
        answer.read_exact(&mut body)?;
        Ok(serde_json::from_slice(&body)?)
    }
}
