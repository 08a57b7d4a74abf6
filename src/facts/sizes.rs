//! VM sizes: what may be read from a name, by whose word, and which hypervisor generations a series boots. A figure read
//! from a name is derived: only the list of sizes of the region is certain.

use super::{Citation, pages};
use crate::model::VmSize;

/// The naming convention: the number in a name is the number of vCPUs.
pub static NAMING: Citation = pages::VM_NAMING.says(
    "The number behind the family in the name of a size is its vCPUs; a second number behind a hyphen is the vCPUs left \
     in a constrained size. (vCPUs shown here are derived from the name.)",
    "Le nombre placé après la famille, dans le nom d’une taille, est celui de ses vCPU ; un second nombre après un trait \
     d’union est celui des vCPU restants d’une taille limitée. (Les vCPU affichés ici sont déduits du nom.)",
    "Il numero dopo la famiglia, nel nome delle dimensioni, è quello delle vCPU; un secondo numero dopo un trattino è \
     quello delle vCPU rimaste nelle dimensioni vincolate. (Le vCPU mostrate qui sono ricavate dal nome.)",
);

/// The older series whose number is a rank: the tables behind the look-up in [`VmSize`].
pub static RANKED_SIZES: [Citation; 2] = [
    pages::OLD_VM_SIZES.says(
        "The vCPUs of the A, D, DS, G and GS sizes, whose number is only a rank.",
        "Les vCPU des tailles A, D, DS, G et GS, dont le numéro n’est qu’un rang.",
        "Le vCPU delle dimensioni A, D, DS, G e GS, il cui numero è solo un rango.",
    ),
    pages::DV2_SIZES.says(
        "The vCPUs of the Dv2 and DSv2 sizes, 1 to 5 and 11 to 15.",
        "Les vCPU des tailles Dv2 et DSv2, 1 à 5 et 11 à 15.",
        "Le vCPU delle dimensioni Dv2 e DSv2, da 1 a 5 e da 11 a 15.",
    ),
];

/// Series that boot generation 2 images only.
pub static GENERATION_2_ONLY: [Citation; 4] = [
    pages::VM_SIZES.says(
        "Some series, such as Mv2 and FX, can be used with generation 2 images only.",
        "Certaines séries, comme Mv2 et FX, ne s’utilisent qu’avec des images de génération 2.",
        "Alcune serie, come Mv2 e FX, si possono usare solo con immagini di generazione 2.",
    ),
    pages::GENERATION_2.says(
        "Mv2, Msv2 and Mdsv2, DC, NDv2 and ND A100 v4 do not support generation 1 images.",
        "Mv2, Msv2 et Mdsv2, DC, NDv2 et ND A100 v4 ne prennent pas en charge les images de génération 1.",
        "Mv2, Msv2 e Mdsv2, DC, NDv2 e ND A100 v4 non supportano le immagini di generazione 1.",
    ),
    pages::FX_SIZES.says("FX: generation 2.", "FX : génération 2.", "FX: generazione 2."),
    pages::ARM_SIZES.says(
        "Dpsv5 and Dpdsv5 (Arm): generation 2.",
        "Dpsv5 et Dpdsv5 (Arm) : génération 2.",
        "Dpsv5 e Dpdsv5 (Arm): generazione 2.",
    ),
];

/// Series that boot generation 1 images only.
pub static GENERATION_1_ONLY: [Citation; 4] = [
    pages::AV2_SIZES.says("Av2: generation 1.", "Av2 : génération 1.", "Av2: generazione 1."),
    pages::DV2_SIZES.says(
        "Dv2: generation 1; DSv2: both.",
        "Dv2 : génération 1 ; DSv2 : les deux.",
        "Dv2: generazione 1; DSv2: entrambe.",
    ),
    pages::DV4_SIZES.says(
        "Dv4: generation 1; Dsv4: both.",
        "Dv4 : génération 1 ; Dsv4 : les deux.",
        "Dv4: generazione 1; Dsv4: entrambe.",
    ),
    pages::OLD_VM_SIZES.says(
        "NC (first version): generation 1.",
        "NC (première version) : génération 1.",
        "NC (prima versione): generazione 1.",
    ),
];

