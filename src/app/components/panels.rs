//! What never changes in the views, drawn on the build machine into the page as templates that the app copies: heads,
//! filters, choices, settings. As code of the app it would take four times the bytes.

use yew::prelude::*;

use crate::app::components::glyph::{icon, sign};
use crate::app::components::lists::scale;
use crate::model::kind::Kind;
use crate::model::page::{Event, Note};
use crate::model::words::Words;

/// Draws the template of each view.
pub fn panels(notes: &[Note], events: &[Event], blocks: u32, words: &Words) -> Html {
    let panels = [
        ("entities", words.entities(), entities(notes, blocks, words)),
        ("timeline", words.timeline(), dates(notes, events, words)),
        ("map", words.map(), Html::default()),
        ("relations", words.relations(), around(notes, words)),
        ("search", words.search(), search(words)),
        ("settings", words.settings(), settings(notes, words)),
        ("cite", words.cite(), Html::default()),
        ("help", words.help(), help(words)),
    ];
    let panels = panels.into_iter().map(|(view, name, controls)| {
        html! {
            <template id={["panel-", view].concat()}>
                <div class="view-head">
                    <h2 id="view-name" tabindex="-1">{ name }{ " " }<small class="num"></small></h2>
                    <button type="button" class="tool" data-act="close-view" aria-label={words.close().to_owned()} title={words.close().to_owned()}>{ icon("close") }</button>
                </div>
                <div class="controls">{ controls }</div>
            </template>
        }
    });
    panels.collect()
}

fn search(words: &Words) -> Html {
    html! {
        <label class="box">{ icon("search") }
            <input type="search" id="search-box" name="query" role="combobox" aria-label={words.search().to_owned()} aria-autocomplete="list"
                aria-controls="search-results" aria-expanded="false" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" />
        </label>
    }
}

fn entities(notes: &[Note], blocks: u32, words: &Words) -> Html {
    let orders = [
        ("text", words.order_text()),
        ("name", words.order_name()),
        ("count", words.order_count()),
    ];
    html! {
        <>
            <fieldset class="filters"><legend class="vh">{ words.kinds() }</legend>{ kinds("kind", notes, words) }</fieldset>
            <fieldset class="seg"><legend class="vh">{ words.order() }</legend>
                { for orders.iter().map(|(value, name)| one_of("order", value, name, *value == "text")) }
            </fieldset>
            { scale(blocks) }
        </>
    }
}

/// A box to tick for each kind that the page has.
fn kinds(name: &'static str, notes: &[Note], words: &Words) -> Html {
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
fn dates(notes: &[Note], events: &[Event], words: &Words) -> Html {
    if events.is_empty() {
        return Html::default();
    }
    let dated = |note: &&Note| {
        events
            .iter()
            .any(|event| event.entities.contains(&note.entity))
    };
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| notes.iter().filter(dated).any(|note| note.kind == *kind));
    html! {
        <label class="only"><span>{ words.show() }</span><select name="only">
            <option value="">{ words.all_dates() }</option>
            <optgroup label={words.kind().to_owned()}>
                { for kinds.map(|kind| html! { <option value={["kind:", kind.slug()].concat()}>{ words.of_kinds(kind) }</option> }) }
            </optgroup>
            <optgroup label={words.entities().to_owned()}>{ for notes.iter().filter(dated).map(option) }</optgroup>
        </select></label>
    }
}

/// Whose relations are drawn, those with most first.
fn around(notes: &[Note], words: &Words) -> Html {
    let related = |note: &&Note| {
        note.relations
            .iter()
            .filter(|relation| relation.other.is_some())
            .count()
    };
    let mut hubs: Vec<&Note> = notes.iter().filter(|note| related(note) > 0).collect();
    if hubs.is_empty() {
        return Html::default();
    }
    hubs.sort_by_key(|note| std::cmp::Reverse(related(note)));
    html! {
        <div class="only"><label for="hub">{ words.around() }</label><select id="hub" name="hub">{ for hubs.into_iter().map(option) }</select>
            <button type="button" class="more" data-act="whole" aria-pressed="false">{ words.whole_graph() }</button></div>
    }
}

fn option(note: &Note) -> Html {
    html! { <option value={note.entity.clone()}>{ note.name.text.as_str() }</option> }
}

fn settings(notes: &[Note], words: &Words) -> Html {
    let choices = [
        (
            "theme",
            words.theme(),
            vec![
                ("", words.theme_auto()),
                ("light", words.theme_light()),
                ("sepia", words.theme_sepia()),
                ("dark", words.theme_dark()),
            ],
        ),
        (
            "size",
            words.size(),
            vec![("s", "A"), ("", "A"), ("l", "A"), ("x", "A")],
        ),
        (
            "width",
            words.width(),
            vec![
                ("narrow", words.width_narrow()),
                ("", words.width_normal()),
                ("wide", words.width_wide()),
            ],
        ),
        (
            "marks",
            words.marks(),
            vec![
                ("all", words.marks_all()),
                ("section", words.marks_section()),
                ("first", words.marks_first()),
                ("none", words.marks_none()),
            ],
        ),
    ];
    let choices = choices.into_iter().map(|(name, label, options)| html! {
        <fieldset>
            <legend>{ label }</legend>
            <div class="seg" data-seg={name}>{ for options.iter().map(|(value, word)| one_of(name, value, word, value.is_empty())) }</div>
            if name == "marks" { <p>{ words.marks_note() }</p> }
        </fieldset>
    });
    let switches = [
        ("peeks", words.peeks()),
        ("skim", words.skim_mode()),
        ("keys", words.keys_on()),
    ];
    let switches = switches.into_iter().map(|(name, label)| html! {
        <label class="check"><input type="checkbox" {name} value="on" /><span>{ label }</span></label>
    });
    html! {
        <>
            { for choices }
            <fieldset><legend>{ words.marks_kinds() }</legend><div class="filters">{ kinds("plain", notes, words) }</div></fieldset>
            <fieldset><legend>{ words.reading() }</legend>{ for switches }</fieldset>
            <p><a href="#help" data-open-view="help">{ words.help() }</a></p>
        </>
    }
}

fn help(words: &Words) -> Html {
    let keys: [(&[&str], &str); 6] = [
        (&["Tab", "Enter"], words.help_open()),
        (&["Esc"], words.help_close()),
        (&["[", "]"], words.help_step()),
        (&["b"], words.help_back()),
        (&["Ctrl K"], words.help_search()),
        (&["/", "?"], words.help_single()),
    ];
    let rows = keys.iter().map(|(keys, does)| {
        let keys = keys
            .iter()
            .map(|key| html! { <><kbd>{ *key }</kbd>{ " " }</> });
        html! { <><dt>{ for keys }</dt><dd>{ *does }</dd></> }
    });
    html! {
        <>
            <p>{ words.key_note() }</p>
            <dl class="keys">{ for rows }</dl>
        </>
    }
}
