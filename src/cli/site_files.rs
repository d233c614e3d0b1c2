//! What a site has beside its pages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::model::site::Site;
use crate::publish::app::App;
use crate::publish::output::Source;

/// Entities' pictures, under the paths their authors gave them, each once.
pub(super) fn images(site: &Site, content: &Path) -> BTreeSet<(String, PathBuf)> {
    site.entities
        .iter()
        .filter_map(|(_, entity)| entity.image.as_ref())
        .map(|image| (image.file.clone(), content.join(&image.file)))
        .collect()
}

/// All of it in the order of writing: the app, then pictures.
pub(super) fn files(app: App, site: &Site, content: &Path) -> Vec<(String, Source)> {
    let app = app
        .into_files()
        .map(|(name, bytes)| (name, Source::Bytes(bytes)));
    let images = images(site, content)
        .into_iter()
        .map(|(name, path)| (name, Source::File(path)));
    app.into_iter().chain(images).collect()
}
