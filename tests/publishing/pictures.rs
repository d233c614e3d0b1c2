//! Pictures of the content: published in several sizes, kept from one build to the next, refused where they are none.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

use crate::workspace::{Files, MARKER, Workspace};

const PICTURE: &str = "content/images/photo #2 50%.jpg";
const CACHE: &str = "content/.article-explorer";

/// A workspace whose first entity has a picture of so many pixels across.
fn pictured(width: u32) -> Workspace {
    let workspace = Workspace::new();
    let ada = "content/entities/ada.toml";
    let text = fs::read_to_string(workspace.path(ada)).unwrap();
    let image = r#"image = { file = "images/photo #2 50%.jpg", alt = "Ada", credit = "A. Shaw", licence = "CC0" }"#;
    workspace.write(
        ada,
        &text.replacen("[[facts]]", &[image, "\n[[facts]]"].concat(), 1),
    );
    workspace.write(PICTURE, "");
    fs::write(workspace.path(PICTURE), jpeg(width)).unwrap();
    // Of a picture that was written just now nobody knows whether it is written again in the same moment.
    let hour_ago = SystemTime::now() - Duration::from_secs(3600);
    touch(&workspace, hour_ago);
    workspace
}

fn touch(workspace: &Workspace, time: SystemTime) {
    let picture = File::options().write(true).open(workspace.path(PICTURE));
    picture.unwrap().set_modified(time).unwrap();
}

fn jpeg(width: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, width / 4, |x, y| {
        Rgb([(x * 7 + y * 3) as u8, (x ^ y) as u8, (x * y) as u8])
    });
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new(&mut bytes))
        .unwrap();
    bytes
}

/// The pictures of the site, by name.
fn published(workspace: &Workspace) -> Files {
    let mut files = workspace.site();
    files.retain(|path, _| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("images"))
    });
    files
}

