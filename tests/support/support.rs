//! What every test in a browser stands on: a static host, three engines, and words for what a reader does.

#![allow(
    unreachable_pub,
    reason = "`pub` here means: for every test and benchmark that is built with it"
)]

pub mod acts;
pub mod browser;
pub mod console;
pub mod engine;
pub mod expect;
pub mod page;
pub mod server;
pub mod site;
pub mod views;
pub mod wait;
pub mod wire;
