//! How building grows: sites of 250 to 2,000 articles, a crowded paragraph, a long article, many articles that share
//! entities. Prints tables and fails where a limit is passed.

#![allow(
    clippy::unwrap_used,
    reason = "a measurement may stop at what it did not expect"
)]

#[path = "../../tests/support/scale.rs"]
#[allow(
    unreachable_pub,
    reason = "`pub` there means: for every test and benchmark that is built with it"
)]
mod scale;
mod serving;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use article_explorer::publish::graph::{Edge, Node, layout};
use nix::sys::resource::{UsageWho, getrusage};
use scale::{Shape, Texts};

/// Articles of the sites in the table; limits are of the one with 1,000.
const SITES: [usize; 4] = [250, 500, 1_000, 2_000];
const LIMITED: usize = 1_000;

fn main() -> ExitCode {
    let mut passed = true;
    let mut limit = |what: &str, figure: f64, most: f64| {
        let over = if figure > most { "  OVER" } else { "" };
        passed &= over.is_empty();
        println!("{what:<52}{figure:>10.2}{most:>10.2}{over}");
    };
    println!("{:<52}{:>10}{:>10}", "figure", "measured", "limit");
    // Small ones first: a system tells the most memory that any build so far has taken.
    let few = build("few", &scale::site(sharing(20)));
    let many = build("many", &scale::site(sharing(200)));
    let grown = many.page() / few.page();
    limit("100 entities: page of 200 articles / of 20", grown, 1.15);
    let drawn = graph(400, 800);
    limit("a graph of 400 names and 800 relations, s", drawn, 0.25);
    let crowded = build("paragraph", &scale::paragraph(8_000));
    limit("a paragraph of 8,000 mentions, s", crowded.seconds, 1.0);
    let mut sites = Vec::new();
    for articles in SITES {
        let built = build("site", &scale::site(Shape::of_articles(articles)));
        if articles == LIMITED {
            limit("1,000 articles, s", built.seconds, 12.0);
            limit("1,000 articles, MB of memory", built.memory, 500.0);
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            let content = root.join("target/bench/scale/site/content");
            let seconds = serving::saved(&content, &root.join("target/app"), "a500");
            limit("1,000 articles, from a save to its page, s", seconds, 0.5);
        }
        sites.push((articles, built));
    }
    let times = sites
        .iter()
        .map(|(articles, built)| (*articles, built.seconds));
    limit("growth of time, slope of logarithms", slope(times), 1.1);
    let sizes = sites
        .iter()
        .map(|(articles, built)| (*articles, built.bytes));
    limit("growth of bytes, slope of logarithms", slope(sizes), 1.1);
    let long = build("long", &scale::long_article(850_000));
    limit("an article of 5 MB, s", long.seconds, 5.0);
    println!(
        "\n{:>8}{:>10}{:>10}{:>12}{:>12}",
        "articles", "s", "MB", "ms a page", "kB a page"
    );
    for (articles, built) in &sites {
        println!(
            "{articles:>8}{:>10.2}{:>10.0}{:>12.2}{:>12.1}",
            built.seconds,
            built.memory,
            1000.0 * built.seconds / *articles as f64,
            built.page() / 1000.0
        );
    }
    println!(
        "100 entities: {:.1} kB a page of 20 articles, {:.1} of 200",
        few.page() / 1000.0,
        many.page() / 1000.0
    );
    if passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// As newsrooms share: 100 entities, whatever the number of articles.
fn sharing(articles: usize) -> Shape {
    Shape {
        entities: 100,
        ..Shape::of_articles(articles)
    }
}

/// Seconds that a graph takes of so many relations between so many names, by chance and the same at every run.
fn graph(names: usize, relations: usize) -> f64 {
    let mut state = 1_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize % names
    };
    let edges = (0..relations).map(|_| Edge {
        from: next(),
        to: next(),
        label: 100,
    });
    let (nodes, edges) = (vec![Node { width: 120 }; names], edges.collect::<Vec<_>>());
    let start = Instant::now();
    let drawing = layout(&nodes, &edges);
    assert_eq!(drawing.nodes.len(), names);
    start.elapsed().as_secs_f64()
}

/// What a build took, and what came of it.
struct Built {
    seconds: f64,
    /// The most that this or an earlier build has held at once, in MB.
    memory: f64,
    articles: usize,
    /// Of all articles' pages.
    bytes: f64,
}

impl Built {
    /// Bytes of a page.
    fn page(&self) -> f64 {
        self.bytes / self.articles as f64
    }
}

/// Writes content, and builds it by the program under test.
fn build(name: &str, texts: &Texts) -> Built {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/bench/scale").join(name);
    drop(fs::remove_dir_all(&folder));
    let (content, out) = (folder.join("content"), folder.join("site"));
    for (path, text) in texts {
        let path = content.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
    command
        .arg("build")
        .arg("--content")
        .arg(&content)
        .arg("--out")
        .arg(&out);
    command.arg("--app").arg(root.join("target/app"));
    let start = Instant::now();
    let output = command.stdout(Stdio::null()).output().unwrap();
    let seconds = start.elapsed().as_secs_f64();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let pages: Vec<PathBuf> = fs::read_dir(content.join("articles"))
        .unwrap()
        .map(|entry| {
            out.join(entry.unwrap().path().file_stem().unwrap())
                .join("index.html")
        })
        .collect();
    let sizes = pages.iter().map(|page| fs::metadata(page).unwrap().len());
    Built {
        seconds,
        memory: usage.max_rss() as f64 / 1000.0,
        articles: pages.len(),
        bytes: sizes.sum::<u64>() as f64,
    }
}

/// The exponent by which figures grow with a number: of a straight line through their logarithms, by least squares.
fn slope(figures: impl Iterator<Item = (usize, f64)>) -> f64 {
    let points: Vec<(f64, f64)> = figures
        .map(|(count, figure)| ((count as f64).ln(), figure.ln()))
        .collect();
    let count = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let joint: f64 = points
        .iter()
        .map(|point| (point.0 - x) * (point.1 - y))
        .sum();
    let own: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    joint / own
}
