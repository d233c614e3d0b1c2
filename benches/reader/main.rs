//! Speed, as ratios within one run: our page, the same page bare, the same page drawn by WASM alone, the article as plain
//! HTML, and that with two libraries of the kind, in turns; then a book against its bare self, and the views of both. Prints a table and fails where a limit is passed.
//! A part alone: `cargo bench --bench reader -- article`, `book` or `views`.

#![allow(
    clippy::unwrap_used,
    reason = "a measurement may stop at what it did not expect"
)]

mod book;
mod host;
mod peers;
#[path = "../../tests/support/support.rs"]
#[allow(
    dead_code,
    reason = "the tests' words for what a reader does; a part serves here"
)]
mod support;
mod views;
mod visit;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use host::Host;
use toml::Table;
use views::Took;
use visit::{Act, Load, Profile, load, memory, presses, tab, traced_tab};

/// Visits to each page that a figure is the median of.
const ROUNDS: usize = 11;
const BOOK_ROUNDS: usize = 11;
const PRESSES: usize = 30;
const VIEW_ROUNDS: usize = 5;
/// Rounds of filters and keys.
const ACT_ROUNDS: usize = 3;
/// A frame of a screen with 60 in a second, in ms.
const FRAME: f64 = 16.0;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = root.join("target/bench/sites");
    let mut report = Report::default();
    let (article, took) = build(&root.join("content"), &target.join("article"), false);
    report.line("article: content to site, s", took, Some(1.0));
    let (blank, _) = build(&root.join("content"), &target.join("blank"), true);
    let named: Vec<String> = env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    let asked = |part: &str| named.is_empty() || named.iter().any(|name| name == part);
    if asked("article") {
        article_scale(&article, &blank, &mut report);
    }
    book::write(&target.join("book-content"));
    let (book, took) = build(&target.join("book-content"), &target.join("book"), false);
    report.line("book: content to site, s", took, Some(3.0));
    if asked("book") {
        book_scale(&book, &mut report);
    }
    if asked("views") {
        let scales = [
            ("article", &article, ["sherizatkizi", "prison"]),
            ("book", &book, ["name 4711", "terlomi"]),
        ];
        for (scale, site, words) in scales {
            views_scale(site, scale, &words, &mut report);
        }
    }
    report.end()
}

/// Builds a site with the program under test; how long it took, in seconds.
fn build(content: &Path, out: &Path, blank: bool) -> (PathBuf, f64) {
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/app");
    let mut command = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
    command
        .arg("build")
        .arg("--content")
        .arg(content)
        .arg("--out")
        .arg(out)
        .arg("--app")
        .arg(app);
    if blank {
        command.arg("--blank");
    }
    let start = Instant::now();
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    (out.to_owned(), start.elapsed().as_secs_f64())
}

/// The page without its scripts and its data.
fn bare(html: String) -> String {
    let mut rest = html.as_str();
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("<script") {
        out.push_str(before);
        rest = after.split_once("</script>").unwrap().1;
    }
    out + rest
}

/// The limits of `tests/limits.toml`, in kB.
fn limit(part: &str) -> Option<f64> {
    let limits: Table = include_str!("../../tests/limits.toml").parse().unwrap();
    Some(limits[part]["limit"].as_integer().unwrap() as f64 / 1000.0)
}

/// A page of the run, and what its visits came to.
struct Contestant {
    name: &'static str,
    host: Host,
    act: Act,
    app: bool,
    loads: Vec<Load>,
}

impl Contestant {
    fn new(name: &'static str, host: Host, act: Act, app: bool) -> Self {
        Self {
            name,
            host,
            act,
            app,
            loads: Vec::new(),
        }
    }

    fn median(&self, of: fn(&Load) -> f64) -> f64 {
        median(self.loads.iter().map(of))
    }
}

