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
  const say = (text, bubbles) => { box.value = text; box.dispatchEvent(new InputEvent('input', { bubbles })); };
  say('a', true);
  // The page's text is read in idle slices first.
  for (let k = 0; k < 100 && !document.querySelector('[data-view=search] [data-result]'); k++) await rest(100);
  await rest(2000);
  for (const [name, heard] of [['key', true], ['unheard key', false]])
    for (const word of arguments[0])
      for (let length = 1; length <= word.length; length++) await act(name, () => say(word.slice(0, length), heard), 200);
  done();
})()";

/// Types words into the search box, letter by letter, and again without the app hearing of it.
pub(crate) fn keys(tab: &Loan, words: &[&str]) {
    tab.run_until_called(&[TOOLS, TYPE].concat(), &[json!(words)]);
}

/// What an act took of the page's main thread, in milliseconds.
#[derive(Clone, Copy)]
pub(crate) struct Took {
    /// Its longest task.
    pub(crate) longest: f64,
    /// All its tasks from its beginning on, but for the one that ends it.
    pub(crate) all: f64,
}

/// What each act so far took, in the order of the acts and by their names.
pub(crate) fn acts(tab: &Loan) -> BTreeMap<String, Vec<Took>> {
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
    let mut took: BTreeMap<String, Vec<Took>> = BTreeMap::new();
    for pair in acts.windows(2) {
        let begun = name(pair[0]);
        let Some(act) = begun.strip_prefix("act ") else {
            continue;
        };
        let (start, end) = (number(&pair[0]["ts"]), number(&pair[1]["ts"]));
        let mut one = Took {
            longest: 0.0,
            all: 0.0,
        };
        for task in &tasks {
            let from = number(&task["ts"]);
            let to = from + number(&task["dur"]);
            if thread(task) == thread(pair[0]) && from < end && to > start {
                // The task that the act begins in counts whole.
                one.longest = one.longest.max((to - from) / 1000.0);
                if to < end {
                    one.all += (to - from.max(start)) / 1000.0;
                }
            }
        }
        took.entry(act.to_owned()).or_default().push(one);
    }
    took
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}