/// Series that are listed with both generations, on the page on generation 2 or on their own.
pub static BOTH_GENERATIONS: [Citation; 2] = [
    pages::GENERATION_2.says(
        "B, Dsv3, Dasv4, Ddsv4, Esv3, Easv4, Fsv2, GS, Ls, Lsv2, M, NCv3 and NVv3 support both generations (revision \
         of August 2020).",
        "B, Dsv3, Dasv4, Ddsv4, Esv3, Easv4, Fsv2, GS, Ls, Lsv2, M, NCv3 et NVv3 prennent en charge les deux \
         générations (révision d’août 2020).",
        "B, Dsv3, Dasv4, Ddsv4, Esv3, Easv4, Fsv2, GS, Ls, Lsv2, M, NCv3 e NVv3 supportano entrambe le generazioni \
         (revisione di agosto 2020).",
    ),
    pages::HB_SIZES.says(
        "HBv3 supports both generations, as HB, HBv4 and HC do by their own pages.",
        "HBv3 prend en charge les deux générations, comme HB, HBv4 et HC d’après leurs propres pages.",
        "HBv3 supporta entrambe le generazioni, come HB, HBv4 e HC secondo le rispettive pagine.",
    ),
];

/// The hypervisor generations whose images a size boots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generations {
    /// Generation 1 (BIOS).
    pub gen1: bool,
    /// Generation 2 (UEFI).
    pub gen2: bool,
}

const ONLY_1: &[&str] = &["A", "Av2", "Dv2", "Dv4", "NC"];
const ONLY_2: &[&str] = &[
    "Msv2", "Mdsv2", "FXds", "DCs", "DCsv2", "DCv2", "NDsv2", "NDasv4", "Dpsv5", "Dpdsv5",
];
const BOTH: &[&str] = &[
    "Bs", "DSv2", "Dsv3", "Dsv4", "Dasv4", "Ddsv4", "Esv3", "Easv4", "Fsv2", "GS", "HBs", "HBsv3", "HBsv4", "HCs",
    "Ls", "Lsv2", "M", "Ms", "NCsv2", "NCsv3", "NDs", "NVsv3",
];

/// The generations a size boots, where a page says so for its series; `None` is unknown, which is not “none”.
pub fn generations(vm_size: &str) -> Option<Generations> {
    let family = VmSize::parse(vm_size)?.family;
    let of = |series: &[&str]| series.contains(&family.as_str());
    let (gen1, gen2) = (of(ONLY_1) || of(BOTH), of(ONLY_2) || of(BOTH));
    (gen1 || gen2).then_some(Generations { gen1, gen2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generations_are_known_where_a_page_names_the_series() {
        let known = |name| generations(name).map(|g| (g.gen1, g.gen2));
        for name in [
            "Standard_M416ms_v2",
            "STANDARD_M192IDMS_V2",
            "Standard_M208s_v2",
            "Standard_FX4mds",
            "Standard_DC2s",
            "Standard_DC8_v2",
            "Standard_DC4s_v2",
            "Standard_ND40rs_v2",
            "Standard_ND96asr_v4",
            "Standard_D2ps_v5",
            "Standard_D64pds_v5",
        ] {
            assert_eq!(known(name), Some((false, true)), "{name}");
        }
        for name in [
            "Standard_A1_v2",
            "Basic_A1",
            "Standard_A8",
            "STANDARD_D2_V2",
            "Standard_D4_v4",
            "Standard_NC24r",
        ] {
            assert_eq!(known(name), Some((true, false)), "{name}");
        }
        for name in [
            "Standard_DS2_v2",
            "Standard_D2s_v3",
            "Standard_B1ls",
            "Standard_HB120-16rs_v3",
            "Standard_HC44rs",
            "Standard_M64ms",
            "Standard_NC24rs_v3",
        ] {
            assert_eq!(known(name), Some((true, true)), "{name}");
        }
        for name in [
            "Standard_D4s_v6",
            "Standard_E4s_v5",
            "Standard_FX4mds_v2",
            "Standard_NV6",
            "nothing",
            "",
        ] {
            assert_eq!(known(name), None, "{name}");
        }
    }
}
