//! The views: everything at once, beside the text or over it, and every row tied to the words.

mod access;
mod entities;
mod layers;
mod many;
mod relations;
mod settings;
mod standing;
mod timeline;
mod wants;
