//! The map: the part that a reader chose, drawn along and enlarged by pointer, wheel and keys; the list of places below.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::app::reading::Action;
use crate::app::reading::view::{Choice, MapExtent, Viewing};
use crate::app::views::{ViewProps, count, use_sender};
use crate::components::lists::places::PlaceRows;
use crate::components::map_drawing::MapDrawing;
use crate::components::map_drawing::geometry::{Viewport, clusters};
use crate::components::measures;
use crate::components::messages::use_messages;
use crate::components::selectors::MAP;
use crate::components::tool::Tool;
use crate::components::view::View;
use crate::model::kind::Kind;
use crate::model::messages::Messages;
use crate::model::page::{EntityLink, EntityList, MapLayout, PlaceList};
use crate::platform::document::Element;
use crate::platform::dragging::{self, Move, Pointers};
use crate::platform::host::Host;
use crate::platform::{fields, layout};

/// Width of the map at most, in CSS pixels.
const WIDTH: i32 = measures::PANEL as i32;
/// What stands beside the map in a window that is narrower, in CSS pixels.
const MARGINS: i32 = 40;
/// The middle of the map, in thousandths.
const MIDDLE: (i32, i32) = (500, 500);
/// How far a key draws the map along, in thousandths of its width.
const STEP: i32 = 150;
/// Hundredths by which buttons and keys enlarge and reduce.
const NEARER: i32 = 150;
const FARTHER: i32 = 67;
/// Places without a position that are named; more are counted.
const NAMED: usize = 4;

/// The map over the list of its places.
#[component]
pub(super) fn MapView(props: &ViewProps) -> Html {
    crate::components::rendered("MapView");
    let reader = use_reader();
    let messages = use_messages();
    let onclose = use_sender(|()| Action::CloseView);
    let Some(list) = reader.records.places() else {
        return Html::default();
    };
    let drawn = list.layout.as_ref().map(|layout| {
        let window = window_of(layout, &props.viewing);
        html! { <Drawn list={list.clone()} {window} cluster={props.viewing.cluster} size={props.window} /> }
    });
    let all = list.rows.len();
    html! {
        <View slug="map" name={messages.map.clone()} count={count(all, all, &messages)} covers={props.covers}
            {onclose}>
            { drawn }
            { legend(&list, &messages) }
            { reader.records.entities().and_then(|all| unplaced(&list, &all, &messages)) }
            <section class="list"><PlaceRows {list} /></section>
        </View>
    }
}

/// What dotted circles mean, where there are any.
fn legend(list: &PlaceList, messages: &Messages) -> Option<Html> {
    let mut pins = list.layout.iter().flat_map(|layout| &layout.places);
    let dotted = pins.any(|pin| pin.approximate || pin.radius.is_some());
    dotted.then(|| html! { <p class="legend">{ &messages.circles }</p> })
}

/// Which of the page's places are not on the map, since nobody says where they are.
fn unplaced(list: &PlaceList, entities: &EntityList, messages: &Messages) -> Option<Html> {
    let is_on_map = |link: &EntityLink| list.rows.iter().any(|row| row.link.entity == link.entity);
    let links = entities.rows.iter().map(|row| &row.link);
    let left = links.filter(|link| link.kind.like() == Kind::Place && !is_on_map(link));
    let names: Vec<_> = left.map(|link| &*link.name).collect();
    let told = match names.len() {
        0 => return None,
        1..=NAMED => names.join(", "),
        many => many.to_string(),
    };
    Some(html! { <p class="legend">{ Messages::fill(&messages.unplaced, &told) }</p> })
}

/// What is seen: as chosen, or around an entity, or everything.
fn window_of(layout: &MapLayout, viewing: &Viewing) -> Viewport {
    let whole = Viewport::whole(layout);
    match &viewing.extent {
        MapExtent::Whole => whole,
        MapExtent::Viewport(window) => *window,
        MapExtent::Around(entity) => {
            let pin = layout.places.iter().find(|pin| *pin.entity == **entity);
            pin.map_or(whole, |pin| Viewport::around(layout, pin))
        }
    }
}

/// Properties for [`Drawn`].
#[derive(Clone, PartialEq, Properties)]
struct Props {
    list: Rc<PlaceList>,
    window: Viewport,
    /// The dot of several places whose places are listed.
    cluster: Option<usize>,
    /// Inner size of the browser's window: the map follows its width.
    size: (u32, u32),
}

