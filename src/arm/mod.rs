//! Requests to Azure Resource Manager as values. Does no I/O.

mod request;

pub use request::{ARM_HOSTS, PutPool};
