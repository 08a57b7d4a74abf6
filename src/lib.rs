//! Batch Pool Planner: validates Azure Batch pool plans against Microsoft's documented limits and writes the requests
//! that create them.
//!
//! ```text
//! text ──input──▶ Plan ──rules──▶ Findings ──▶ ui (wasm only), poolplan (native)
//!                  │  (facts: cited tables; formula: an autoscale formula, read)
//!                  ├──arm────▶ Request ──emit──▶ Outputs
//! answer ──explain─┴─▶ Explanations
//!                  arm ◀── practice: a simulated account, or Azure itself
//! ```
//!
//! No module knows one further down this line; `model` and `words` are the vocabulary all of them share.

pub mod analysis;
pub mod arm;
pub mod bundle;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod compare;
pub mod emit;
pub mod examples;
pub mod explain;
pub mod facts;
pub mod fixing;
pub mod form;
pub mod formula;
pub mod growth;
pub mod input;
pub mod link;
pub mod model;
pub mod practice;
pub mod report;
pub mod rules;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod ui;
