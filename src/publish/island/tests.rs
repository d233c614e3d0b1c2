//! Round trips over anything, and what the page's parser must not change.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use proptest::prelude::*;

use super::*;

/// The record under a key, as the app finds it.
fn find<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.split_once(&head(key))?.1.split('\n').next()
}

type Record = (String, Option<u32>, Vec<(bool, i64)>);

proptest! {
    #[test]
    fn any_record_comes_back(records in prop::collection::btree_map("[a-z0-9-]{1,12}", any::<Record>(), 0..20)) {
        let mut writer = Writer::default();
        for (key, record) in &records {
            writer.add(key, record);
        }
        let text = writer.finish();
        prop_assert!(!text.contains(['<', '\r', '\0']), "the page's parser would change it");
        for (key, record) in &records {
            let back: Record = serde_json::from_str(find(&text, key).unwrap()).unwrap();
            prop_assert_eq!(&back, record);
        }
        prop_assert_eq!(text.lines().count(), records.len() + 1);
        prop_assert_eq!(find(&text, "!"), None);
    }
}

#[test]
fn plain_words_stay_as_they_are() {
    let mut writer = Writer::default();
    writer.add("a", &"Xi’s note on Атажұрт and 习近平".to_owned());
    assert!(writer.finish().contains("Xi’s note on Атажұрт and 习近平"));
}
