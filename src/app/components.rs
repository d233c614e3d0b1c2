//! What the explorer shows beside the page, one noun a file; what a page is made of stands in `crate::components`.
//! Components draw; they never touch the browser.

pub mod belt;
pub mod card;
pub mod markup;
pub mod occurrence;
pub mod panels;
pub mod peek;
