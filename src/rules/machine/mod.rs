//! Rules about disks, security, placement, extensions, containers and OS upgrade of the virtual machines.

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[];