fn article_scale(site: &Path, blank: &Path, report: &mut Report) {
    let page = fs::read_to_string(site.join("index.html")).unwrap();
    let plain = BTreeMap::from([("index.html".to_owned(), peers::plain(&page).into_bytes())]);
    let mut all = [
        Contestant::new("ours", Host::start(site, |html| html), Act::Press, true),
        Contestant::new("bare", Host::start(site, bare), Act::Press, false),
        Contestant::new("by WASM", Host::start(blank, |html| html), Act::Press, true),
        Contestant::new("plain", Host::of(plain), Act::Look, false),
        Contestant::new(
            "wp-preview",
            Host::of(peers::wikipedia_preview(&page)),
            Act::Insist,
            false,
        ),
        Contestant::new("tippy", Host::of(peers::tippy(&page)), Act::Insist, false),
    ];
    let ours = &all[0].host;
    let app = ours.bytes(".wasm") + ours.bytes(".js");
    report.line("WASM + JS, kB brotli", app as f64 / 1000.0, limit("app"));
    report.line(
        "page with data, kB brotli",
        ours.bytes(".html") as f64 / 1000.0,
        limit("page"),
    );
    for profile in [Profile::Fast, Profile::Weak, Profile::Slow] {
        all.iter_mut().for_each(|page| page.loads.clear());
        // In turns and in every order, since a visit may still feel the one before it.
        for round in 0..ROUNDS {
            for turn in 0..all.len() {
                let count = all.len();
                let page = &mut all[(round + turn) % count];
                // What is painted shows as it stays only where nobody presses.
                let act = if profile == Profile::Weak {
                    Act::Look
                } else {
                    page.act
                };
                let load = load(&tab(profile), &page.host.address(), act, page.app);
                page.loads.push(load);
            }
        }
        print!(
            "\n{:<26}",
            format!("article, {profile:?}, ms").to_lowercase()
        );
        all.iter().for_each(|page| print!("{:>11}", page.name));
        println!("   medians of {ROUNDS}");
        let row = |what: &str, of: fn(&Load) -> f64| {
            print!("  {what:<24}");
            all.iter()
                .for_each(|page| print!("{:>11.0}", page.median(of)));
            println!();
            [0, 1, 2, 3, 4, 5].map(|at| all[at].median(of))
        };
        let paint = row("first paint", |load| load.paint);
        let largest = row("largest paint", |load| load.largest);
        let card = row("first card", |load| load.card);
        row("app listens", |load| load.ready);
        let longest = row("longest task", |load| load.longest);
        let blocking = row("blocking", |load| load.blocking);
        let shift = row("layout shift, 1/1000", |load| load.shift * 1000.0);
        if profile == Profile::Weak {
            report.line(
                "CPU x4: first paint / plain",
                paint[0] / paint[3],
                Some(1.3),
            );
            report.line(
                "CPU x4: largest paint - first paint, ms",
                largest[0] - paint[0],
                Some(FRAME),
            );
            report.line("CPU x4: layout shift, 1/1000", shift[0], Some(0.0));
            report.line(
                "CPU x4: longest task - bare, ms",
                longest[0] - longest[1],
                Some(50.0),
            );
        }
        if profile == Profile::Slow {
            report.line("slow first paint / bare", paint[0] / paint[1], Some(1.1));
            report.line("slow first card / bare", card[0] / card[1], Some(1.1));
            report.line(
                "slow first card / wikipedia-preview",
                card[0] / card[4],
                Some(0.85),
            );
            report.line("slow first card / tippy.js", card[0] / card[5], Some(1.1));
            report.line("slow blocking time, ms", blocking[0], Some(60.0));
        }
    }
    let (with, without) = (
        press(&all[0].host, Profile::Weak, true),
        press(&all[1].host, Profile::Weak, false),
    );
    report.line("press to card p95, CPU x4, ms", with, None);
    report.line("press to card p95 - bare, ms", with - without, Some(40.0));
}

