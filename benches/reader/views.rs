//! What the views cost: opening one, filtering a long list, walking down it, a key pressed in the search box. The browser
//! traces its tasks; the page marks where each act begins and ends.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::support::browser::Loan;

/// The views that a tab opens, as their names in the markup.
pub(crate) const VIEWS: [&str; 5] = ["entities", "timeline", "map", "relations", "search"];

/// Words for what the scripts below do. `act` marks what is done and what the page does of it in the time after.
const TOOLS: &str = "
  const done = arguments[arguments.length - 1];
  const frame = () => new Promise(requestAnimationFrame);
  const after = () => new Promise(r => { const c = new MessageChannel(); c.port1.onmessage = r; c.port2.postMessage(0); });
  const rest = ms => new Promise(r => setTimeout(r, ms));
  const shown = view => { const v = document.querySelector(`[data-view=${view}][data-shown]`); return v && v.offsetHeight > 0; };
  const tab = view => document.querySelector(`.tabs [data-open-view=${view}]`);
  const act = async (name, what, ms) => {
    await rest(100);
    performance.mark(`act ${name}`);
    await what();
    await rest(ms);
    performance.mark('act');
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
  const boxes = [...document.querySelectorAll('[data-view=entities] [name=kind]')];
  for (const box of boxes) await act('filter', () => box.click(), 300);
  for (const box of boxes) box.click();
  await rest(1000);
  done();
})()";

/// Opens the list of entities, unticks kind by kind and ticks them all again.
pub(crate) fn filter(tab: &Loan) {
    tab.run_until_called(&[TOOLS, FILTER].concat(), &[]);
}

const SCROLL: &str = "(async () => {
  const body = document.querySelector('[data-view=entities] .view-body');
  for (let turn = 0; turn < 8; turn++) {
    for (let step = 0; step < 10; step++) await act('scroll', async () => { body.scrollTop += 120; await frame(); }, 50);
    body.scrollTop += body.scrollHeight / 9;
    await rest(300);
  }
  done();
})()";

/// Walks down the open list of entities in eight places, at 120 px a step.
pub(crate) fn scroll(tab: &Loan) {
    tab.run_until_called(&[TOOLS, SCROLL].concat(), &[]);
}

const TYPE: &str = "(async () => {
  if (!shown('search')) tab('search').click();
  while (!shown('search')) await frame();
  const box = document.querySelector('[data-view=search] input[type=search]');
  const say = text => { box.value = text; box.dispatchEvent(new InputEvent('input', { bubbles: true })); };
  say('a');
  // The page's text is read in idle slices first.
  for (let k = 0; k < 100 && !document.querySelector('[data-view=search] [data-result]'); k++) await rest(100);
  await rest(2000);
  for (const word of arguments[0])
    for (let length = 1; length <= word.length; length++) await act('key', () => say(word.slice(0, length)), 200);
  done();
})()";

/// Types words into the search box, letter by letter.
pub(crate) fn keys(tab: &Loan, words: &[&str]) {
    tab.run_until_called(&[TOOLS, TYPE].concat(), &[json!(words)]);
}

/// The longest task of each act so far, in milliseconds, in the order of the acts and by their names.
pub(crate) fn longest(tab: &Loan) -> BTreeMap<String, Vec<f64>> {
    let mut events = Vec::new();
    loop {
        let log = tab.command("se/log", &json!({ "type": "performance" }));
        let batch = log.as_array().map_or(&[][..], Vec::as_slice);
        if batch.is_empty() {
            break;
        }
        let said = batch.iter().filter_map(|entry| entry["message"].as_str());
        let said = said.filter_map(|text| serde_json::from_str::<Value>(text).ok());
        events.extend(said.map(|mut entry| entry["message"]["params"].take()));
    }
    let name = |event: &Value| event["name"].as_str().unwrap_or_default().to_owned();
    let thread = |event: &Value| (event["pid"].as_u64(), event["tid"].as_u64());
    let mut acts: Vec<&Value> = events
        .iter()
        .filter(|event| event["cat"] == "blink.user_timing" && name(event).starts_with("act"))
        .collect();
    acts.sort_by(|one, other| number(&one["ts"]).total_cmp(&number(&other["ts"])));
    let tasks: Vec<&Value> = events
        .iter()
        .filter(|event| name(event).ends_with("RunTask"))
        .collect();
    let mut longest: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for pair in acts.windows(2) {
        let begun = name(pair[0]);
        let Some(act) = begun.strip_prefix("act ") else {
            continue;
        };
        let (start, end) = (number(&pair[0]["ts"]), number(&pair[1]["ts"]));
        // The task that the act begins in counts whole.
        let within = |task: &&&Value| {
            let (from, took) = (number(&task["ts"]), number(&task["dur"]));
            thread(task) == thread(pair[0]) && from < end && from + took > start
        };
        let took = tasks.iter().filter(within).map(|task| number(&task["dur"]));
        longest
            .entry(act.to_owned())
            .or_default()
            .push(took.fold(0.0, f64::max) / 1000.0);
    }
    longest
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}
