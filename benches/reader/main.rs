//! Speed, as ratios within one run: our page, the same page bare, and the same page drawn by WASM alone, in turns;
//! then a book against its bare self, and the views of both. Prints a table and fails where a limit is passed.
//! A part alone: `cargo bench --bench reader -- article`, `book` or `views`.

#![allow(
    clippy::unwrap_used,
    reason = "a measurement may stop at what it did not expect"
)]

mod book;
mod host;
#[path = "../../tests/support/support.rs"]
#[allow(
    dead_code,
    reason = "the tests' words for what a reader does; a part serves here"
)]
mod support;
mod views;
mod visit;

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use host::Host;
use views::Took;
use visit::{Load, Profile, load, memory, presses, tab, traced_tab};

/// Visits to each page that a figure is the median of.
const ROUNDS: usize = 15;
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

fn article_scale(site: &Path, blank: &Path, report: &mut Report) {
    let (ours, bare, drawn) = (
        Host::start(site, |html| html),
        Host::start(site, bare),
        Host::start(blank, |html| html),
    );
    let app = ours.bytes(".wasm") + ours.bytes(".js");
    report.line("WASM + JS, kB brotli", app as f64 / 1000.0, Some(150.0));
    report.line(
        "page with data, kB brotli",
        ours.bytes(".html") as f64 / 1000.0,
        Some(52.0),
    );
    for profile in [Profile::Fast, Profile::Slow] {
        let (mut with, mut without, mut client) = (Vec::new(), Vec::new(), Vec::new());
        // In turns and in every order, since a visit may still feel the one before it.
        for round in 0..ROUNDS {
            for turn in 0..3 {
                match (round + turn) % 3 {
                    0 => with.push(load(&tab(profile), &ours.address(), true, true)),
                    1 => without.push(load(&tab(profile), &bare.address(), true, false)),
                    _ => client.push(load(&tab(profile), &drawn.address(), true, true)),
                }
            }
        }
        let name = format!("article, {profile:?}").to_lowercase();
        println!("\n{name}: ours | bare | drawn by WASM, medians of {ROUNDS}, ms");
        let row = |what: &str, of: fn(&Load) -> f64| {
            let figures = [&with, &without, &client].map(|loads| median(loads.iter().map(of)));
            println!(
                "  {what:<24}{:>8.0} {:>8.0} {:>8.0}",
                figures[0], figures[1], figures[2]
            );
            figures
        };
        let paint = row("first paint", |load| load.paint);
        let card = row("first card", |load| load.card);
        row("app listens", |load| load.ready);
        let longest = row("longest task", |load| load.longest);
        row("blocking", |load| load.blocking);
        if profile == Profile::Slow {
            report.line("slow first paint / bare", paint[0] / paint[1], Some(1.15));
            report.line("slow first card / bare", card[0] / card[1], Some(1.15));
            report.line(
                "slow longest task - bare, ms",
                longest[0] - longest[1],
                Some(50.0),
            );
        }
    }
    let (with, without) = (
        press(&ours, Profile::Slow, true),
        press(&bare, Profile::Slow, false),
    );
    report.line("press to card p95, CPU x4, ms", with, Some(100.0));
    report.line("press to card p95 - bare, ms", with - without, Some(50.0));
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
            loads.push(load(&page, &address, false, app));
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
    report.line("book: private memory / bare", ratio, Some(1.5));
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
    load(&page, &host.address(), false, true);
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
    load(&page, &host.address(), false, app);
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
