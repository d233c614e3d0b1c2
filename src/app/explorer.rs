//! The root of the Yew tree: one card beside a page that it leaves alone, and the reducer behind it.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::glyph::icon;
use crate::app::components::note::{Note, Standing};
use crate::app::listening;
use crate::app::reading::{Action, Card, Effect, Open, Reading};
use crate::app::records::Records;
use crate::app::surface::{Content, Surface};
use crate::model::page::{Frame, Note as Record};
use crate::model::words::Words;
use crate::platform::data::Data;
use crate::platform::{address, document, fault, task};

/// Attaches the app to the page: take the data, draw the root, listen; each in a task of its own, so that none is long.
pub fn start() {
    fault::install();
    task::next(|| match Data::of_page().and_then(Records::of) {
        Some(records) => task::next(|| draw(records)),
        None => fault::give_up("this page's data is missing or of another format"),
    });
}

fn draw(records: Records) {
    let (Some(frame), Some(explorer), Some(reading)) = (
        records.frame(),
        document::element("explorer"),
        document::element("reading"),
    ) else {
        return fault::give_up("this page's data is damaged");
    };
    let props = Props {
        records,
        words: Rc::new(frame.words.clone()),
        frame: Rc::new(frame),
        reading,
    };
    let app = yew::Renderer::<Explorer>::with_root_and_props(explorer, props).render();
    task::next(move || listening::attach(app));
}

/// Properties for [`Explorer`]: they come with the page and never change.
#[derive(Clone, Properties)]
pub struct Props {
    records: Records,
    frame: Rc<Frame>,
    words: Rc<Words>,
    /// The element that holds the reading surface.
    reading: document::Element,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.frame, &other.frame)
    }
}

/// What the reader is doing, and what is still to be done once it is drawn.
pub struct Explorer {
    records: Records,
    reading: Reading,
    /// The page came without its prose: it is drawn here, through a portal.
    blank: Option<Rc<Content>>,
    /// The open card's record; decoded when the card opens.
    note: Option<Rc<Record>>,
    after: Vec<Effect>,
}

impl Component for Explorer {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let blank = document::is_blank(&props.reading)
            .then(|| Rc::new(props.records.content(Frame::clone(&props.frame))));
        Self {
            records: props.records.clone(),
            reading: Reading::default(),
            blank,
            note: None,
            after: Vec::new(),
        }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        let (reading, effects) = self.reading.step(action);
        for effect in effects {
            self.act(effect);
        }
        let changed = reading != self.reading;
        self.reading = reading;
        self.note = match &self.reading.card {
            Card::Open(Open {
                adopted: false,
                entity,
                ..
            }) => match self.note.take().filter(|note| *note.entity == **entity) {
                Some(note) => Some(note),
                None => self.records.note(entity),
            },
            Card::Open(_) | Card::Shut => None,
        };
        changed || !self.after.is_empty()
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        html! {
            <>
                if let Some(content) = &self.blank {
                    { create_portal(html! { <Surface content={content.clone()} /> }, props.reading.clone()) }
                }
                if let (Card::Open(open), Some(note)) = (&self.reading.card, &self.note) {
                    { card(open, note, &props.words) }
                }
            </>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        for effect in std::mem::take(&mut self.after) {
            match effect {
                Effect::FocusCard => self.enter_card(),
                Effect::FocusOpener(Some(mention)) => {
                    document::focus(&mention);
                }
                Effect::FocusOpener(None) => document::focus_pressed(),
                _ => {}
            }
        }
    }
}

impl Explorer {
    pub(super) fn card(&self) -> &Card {
        &self.reading.card
    }

    pub(super) fn records(&self) -> &Records {
        &self.records
    }

    /// Moves focus into the card. If something else took our part of the page away, the note serves in its place.
    fn enter_card(&self) {
        if let Card::Open(Open {
            adopted: false,
            entity,
            ..
        }) = &self.reading.card
            && !document::focus("card-name")
        {
            fault::give_up("the card was removed from the page");
            address::go(&fragment(entity));
        }
    }

    fn act(&mut self, effect: Effect) {
        match effect {
            Effect::Push(entity) => address::push(&fragment(&entity)),
            Effect::Replace(entity) => {
                address::replace(entity.map(|entity| fragment(&entity)).as_deref());
            }
            Effect::Back => address::back(),
            Effect::Adopt(entity) => document::set(&fragment(&entity), "data-card", &entity),
            Effect::Release(entity) => {
                document::unset(&fragment(&entity), "data-card");
                if document::is_target(&fragment(&entity)) {
                    address::clear_target();
                }
            }
            Effect::Expand(mention) => document::set(&mention, "aria-expanded", "true"),
            Effect::Collapse(mention) => document::unset(&mention, "aria-expanded"),
            Effect::FocusCard | Effect::FocusOpener(_) => self.after.push(effect),
        }
    }
}

/// An entity's address within the page.
fn fragment(entity: &str) -> String {
    ["ent-", entity].concat()
}

/// The card is keyed by its entity: another entity is another element, whatever a translator did to this one.
fn card(open: &Open, note: &Rc<Record>, words: &Rc<Words>) -> Html {
    let standing = Standing::Card(open.opener.as_ref().map(|opener| opener.number));
    html! {
        <section key={note.entity.as_str()} class="card" role="dialog" aria-labelledby="card-name"
            data-card={note.entity.clone()} data-kind={note.kind.slug()}>
            <Note note={note.clone()} words={words.clone()} {standing} />
            <button class="shut" type="button" aria-label={words.close().to_owned()}>{ icon("close") }</button>
        </section>
    }
}
