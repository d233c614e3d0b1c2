//! Tasks of their own: so that starting is never one long one, and for what is to happen later.

use gloo::timers::callback::Timeout;

use crate::platform::document::window;
use crate::platform::fault;

/// Runs `work` in the next task, unless the app has failed by then.
pub fn next(work: impl FnOnce() + 'static) {
    later(0, work);
}

/// Runs `work` after some milliseconds, unless the app has failed by then.
pub fn later(after: u32, work: impl FnOnce() + 'static) {
    Timeout::new(after, || {
        if !fault::failed() {
            work();
        }
    })
    .forget();
}

/// Milliseconds since the page was loaded, on the clock that events are stamped with.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
