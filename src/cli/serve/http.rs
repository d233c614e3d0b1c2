//! HTTP/1.1 for the browsers of one machine: one request a connection, each on a thread of its own. A connection on which
//! nobody has asked anything yet, as browsers open them ahead, keeps no other waiting.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use httparse::Status;

/// The longest head of a request.
const HEAD: usize = 64 << 10;

/// The longest body: a form with all that an entity's file may hold.
const BODY: usize = 4 << 20;

/// How long a connection may be silent.
const SILENCE: Duration = Duration::from_secs(30);

/// Headers of a request that are read.
const HEADERS: usize = 100;

/// What was asked.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: String,
    /// Path and query.
    pub(super) target: String,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Request {
    /// The values of a header, in whatever letters its name is written.
    pub(super) fn header<'r>(&'r self, name: &'r str) -> impl Iterator<Item = &'r str> {
        let headers = self.headers.iter();
        let named = headers.filter(move |(own, _)| own.eq_ignore_ascii_case(name));
        named.map(|(_, value)| &**value)
    }
}

/// What is sent back.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

/// Answers every connection, for good.
pub(super) fn answer(
    listener: &TcpListener,
    answer: impl Fn(&Request) -> Response + Send + Sync + 'static,
) {
    let answer = Arc::new(answer);
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            // No file may be opened any more: until a page is closed.
            thread::sleep(Duration::from_millis(20));
            continue;
        };
        let answer = Arc::clone(&answer);
        let talk = move || {
            // A reader who has left is no failure of the host.
            drop(talk(stream, &*answer));
        };
        drop(thread::Builder::new().spawn(talk));
    }
}

fn talk(mut stream: TcpStream, answer: &dyn Fn(&Request) -> Response) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_write_timeout(Some(SILENCE))?;
    match read(&mut stream)? {
        Ok(request) => write(&mut stream, &answer(&request), request.method == "HEAD"),
        Err(status) => {
            write(&mut stream, &refused(status), false)?;
            leave(&mut stream)
        }
    }
}

/// Hears out what was not read, up to a measure: a connection that is closed before that takes the answer with it.
fn leave(stream: &mut TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    io::copy(&mut stream.take(2 * BODY as u64), &mut io::sink()).map(|_| ())
}

fn refused(status: u16) -> Response {
    Response {
        status,
        headers: Vec::new(),
        body: Vec::new(),
    }
}

/// The request, or the status by which it is refused.
fn read(stream: &mut TcpStream) -> io::Result<Result<Request, u16>> {
    let mut bytes = Vec::new();
    let (mut request, length) = loop {
        let mut headers = [httparse::EMPTY_HEADER; HEADERS];
        let mut parsed = httparse::Request::new(&mut headers);
        match parsed.parse(&bytes) {
            Ok(Status::Complete(length)) => break (taken(&parsed), length),
            Ok(Status::Partial) if bytes.len() < HEAD => {}
            Ok(Status::Partial) => return Ok(Err(431)),
            Err(_) => return Ok(Err(400)),
        }
        more(stream, &mut bytes)?;
    };
    let wanted = request.header("Content-Length").next();
    let Ok(wanted) = wanted.map_or(Ok(0), str::parse::<usize>) else {
        return Ok(Err(400));
    };
    if wanted > BODY {
        return Ok(Err(413));
    }
    while bytes.len() < length + wanted {
        more(stream, &mut bytes)?;
    }
    request.body = bytes[length..length + wanted].to_vec();
    Ok(Ok(request))
}

fn more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut part = [0; 8 << 10];
    match stream.read(&mut part)? {
        0 => Err(ErrorKind::UnexpectedEof.into()),
        length => {
            bytes.extend_from_slice(&part[..length]);
            Ok(())
        }
    }
}

fn taken(parsed: &httparse::Request<'_, '_>) -> Request {
    let headers = parsed.headers.iter().map(|header| {
        let value = String::from_utf8_lossy(header.value).into_owned();
        (header.name.to_owned(), value)
    });
    Request {
        method: parsed.method.unwrap_or_default().to_owned(),
        target: parsed.path.unwrap_or_default().to_owned(),
        headers: headers.collect(),
        body: Vec::new(),
    }
}

fn write(stream: &mut TcpStream, response: &Response, is_head: bool) -> io::Result<()> {
    let reason = match response.status {
        200 => "OK",
        301 => "Moved Permanently",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        413 => "Content Too Large",
        431 => "Request Header Fields Too Large",
        _ => "",
    };
    let mut head = format!("HTTP/1.1 {} {reason}\r\n", response.status);
    for (name, value) in &response.headers {
        head += &format!("{name}: {value}\r\n");
    }
    head += &format!(
        "Content-Length: {}\r\nConnection: close\r\n\r\n",
        response.body.len()
    );
    let body: &[u8] = if is_head { &[] } else { &response.body };
    stream.write_all(&[head.as_bytes(), body].concat())?;
    stream.flush()
}