fn book_scale(site: &Path, report: &mut Report) {
    let (ours, bare) = (Host::start(site, |html| html), Host::start(site, bare));
    println!(
        "\nbook: page {:.0} kB brotli",
        ours.bytes(".html") as f64 / 1000.0
    );
    let (mut with, mut without) = (Vec::new(), Vec::new());
    let (mut heavy, mut light) = (Vec::new(), Vec::new());
    for round in 0..BOOK_ROUNDS {
        for turn in 0..2 {
            let app = (round + turn) % 2 == 0;
            let page = tab(Profile::Fast);
            let address = if app { ours.address() } else { bare.address() };
            let (loads, weights) = if app {
                (&mut with, &mut heavy)
            } else {
                (&mut without, &mut light)
            };
            loads.push(load(&page, &address, Act::Look, app));
            weights.push(memory(&page));
        }
    }
    let of = |loads: &[Load], of: fn(&Load) -> f64| median(loads.iter().map(of));
    let after = of(&with, |load| load.longest_after);
    report.line(
        "book: longest task after DOMContentLoaded, ms",
        after,
        Some(50.0),
    );
    let blocking = of(&with, |load| load.blocking) - of(&without, |load| load.blocking);
    report.line("book: blocking time - bare, ms", blocking, Some(25.0));
    report.line("book: app listens, ms", of(&with, |load| load.ready), None);
    let ratio = median(heavy.into_iter()) / median(light.into_iter());
    report.line("book: private memory / bare", ratio, Some(1.8));
    report.line(
        "book: press to card p95, ms",
        press(&ours, Profile::Fast, true),
        Some(50.0),
    );
    report.line(
        "book: press to card p95 of bare, ms",
        press(&bare, Profile::Fast, false),
        None,
    );
}

/// Opening each view, and the longest task of a filter, a step down the list and a key.
fn views_scale(site: &Path, scale: &str, words: &[&str], report: &mut Report) {
    let host = Host::start(site, |html| html);
    let page = traced_tab();
    load(&page, &host.address(), Act::Look, true);
    for view in views::VIEWS {
        let times = (0..VIEW_ROUNDS).map(|_| views::open(&page, view));
        let figure = median(times);
        report.line(&format!("{scale}: tab to view, {view}, ms"), figure, None);
    }
    // Chromium tidies its memory when it likes, which a few rounds leave out of the 95th percentile.
    for _ in 0..ACT_ROUNDS {
        views::keys(&page, words);
        views::filter(&page);
    }
    views::scroll(&page);
    let acts = views::acts(&page);
    let p95 = |act: &str, of: fn(&Took) -> f64| ninety_five(acts[act].iter().map(of).collect());
    for act in ["filter", "key", "scroll"] {
        let what = format!("{scale}: longest task, {act}, p95, ms");
        report.line(&what, p95(act, |took| took.longest), Some(FRAME));
    }
    // The browser alone takes its time for a letter too.
    let unheard = median(acts["unheard key"].iter().map(|took| took.all));
    let heard = p95("key", |took| took.all) - unheard;
    let what = format!("{scale}: key, all tasks, p95 - unheard, ms");
    report.line(&what, heard, Some(FRAME));
    page.end();
}

/// 95th percentile.
fn ninety_five(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() * 95 / 100]
}

/// 95th percentile of presses all over a page.
fn press(host: &Host, profile: Profile, app: bool) -> f64 {
    let page = tab(profile);
    load(&page, &host.address(), Act::Look, app);
    let times = presses(&page, PRESSES);
    println!(
        "  presses {}: median {:.0}, p95 {:.0} ms",
        if app { "ours" } else { "bare" },
        median(times.iter().copied()),
        ninety_five(times.clone())
    );
    ninety_five(times)
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Figures beside their limits.
#[derive(Default)]
struct Report {
    lines: Vec<(String, f64, Option<f64>)>,
}

impl Report {
    fn line(&mut self, what: &str, figure: f64, limit: Option<f64>) {
        self.lines.push((what.to_owned(), figure, limit));
    }

    fn end(self) -> ExitCode {
        println!("\n{:<48}{:>10}{:>10}", "figure", "measured", "limit");
        let mut passed = true;
        for (what, figure, limit) in &self.lines {
            let over = limit.is_some_and(|limit| *figure > limit);
            passed &= !over;
            let limit = limit.map_or_else(|| "-".to_owned(), |limit| format!("{limit:.2}"));
            println!(
                "{what:<48}{figure:>10.2}{limit:>10}{}",
                if over { "  OVER" } else { "" }
            );
        }
        if passed {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}
