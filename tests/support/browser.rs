//! A browser on loan: one process an engine and a test thread, a new tab for each test, so nothing but the
//! process is shared.

use std::fs;
use std::ops::Deref;
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::engine::{Driver, Engine};
use super::wait::within;
use super::wire::Refusal;

/// Longer than any engine takes to resize its page.
const RESIZING: Duration = Duration::from_secs(2);

/// Browsers that no test holds.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// An open browser with one tab.
#[derive(Debug)]
pub struct Browser {
    pub engine: Engine,
    driver: Driver,
    session: String,
}

/// A browser for the length of a test.
#[derive(Debug)]
pub struct Loan {
    browser: Option<Browser>,
}

/// Lends a browser with a fresh tab, starting one if none is idle.
pub fn lend(engine: Engine) -> Loan {
    let idle = {
        let mut idle = IDLE.lock().expect("no one panics while taking a browser");
        idle.iter()
            .position(|browser| browser.engine == engine)
            .map(|at| idle.swap_remove(at))
    };
    let browser = idle
        .filter(|browser| browser.fresh_tab().is_ok())
        .unwrap_or_else(|| Browser::start(engine));
    Loan {
        browser: Some(browser),
    }
}

impl Deref for Loan {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        self.browser
            .as_ref()
            .expect("a loan holds its browser until it is dropped")
    }
}

impl Loan {
    /// Ends the browser, which is lent to nobody again.
    #[allow(
        dead_code,
        reason = "a trace is read once in a browser's life, which only the bench does"
    )]
    pub fn end(mut self) {
        self.browser = None;
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        let Some(browser) = self.browser.take() else {
            return;
        };
        if thread::panicking() {
            browser.keep_picture();
        }
        if let Ok(mut idle) = IDLE.lock() {
            idle.push(browser);
        }
    }
}

impl Browser {
    fn start(engine: Engine) -> Self {
        let driver = engine.start();
        let session = engine
            .open(&driver)
            .unwrap_or_else(|refusal| panic!("{engine:?} does not start: {refusal}"));
        Self {
            engine,
            driver,
            session,
        }
    }

    /// A tab without history in place of the old one.
    fn fresh_tab(&self) -> Result<(), Refusal> {
        let tab = self.ask("window/new", &json!({ "type": "tab" }))?;
        self.driver
            .wire
            .delete(&format!("{}/window", self.session))?;
        self.ask("window", &json!({ "handle": tab["handle"] }))?;
        if self.engine == Engine::Chromium {
            // Reading the log empties it: what the last tab said is not this one's.
            self.ask("se/log", &json!({ "type": "browser" }))?;
        }
        Ok(())
    }

    /// A command that may be refused.
    pub fn ask(&self, command: &str, body: &Value) -> Result<Value, Refusal> {
        self.driver
            .wire
            .post(&format!("{}/{command}", self.session), body)
    }

    /// A command that must succeed.
    #[track_caller]
    pub fn command(&self, command: &str, body: &Value) -> Value {
        self.ask(command, body)
            .unwrap_or_else(|refusal| panic!("{:?}: {refusal}", self.engine))
    }

    /// What the browser itself says of an element: `computedrole`, `computedlabel`.
    #[track_caller]
    pub fn says(&self, selector: &str, what: &str) -> String {
        let found = self.command(
            "element",
            &json!({ "using": "css selector", "value": selector }),
        );
        let id = found.as_object().and_then(|found| found.values().next());
        let id = id.and_then(Value::as_str).expect("an element has an id");
        let said = self
            .driver
            .wire
            .get(&format!("{}/element/{id}/{what}", self.session));
        let said = said.unwrap_or_else(|refusal| panic!("{:?}: {refusal}", self.engine));
        said.as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script in the page, also where the page's own scripts are off.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.command(
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Runs a script that calls its last argument when it is done.
    #[track_caller]
    pub fn run_until_called(&self, script: &str, arguments: &[Value]) -> Value {
        self.command(
            "execute/async",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// A command of Chromium's DevTools protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.command(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        )
    }

    /// Goes to an address and waits for its `load`.
    #[track_caller]
    pub fn go(&self, address: &str) {
        self.command("url", &json!({ "url": address }));
    }

    /// Makes the page's window exactly so wide and high, whatever stands around it.
    #[track_caller]
    pub fn fit(&self, width: i64, height: i64) {
        let wanted = json!([width, height]);
        let inner = || self.run("return [innerWidth, innerHeight]", &[]);
        let number = |value: &Value| value.as_f64().unwrap_or_default() as i64;
        for _ in 0..3 {
            let seen = inner();
            if seen == wanted {
                return;
            }
            let path = format!("{}/window/rect", self.session);
            let outer = self.driver.wire.get(&path).unwrap_or_default();
            let rim = |name: &str, side: usize| (number(&outer[name]) - number(&seen[side])).max(0);
            let rect =
                json!({ "width": width + rim("width", 0), "height": height + rim("height", 1) });
            self.command("window/rect", &rect);
            // WebKitGTK answers before it has drawn the page in its new size.
            if within(RESIZING, || (inner() == wanted).then_some(())).is_some() {
                return;
            }
        }
        panic!("{:?} does not come to {width} x {height}", self.engine);
    }

    /// What the window showed when a test failed.
    fn keep_picture(&self) {
        let test = thread::current()
            .name()
            .unwrap_or("a test")
            .replace("::", ".");
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"));
        let taken = self
            .driver
            .wire
            .get(&format!("{}/screenshot", self.session));
        let picture = taken
            .ok()
            .and_then(|picture| BASE64_STANDARD.decode(picture.as_str()?).ok());
        if picture.is_some_and(|picture| fs::write(&path, picture).is_ok()) {
            eprintln!("what the reader saw: {}", path.display());
        }
    }
}
