//! What Microsoft documents: pages, citations, limits, the contract by api-version. No logic beyond look-up and the arithmetic of a figure.

pub mod azurerm;
mod azurerm_table;
mod citation;
pub mod client_members;
pub mod contract;
pub mod contract_sources;
mod contract_table;
pub mod data_plane;
pub mod disagreements;
pub mod error_texts;
pub mod extensions;
pub mod later_pages;
pub mod limits;
pub mod machine_sizes;
pub mod node_agents;
pub mod pages;
pub mod quotas;
pub mod retirements;
pub mod secrets;
pub mod size_retirements;
pub mod size_support;
pub mod sizes;
pub mod time_outs;

pub use citation::{Citation, Limit, Page};
