//! What never changes in the views, drawn on the build machine into the page as templates that the app copies: heads,
//! filters, choices, settings. As code of the app it would take four times the bytes.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::graph_drawing::GraphDrawing;
use crate::components::icon::icon;
use crate::components::sign::sign;
use crate::components::strip::scale;
use crate::model::kind::Kind;
use crate::model::messages::Messages;
use crate::model::page::{Event, Note, RelationList};

/// Draws the template of each view.
pub fn panels(notes: &[Rc<Note>], events: &[Event], blocks: u32, words: &Messages) -> Html {
    let panels = [
        (
            "entities",
            words.entities.as_str(),
            entities(notes, blocks, words),
        ),
        (
            "timeline",
            words.timeline.as_str(),
            dates(notes, events, words),
        ),
        ("map", words.map.as_str(), Html::default()),
        ("relations", words.relations.as_str(), around(notes, words)),
        ("search", words.search.as_str(), search(words)),
        ("settings", words.settings.as_str(), settings(notes, words)),
        ("cite", words.cite.as_str(), Html::default()),
        ("help", words.help.as_str(), help(words)),
    ];
    let panels = panels.into_iter().map(|(view, name, controls)| {
        html! {
            <template id={["panel-", view].concat()}>
                <div class="view-head">
                    <h2 id="view-name" tabindex="-1">{ name }{ " " }<small class="num"></small></h2>
                    <button type="button" class="tool" data-act="close-view" aria-label={words.close.clone()} title={words.close.clone()}>{ icon("close") }</button>
                </div>
                <div class="controls">{ controls }</div>
            </template>
        }
    });
    panels.collect()
}

/// Draws the template of the whole graph.
pub fn graph(list: &Rc<RelationList>) -> Html {
    html! { <template id="graph"><GraphDrawing {list} /></template> }
}

fn search(words: &Messages) -> Html {
    html! {
        <label class="box">{ icon("search") }
            <input type="search" id="search-box" name="query" role="combobox" aria-label={words.search.clone()} aria-autocomplete="list"
                aria-controls="search-results" aria-expanded="false" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" />
        </label>
    }
}

fn entities(notes: &[Rc<Note>], blocks: u32, words: &Messages) -> Html {
    let orders = [
        ("text", words.order_text.as_str()),
        ("name", words.order_name.as_str()),
        ("count", words.order_count.as_str()),
    ];
    html! {
        <>
            <fieldset class="filters"><legend class="vh">{ words.kinds.as_str() }</legend>{ kinds("kind", notes, words) }</fieldset>
            <fieldset class="seg"><legend class="vh">{ words.order.as_str() }</legend>
                { for orders.iter().map(|(value, name)| one_of("order", value, name, *value == "text")) }
            </fieldset>
            { scale(blocks) }
        </>
    }
}

/// A box to tick for each kind that the page has.
fn kinds(name: &'static str, notes: &[Rc<Note>], words: &Messages) -> Html {
    let boxes = Kind::ALL.into_iter().filter_map(|kind| {
        let count = notes.iter().filter(|note| note.kind == kind).count();
        (count > 0).then(|| html! {
            <label data-kind={kind.slug()}>
                <input type="checkbox" name={name} value={kind.slug()} checked={true} />{ sign() }
                <span>{ words.of_kinds(kind) }</span><span class="num">{ count.to_string() }</span>
            </label>
        })
    });
    boxes.collect()
}

fn one_of(name: &'static str, value: &str, word: &str, on: bool) -> Html {
    html! { <label><input type="radio" {name} value={value.to_owned()} checked={on} /><span>{ word }</span></label> }
}

/// Whose dates are listed: everyone's, a kind's, one entity's.
fn dates(notes: &[Rc<Note>], events: &[Event], words: &Messages) -> Html {
    if events.is_empty() {
        return Html::default();
    }
    let dated = |note: &&Rc<Note>| {
        events
            .iter()
            .any(|event| event.entities.contains(&note.entity))
    };
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| notes.iter().filter(dated).any(|note| note.kind == *kind));
    html! {
        <label class="only"><span>{ words.show.as_str() }</span><select name="only">
            <option value="">{ words.all_dates.as_str() }</option>
            <optgroup label={words.kind.clone()}>
                { for kinds.map(|kind| html! { <option value={["kind:", kind.slug()].concat()}>{ words.of_kinds(kind) }</option> }) }
            </optgroup>
            <optgroup label={words.entities.clone()}>{ for notes.iter().filter(dated).map(option) }</optgroup>
        </select></label>
    }
}

