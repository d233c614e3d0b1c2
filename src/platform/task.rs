//! Tasks of their own, so that starting is never one long one.

use gloo::timers::callback::Timeout;

use crate::platform::fault;

/// Runs `work` in the next task, unless the app has failed by then.
pub fn next(work: impl FnOnce() + 'static) {
    Timeout::new(0, || {
        if !fault::failed() {
            work();
        }
    })
    .forget();
}
