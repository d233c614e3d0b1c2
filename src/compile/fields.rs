//! What the tables of the content files may hold. The compiler knows its keys from here, and so do the schemas that editors
//! read.

mod article;
mod entity;
mod field;
mod shared;
mod site;
mod works;

pub(crate) use article::{ARTICLE, AUTHOR, CORRECTION, LEAD};
pub(crate) use entity::{ENTITY, FACT, IMAGE, NAME, PLACE, RELATION};
pub(crate) use field::{Fields, Shape};
pub(crate) use shared::{ALLOW, PART, QUOTED};
pub(crate) use site::{COLOURS, KIND, LINK, SCHEME, SITE};
pub(crate) use works::{EVENT, EVENTS, ORGANISATION, SOURCE};
