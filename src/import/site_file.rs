//! `site.toml`, where an import begins a site.

use crate::compile::source_text::escaped;
use crate::import::target::Target;
use crate::import::value;

/// Writes it if the folder has none.
pub(crate) fn complete(target: &mut Target<'_>) {
    if target.is_taken("site.toml") {
        return;
    }
    let title = value::plain(target.title().unwrap_or_default());
    let title = if title.is_empty() {
        "My explorer"
    } else {
        &title
    };
    let known = target.language();
    let language = known.unwrap_or("en");
    let text = format!(
        "format = 1                    # the version of this format; leave it as it is\n\
         title = \"{}\"                # the site's name, in the bar at the top of each page\n\
         language = \"{language}\"     # the language you write in, as in <html lang>: en, de, zh-Hans ...\n\
         # base_url = \"https://example.org/explorer/\"   # where the site will be, for previews of links and search engines\n\
         # contact = \"desk@example.org\"                 # where readers may report mistakes\n",
        escaped(title)
    );
    if known.is_none() {
        target.note(
            "the language is taken to be English: write another one as `language` into `site.toml`",
        );
    }
    target.write("site.toml", text);
}
