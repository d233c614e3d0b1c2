//! Draws the pages of one edition when browsers ask for them, on a thread that owns the site.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use anyhow::{Result, anyhow};

use crate::model::site::Site;
use crate::publish::app::App;
use crate::publish::{Drawing, Options, Preview};

/// What a page is drawn with besides the site.
pub(super) struct Paint {
    pub(super) app: App,
    pub(super) blank: bool,
    /// What follows changes.
    pub(super) script: String,
    /// By which the page may ask for edits.
    pub(super) token: String,
    pub(super) style: &'static str,
}

/// A path below the site's root, and where its page goes.
type Order = (String, Sender<Option<Vec<u8>>>);

/// The way to the thread, which ends when nobody has one any more.
#[derive(Debug)]
pub(super) struct Painter(Sender<Order>);

impl Painter {
    /// Looks at the whole site once; draws nothing yet.
    ///
    /// # Errors
    /// If a language of the site has no interface messages that can be read.
    pub(super) fn of(site: Site, paint: Paint) -> Result<Self> {
        let (orders, heard) = channel();
        let (tell, told) = channel();
        thread::spawn(move || paint_all(&site, &paint, &tell, &heard));
        let begun: Result<()> = told
            .recv()
            .unwrap_or_else(|_| Err(anyhow!("drawing the site")));
        begun.map(|()| Self(orders))
    }

    /// The page at a path; nothing if the site has none there.
    pub(super) fn page(&self, path: &str) -> Option<Vec<u8>> {
        let (page, drawn) = channel();
        self.0.send((path.to_owned(), page)).ok()?;
        drawn.recv().ok()?
    }
}

/// Says whether the site can be drawn, then draws what is asked for.
fn paint_all(site: &Site, paint: &Paint, tell: &Sender<Result<()>>, orders: &Receiver<Order>) {
    let options = Options {
        blank: paint.blank,
        preview: Some(Preview {
            script: &paint.script,
            token: &paint.token,
            style: paint.style,
        }),
    };
    let drawing = match Drawing::of(site, &paint.app, options) {
        Ok(drawing) => drawing,
        Err(error) => return drop(tell.send(Err(error))),
    };
    drop(tell.send(Ok(())));
    for (path, page) in orders {
        // A reader who has left is no failure.
        drop(page.send(drawing.page(&path)));
    }
}
