//! What a build makes once, however many pages ask for it.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Values by what they were made from. Whoever asks first makes one, others wait for it.
pub(super) struct Memory<K, V>(Mutex<HashMap<K, Arc<OnceLock<Arc<V>>>>>);

impl<K, V> Default for Memory<K, V> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<K: Hash + Eq, V> Memory<K, V> {
    /// What `make` makes of these facts, or what it made of them before.
    pub(super) fn get(&self, facts: K, make: impl FnOnce() -> V) -> Arc<V> {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = Arc::clone(made.entry(facts).or_default());
        drop(made);
        Arc::clone(place.get_or_init(|| Arc::new(make())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_though_many_ask_at_the_same_time() {
        let memory = Memory::default();
        let made = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for number in 0..8 {
                let (memory, made) = (&memory, &made);
                scope.spawn(move || {
                    memory.get(number % 2, || {
                        made.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
                    });
                });
            }
        });
        assert_eq!(made.into_inner(), 2);
    }
}
