//! A whole site, as `export --format json` writes it, into a new content folder: articles as Markdown with their mentions,
//! entities, events, sources and settings as TOML. What is written is compiled, and where its articles would mention others
//! than they did, all their mentions are marked.

mod article;
mod checked;
mod known;
mod mentioned;
mod text;
mod toml_files;

use std::collections::BTreeMap;

use crate::compile::compile;
use crate::compile::files::Files;
use crate::import::error::ImportError;
use crate::import::faults::{Fault, tell};
use crate::import::imported::Input;
use crate::import::pictures::Pictures;
use crate::import::site_json::article::Marking;
use crate::import::site_json::checked::images;
use crate::import::site_json::known::Known;
use crate::import::site_json::mentioned::Mentioned;
use crate::import::target::Target;
use crate::import::text as bytes;
use crate::model::site::Site;
use crate::model::site_json::{ArticleJson, SiteJson};

/// Writes the files of a site.
///
/// # Errors
/// If the folder has a site already, or what is in the file is none.
pub(crate) fn read(
    input: &Input,
    pictures: &mut Pictures<'_>,
    target: &mut Target<'_>,
) -> Result<(), ImportError> {
    let name = &input.name;
    if target.is_taken("site.toml") {
        let message = "this is a whole site, and the folder has one";
        let help = "name a new folder with --to";
        return Err(ImportError::new(name, message, help));
    }
    let site = parsed(input)?;
    let known = Known::of(&site);
    let mut faults = Vec::new();
    let mut files = toml_files::written(&site, &known, &mut faults);
    let mut absent = Vec::new();
    for file in images(&site) {
        match pictures.find(name, file) {
            Some(bytes) => {
                files.insert(file.to_owned(), bytes.to_vec());
            }
            None => absent.push(file),
        }
    }
    write_articles(&site, &known, &absent, &mut files, &mut faults);
    for (path, bytes) in files {
        target.write(&path, bytes);
    }
    if !absent.is_empty() {
        let list: Vec<_> = absent.iter().map(|file| format!("`{file}`")).collect();
        target.note(format!(
            "the file has no pictures: copy {} from the site's content folder into this one",
            list.join(", ")
        ));
    }
    tell(faults, name, target);
    Ok(())
}

/// Writes the articles such that the same names are linked in them: first with the marks that they had, then without the
/// links that are new; and where that does not do, with a mark for each mention.
fn write_articles(
    site: &SiteJson,
    known: &Known<'_>,
    absent: &[&str],
    files: &mut BTreeMap<String, Vec<u8>>,
    faults: &mut Vec<Fault>,
) {
    let mut unset = BTreeMap::new();
    let mut write = |article: &'_ ArticleJson, marks: Marking<'_>, files: &mut BTreeMap<_, _>| {
        let written = article::written(article, known, marks);
        files.insert(
            format!("articles/{}.md", article.id),
            written.text.into_bytes(),
        );
        unset.insert(article.id.clone(), written.unset);
    };
    let articles = site.articles.iter();
    let mut nobody: Vec<_> = articles.map(|one| article::nobody(one, known)).collect();
    for is_last in [false, true] {
        for (article, nobody) in site.articles.iter().zip(&nobody) {
            write(article, Marking::AsTheyWere { nobody }, files);
        }
        let reread = reread(files, absent);
        for (article, nobody) in site.articles.iter().zip(&mut nobody) {
            match reread.as_ref().map(|site| Mentioned::of(article, site)) {
                Some(now) if now.is_same(article) => {}
                Some(now) if !is_last => nobody.extend(now.new_names(article)),
                Some(_) | None => write(article, Marking::All, files),
            }
        }
    }
    for (article, words) in unset
        .into_iter()
        .flat_map(|(id, all)| all.into_iter().map(move |one| (id.clone(), one)))
    {
        let what = format!("Markdown cannot set these words as they are: \"{words}\"");
        faults.push(Fault::of(article, what, ""));
    }
}

/// The pictures that a site's file names: paths below its own folder.
pub(crate) fn beside(input: &Input) -> Vec<String> {
    let site = parsed(input);
    let named = site
        .iter()
        .flat_map(|site| images(site).into_iter().map(str::to_owned));
    named.collect()
}

fn parsed(input: &Input) -> Result<SiteJson, ImportError> {
    let Input { name, bytes } = input;
    let text = bytes::decoded(name, bytes)?;
    checked::format(name, &text)?;
    let site = serde_json::from_str::<SiteJson>(&text).map_err(|error| {
        let message = format!("this is no site as it was exported: {error}");
        ImportError::new(name, message, "export it again")
            .at_line(error.line().max(1), error.column().max(1))
    })?;
    checked::site(name, &site)?;
    Ok(site)
}

/// What the compiler reads in the files; what pictures that are not there hold does not matter.
fn reread(files: &BTreeMap<String, Vec<u8>>, absent: &[&str]) -> Option<Site> {
    let stand_in = |file: &&str| match file.rsplit('.').next() {
        Some("svg") => (
            file.to_string(),
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(),
        ),
        Some("jpg" | "jpeg") => (file.to_string(), b"\xFF\xD8\xFF\xE0".to_vec()),
        Some("gif") => (file.to_string(), b"GIF89a".to_vec()),
        Some("webp") => (file.to_string(), b"RIFF\0\0\0\0WEBPVP8 ".to_vec()),
        _ => (file.to_string(), b"\x89PNG\r\n\x1a\n".to_vec()),
    };
    let files = files
        .iter()
        .map(|(path, bytes)| (path.clone(), bytes.clone()));
    compile(&Files::from_texts(files.chain(absent.iter().map(stand_in)))).site
}
