//! The logical unit numbers of data disks: one walk for the two rules about them, so that their fixes do not collide.

use crate::facts::limits::LUNS;
use crate::model::{Node, Plan, path};

/// A disk whose number does not do.
pub(super) struct Trouble {
    /// Its position.
    pub(super) disk: usize,
    /// Its number.
    pub(super) lun: i64,
    /// The earlier disk that has the same number; `None` when the number is out of range.
    pub(super) twin: Option<usize>,
    /// A number no other disk has or is offered.
    pub(super) free: Option<i64>,
}

/// The disks whose number does not do, in their order.
pub(super) fn troubles(plan: &Plan) -> Vec<Trouble> {
    let disks = plan.pool.vm_at("/dataDisks").map_or(&[][..], Node::items);
    let (least, most) = LUNS.value;
    let mut first: Vec<(i64, usize)> = Vec::new();
    let mut troubles = Vec::new();
    for (disk, node) in disks.iter().enumerate() {
        // What is no 32-bit number is the contract's.
        let Some(lun) = node
            .get("lun")
            .and_then(Node::as_whole)
            .filter(|lun| i32::try_from(*lun).is_ok())
        else {
            continue;
        };
        let twin = first.iter().find(|(number, _)| *number == lun).map(|(_, disk)| *disk);
        let fits = (least..=most).contains(&lun);
        if fits && twin.is_none() {
            first.push((lun, disk));
        } else {
            troubles.push(Trouble {
                disk,
                lun,
                twin,
                free: None,
            });
        }
    }
    let mut free = (least..=most).filter(|lun| first.iter().all(|(number, _)| number != lun));
    for trouble in &mut troubles {
        trouble.free = free.next();
    }
    troubles
}

/// The pointer of a disk's number.
pub(super) fn pointer(disk: usize) -> String {
    path::child(&path::item(path::DATA_DISKS, disk), "lun")
}
