//! What Microsoft documents: pages, citations, limits, the contract by api-version. No logic beyond look-up.

mod citation;
pub mod contract;
pub mod contract_sources;
mod contract_table;
pub mod limits;
pub mod pages;

pub use citation::{Citation, Limit, Page};