/// The map that is drawn along and enlarged.
#[component]
fn Drawn(props: &Props) -> Html {
    crate::components::rendered("Drawn");
    let reader = use_reader();
    let messages = use_messages();
    let element = use_node_ref();
    let width = use_width(reader.host.clone(), props.size.0);
    let pointers = use_memo((), |()| Pointers::on(MAP));
    let see = use_callback(
        (props.list.clone(), props.window, reader.dispatch.clone()),
        |moved, (list, window, dispatch)| dispatch.emit(see(list, *window, moved)),
    );
    use_wheel(element.clone(), see.clone());
    let onpointerdown = with_pointers(&pointers, |pointers, event| pointers.press(&event));
    let onpointerup = with_pointers(&pointers, |pointers, event| pointers.release(&event));
    let onpointermove = {
        let (pointers, see) = (pointers.clone(), see.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(moved) = pointers.follow(&event) {
                event.prevent_default();
                see.emit(moved);
            }
        })
    };
    // What looks like a press was the end of a drag.
    let onclick = {
        let pointers = pointers.clone();
        Callback::from(move |event: MouseEvent| {
            if pointers.were_dragged() {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let onkeydown = {
        let see = see.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(moved) = fields::key(&event).and_then(|key| moved_by(&key)) {
                event.prevent_default();
                see.emit(moved);
            }
        })
    };
    let zoom = |hundredths| see.reform(move |()| zoomed(hundredths));
    let layout = props.list.layout.as_ref();
    let nearest = layout.is_some_and(|layout| props.window.is_nearest(layout));
    let whole_seen = layout.is_none_or(|layout| props.window == Viewport::whole(layout));
    let whole = use_sender(|()| Action::Choose(Choice::Extent(MapExtent::Whole)));
    let oncluster = use_sender(|row| Action::Choose(Choice::Cluster(row)));
    html! {
        <>
            <div class="atlas" ref={element} role="group" aria-label={messages.map.clone()} tabindex="0" {onkeydown} {onclick}
                {onpointerdown} {onpointermove} onpointercancel={onpointerup.clone()} {onpointerup}>
                <MapDrawing list={props.list.clone()} window={Some(props.window)} {width} oncluster={Some(oncluster)} />
                <div class="zoom">
                    <Tool act="zoom-in" icon="plus" label={messages.zoom_in.clone()} disabled={nearest} onpress={zoom(NEARER)} />
                    <Tool act="zoom-out" icon="minus" label={messages.zoom_out.clone()} disabled={whole_seen} onpress={zoom(FARTHER)} />
                    <Tool act="zoom-whole" icon="whole" label={messages.zoom_whole.clone()} onpress={whole} />
                </div>
            </div>
            { cluster(props, width) }
        </>
    }
}

/// The width of the map, measured once the view is drawn and whenever the window's width changes.
#[hook]
fn use_width(host: Rc<Host>, window: u32) -> i32 {
    let width = use_state_eq(|| (window as i32 - MARGINS).min(WIDTH));
    let setter = width.setter();
    use_effect_with(window, move |_| {
        if let Some(room) = layout::inner_width(&host, ".view-body .controls") {
            setter.set((room as i32).min(WIDTH));
        }
    });
    *width
}

/// Listens to the wheel on the map alone, so that the page's own scrolling waits for no listener.
#[hook]
fn use_wheel(element: NodeRef, see: Callback<Move>) {
    use_effect_with((element, see), |(element, see)| {
        let see = see.clone();
        let element = element.cast::<Element>();
        let listener =
            element.map(|element| dragging::on_wheel(&element, move |moved| see.emit(moved)));
        move || drop(listener)
    });
}

fn with_pointers(
    pointers: &Rc<Pointers>,
    does: fn(&Pointers, PointerEvent),
) -> Callback<PointerEvent> {
    let pointers = pointers.clone();
    Callback::from(move |event| does(&pointers, event))
}

/// The part of the map that a move leads to.
fn see(list: &PlaceList, window: Viewport, moved: Move) -> Action {
    let seen = list.layout.as_ref().map_or(window, |layout| match moved {
        Move::Pan { right, down } => window.pan(layout, right, down),
        Move::Zoom { hundredths, about } => {
            let nearer = about == MIDDLE && hundredths > 100;
            let about = if nearer { window.aim(layout) } else { about };
            window.zoom(layout, hundredths, about)
        }
    });
    Action::Choose(Choice::Extent(MapExtent::Viewport(seen)))
}

/// Enlarged or reduced by button or key.
fn zoomed(hundredths: i32) -> Move {
    Move::Zoom {
        hundredths,
        about: MIDDLE,
    }
}

/// What a key means while the map has the focus.
fn moved_by(key: &str) -> Option<Move> {
    let (right, down) = match key {
        "+" | "=" => return Some(zoomed(NEARER)),
        "-" => return Some(zoomed(FARTHER)),
        "ArrowLeft" => (STEP, 0),
        "ArrowRight" => (-STEP, 0),
        "ArrowUp" => (0, STEP),
        "ArrowDown" => (0, -STEP),
        _ => return None,
    };
    Some(Move::Pan { right, down })
}

/// The places of a dot that stands for several.
fn cluster(props: &Props, width: i32) -> Option<Html> {
    let PlaceList { layout, rows } = &*props.list;
    let clusters = clusters(layout.as_ref()?, props.window, width);
    let cluster = clusters.get(props.cluster?)?;
    let links = cluster
        .rows
        .iter()
        .filter_map(|&row| Some(&rows.get(row)?.link));
    Some(html! {
        <ul class="cluster">
            for link in links {
                <li><a class="name" href={["#ent-", &link.entity].concat()} data-kind={link.kind.slug()}>{ &link.name }</a></li>
            }
        </ul>
    })
}
