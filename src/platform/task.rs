//! Tasks of their own: so that starting is never one long one, and for what is to happen later.

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::platform::document::window;
use crate::platform::fault;

/// Runs `work` in the next task, unless the app has failed by then.
pub fn next(work: impl FnOnce() + 'static) {
    later(0, work);
}

/// Runs `work` after some milliseconds, unless the app has failed by then. The closure is gone once it ran: a timer
/// of gloo's that is forgotten would stay, 400 bytes a card.
pub fn later(after: i32, work: impl FnOnce() + 'static) {
    let _ = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(&once(Box::new(work)), after);
}

/// Runs `work` before the next frame is shown, once what is being done is done.
pub fn before_frame(work: impl FnOnce() + 'static) {
    let _ = window().request_animation_frame(&once(Box::new(work)));
}

/// What the browser is to call once, unless the app has failed by then.
pub(super) fn once(work: Box<dyn FnOnce()>) -> Function {
    let work = move || {
        if !fault::failed() {
            work();
        }
    };
    Closure::once_into_js(work).unchecked_into()
}

/// Milliseconds since the page was loaded, on the clock that events are stamped with.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
