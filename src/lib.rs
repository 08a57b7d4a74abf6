//! Batch Pool Planner.
