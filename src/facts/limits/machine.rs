//! Documented figures of disks, security, placement and upgrades of virtual machines.