#[test]
fn pictures_are_published_in_sizes_under_addresses_that_lead_to_them() {
    let workspace = pictured(1200);
    workspace.expect_build();
    let files = published(&workspace);
    let names: Vec<_> = files
        .keys()
        .map(|path| path.file_name().unwrap().to_str().unwrap())
        .collect();
    let page = fs::read_to_string(workspace.path("dist/town/index.html")).unwrap();
    let marker = fs::read_to_string(workspace.path(MARKER)).unwrap();
    let key = names[0].strip_prefix("photo #2 50%-").unwrap();
    let key = key.split('-').next().unwrap();
    let mut expected: Vec<_> = [480, 960, 1200]
        .map(|width| format!("photo #2 50%-{key}-{width}.jpg"))
        .into();
    for width in [480, 960, 1200] {
        let address = format!("../images/photo%20%232%2050%25-{key}-{width}.jpg {width}w");
        assert!(page.contains(&address), "{address}");
    }
    assert!(page.contains(r#" width="1200" height="300" "#));
    expected
        .iter()
        .for_each(|name| assert!(marker.contains(&format!("images/{name}"))));
    expected.sort();
    assert_eq!(names, expected, "and not what the author has on disk");
}

#[test]
fn what_was_encoded_is_kept_and_counts_only_while_it_is_whole() {
    let workspace = pictured(500);
    workspace.expect_build();
    let (site, kept) = (workspace.site(), workspace.below(CACHE));
    assert_eq!(kept[&workspace.path(CACHE).join(".gitignore")], b"*\n");
    for (path, bytes) in &kept {
        for broken in [
            &b"{}"[..],
            &bytes[..bytes.len() / 2],
            &[&bytes[1..], &bytes[..1]].concat(),
        ] {
            fs::write(path, broken).unwrap();
            workspace.expect_build();
            assert!(workspace.site() == site, "{} was broken", path.display());
        }
    }
    fs::remove_dir_all(workspace.path(CACHE)).unwrap();
    workspace.expect_build();
    assert!(workspace.site() == site);
    assert_eq!(workspace.below(CACHE).len(), kept.len());
}

#[test]
fn what_no_picture_needs_any_more_is_removed_and_nothing_else() {
    let workspace = pictured(500);
    workspace.expect_build();
    let before = workspace.below(CACHE);
    let strangers = [
        "mine.json",
        "notes.txt",
        "0-480.jpg",
        &["a".repeat(64), ".json".into()].concat(),
    ]
    .map(|name| format!("{CACHE}/pictures/{name}"));
    for name in &strangers {
        workspace.write(name, "{}");
    }
    fs::write(workspace.path(PICTURE), jpeg(510)).unwrap();
    workspace.expect_build();
    let after = workspace.below(CACHE);
    assert_eq!(after.len(), before.len() + strangers.len());
    let stays = |path: &&std::path::PathBuf| after.contains_key(*path);
    let both: Vec<_> = before.keys().filter(stays).collect();
    assert!(
        both.iter()
            .all(|path| path.ends_with(".gitignore") || path.ends_with("seen.json")),
        "{both:?}"
    );
    for name in &strangers {
        assert!(after.contains_key(&workspace.path(name)), "{name}");
    }
    // Of a refused content nobody knows what it needs.
    fs::write(workspace.path(PICTURE), "no picture").unwrap();
    workspace.expect_refusal("error[bad-image]");
    assert_eq!(workspace.below(CACHE).len(), after.len());
}

#[test]
fn a_picture_that_nobody_touched_is_not_decoded_again() {
    let workspace = pictured(500);
    workspace.expect_build();
    let site = workspace.site();
    let path = workspace.path(PICTURE);
    let (length, time) = {
        let file = fs::metadata(&path).unwrap();
        (file.len() as usize, file.modified().unwrap())
    };
    let mut damaged = vec![0; length];
    damaged[..4].copy_from_slice(b"\xFF\xD8\xFF\xE0");
    fs::write(&path, damaged).unwrap();
    touch(&workspace, time);
    workspace.expect_build();
    assert!(workspace.site() == site);
    touch(&workspace, time + Duration::from_secs(1));
    workspace.expect_refusal("error[bad-image]: the picture is damaged");
}

#[test]
fn another_picture_has_another_address() {
    let workspace = pictured(300);
    workspace.expect_build();
    let before = published(&workspace);
    fs::write(workspace.path(PICTURE), jpeg(310)).unwrap();
    workspace.expect_build();
    let after = published(&workspace);
    assert!(
        after.keys().all(|name| !before.contains_key(name)),
        "and the old one is gone"
    );
}

#[test]
fn damaged_and_huge_pictures_are_told_where_they_lie() {
    let workspace = pictured(300);
    let bytes = jpeg(300);
    fs::write(workspace.path(PICTURE), &bytes[..bytes.len() - 20]).unwrap();
    workspace.expect_refusal("error[bad-image]: the picture is damaged: its end is missing\n--> content/images/photo #2 50%.jpg");
    File::options()
        .write(true)
        .open(workspace.path(PICTURE))
        .unwrap()
        .set_len(40_000_001)
        .unwrap();
    workspace.expect_refusal("error[bad-image]: the file has 41 MB, which is more than 40");
    fs::write(workspace.path(PICTURE), bytes).unwrap();
    workspace.expect_build();
}

#[test]
fn the_lead_stands_under_the_headline_and_is_handed_round() {
    let workspace = pictured(2000);
    let site = fs::read_to_string(workspace.path("content/site.toml")).unwrap();
    let base = "base_url = \"https://example.org/x\"\n";
    workspace.write("content/site.toml", &[&site, base].concat());
    let front = r#"+++
title = "The town"
image = { file = "images/photo #2 50%.jpg", alt = "A town", caption = "The [[hall|hall]].", credit = "A. Shaw" }
+++
[[ada|Ada]] opened the [[hall|town hall]].
"#;
    workspace.write("content/articles/town.md", front);
    workspace.expect_build();
    let page = fs::read_to_string(workspace.path("dist/town/index.html")).unwrap();
    let (head, body) = page.split_once("</head>").unwrap();
    let name = published(&workspace)
        .into_keys()
        .find(|path| path.to_string_lossy().ends_with("-1600.jpg"))
        .unwrap();
    let name = name
        .file_name()
        .unwrap()
        .to_str()
        .unwrap()
        .replace('%', "%25")
        .replace('#', "%23")
        .replace(' ', "%20");
    for meta in [
        format!("<meta property=\"og:image\" content=\"https://example.org/x/images/{name}\">"),
        "<meta property=\"og:image:width\" content=\"1600\">".to_owned(),
        "<meta property=\"og:image:height\" content=\"400\">".to_owned(),
        "<meta property=\"og:image:alt\" content=\"A town\">".to_owned(),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
    ] {
        assert!(head.contains(&meta), "{meta}");
    }
    let (_, lead) = body.split_once("<figure class=\"lead\">").unwrap();
    let (lead, _) = lead.split_once("</figure>").unwrap();
    assert!(
        lead.contains("alt=\"A town\"") && !lead.contains("lazy"),
        "{lead}"
    );
    assert!(
        lead.contains("href=\"#ent-hall\"")
            && lead.contains(">hall</a>.")
            && lead.contains("A. Shaw"),
        "{lead}"
    );
}
