//! The root of the Yew tree: cards and peeks beside a page that it leaves alone, and the reducer behind them.

use std::cell::{RefCell, RefMut};
use std::rc::Rc;

use yew::prelude::*;

use crate::app::changes::{Before, Kind};
use crate::app::components::belt::{Offers, belt, edge_drawing};
use crate::app::components::card::{self, State, card, pinned};
use crate::app::components::markup::draw;
use crate::app::components::peek::{self, peek};
use crate::app::effects::{Root, Stage, finish_drawing};
use crate::app::gather;
use crate::app::listening;
use crate::app::reading::view::View;
use crate::app::reading::{Action, Card, Open, Opener, PINS, Reading, Spot, Told};
use crate::app::records::{Frame, Records};
use crate::app::views::search::{REST, Search};
use crate::app::views::{self, Content};
use crate::components::map_drawing::geometry::Window;
use crate::model::messages::Messages;
use crate::platform::data::Data;
use crate::platform::layout::{self, Stance, stance, view_covers};
use crate::platform::{address, desk, document, fault, prose, task};

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
        blank: document::is_blank(&reading).then(|| records.surface()),
        frame: Rc::new(frame),
        records,
        reading,
    };
    let app = yew::Renderer::<Explorer>::with_root_and_props(explorer, props).render();
    task::next(move || listening::attach(app));
}

/// Properties for [`Explorer`]: they come with the page and never change.
#[derive(Clone, Properties)]
pub struct Props {
    frame: Rc<Frame>,
    records: Records,
    /// The page came without its prose: it is drawn here, through a portal.
    blank: Option<Html>,
    /// The element that holds the reading surface.
    reading: document::Element,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.frame, &other.frame)
    }
}

/// What the reader is doing, what is shown of it, and what is still to be done once it is drawn.
pub struct Explorer {
    reading: Reading,
    /// What the open card shows, gathered when it or its mention changes.
    card: Option<card::Content>,
    peek: Option<peek::Content>,
    /// What the open view shows.
    view: Option<Content>,
    /// The search after it was closed: its hits can still be walked along.
    kept: Option<Content>,
    /// The kept cards' kinds and copies.
    pins: Vec<(String, Html)>,
    stage: RefCell<Stage>,
    /// How many blocks the article has.
    blocks: u32,
}

impl Component for Explorer {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut reading = Reading::default();
        reading.peeking.off = desk::setting("peeks").as_deref() == Some("off");
        if address::fragment().is_empty() && layout::scrolled().0 == 0.0 {
            let place = desk::remembered(&listening::place_key());
            reading.resume = place
                .filter(|id| prose::block_of(id).is_some_and(|block| block > 3))
                .map(Into::into);
        }
        prose::skim();
        Self {
            reading,
            card: None,
            peek: None,
            view: None,
            kept: None,
            pins: Vec::new(),
            stage: RefCell::default(),
            blocks: ctx.props().frame.blocks,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let props = ctx.props();
        let root = ctx.link();
        let kind = Kind::of(&action);
        let before = Before::of(&self.reading);
        for effect in self.reading.step(action, task::now()) {
            self.stage.get_mut().act(effect, root);
        }
        let changed = match kind {
            Kind::Shown => {
                if let Some(card) = &mut self.card {
                    gather::sentences(card, &props.records, &props.frame);
                }
                true
            }
            Kind::Read => self.read(&props.frame.words, root),
            _ => self.gather(&before, kind, props, root),
        };
        let (reading, stage) = (&self.reading, self.stage.get_mut());
        if reading.fresh {
            stage.look(reading);
        }
        if kind == Kind::Resized || before.shut {
            stage.placed = None;
        }
        if kind == Kind::Resized || (kind == Kind::Scrolled && stance() == Stance::Anchored) {
            stage.place(reading);
        }
        if changed || !stage.after.is_empty() {
            // Yew's own `rendered` may come after the frame: a card would be seen before it has its place.
            finish_drawing(root.clone(), 0, reading.fresh);
        }
        changed
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = &props.frame.words;
        let surface = props.blank.as_ref();
        let surface = surface.map(|surface| create_portal(surface.clone(), props.reading.clone()));
        let mut kept = Vec::new();
        for (pin, (kind, copy)) in self.reading.pins.iter().zip(&self.pins) {
            kept.push(pinned(&pin.entity, kind, copy, words));
        }
        let pins = (!kept.is_empty()).then(|| {
            draw!(
                "<aside class=pins aria-label={0}>{1}</aside>",
                words.pinned.as_str(),
                kept
            )
        });
        let peek = self.peek.as_ref().map(|content| peek(content, words));
        // Last, so that it is drawn also where others took what stands before it away.
        let card = match (&self.reading.card, &self.card) {
            (Card::Open(open), Some(content)) => draw!(
                "<div class=veil></div><div class=edge>{0}</div>{1}",
                edge_drawing("lit", &content.marks),
                card(content, self.state(open), words)
            ),
            _ => Html::default(),
        };
        draw!(
            "{0}{1}{2}<p class=vh role=status>{3}</p>{4}{5}{6}",
            surface,
            pins,
            self.draw_view(words),
            &self.told(words),
            peek,
            belt(&self.offers(), words),
            card,
        )
    }
}

impl Explorer {
    pub(super) fn blocks(&self) -> u32 {
        self.blocks
    }

    /// The part of the map that a move leads to.
    pub(super) fn moved_map(
        &self,
        hundredths: i32,
        at: (i32, i32),
        by: (i32, i32),
    ) -> Option<Window> {
        let view = self.view.as_ref()?;
        view.moved_map(&self.reading.viewing, hundredths, at, by)
    }

