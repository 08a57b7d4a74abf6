//! What Microsoft documents: pages, citations, limits, the contract by api-version. No logic beyond look-up.

mod citation;
pub mod contract;
mod contract_table;
pub mod limits;
pub mod limits_image;
pub mod limits_scale;
pub mod pages;
pub mod sizes;

pub use citation::{Citation, Limit, Page};
