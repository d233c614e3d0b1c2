//! The explorer: the reducer's state, and the parts of the tree that show what the reader is doing.

use std::cell::{RefCell, RefMut};
use std::rc::Rc;

use yew::html::Scope;
use yew::prelude::*;

use crate::app::blank::Blank;
use crate::app::effects::{Effects, awaits_drawing, expand};
use crate::app::foot::Foot;
use crate::app::kept_cards::KeptCards;
use crate::app::last_place;
use crate::app::lit_edge::LitEdge;
use crate::app::live_region::LiveRegion;
use crate::app::open_card::OpenCard;
use crate::app::open_footnote::OpenFootnote;
use crate::app::open_peek::OpenPeek;
use crate::app::page_state;
use crate::app::page_text::{self, block_of};
use crate::app::reader::Reader;
use crate::app::reading::peek::{PeekState, Pointer};
use crate::app::reading::{Action, Card, CopyOutcome, KEPT_CARDS, Reading, ReturnPoint, Subject};
use crate::app::records::Records;
use crate::app::remembered_cards;
use crate::app::views::open_view::OpenView;
use crate::app::window::{CardLayout, card_layout, view_covers};
use crate::components::card::{CardHeight, CardOptions};
use crate::components::foot_bar::{Copied, FootBarItems};
use crate::components::view::ViewSeen;
use crate::model::page::Frame;
use crate::platform::host::Host;
use crate::platform::layout;
use crate::platform::{storage, task};

/// The names of all settings; `static/theme.js` has the same.
pub(super) const SETTINGS: [&str; 10] = [
    "theme", "size", "width", "marks", "plain", "peeks", "skim", "keys", "find", "print",
];

/// Properties for [`Explorer`]: they come with the page and never change.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) reader: Reader,
    /// The page came without its article, notes and lists: they are drawn here.
    pub(super) blank: bool,
    /// Called once, with what takes actions.
    pub(super) onstart: Callback<Scope<Explorer>>,
}

/// What the reader is doing, and what is still to be done about it in the browser.
pub(super) struct Explorer {
    reading: Reading,
    reader: Reader,
    effects: RefCell<Effects>,
}

impl Component for Explorer {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let reader = &ctx.props().reader;
        let (host, frame) = (&reader.host, &reader.frame);
        let kept = SETTINGS.into_iter().filter_map(|name| {
            let value = storage::setting(host, name)?;
            Some((name.into(), value.into()))
        });
        let mut reading = Reading {
            window: layout::window_size(),
            block_offsets: frame.block_offsets.as_slice().into(),
            settings: kept.collect(),
            pins: remembered_cards::remembered(host, &reader.records, &frame.article),
            ..Reading::default()
        };
        if host.addresses.fragment().is_empty() && layout::scrolled().0 == 0.0 {
            reading.resume = last_place::remembered(host, &frame.article)
                .filter(|id| block_of(host, id).is_some_and(|block| block > 3))
                .map(Into::into);
        }
        for opener in reading.pins.iter().filter_map(|pin| pin.opener.as_ref()) {
            expand(host, &opener.id);
        }
        ctx.props().onstart.emit(ctx.link().clone());
        page_state::set_card_open(host, !reading.pins.is_empty());
        Self {
            reading,
            reader: reader.clone(),
            effects: RefCell::new(Effects::new(host.clone())),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let resized = matches!(action, Action::Resized { .. });
        let scrolled = matches!(action, Action::Point(Pointer::Scrolled { .. }));
        let (next, asked) = self.reading.step(action, task::now());
        let before = std::mem::replace(&mut self.reading, next);
        let (reading, effects) = (&self.reading, self.effects.get_mut());
        for effect in asked {
            effects.run(effect, &self.reader.dispatch);
        }
        if before.viewing.view() != reading.viewing.view() {
            let view = reading.viewing.view().map(|view| view.slug());
            page_state::set_current(&self.reader.host, view);
        }
        let open = |reading: &Reading| reading.card != Card::Shut || !reading.pins.is_empty();
        if open(&before) != open(reading) {
            page_state::set_card_open(&self.reader.host, open(reading));
        }
        if before.pins != reading.pins {
            let article = &self.reader.frame.article;
            remembered_cards::remember(&self.reader.host, article, &reading.pins);
        }
        if before.card != reading.card {
            effects.measure(reading);
            keep_opener(&self.reader.host, &before.card, &reading.card);
        }
        if resized || before.card == Card::Shut {
            effects.placement.forget();
        }
        if resized || (scrolled && card_layout() == CardLayout::Anchored) {
            effects.place(reading);
        }
        if before.block_offsets != reading.block_offsets {
            page_text::mark_edge(
                &self.reader.host,
                &self.reader.records,
                &reading.block_offsets,
            );
        }
        let changed = differs(&before, reading);
        if changed || effects.wait() {
            // Yew's own `rendered` may come after the frame: a card would be seen before it has its place.
            finish_before_frame(ctx.link().clone(), 0);
        }
        changed
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        crate::components::rendered("Explorer");
        let reading = &self.reading;
        // The card comes last, so that it is drawn also where others took away what stands before it.
        html! {
            <>
                if ctx.props().blank { <Blank /> }
                <KeptCards pins={reading.pins.clone()} />
                if let Some((view, seen)) = reading.drawn_view() {
                    <ContextProvider<ViewSeen> context={ViewSeen(seen)}>
                    <OpenView key={view.slug()} {view} viewing={reading.viewing.clone()} covers={view_covers()} window={reading.window} settings={reading.settings.clone()} />
                    </ContextProvider<ViewSeen>>
                }
                <LiveRegion announcement={reading.announcement.clone()} />
                if let Some(peek) = &reading.peek_state.shown {
                    <OpenPeek key={&*peek.subject.fragment()} subject={peek.subject.clone()} mention={peek.opener.number} />
                }
                <Foot items={self.foot_bar_items()} />
                { self.card() }
            </>
        }
    }
}

