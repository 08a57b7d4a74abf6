//! From a plan to a pool: the submission against scripted answers, against chance, and against the practice cloud.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod actions;
mod at_random;
mod faults;
mod kept;
mod planned;
mod practice;
mod stage;
mod watched;
mod words;