/// Whose relations are drawn, those with most first.
fn around(notes: &[Rc<Note>], words: &Messages) -> Html {
    let related = |note: &&Rc<Note>| {
        note.relations
            .iter()
            .filter(|relation| relation.other.is_some())
            .count()
    };
    let mut hubs: Vec<&Rc<Note>> = notes.iter().filter(|note| related(note) > 0).collect();
    if hubs.is_empty() {
        return Html::default();
    }
    hubs.sort_by_key(|note| std::cmp::Reverse(related(note)));
    html! {
        <div class="only"><label for="hub">{ words.around.as_str() }</label><select id="hub" name="hub">{ for hubs.into_iter().map(option) }</select>
            <button type="button" class="more" data-act="whole" aria-pressed="false">{ words.whole_graph.as_str() }</button></div>
    }
}

fn option(note: &Rc<Note>) -> Html {
    html! { <option value={note.entity.clone()}>{ note.name.text.as_str() }</option> }
}

fn settings(notes: &[Rc<Note>], words: &Messages) -> Html {
    let choices = [
        (
            "theme",
            words.theme.as_str(),
            vec![
                ("", words.theme_auto.as_str()),
                ("light", words.theme_light.as_str()),
                ("sepia", words.theme_sepia.as_str()),
                ("dark", words.theme_dark.as_str()),
            ],
        ),
        (
            "size",
            words.size.as_str(),
            vec![("s", "A"), ("", "A"), ("l", "A"), ("x", "A")],
        ),
        (
            "width",
            words.width.as_str(),
            vec![
                ("narrow", words.width_narrow.as_str()),
                ("", words.width_normal.as_str()),
                ("wide", words.width_wide.as_str()),
            ],
        ),
        (
            "marks",
            words.marks.as_str(),
            vec![
                ("all", words.marks_all.as_str()),
                ("section", words.marks_section.as_str()),
                ("first", words.marks_first.as_str()),
                ("none", words.marks_none.as_str()),
            ],
        ),
    ];
    let choices = choices.into_iter().map(|(name, label, options)| html! {
        <fieldset>
            <legend>{ label }</legend>
            <div class="seg" data-seg={name}>{ for options.iter().map(|(value, word)| one_of(name, value, word, value.is_empty())) }</div>
            if name == "marks" { <p>{ words.marks_note.as_str() }</p> }
        </fieldset>
    });
    let switches = [
        ("peeks", words.peeks.as_str()),
        ("skim", words.skim_mode.as_str()),
        ("keys", words.keys_on.as_str()),
    ];
    let switches = switches.into_iter().map(|(name, label)| html! {
        <label class="check"><input type="checkbox" {name} value="on" /><span>{ label }</span></label>
    });
    html! {
        <>
            { for choices }
            <fieldset><legend>{ words.marks_kinds.as_str() }</legend><div class="filters">{ kinds("plain", notes, words) }</div></fieldset>
            <fieldset><legend>{ words.reading.as_str() }</legend>{ for switches }</fieldset>
            <p><a href="#help" data-open-view="help">{ words.help.as_str() }</a></p>
        </>
    }
}

fn help(words: &Messages) -> Html {
    let keys: [(&[&str], &str); 6] = [
        (&["Tab", "Enter"], words.help_open.as_str()),
        (&["Esc"], words.help_close.as_str()),
        (&["[", "]"], words.help_step.as_str()),
        (&["b"], words.help_back.as_str()),
        (&["Ctrl K"], words.help_search.as_str()),
        (&["/", "?"], words.help_single.as_str()),
    ];
    let rows = keys.iter().map(|(keys, does)| {
        let keys = keys
            .iter()
            .map(|key| html! { <><kbd>{ *key }</kbd>{ " " }</> });
        html! { <><dt>{ for keys }</dt><dd>{ *does }</dd></> }
    });
    html! {
        <>
            <p>{ words.key_note.as_str() }</p>
            <dl class="keys">{ for rows }</dl>
        </>
    }
}
