//! What a reader does: presses, points, types, scrolls, goes back. Presses are a real pointer's, at a point
//! where the element is really to be seen.

use serde_json::{Value, json};

use super::engine::Engine;
use super::page::{Page, Window};
use super::wait::eventually;

pub const ENTER: &str = "\u{e007}";
pub const ESCAPE: &str = "\u{e00c}";
pub const TAB: &str = "\u{e004}";
const CONTROL: &str = "\u{e009}";
const SHIFT: &str = "\u{e008}";
const PRESS: [&str; 2] = ["pointerDown", "pointerUp"];

impl Page {
    /// Presses the primary button over an element, where it is really to be seen.
    #[track_caller]
    pub fn press(&self, selector: &str) {
        let (x, y) = self.point_on(selector);
        self.press_at(x, y);
    }

    /// Presses the primary button at a point of the window.
    #[track_caller]
    pub fn press_at(&self, x: i64, y: i64) {
        self.browser
            .command("actions", &json!({ "actions": [mouse(x, y, &PRESS)] }));
    }

    /// A double click on an element, where it is really to be seen.
    #[track_caller]
    pub fn press_twice(&self, selector: &str) {
        let (x, y) = self.point_on(selector);
        let twice = [PRESS, PRESS].concat();
        self.browser
            .command("actions", &json!({ "actions": [mouse(x, y, &twice)] }));
    }

    /// Makes the window as large as another.
    #[track_caller]
    pub fn resize(&self, window: Window) {
        self.browser.fit(window.width, window.height);
    }

    /// Presses with the control key held, which asks for a tab.
    #[track_caller]
    pub fn press_with_control(&self, selector: &str) {
        let (x, y) = self.point_on(selector);
        let key = |kind: &str| json!({ "type": kind, "value": CONTROL });
        let wait = json!({ "type": "pause" });
        let keys = json!({ "type": "key", "id": "keys",
            "actions": [key("keyDown"), wait, wait, key("keyUp")] });
        self.browser.command(
            "actions",
            &json!({ "actions": [mouse(x, y, &PRESS), keys] }),
        );
    }

    #[track_caller]
    fn point_on(&self, selector: &str) -> (i64, i64) {
        eventually(
            &format!("{selector} is in the window, with nothing over it"),
            || {
                let point = self.ask(POINT_ON, &[json!(selector)]);
                Some((point[0].as_i64()?, point[1].as_i64()?))
            },
        )
    }

    /// Rests the mouse on an element, where it is really to be seen.
    #[track_caller]
    pub fn point_at(&self, selector: &str) {
        let (x, y) = self.point_on(selector);
        self.point_to(x, y);
    }

    /// Moves the mouse to a point of the window.
    #[track_caller]
    pub fn point_to(&self, x: i64, y: i64) {
        self.browser
            .command("actions", &json!({ "actions": [mouse(x, y, &[])] }));
    }

