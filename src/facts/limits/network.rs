//! Documented figures of networks, addresses and ports.
