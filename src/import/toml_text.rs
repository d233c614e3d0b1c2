//! TOML as this program writes it: keys, strings, lists, one to a line.

/// `key = "value"` and the line's end.
pub(crate) fn line(key: &str, value: &str) -> String {
    format!("{key} = {}\n", quoted(value))
}

/// `key = ["one", "two"]` and the line's end.
pub(crate) fn list_line(key: &str, values: &[String]) -> String {
    format!("{key} = {}\n", list(values))
}

/// `["one", "two"]`.
pub(crate) fn list(values: &[String]) -> String {
    let values: Vec<_> = values.iter().map(|value| quoted(value)).collect();
    format!("[{}]", values.join(", "))
}

/// A basic string.
pub(crate) fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_string_comes_back_as_it_was(value in any::<String>()) {
            let text = line("key", &value);
            let read: toml::Table = toml::from_str(&text).expect("TOML");
            prop_assert_eq!(read["key"].as_str(), Some(&*value));
        }
    }
}
