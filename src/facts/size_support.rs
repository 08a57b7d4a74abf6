//! What the reference text and the pages on VM sizes say against a size, where they do not agree with each other.

use super::{Citation, pages};
use crate::model::VmSize;

/// The reference text on `vmSize`.
pub const REFERENCE: Citation = pages::CONTRACT.says(
    "Every Azure size is supported except `STANDARD_A0` and those with premium storage (GS, DS and DSv2 series).",
    "Toutes les tailles Azure sont prises en charge sauf `STANDARD_A0` et celles à stockage Premium (séries GS, DS et \
     DSv2).",
    "Sono supportate tutte le dimensioni di Azure tranne `STANDARD_A0` e quelle con archiviazione Premium (serie GS, DS \
     e DSv2).",
);

/// The table of the page on sizes, which newer revisions no longer have.
pub const TABLE_OF_2021: Citation = pages::VM_SIZES_2021.says(
    "A table lists DSv2 and GS as supported, and A0, B, Dv4, Dsv4, Ev4, Esv4 and E64is_v3 as not supported.",
    "Un tableau donne DSv2 et GS comme prises en charge, et A0, B, Dv4, Dsv4, Ev4, Esv4 et E64is_v3 comme non prises en \
     charge.",
    "Una tabella riporta DSv2 e GS come supportate, e A0, B, Dv4, Dsv4, Ev4, Esv4 ed E64is_v3 come non supportate.",
);

/// The page on sizes today.
pub const SIZE_LIST: Citation = pages::VM_SIZES.says(
    "The sizes a region supports come from the list of supported virtual machine SKUs; the page has no table any more.",
    "Les tailles prises en charge dans une région proviennent de la liste des références (SKU) de machine virtuelle \
     prises en charge ; la page n’a plus de tableau.",
    "Le dimensioni supportate in un’area provengono dall’elenco degli SKU di macchina virtuale supportati; la pagina \
     non ha più una tabella.",
);

/// What is said against a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The reference text and the table of 2021 both exclude it.
    Excluded,
    /// The reference text excludes it, the table of 2021 does not.
    Disputed,
    /// Only the table of 2021 excludes it.
    OldTable,
}

/// What is said against this size, if anything.
pub fn doubt(vm_size: &str) -> Option<Doubt> {
    let size = VmSize::parse(vm_size)?;
    match (size.letters.as_str(), size.version) {
        ("A", None) if size.number == 0 && !size.basic => Some(Doubt::Excluded),
        ("DS", None | Some(2)) | ("GS", None) => Some(Doubt::Disputed),
        ("B", None) => Some(Doubt::OldTable),
        ("D" | "E", Some(4)) if matches!(size.features.as_str(), "" | "s") => Some(Doubt::OldTable),
        ("E", Some(3)) if size.number == 64 && size.features == "is" => Some(Doubt::OldTable),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubts_are_about_the_named_series_only() {
        assert_eq!(doubt("Standard_A0"), Some(Doubt::Excluded));
        for size in ["Standard_DS3_v2", "STANDARD_DS14", "Standard_GS5"] {
            assert_eq!(doubt(size), Some(Doubt::Disputed), "{size}");
        }
        for size in [
            "Standard_B2ms",
            "Standard_D4s_v4",
            "Standard_E8_v4",
            "Standard_E64is_v3",
        ] {
            assert_eq!(doubt(size), Some(Doubt::OldTable), "{size}");
        }
        for size in [
            "Standard_A1_v2",
            "Standard_D4s_v3",
            "Standard_D4ds_v4",
            "Standard_B2s_v2",
            "Standard_E64i_v3",
            "Standard_",
            "",
        ] {
            assert_eq!(doubt(size), None, "{size}");
        }
    }
}
