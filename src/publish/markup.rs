//! Pages as they are written: the same markup in fewer bytes.
//!
//! # Why
//! Left out are quotes round attributes that need none, end tags of empty SVG shapes and of rows, cells and choices where
//! HTML says them anyway ([section 13.1.2.4](https://html.spec.whatwg.org/multipage/syntax.html#optional-tags)): 0.2 kB
//! of the first article's page after brotli, and 18 kB of what a browser reads. `minify-html` would also touch words.

/// A page with no mark that says nothing. It must be well formed: every attribute in double quotes, every element closed.
pub fn tight(page: &[u8]) -> String {
    let page = &*String::from_utf8_lossy(page);
    let mut tight = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let (words, tag) = rest.split_at(start);
        tight.push_str(words);
        let end = end_of(tag);
        let (tag, after) = tag.split_at(end);
        let name = name_of(tag);
        rest = after;
        if let Some(shape) = after.strip_prefix(&*["</", name, ">"].concat())
            && SHAPES.contains(&name)
        {
            // A slash after a bare value would be part of it.
            tight.push_str(tag.trim_end_matches('>'));
            tight.push_str("/>");
            rest = shape;
        } else if tag.starts_with("</") {
            if !goes_without_saying(tag, after) {
                tight.push_str(tag);
            }
        } else {
            bare(tag, &mut tight);
            if RAW.contains(&name) {
                let inside = after.find(&*["</", name].concat()).unwrap_or(after.len());
                let (inside, after) = after.split_at(inside);
                tight.push_str(inside);
                rest = after;
            }
        }
    }
    tight.push_str(rest);
    tight
}

/// Elements of SVG that are mostly empty.
const SHAPES: [&str; 4] = ["circle", "path", "rect", "use"];

/// What stands in them is no markup.
const RAW: [&str; 3] = ["script", "style", "title"];

/// Length of the tag, comment or declaration at the beginning.
fn end_of(tag: &str) -> usize {
    if tag.starts_with("<!--") {
        return tag.find("-->").map_or(tag.len(), |end| end + 3);
    }
    let mut quoted = false;
    let end = tag.find(|letter| {
        quoted ^= letter == '"';
        letter == '>' && !quoted
    });
    end.map_or(tag.len(), |end| end + 1)
}

fn name_of(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
    &name[..end.unwrap_or(name.len())]
}

/// Whether an end tag may be left out before what follows.
fn goes_without_saying(tag: &str, after: &str) -> bool {
    let followers: &[&str] = match tag {
        "</li>" => &["<li", "</ul>", "</ol>"],
        "</td>" | "</th>" => &["<td", "<th", "</tr>"],
        "</tr>" => &["<tr", "</tbody>", "</thead>"],
        "</option>" => &["<option", "<optgroup", "</optgroup>", "</select>"],
        "</dt>" | "</dd>" => &["<dt", "<dd", "</dl>"],
        _ => &[],
    };
    followers.iter().any(|&next| {
        after
            .strip_prefix(next)
            .is_some_and(|rest| next.ends_with('>') || rest.starts_with([' ', '>']))
    })
}

/// Writes a start tag without quotes that it can do without.
fn bare(tag: &str, tight: &mut String) {
    let mut parts = tag.split('"');
    while let Some(name) = parts.next() {
        let Some(value) = parts.next() else {
            tight.push_str(name);
            break;
        };
        let plain = |letter: char| !letter.is_whitespace() && !"'=<>`".contains(letter);
        match name.strip_suffix('=') {
            Some(name) if value.is_empty() => tight.push_str(name),
            Some(_) if value.chars().all(plain) && !value.ends_with('/') => {
                tight.push_str(name);
                tight.push_str(value);
            }
            _ => {
                tight.push_str(name);
                tight.extend(["\"", value, "\""]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: &str) {
        assert_eq!(tight(page.as_bytes()), expected);
    }

    #[test]
    fn quotes_go_where_nothing_ends_a_value() {
        check(
            "<a class=\"src\" href=\"https://example.org/a?b\" hidden=\"\" title=\"two words\" lang=\"en\">b = \"c\"</a>",
            "<a class=src href=https://example.org/a?b hidden title=\"two words\" lang=en>b = \"c\"</a>",
        );
        check(
            "<a href=\"./\" title=\"a > b\">c</a>",
            "<a href=\"./\" title=\"a > b\">c</a>",
        );
    }

    #[test]
    fn shapes_end_in_themselves() {
        check(
            "<svg class=\"icon\"><use href=\"#k-law\"></use><path d=\"M0 0\"></path></svg>",
            "<svg class=icon><use href=\"#k-law\"/><path d=\"M0 0\"/></svg>",
        );
    }

    #[test]
    fn ends_go_where_html_says_them() {
        check(
            "<ul><li>a</li><li><ol><li>b</li></ol></li></ul><select><option value=\"\">c</option></select>",
            "<ul><li>a<li><ol><li>b</ol></ul><select><option value>c</select>",
        );
        check(
            "<tr><th>a</th><td>b</td></tr><link><li>a</li><link>",
            "<tr><th>a<td>b</tr><link><li>a</li><link>",
        );
    }

    #[test]
    fn words_scripts_and_styles_stay() {
        for page in [
            "<!doctype html>\n<!-- \"a\" -->\n<script>a = \"<b c=\\\"d\\\">\"</script>",
            "<style>[a=\"b\"]{}</style> a < b",
        ] {
            check(page, page);
        }
    }
}
