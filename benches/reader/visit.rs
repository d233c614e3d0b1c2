//! One visit to a page, and what a stopwatch in it says.

use serde_json::{Value, json};

use super::support::browser::{Loan, lend};
use super::support::engine::Engine;
use super::support::wait::within;
use std::time::Duration;

/// The reader's machine and line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As it is.
    Fast,
    /// CPU x4.
    Weak,
    /// CPU x4, 150 ms round trip, 1.6 Mbit/s.
    Slow,
}

/// What a visitor does as soon as the first mention is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    Look,
    /// Presses it, once: a card comes with the styles alone, or once the app listens.
    Press,
    /// Points at it and presses it until a card is there: the library of a peer may not be there yet.
    Insist,
}

/// What the first second of a visit came to, in milliseconds from its start.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Load {
    /// First contentful paint.
    pub(crate) paint: f64,
    /// Largest contentful paint.
    pub(crate) largest: f64,
    /// Cumulative layout shift.
    pub(crate) shift: f64,
    /// A card is visible, when the first mention is acted on as soon as it is painted.
    pub(crate) card: f64,
    /// The app listens; 0 where there is none.
    pub(crate) ready: f64,
    /// Longest task (Long Tasks API: under 50 ms reads as 0).
    pub(crate) longest: f64,
    /// Longest task that began after DOMContentLoaded.
    pub(crate) longest_after: f64,
    /// Sum of what each task took over 50 ms.
    pub(crate) blocking: f64,
}

const CLOCK: &str = "{
  const clock = window.clock = { paint: 0, largest: 0, shift: 0, card: 0, ready: 0, tasks: [] };
  new PerformanceObserver(list => { for (const e of list.getEntries()) if (e.name === 'first-contentful-paint') clock.paint = e.startTime; }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver(list => { for (const e of list.getEntries()) clock.largest = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => { for (const e of list.getEntries()) clock.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver(list => { for (const e of list.getEntries()) clock.tasks.push([e.startTime, e.duration]); }).observe({ type: 'longtask', buffered: true });
  window.shown = () => {
    if ('peerCard' in document.documentElement.dataset) return document.documentElement;
    const id = location.hash.slice(1);
    const card = document.querySelector('[data-card]') || (id.startsWith('ent-') && document.getElementById(id));
    return card && card.offsetHeight > 0 && getComputedStyle(card).position === 'fixed' ? card : null;
  };
  const look = () => {
    if (!clock.ready && document.documentElement?.dataset.ready) clock.ready = performance.now();
    const mention = clock.paint && document.querySelector('a[data-entity]');
    if (mention && ACT === 'Press' && !clock.pressed) { clock.pressed = true; mention.click(); }
    if (mention && ACT === 'Insist' && !clock.card) {
      clock.pressed = true;
      for (const what of ['pointerenter', 'mouseenter']) mention.dispatchEvent(new PointerEvent(what, { pointerType: 'mouse', clientX: 400, clientY: 200 }));
    }
    if (clock.pressed && !clock.card && shown()) clock.card = performance.now();
    if (performance.now() < 20000) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}";

/// A tab whose browser traces its tasks.
pub(crate) fn traced_tab() -> Loan {
    let tab = lend(Engine::Traced);
    tab.fit(1280, 800);
    tab
}

/// A tab with a profile's brakes on.
pub(crate) fn tab(profile: Profile) -> Loan {
    let tab = lend(Engine::Chromium);
    tab.fit(1280, 800);
    tab.devtools("Network.enable", &json!({}));
    tab.devtools(
        "Network.setCacheDisabled",
        &json!({ "cacheDisabled": true }),
    );
    if profile != Profile::Fast {
        tab.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }));
    }
    if profile == Profile::Slow {
        let line = json!({ "offline": false, "latency": 150, "downloadThroughput": 1.6e6 / 8.0, "uploadThroughput": 750e3 / 8.0 });
        tab.devtools("Network.emulateNetworkConditions", &line);
    }
    tab
}

/// Loads a page, and acts on its first mention as soon as it is painted.
pub(crate) fn load(tab: &Loan, address: &str, act: Act, app: bool) -> Load {
    let clock = CLOCK.replace("ACT", &format!("'{act:?}'"));
    tab.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": clock }),
    );
    // What the visit before this one left to be done is no part of it.
    tab.run_until_called("setTimeout(arguments[0], 500)", &[]);
    tab.go(address);
    let done = within(Duration::from_secs(60), || {
        let clock = tab.run("return window.clock", &[]);
        let number = |key: &str| clock[key].as_f64().unwrap_or_default();
        let done = number("paint") > 0.0
            && (act == Act::Look || number("card") > 0.0)
            && (!app || number("ready") > 0.0);
        done.then_some(clock)
    });
    let clock = done.unwrap_or_else(|| {
        panic!(
            "{address}: no paint, card or app within a minute: {}",
            tab.run("return window.clock", &[])
        )
    });
    // What the page still does in the second after counts too.
    tab.run_until_called("setTimeout(arguments[0], 1000)", &[]);
    let tasks = tab.run(
        "const d = performance.timing; return { tasks: window.clock.tasks, after: d.domContentLoadedEventStart - d.navigationStart }",
        &[],
    );
    let after = tasks["after"].as_f64().unwrap_or_default();
    let tasks: Vec<(f64, f64)> = tasks["tasks"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|task| Some((task[0].as_f64()?, task[1].as_f64()?)))
        .collect();
    let longest = |from: f64| {
        tasks
            .iter()
            .filter(|task| task.0 >= from)
            .map(|task| task.1)
            .fold(0.0, f64::max)
    };
    let number = |key: &str| clock[key].as_f64().unwrap_or_default();
    Load {
        paint: number("paint"),
        largest: number("largest"),
        shift: number("shift"),
        card: number("card"),
        ready: number("ready"),
        longest: longest(0.0),
        longest_after: longest(after),
        blocking: tasks.iter().map(|task| (task.1 - 50.0).max(0.0)).sum(),
    }
}

