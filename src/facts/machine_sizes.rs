//! What single series of VM sizes lack, where a page says so. Read from the name of the size, so derived.

use super::limits::NO_DISK_ENCRYPTION_SINCE;
use super::{Citation, pages};
use crate::model::VmSize;

/// The memory of the smallest sizes.
pub static LITTLE_MEMORY: Citation = pages::B_SIZES.says(
    "B1ls has 0.5 GiB of memory, B1s 1 GiB.",
    "B1ls dispose de 0,5 Gio de mémoire, B1s de 1 Gio.",
    "B1ls ha 0,5 GiB di memoria, B1s 1 GiB.",
);

/// Sizes of less than 2 GB: letters, number, features, all without a version.
const LITTLE: [(&str, u32, &str); 2] = [("B", 1, "ls"), ("B", 1, "s")];

/// Whether a size is one of those without Azure Disk Encryption.
pub fn lacks_disk_encryption(size: &VmSize) -> bool {
    let little = (size.letters.as_str(), size.number, size.features.as_str());
    size.basic
        || size.letters == "A"
        || size
            .version
            .is_some_and(|version| version >= NO_DISK_ENCRYPTION_SINCE.value)
        || (size.version.is_none() && LITTLE.contains(&little))
}

/// Series without ephemeral OS disks.
pub static NO_EPHEMERAL: Citation = pages::DV4_SIZES.says(
    "Dv4 and Dsv4: ephemeral OS disks not supported.",
    "Dv4 et Dsv4 : disques du système d’exploitation éphémères non pris en charge.",
    "Dv4 e Dsv4: dischi del sistema operativo effimeri non supportati.",
);

/// What an ephemeral OS disk needs.
pub static EPHEMERAL_NEEDS: Citation = pages::EPHEMERAL_SIZES.says(
    "The size must support premium storage; such sizes usually, but not always, have an `s` in the name.",
    "La taille doit prendre en charge le stockage Premium ; son nom comporte d’ordinaire, mais pas toujours, un `s`.",
    "Le dimensioni devono supportare l’archiviazione Premium; il nome contiene di solito, ma non sempre, una `s`.",
);

/// What speaks against an ephemeral OS disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoEphemeral {
    /// The page of the series says that there is none.
    Documented,
    /// The name does not tell of premium storage.
    Doubtful,
}

/// What speaks against an ephemeral OS disk on this size, if anything.
pub fn no_ephemeral(size: &VmSize) -> Option<NoEphemeral> {
    match size.family.as_str() {
        "Dv4" | "Dsv4" => Some(NoEphemeral::Documented),
        _ if size.premium_storage() => None,
        _ => Some(NoEphemeral::Doubtful),
    }
}

/// Series with NVMe disks beside a SCSI temporary disk.
pub static BOTH_KINDS_OF_DISK: [Citation; 3] = [
    pages::LSV2_SIZES.says(
        "Lsv2 has a SCSI temporary disk and NVMe disks.",
        "Lsv2 dispose d’un disque temporaire SCSI et de disques NVMe.",
        "Lsv2 ha un disco temporaneo SCSI e dischi NVMe.",
    ),
    pages::LSV3_SIZES.says("So has Lsv3.", "Lsv3 aussi.", "Anche Lsv3."),
    pages::LASV3_SIZES.says("So has Lasv3.", "Lasv3 aussi.", "Anche Lasv3."),
];

/// Whether a size has NVMe disks beside a SCSI temporary disk, by the page of its series.
pub fn has_both_kinds_of_disk(size: &VmSize) -> bool {
    matches!(size.family.as_str(), "Lsv2" | "Lsv3" | "Lasv3")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str) -> VmSize {
        VmSize::parse(name).unwrap()
    }

    #[test]
    fn disk_encryption_ends_where_the_page_says() {
        for name in [
            "Basic_A1",
            "Standard_A1_v2",
            "Standard_A8",
            "Standard_D4s_v6",
            "Standard_E8ads_v7",
            "Standard_B1s",
            "Standard_B1ls",
        ] {
            assert!(lacks_disk_encryption(&size(name)), "{name}");
        }
        for name in ["Standard_D4s_v5", "Standard_B1ms", "Standard_B2s_v2", "Standard_D2_v3"] {
            assert!(!lacks_disk_encryption(&size(name)), "{name}");
        }
    }

    #[test]
    fn ephemeral_disks_are_denied_or_doubted() {
        assert_eq!(no_ephemeral(&size("Standard_D4_v4")), Some(NoEphemeral::Documented));
        assert_eq!(no_ephemeral(&size("Standard_D4s_v4")), Some(NoEphemeral::Documented));
        assert_eq!(no_ephemeral(&size("Standard_D4")), Some(NoEphemeral::Doubtful));
        assert_eq!(no_ephemeral(&size("Standard_D4ds_v4")), None);
        assert_eq!(no_ephemeral(&size("Standard_DS3_v2")), None);
    }

    #[test]
    fn nvme_beside_scsi_is_known_of_three_series() {
        assert!(has_both_kinds_of_disk(&size("Standard_L8s_v3")));
        assert!(has_both_kinds_of_disk(&size("Standard_L8as_v3")));
        assert!(!has_both_kinds_of_disk(&size("Standard_L4s")));
        assert!(!has_both_kinds_of_disk(&size("Standard_D4ds_v6")));
    }
}