    /// The event before or after the chosen one, in the timeline.
    pub(super) fn event(&self, forward: bool) -> Option<Rc<str>> {
        let timeline = self.view.as_ref()?.timeline()?;
        timeline.step(&self.reading.viewing, forward)
    }

    fn draw_view(&self, words: &Messages) -> Html {
        match &self.view {
            Some(content) => views::view(content, &self.reading.viewing, view_covers(), words),
            None => Html::default(),
        }
    }

    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The mention one step along the open card's, if it is mentioned elsewhere.
    pub(super) fn step(&self, forward: bool) -> Option<Opener> {
        let strip = &self.card.as_ref()?.strip;
        Opener::from_id(&strip.mentions[strip.step(forward)?].id)
    }

    pub(super) fn stage(&self) -> RefMut<'_, Stage> {
        self.stage.borrow_mut()
    }

    /// Brings what is shown up to date; whether it differs.
    fn gather(&mut self, before: &Before, kind: Kind, props: &Props, root: &Root) -> bool {
        let (words, reading) = (&props.frame.words, &self.reading);
        if reading.fresh {
            self.card = match &reading.card {
                Card::Open(open) if !open.adopted => {
                    gather::card(open, self.card.take(), props.frame.blocks, words)
                }
                Card::Open(_) | Card::Shut => None,
            };
        }
        let now = Before::of(reading);
        let peeks = now.peek != before.peek;
        if peeks {
            self.peek = reading.peeking.shown.as_ref().and_then(gather::peek);
        }
        let view = now.view;
        if view != before.view {
            let closed = self.view.take();
            if closed.as_ref().and_then(Content::search).is_some() {
                self.kept = closed;
            }
            let kept = self.kept.take_if(|_| view == Some(View::Search));
            let fresh = || Content::of(view?, &props.records, words);
            self.view = kept.or_else(fresh);
            document::set_current(view.map(View::slug));
            if view == Some(View::Search) {
                send_later(root, Action::Read);
            }
        }
        if (view != before.view || kind == Kind::Chosen || kind == Kind::Resized)
            && let Some(content) = &mut self.view
        {
            content.update(&reading.viewing, words);
            if content.search().is_some() {
                // The other results are drawn once nothing more was typed.
                let (root, query) = (root.clone(), reading.viewing.query.clone());
                task::later(REST, move || {
                    let now = root.get_component();
                    if now.is_some_and(|now| now.reading.viewing.query == query) {
                        root.send_message(Action::Read);
                    }
                });
            }
        }
        if now.pins != before.pins {
            self.pins.clear();
            for pin in &reading.pins {
                let pinned = gather::pinned(&pin.entity, pin.opener.as_ref(), words);
                self.pins.extend(pinned);
            }
        }
        match kind {
            Kind::Resized => self.view.is_some(),
            Kind::Scrolled | Kind::Pointed => peeks || now.offers != before.offers,
            _ => true,
        }
    }

    /// The search reads on in the page, and what is asked for is found in that too.
    fn read(&mut self, words: &Messages, root: &Root) -> bool {
        let Some(content) = &mut self.view else {
            return false;
        };
        if content.read() {
            send_later(root, Action::Read);
        }
        content.update(&self.reading.viewing, words);
        !self.reading.viewing.query.is_empty()
    }

    /// The search, if it is open or was.
    pub(super) fn search(&self) -> Option<&Search> {
        let open = self.view.as_ref().and_then(Content::search);
        open.or_else(|| self.kept.as_ref()?.search())
    }

    fn state(&self, open: &Open) -> State {
        State {
            sheet: stance() == Stance::Sheet,
            tall: open.tall,
            pinnable: self.reading.pins.len() < PINS,
            peeks: !self.reading.peeking.off,
            all: open.all,
        }
    }

    /// What is offered at the foot of the window.
    fn offers(&self) -> Offers {
        let reading = &self.reading;
        let block = |id: &str| prose::block_of(id);
        let (place, walked) = (reading.place.as_ref(), reading.viewing.walked);
        Offers {
            back: place.map(|place| block(&place.id).unwrap_or_default()),
            resume: reading.resume.as_deref().and_then(block),
            quote: reading.selecting,
            hit: walked.and_then(|number| Some((number + 1, self.hit(number)?.1))),
        }
    }

    /// A hit of the search, open or kept.
    pub(super) fn hit(&self, number: usize) -> Option<(Spot, usize)> {
        self.search()?.hit(number)
    }

    fn told(&self, words: &Messages) -> String {
        match &self.reading.told {
            Some(Told::Moved(opener)) => {
                let card = self.card.as_ref();
                let count = card.map_or(0, |card| card.strip.mentions.len());
                Messages::fill_of(words.moved.as_str(), opener.number as usize, count)
            }
            Some(Told::Event(event)) => {
                let timeline = self.view.as_ref().and_then(Content::timeline);
                let said = timeline.and_then(|timeline| timeline.say(event));
                said.unwrap_or_default()
            }
            Some(Told::Copied) => words.copied.clone(),
            Some(Told::NotCopied) => words.not_copied.clone(),
            None => match self.view.as_ref().and_then(Content::search) {
                Some(search) => search.status(words),
                None => String::new(),
            },
        }
    }
}

fn send_later(root: &Root, action: Action) {
    let root = root.clone();
    task::next(move || root.send_message(action));
}
