//! How often each component was drawn, which only a test asks: counted with the feature `count-renders` alone.

use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static COUNTS: RefCell<BTreeMap<&'static str, u32>> = const { RefCell::new(BTreeMap::new()) };
}

/// Says that a component is drawn, by its name: the first line of each. Without the feature nothing of it is compiled.
pub fn rendered(component: &'static str) {
    if cfg!(feature = "count-renders") {
        COUNTS.with_borrow_mut(|counts| *counts.entry(component).or_default() += 1);
    }
}

/// `NAME COUNT` for each component that was drawn, a line each.
pub fn counts() -> String {
    COUNTS.with_borrow(|counts| {
        let lines = counts.iter().map(|(name, count)| format!("{name} {count}"));
        lines.collect::<Vec<_>>().join("\n")
    })
}
