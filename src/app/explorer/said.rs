//! What the root says and offers besides cards and views: the live region, and the belt at the window's foot.

use crate::app::components::belt::Offers;
use crate::app::explorer::Explorer;
use crate::app::reading::view::View;
use crate::app::reading::{Spot, Told};
use crate::app::views::search::Search;
use crate::app::views::{Body, Content};
use crate::model::words::Words;
use crate::platform::prose;

impl Explorer {
    /// What is offered at the foot of the window.
    pub(super) fn offers(&self) -> Offers {
        let reading = &self.reading;
        let block = |id: &str| prose::block_of(id);
        Offers {
            back: reading
                .place
                .as_ref()
                .map(|place| block(&place.id).unwrap_or_default()),
            resume: reading.resume.as_deref().and_then(block),
            quote: reading.selecting,
            hit: reading
                .viewing
                .walked
                .and_then(|number| Some((number + 1, self.hit(number)?.1))),
        }
    }

    /// A hit of the search, open or kept.
    pub(in crate::app) fn hit(&self, number: usize) -> Option<(Spot, usize)> {
        self.with_search(|search| search.hit(number))
    }

    /// What those who listen are told.
    pub(super) fn told(&self, words: &Words) -> String {
        match &self.reading.told {
            Some(Told::Moved(opener)) => {
                let count = self
                    .card
                    .as_ref()
                    .map_or(0, |card| card.strip.mentions.len());
                Words::fill_of(words.moved(), opener.number as usize, count)
            }
            Some(Told::Event(event)) => match &*self.view.borrow() {
                Some(Content {
                    body: Body::Timeline(timeline),
                    ..
                }) => timeline.say(event).unwrap_or_default(),
                _ => String::new(),
            },
            Some(Told::Copied) => words.copied().to_owned(),
            Some(Told::NotCopied) => words.not_copied().to_owned(),
            None => {
                let status = |search: &Search| Some(search.status(words));
                let searching = self.reading.viewing.view() == Some(View::Search);
                searching
                    .then(|| self.with_search(status))
                    .flatten()
                    .unwrap_or_default()
            }
        }
    }
}
