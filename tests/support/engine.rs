//! The three engines: which programs they are, and how each is started without a screen.

use std::env;
use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use super::wait::eventually;
use super::wire::{Refusal, Wire};

/// A browser engine under test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    /// Chromium, which writes down what its threads do: only the bench asks.
    #[allow(dead_code, reason = "tests do not time")]
    Traced,
    Firefox,
    WebKit,
}

/// A driver's process, and all it starts.
#[derive(Debug)]
pub struct Driver {
    pub wire: Wire,
    /// Its own settings, gone when it is.
    folder: PathBuf,
    /// Its standard input ends with this process, and the driver with it.
    _process: Child,
}

/// Runs a driver until standard input ends, as it does however this process ends; then everything the driver
/// started goes too, and its folder.
const UNTIL_WE_END: &str = r#"
trap : TERM
"$@" &
read -r _
kill -TERM 0
wait
rm -rf "$TMPDIR"
"#;

/// The same on a screen of its own, as WebKitGTK has no headless mode.
const ON_A_SCREEN: &str = r#"
Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$TMPDIR/display" 2>"$TMPDIR/screen" &
until [ -s "$TMPDIR/display" ] || ! kill -0 $!; do sleep 0.02; done
DISPLAY=:$(cat "$TMPDIR/display") exec "$@"
"#;

impl Engine {
    /// Starts the engine's driver.
    pub fn start(self) -> Driver {
        let folder = tempfile::tempdir()
            .expect("the system has a folder for temporary files")
            .keep();
        let port = free_port();
        let process = Command::new("sh")
            .args(["-c", UNTIL_WE_END, "sh"])
            .args(self.command(port))
            .env("TMPDIR", &folder)
            .envs(self.environment(&folder))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("a shell starts");
        let wire = Wire { port };
        eventually(
            &format!("{self:?}'s driver listens (`make reader` installs it)"),
            || wire.get("/status").ok(),
        );
        Driver {
            wire,
            folder,
            _process: process,
        }
    }

    fn command(self, port: u16) -> Vec<String> {
        let port = format!("--port={port}");
        let words: &[&str] = match self {
            Self::Chromium | Self::Traced => &["chromedriver", &port],
            Self::Firefox => &["geckodriver", &port, "--websocket-port=0"],
            Self::WebKit => &["sh", "-c", ON_A_SCREEN, "sh", "WebKitWebDriver", &port],
        };
        words.iter().map(ToString::to_string).collect()
    }

    /// Folders of settings let Firefox and MiniBrowser be as narrow as a phone: both have tools beside the page
    /// that want 447 px and more.
    fn environment(self, folder: &Path) -> Vec<(&'static str, PathBuf)> {
        let rim = |path: &str, css: &str| {
            let sheet = folder.join(path);
            fs::create_dir_all(sheet.parent().expect("a sheet lies in a folder"))
                .expect("a temporary folder is ours");
            fs::write(sheet, css).expect("a temporary folder is ours");
        };
        match self {
            Self::Chromium | Self::Traced => vec![],
            Self::Firefox => {
                rim(
                    "profile/chrome/userChrome.css",
                    ":root { min-width: 0 !important }",
                );
                vec![]
            }
            Self::WebKit => {
                rim(
                    "gtk-3.0/gtk.css",
                    "box *, toolbar *, entry { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; \
                     -gtk-icon-transform: scale(.2) }",
                );
                vec![
                    ("XDG_CONFIG_HOME", folder.to_owned()),
                    ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()),
                ]
            }
        }
    }

    /// Opens a browser; returns the session's path at the driver.
    pub fn open(self, driver: &Driver) -> Result<String, Refusal> {
        let session = driver
            .wire
            .post("/session", &self.capabilities(&driver.folder))?;
        Ok(format!(
            "/session/{}",
            session["sessionId"].as_str().unwrap_or_default()
        ))
    }

    fn capabilities(self, folder: &Path) -> Value {
        let wish = match self {
            Self::Chromium => chromium(),
            Self::Traced => {
                let mut wish = chromium();
                wish["goog:loggingPrefs"]["performance"] = json!("ALL");
                wish["goog:chromeOptions"]["perfLoggingPrefs"] = json!({
                    "enableNetwork": false, "enablePage": false, "traceCategories": "toplevel,blink.user_timing",
                });
                wish
            }
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": on_path(&["firefox-esr", "firefox"]),
                    "args": ["-headless", "-profile", folder.join("profile")],
                    "prefs": {
                        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        json!({ "capabilities": { "alwaysMatch": wish } })
    }
}

fn chromium() -> Value {
    json!({
        "goog:loggingPrefs": { "browser": "ALL" },
        // Over a pipe, Chromium ends with its driver.
        "goog:chromeOptions": { "args": [
            // A test presses faster than any reader: more steps in the history than are allowed to a page.
            "--disable-ipc-flooding-protection",
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--remote-debugging-pipe",
        ] },
    })
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("this machine has a free port");
    listener
        .local_addr()
        .expect("a bound listener has an address")
        .port()
}

fn on_path(names: &[&str]) -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let programs = names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)));
    programs
        .into_iter()
        .find(|program| program.exists())
        .unwrap_or_else(|| panic!("{names:?} not found: `make reader` installs it"))
}

fn mini_browser() -> PathBuf {
    let below = fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    below
        .chain(["/usr/lib".into(), "/usr/libexec".into()])
        .map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|program| program.exists())
        .expect("MiniBrowser comes with WebKitGTK (`make reader` installs it)")
}