const PRESSES: &str = "
  const done = arguments[arguments.length - 1], count = arguments[0];
  const mentions = [...document.querySelectorAll('.block a[data-entity][id]')];
  const frame = () => new Promise(requestAnimationFrame);
  const after = () => new Promise(r => { const c = new MessageChannel(); c.port1.onmessage = r; c.port2.postMessage(0); });
  (async () => {
    const times = [];
    for (let n = 0; n < count; n++) {
      const mention = mentions[Math.floor((n * 7919 % count) / count * mentions.length)];
      mention.scrollIntoView({ block: 'center' });
      await new Promise(r => setTimeout(r, 400)); // A reader reads before pressing.
      await frame();
      await after();
      const start = performance.now();
      mention.click();
      let card;
      for (let k = 0; k < 120 && !card; k++) { await frame(); card = shown(); await after(); }
      times.push(card ? performance.now() - start : 1e9);
      card?.querySelector(':is([data-act=close], .shut)')?.click();
      for (let k = 0; k < 120 && shown(); k++) await frame();
    }
    done(times);
  })();
";

/// Presses mentions all over the page; milliseconds from each press to the first frame with its card.
pub(crate) fn presses(tab: &Loan, count: usize) -> Vec<f64> {
    let times = tab.run_until_called(PRESSES, &[json!(count)]);
    times
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect()
}

/// Private memory of the largest page process below this one, in MB.
pub(crate) fn memory(tab: &Loan) -> f64 {
    tab.devtools("HeapProfiler.collectGarbage", &json!({}));
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let private = processes.filter_map(|process| {
        let command = std::fs::read(process.path().join("cmdline")).ok()?;
        if !String::from_utf8_lossy(&command).contains("--type=renderer") {
            return None;
        }
        let map = std::fs::read_to_string(process.path().join("smaps_rollup")).ok()?;
        let lines = map.lines().filter(|line| line.starts_with("Private_"));
        Some(
            lines
                .filter_map(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok())
                .sum::<f64>(),
        )
    });
    private.fold(0.0, f64::max) / 1024.0
}
