//! The views: everything at once, beside the text or over it, and every row tied to the words.

mod access;
mod entities;
mod finding;
mod foot_bar;
mod layers;
mod many;
mod map;
mod marks;
mod relations;
mod search;
mod settings;
mod standing;
mod timeline;
mod wants;
