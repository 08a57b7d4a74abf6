//! Documented figures of autoscale formulas.
