//! What one page shows, as records that are complete in themselves: what a record links to it names
//! by the slug that stands in the page's addresses, so one record draws one card or one list.

use std::rc::Rc;

mod article;
pub(crate) mod citation;
mod entities;
mod events;
mod footnotes;
mod frame;
mod graph;
mod note;
mod picture;
mod places;
mod relations;
mod timeline;

pub use crate::model::page::article::{
    Container, ContainerKind, Form, PageArticle, PageBlock, PageRun,
};
pub use crate::model::page::citation::{Citation, Class};
pub use crate::model::page::entities::{EntityLink, EntityList, EntityRow};
pub use crate::model::page::events::{EventList, EventRow};
pub use crate::model::page::footnotes::{Footnote, FootnoteList};
pub use crate::model::page::frame::{Author, Correction, Frame, Marks, TopicLink};
pub use crate::model::page::graph::{Graph, GraphEdge, GraphNode};
pub use crate::model::page::note::{
    Elsewhere, Location, Name, Note, NoteFact, NoteMention, NoteRelation, Summary,
};
pub use crate::model::page::picture::{LeadPicture, Picture};
pub use crate::model::page::places::{Label, MapLayout, Outlines, Pin, PlaceList, PlaceRow};
pub use crate::model::page::relations::{RelationEnd, RelationList, RelationRow};
pub use crate::model::page::timeline::{Axis, Lens, Mark, Tick, Timeline};

use crate::model::messages::Messages;
use crate::model::work::{CitingList, WorkList};

/// One article's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub frame: Rc<Frame>,
    pub messages: Rc<Messages>,
    pub article: Rc<PageArticle>,
    pub footnotes: Rc<FootnoteList>,
    /// Mentioned ones in the order of the text, then those their facts and relations name.
    pub notes: Vec<Rc<Note>>,
    pub entities: Rc<EntityList>,
    pub timeline: Rc<EventList>,
    pub places: Rc<PlaceList>,
    /// Where the page has a map.
    pub outlines: Option<Outlines>,
    pub relations: Rc<RelationList>,
    pub works: Rc<WorkList>,
    /// How to cite the article.
    pub citing: Rc<CitingList>,
}
