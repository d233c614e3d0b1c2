//! All entities: filtered by kind, in three orders. Of thousands only the rows that are seen are drawn.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::app::reading::Action;
use crate::app::reading::view::{Choice, Order};
use crate::app::views::{ViewProps, count, use_sender};
use crate::components::kind_boxes::KindBoxes;
use crate::components::lists::RowPlace;
use crate::components::lists::entity_row::EntityRow;
use crate::components::measures;
use crate::components::messages::use_messages;
use crate::components::segments::{Segment, Segments};
use crate::components::strip::scale;
use crate::components::view::View;
use crate::model::kind::Kind;
use crate::model::messages::Messages;
use crate::model::page::EntityList;
use crate::platform::layout::scroll_top;

/// Rows of the longest list that is drawn whole, and the most that are drawn of a longer one: 37 of them from the window’s
/// upper edge on, 2,072 px. With 120 a step took up to 22 ms in a list of 5,000.
const DRAWN: usize = 48;
/// Rows in steps of which the drawn ones move along.
const STEP: usize = 5;
/// Height of a row, in CSS pixels.
const ROW: usize = measures::ROW as usize;

/// The list under its filters.
#[component]
pub(super) fn EntitiesView(props: &ViewProps) -> Html {
    crate::components::rendered("EntitiesView");
    let reader = use_reader();
    let messages = use_messages();
    let onclose = use_sender(|()| Action::CloseView);
    let viewing = &props.viewing;
    let Some(list) = reader.records.entities() else {
        return Html::default();
    };
    let chosen = (list.clone(), viewing.without.clone(), viewing.order);
    let listed = use_memo(chosen, |(list, without, order)| {
        listed(list, without, *order)
    });
    let many = listed.len() > DRAWN;
    let onscroll =
        use_sender(|event: Event| Action::Choose(Choice::Scrolled(scroll_top(&event) as usize)));
    let onkind = use_sender(|kind| Action::Choose(Choice::Kind(kind)));
    let onorder = use_sender(|(_, order): (&'static str, AttrValue)| {
        Action::Choose(Choice::Order(Order::from_slug(&order)))
    });
    let controls = html! {
        <>
            <fieldset class="filters">
                <legend class="vh">{ &messages.kinds }</legend>
                <KindBoxes name="kind" list={list.clone()} without={viewing.without.clone()}
                    onchoose={onkind} />
            </fieldset>
            <fieldset class="order">
                <legend class="vh">{ &messages.order }</legend>
                <Segments name="order" scope={reader.scope()} options={orders(&messages)} chosen={viewing.order.slug()}
                    onchoose={onorder} />
            </fieldset>
            { scale(list.blocks) }
        </>
    };
    html! {
        <View slug="entities" name={messages.entities.clone()} count={count(listed.len(), list.rows.len(), &messages)} covers={props.covers} {controls}
            onscroll={many.then_some(onscroll)} {onclose}>
            { rows(&list, &listed, props, &messages) }
        </View>
    }
}

/// The rows of the kinds that are listed, in their order.
fn listed(list: &EntityList, without: &[Kind], order: Order) -> Vec<u32> {
    let all: Vec<u32> = match order {
        Order::Text => (0..list.rows.len() as u32).collect(),
        Order::Name => list.by_name.clone(),
        Order::Count => list.by_count.clone(),
    };
    let kind = |row: u32| list.rows.get(row as usize).map(|row| row.link.kind);
    let mut listed = all;
    listed.retain(|&row| kind(row).is_some_and(|kind| !without.contains(&kind)));
    listed
}

fn orders(messages: &Messages) -> Vec<Segment> {
    [
        (Order::Text, &messages.order_text),
        (Order::Name, &messages.order_name),
        (Order::Count, &messages.order_count),
    ]
    .map(|(order, label)| Segment {
        value: order.slug(),
        label: label.clone().into(),
    })
    .into()
}

/// The rows that are seen. The room of all rows stands beside the list, so that it is no shorter while they change: WebKit
/// would scroll it back. Attributes of drawings, since the page's policy bars styles.
fn rows(list: &Rc<EntityList>, listed: &[u32], props: &ViewProps, messages: &Messages) -> Html {
    let count = listed.len();
    if count == 0 {
        return html! { <p class="none">{ &messages.no_kind }</p> };
    }
    let many = count > DRAWN;
    let seen = props.window.1 as usize / ROW + 1;
    let drawn = if many {
        DRAWN.min(seen + 2 * STEP)
    } else {
        count
    };
    let before = props.viewing.scrolled / ROW / STEP * STEP;
    let first = before.saturating_sub(STEP).min(count - drawn);
    let rows = listed.iter().skip(first).take(drawn);
    let rows = rows.map(|&row| html! { <EntityRow key={row} list={list.clone()} row={row as usize} place={RowPlace::View} /> });
    html! {
        <div class="room" data-many={many.then_some("")}>
            <svg width="1" height={if many { count * ROW } else { 0 }.to_string()}></svg>
            <svg width="1" height={(first * ROW).to_string()}></svg>
            <ul class="ents">{ for rows }</ul>
        </div>
    }
}