/// Keeps in the history which mention the open card belongs to, for when the reader comes back to the entry.
fn keep_opener(host: &Host, before: &Card, after: &Card) {
    let opener = |card: &Card| match card {
        Card::Open(open) => open.opener.as_ref().map(|opener| opener.id.clone()),
        Card::Shut => None,
    };
    if let Some(id) = opener(after)
        && opener(before).as_ref() != Some(&id)
    {
        host.addresses.keep_opener(&id);
    }
}

/// Whether what is drawn differs. A pointer on its way to a peek and the page's scrolling are not drawn
/// here.
fn differs(before: &Reading, after: &Reading) -> bool {
    let Reading {
        card,
        peek_state,
        viewing,
        pins,
        covered: _,
        depth: _,
        return_point,
        lit,
        resume,
        selecting,
        settings,
        window,
        block_offsets,
        copying,
        announcement,
    } = after;
    let peek = |peek_state: &PeekState| {
        let shown = peek_state.shown.as_ref();
        shown.map(|peek| (peek.subject.clone(), peek.opener.clone()))
    };
    let point_of = |point: &Option<ReturnPoint>| point.as_ref().map(|point| point.id.clone());
    before.card != *card
        || peek(&before.peek_state) != peek(peek_state)
        || before.viewing != *viewing
        || before.pins != *pins
        || point_of(&before.return_point) != point_of(return_point)
        || before.lit != *lit
        || before.resume != *resume
        || before.selecting != *selecting
        || before.settings != *settings
        || before.window != *window
        || before.block_offsets != *block_offsets
        || before.copying != *copying
        || before.announcement != *announcement
}

impl Explorer {
    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    pub(super) fn host(&self) -> &Rc<Host> {
        &self.reader.host
    }

    pub(super) fn records(&self) -> &Records {
        &self.reader.records
    }

    pub(super) fn frame(&self) -> &Frame {
        &self.reader.frame
    }

    pub(super) fn effects(&self) -> RefMut<'_, Effects> {
        self.effects.borrow_mut()
    }

    fn card(&self) -> Html {
        let Card::Open(open) = &self.reading.card else {
            return Html::default();
        };
        let layout = card_layout();
        let options = CardOptions {
            sheet: layout == CardLayout::Sheet,
            // In the margin it stands over no text, so it need not make way.
            height: if layout == CardLayout::Margin {
                CardHeight::Half
            } else {
                open.height
            },
            pinnable: self.reading.pins.len() < KEPT_CARDS,
            peeks: !self.reading.peeks_off(),
            all: open.all,
        };
        let open = open.clone();
        let key = open.subject.fragment();
        let card = match open.subject.clone() {
            Subject::Footnote(number) => {
                html! { <OpenFootnote key={&*key} {number} {open} {options} /> }
            }
            Subject::Entity(entity) => html! {
                <>
                    <LitEdge key={["edge ", &*key].concat()} {entity} block_offsets={self.reading.block_offsets.clone()} />
                    <OpenCard key={&*key} {open} {options} />
                </>
            },
        };
        html! {
            <>
                if options.is_modal() { <div class="veil"></div> }
                { card }
            </>
        }
    }

    /// What is offered at the foot of the window.
    fn foot_bar_items(&self) -> FootBarItems {
        let reading = &self.reading;
        // Back to the block that the reader has gone to leads nowhere.
        let lit = reading.lit.as_ref();
        let lit = lit.and_then(|lit| block_of(self.host(), &lit.id));
        let away = |point: &&ReturnPoint| lit.is_none() || lit != block_of(self.host(), &point.id);
        let return_point = reading.return_point.as_ref().filter(away);
        let block = |id: &str| block_of(self.host(), id);
        FootBarItems {
            back: return_point.map(|point| block(&point.id).unwrap_or_default()),
            resume: reading.resume.as_deref().and_then(block),
            quote: reading.selecting,
            copied: reading
                .copying
                .outcome
                .as_ref()
                .map(|outcome| match outcome {
                    CopyOutcome::Copied => Copied::Done,
                    CopyOutcome::Refused(words) => Copied::ByHand(words.clone()),
                }),
            hit: reading
                .viewing
                .hits
                .as_ref()
                .map(|hits| (hits.at + 1, hits.passages.len())),
        }
    }
}

/// Frames that a drawing may take, on a slow machine, before a card or view that is not there counts as taken away.
const PATIENCE: u32 = 20;

/// Before the next frame, which cannot wait for Yew's turn: moves, focus and places.
fn finish_before_frame(root: Scope<Explorer>, tries: u32) {
    task::before_frame(move || {
        let late = root.get_component().is_some_and(|explorer| {
            let late = tries < PATIENCE && awaits_drawing(explorer.host(), explorer.reading());
            if !late {
                explorer.effects().finish(explorer.reading());
            }
            late
        });
        if late {
            finish_before_frame(root, tries + 1);
        }
    });
}
