//! Waiting by name: no test sleeps, each says what it is waiting for and how long it is willing to.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// As long as anything that comes at all may take.
pub const LIMIT: Duration = Duration::from_secs(10);
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// Looks until `look` sees something.
#[track_caller]
pub fn eventually<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    within(LIMIT, look).unwrap_or_else(|| panic!("waited {} s in vain: {what}", LIMIT.as_secs()))
}

/// Looks until `look` sees something or `limit` is over.
pub fn within<T>(limit: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(seen) = look() {
            return Some(seen);
        }
        if start.elapsed() > limit {
            return None;
        }
        sleep(BETWEEN_LOOKS);
    }
}
