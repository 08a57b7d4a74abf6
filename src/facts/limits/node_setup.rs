//! Documented figures of start tasks, users, packages and mounts.