    /// Draws the mouse from a point to another with its button down.
    #[track_caller]
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let mut drag = mouse(from.0 as i64, from.1 as i64, &["pointerDown"]);
        let rest = mouse(to.0 as i64, to.1 as i64, &["pointerUp"]);
        if let (Some(actions), Some(rest)) =
            (drag["actions"].as_array_mut(), rest["actions"].as_array())
        {
            actions.extend(rest.iter().cloned());
        }
        self.browser
            .command("actions", &json!({ "actions": [drag] }));
    }

    /// Turns the wheel over a point.
    #[track_caller]
    pub fn wheel(&self, x: i64, y: i64, down: i64) {
        self.browser.command("actions", &json!({ "actions": [{ "type": "wheel", "id": "wheel", "actions": [
            { "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": down, "duration": 0, "origin": "viewport" },
        ] }] }));
    }

    /// Taps with a finger.
    #[track_caller]
    pub fn tap(&self, selector: &str) {
        let (x, y) = self.point_on(selector);
        self.tap_at(x, y);
    }

    /// Taps a point of the window.
    #[track_caller]
    pub fn tap_at(&self, x: i64, y: i64) {
        self.browser.command("actions", &json!({ "actions": [{ "type": "pointer", "id": "finger",
            "parameters": { "pointerType": "touch" }, "actions": [
            { "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y },
            { "type": "pointerDown", "button": 0 }, { "type": "pause", "duration": 40 }, { "type": "pointerUp", "button": 0 },
        ] }] }));
    }

    /// Draws a finger from a point to another.
    #[track_caller]
    pub fn swipe(&self, from: (f64, f64), to: (f64, f64)) {
        let to_point = |(x, y): (f64, f64), duration: u32| json!({ "type": "pointerMove", "duration": duration, "origin": "viewport", "x": x as i64, "y": y as i64 });
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        self.browser.command("actions", &json!({ "actions": [{ "type": "pointer", "id": "finger",
            "parameters": { "pointerType": "touch" }, "actions": [
            to_point(from, 0), { "type": "pointerDown", "button": 0 }, to_point(middle, 60), to_point(to, 60),
            { "type": "pointerUp", "button": 0 },
        ] }] }));
    }

    /// Two fingers at both sides of a point, drawn from so far apart to so far apart.
    #[track_caller]
    pub fn pinch(&self, (x, y): (f64, f64), from: f64, to: f64) {
        let finger = |name: &str, side: f64| {
            let at = |apart: f64, duration: u32| {
                json!({ "type": "pointerMove", "duration": duration, "origin": "viewport",
                    "x": side.mul_add(apart / 2.0, x) as i64, "y": y as i64 })
            };
            json!({ "type": "pointer", "id": name, "parameters": { "pointerType": "touch" }, "actions": [
                at(from, 0), { "type": "pointerDown", "button": 0 }, at((from + to) / 2.0, 60), at(to, 60),
                { "type": "pointerUp", "button": 0 },
            ] })
        };
        let fingers = [finger("left", -1.0), finger("right", 1.0)];
        self.browser
            .command("actions", &json!({ "actions": fingers }));
    }

    #[track_caller]
    pub fn press_mention(&self, id: &str) {
        self.press(&format!("#{id}"));
    }

    #[track_caller]
    pub fn press_key(&self, key: &str) {
        self.browser.command(
            "actions",
            &json!({ "actions": [
            { "type": "key", "id": "keys", "actions": [
                { "type": "keyDown", "value": key },
                { "type": "keyUp", "value": key },
            ] },
        ] }),
        );
    }

    /// Types words, key by key.
    #[track_caller]
    pub fn type_words(&self, words: &str) {
        let keys: Vec<Value> = words
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })))
            .collect();
        self.browser.command(
            "actions",
            &json!({ "actions": [{ "type": "key", "id": "keys", "actions": keys }] }),
        );
    }

    /// Presses a key with the shift key held.
    #[track_caller]
    pub fn press_key_with_shift(&self, key: &str) {
        self.press_key_with(SHIFT, key);
    }

    /// Presses a key with the control key held.
    #[track_caller]
    pub fn press_key_with_control(&self, key: &str) {
        self.press_key_with(CONTROL, key);
    }

    #[track_caller]
    fn press_key_with(&self, held: &str, key: &str) {
        let step = |kind: &str, value: &str| json!({ "type": kind, "value": value });
        let steps = [
            step("keyDown", held),
            step("keyDown", key),
            step("keyUp", key),
            step("keyUp", held),
        ];
        self.browser.command(
            "actions",
            &json!({ "actions": [{ "type": "key", "id": "keys", "actions": steps }] }),
        );
    }

    #[track_caller]
    pub fn go_back(&self) {
        self.browser.run("history.back()", &[]);
    }

    /// Leaves for an empty page and comes back.
    #[track_caller]
    pub fn leave_and_come_back(&self) {
        self.browser.go("about:blank");
        self.come_back();
    }

    /// Comes back from another page with the browser's own button. The command waits for the page, where a script that is
    /// asked on the way would get no answer.
    #[track_caller]
    pub fn come_back(&self) {
        self.browser.command("back", &json!({}));
    }

    #[track_caller]
    pub fn reload(&self) {
        if self.browser.engine != Engine::Firefox {
            self.browser.command("refresh", &json!({}));
            return;
        }
        // By the driver's own command Firefox forgets how far the page was scrolled, which it does not for a reader.
        self.ask("(window.left = true, location.reload())", &[]);
        let there = "window.left !== true && document.readyState === 'complete'";
        self.expect_answer(there, &json!(true));
    }

    /// Presses the card's own way out, known to readers by its name.
    #[track_caller]
    pub fn close_card(&self) {
        self.press("[data-card] button[title^='Close']");
    }

    /// Scrolls the page so that an element stands `top` pixels below the window's upper edge, as a reader's
    /// wheel might have left it.
    #[track_caller]
    pub fn bring(&self, selector: &str, top: i64) {
        self.ask(
            "scrollTo({ top: scrollY + document.querySelector($0).getBoundingClientRect().top - $1, behavior: 'instant' })",
            &[json!(selector), json!(top)],
        );
        self.settle();
    }

    /// Scrolls within a card or note, which moves no text.
    #[track_caller]
    pub fn reveal(&self, selector: &str) {
        let mut last = Value::Null;
        eventually(&format!("{selector} stands still in the window"), || {
            let place = self.ask(
                "(found => {
                    found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
                    const { left, top } = found.getBoundingClientRect();
                    return [left, top];
                })(document.querySelector($0))",
                &[json!(selector)],
            );
            self.settle();
            let stands = place == last;
            last = place;
            stands.then_some(())
        });
    }

    /// Lets two frames pass and all that fades come to its end: whatever would move has moved. What scrolling
    /// drives has no end of its own, and of a fade that was left half way no end may be told.
    #[track_caller]
    pub fn settle(&self) {
        self.browser.run_until_called(
            "const done = arguments[0];
             const enough = new Promise(late => setTimeout(late, 2000));
             requestAnimationFrame(() => requestAnimationFrame(() =>
                Promise.race([enough, Promise.allSettled(document.getAnimations()
                    .filter(one => one.timeline === document.timeline).map(one => one.finished))]).then(() => done(null))));",
            &[],
        );
    }

    #[track_caller]
    pub fn close_note(&self) {
        self.press("[data-note]:target a[href='#read']");
    }
}

fn mouse(x: i64, y: i64, then: &[&str]) -> Value {
    let mut actions =
        vec![json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y })];
    actions.extend(then.iter().map(|kind| json!({ "type": kind, "button": 0 })));
    json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions })
}

/// A point where a press meets the element and nothing else: the middle of one of its lines.
const POINT_ON: &str = "(() => {
    const element = document.querySelector($0);
    for (const box of element?.getClientRects() ?? []) {
        const [x, y] = [Math.round((box.left + box.right) / 2), Math.round((box.top + box.bottom) / 2)];
        if (box.width && element.contains(document.elementFromPoint(x, y))) return [x, y];
    }
    return null;
})()";
