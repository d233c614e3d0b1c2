//! What stands in every page whatever its content: styles, scripts and signs. They are part of this program.

use crate::model::site::Site;
use crate::publish::app::App;

/// All style sheets in their order.
pub const STYLES: &str = concat!(
    include_str!("../../static/css/tokens.css"),
    include_str!("../../static/css/base.css"),
    include_str!("../../static/css/frame.css"),
    include_str!("../../static/css/article.css"),
    include_str!("../../static/css/figure.css"),
    include_str!("../../static/css/marks.css"),
    include_str!("../../static/css/notes.css"),
    include_str!("../../static/css/lists.css"),
    include_str!("../../static/css/card.css"),
    include_str!("../../static/css/views.css"),
    include_str!("../../static/css/explore.css"),
    include_str!("../../static/css/states.css"),
);

/// Those that pages without an article need.
pub const SITE_STYLES: &str = concat!(
    include_str!("../../static/css/tokens.css"),
    include_str!("../../static/css/base.css"),
    include_str!("../../static/css/frame.css"),
    include_str!("../../static/css/article.css"),
    include_str!("../../static/css/marks.css"),
    include_str!("../../static/css/notes.css"),
    include_str!("../../static/css/site.css"),
    include_str!("../../static/css/states.css"),
);

/// A publisher's own colours, in the place of those of the styles but for the sepia ones, which a reader chooses.
pub fn colours(site: &Site) -> Option<String> {
    let colours = site.colours.iter();
    let colours =
        colours.map(|one| format!("--{}:light-dark({},{});", one.name, one.light, one.dark));
    let all: String = colours.collect();
    (!all.is_empty())
        .then(|| format!("@media screen{{:root:not([data-theme=\"sepia\"]){{{all}}}}}"))
}

/// Runs before anything is painted.
pub const THEME: &str = include_str!("../../static/theme.js");

/// Signs and icons, as symbols that a page uses by their ids.
pub const SPRITE: &str = include_str!("../../static/icons.svg");

/// The script that starts the app, for a page from which the site's root is at `root`.
pub fn loader(app: &App, root: &str) -> String {
    include_str!("../../static/loader.mjs")
        .replace("\"WASM\"", &["\"", root, &app.wasm.name, "\""].concat())
        .replace("\"JS\"", &["\"", root, &app.js.name, "\""].concat())
}
