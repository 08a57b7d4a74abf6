//! `poolplan practice` from outside: the built command, spoken to over TCP byte by byte. Every fault does what it says, the
//! bounds hold, other hosts and origins are refused, the app is served, and no token comes out anywhere.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod account;
mod bounds;
mod client;
mod faults;
mod site;
mod starting;
