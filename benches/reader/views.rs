//! What the views cost: opening one, filtering a long list, walking down it, a key pressed in the search box.

use serde_json::{Value, json};

use super::support::browser::Loan;

/// The views that a tab opens, as their names in the markup.
pub(crate) const VIEWS: [&str; 5] = ["entities", "timeline", "map", "relations", "search"];

/// Words for what the scripts below do. `busy` tells how long the page's main thread was held at a stretch: a message
/// posted to oneself comes back at once where nothing else runs, so the gap between two is what ran between them.
const TOOLS: &str = "
  const done = arguments[arguments.length - 1];
  const frame = () => new Promise(requestAnimationFrame);
  const after = () => new Promise(r => { const c = new MessageChannel(); c.port1.onmessage = r; c.port2.postMessage(0); });
  const rest = ms => new Promise(r => setTimeout(r, ms));
  const shown = view => { const v = document.querySelector(`[data-view=${view}][data-shown]`); return v && v.offsetHeight > 0; };
  const tab = view => document.querySelector(`.tabs [data-open-view=${view}]`);
  const busy = () => {
    let longest = 0, last = performance.now(), on = true;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (on) channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
    return () => { on = false; return longest; };
  };
";

const OPEN: &str = "(async () => {
  const view = arguments[0];
  await frame(); await after();
  const start = performance.now();
  tab(view).click();
  for (let k = 0; k < 300 && !shown(view); k++) { await frame(); await after(); }
  const took = shown(view) ? performance.now() - start : 1e9;
  await rest(400);
  document.querySelector('[data-view] [data-act=close-view]').click();
  for (let k = 0; k < 300 && shown(view); k++) await frame();
  await rest(200);
  done(took);
})()";

/// Milliseconds from a press on a view's tab to the first frame with the view.
pub(crate) fn open(tab: &Loan, view: &str) -> f64 {
    number(&tab.run_until_called(&[TOOLS, OPEN].concat(), &[json!(view)]))
}

const FILTER: &str = "(async () => {
  tab('entities').click();
  while (!shown('entities')) await frame();
  await rest(1000);
  const longest = [];
  for (const box of document.querySelectorAll('[data-view=entities] [name=kind]')) {
    const stop = busy();
    await rest(100);
    box.click();
    await rest(300);
    longest.push(stop());
  }
  done(longest);
})()";

/// Opens the list of entities and unticks kind by kind; milliseconds that the main thread was held at most, for each.
pub(crate) fn filter(tab: &Loan) -> Vec<f64> {
    numbers(&tab.run_until_called(&[TOOLS, FILTER].concat(), &[]))
}

const SCROLL: &str = "(async () => {
  const body = document.querySelector('[data-view=entities] .view-body');
  for (const box of document.querySelectorAll('[data-view=entities] [name=kind]')) if (!box.checked) box.click();
  await rest(1000);
  const longest = [];
  for (let turn = 0; turn < 8; turn++) {
    const stop = busy();
    for (let step = 0; step < 30; step++) { body.scrollTop += 120; await frame(); }
    longest.push(stop());
    body.scrollTop += body.scrollHeight / 9;
    await rest(300);
  }
  done(longest);
})()";

/// Walks down the open list of entities at 120 px a frame; milliseconds that the main thread was held at most, in each
/// of eight stretches.
pub(crate) fn scroll(tab: &Loan) -> Vec<f64> {
    numbers(&tab.run_until_called(&[TOOLS, SCROLL].concat(), &[]))
}

const TYPE: &str = "(async () => {
  if (!shown('search')) tab('search').click();
  while (!shown('search')) await frame();
  const box = document.querySelector('[data-view=search] input[type=search]');
  box.value = 'a';
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  // The page's text is read in idle slices first.
  for (let k = 0; k < 100 && !document.querySelector('[data-view=search] [data-result]'); k++) await rest(100);
  await rest(2000);
  const longest = [];
  for (const word of arguments[0]) {
    for (let length = 1; length <= word.length; length++) {
      const stop = busy();
      await rest(50);
      box.value = word.slice(0, length);
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await rest(200);
      longest.push(stop());
    }
  }
  done(longest);
})()";

/// Types words into the search box, letter by letter; milliseconds that the main thread was held at most by each.
pub(crate) fn keystrokes(tab: &Loan, words: &[&str]) -> Vec<f64> {
    numbers(&tab.run_until_called(&[TOOLS, TYPE].concat(), &[json!(words)]))
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().map(number).collect()
}
