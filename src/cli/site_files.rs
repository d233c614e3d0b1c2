//! What a site has beside its pages.

use crate::cli::pictures::Pictures;
use crate::model::site::Site;
use crate::publish::app::App;
use crate::publish::output::Source;

/// All of it in the order of writing: the app, then pictures.
pub(super) fn files(app: App, site: &Site, pictures: &Pictures) -> Vec<(String, Source)> {
    let app = app
        .into_files()
        .map(|(name, bytes)| (name, Source::Bytes(bytes)));
    app.into_iter().chain(pictures.of(site)).collect()
}
