//! What the name of a VM size says, by Azure's naming convention. Everything here is read from the name alone, so every
//! figure is derived, never what a subscription really offers.

/// A VM size, read from its name: `Standard_E64-16ads_v5`, `STANDARD_D2S_V3`, `NC24ads_A100_v4`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VmSize {
    /// The series, for display and quotas: `Dsv5`, `NCads_A100_v4`, `DSv2`.
    pub family: String,
    /// Family and sub-family in capitals: `D`, `DS`, `NC`, `HB`.
    pub letters: String,
    /// The number behind the letters. In older sizes it is not the number of vCPUs.
    pub number: u32,
    /// vCPUs a node can use; fewer than [`VmSize::full_vcpus`] in a constrained size. `None` where the name does not tell.
    pub vcpus: Option<u32>,
    /// vCPUs of the size that a constrained one is cut from; of any other size its own.
    pub full_vcpus: Option<u32>,
    /// The additive features in lower case: `ads`.
    pub features: String,
    /// What stands between the features and the version: an accelerator such as `A100`, or a variant such as `cc`.
    pub accelerator: Option<String>,
    /// The version of the series: 5 of `_v5`.
    pub version: Option<u8>,
    /// Whether it is of the Basic tier.
    pub basic: bool,
}

type Letters = &'static [&'static str];
type Ranks = &'static [(u32, u32)];

/// Series whose number is a rank and not the number of vCPUs: letters, version, pairs of rank and vCPUs. The pages are
/// cited in `facts::sizes::RANKED_SIZES`.
const RANKED: [(Letters, Option<u8>, Ranks); 4] = [
    (
        &["A"],
        None,
        &[
            (0, 1),
            (1, 1),
            (2, 2),
            (3, 4),
            (4, 8),
            (5, 2),
            (6, 4),
            (7, 8),
            (8, 8),
            (9, 16),
            (10, 8),
            (11, 16),
        ],
    ),
    (
        &["D", "DS"],
        None,
        &[(1, 1), (2, 2), (3, 4), (4, 8), (11, 2), (12, 4), (13, 8), (14, 16)],
    ),
    (
        &["D", "DS"],
        Some(2),
        &[
            (1, 1),
            (2, 2),
            (3, 4),
            (4, 8),
            (5, 16),
            (11, 2),
            (12, 4),
            (13, 8),
            (14, 16),
            (15, 20),
        ],
    ),
    (&["G", "GS"], None, &[(1, 2), (2, 4), (3, 8), (4, 16), (5, 32)]),
];

/// Letters that begin a family.
const FAMILIES: &str = "ABDEFGHLMNP";
/// Features that tell sizes of one series apart and are no part of the series' name: isolated, memory-rich, tiny, RDMA.
const WITHIN_A_SERIES: &str = "imtr";

impl VmSize {
    /// Reads a name in any letter case, with or without its tier; `None` for what does not follow the convention.
    pub fn parse(name: &str) -> Option<VmSize> {
        let mut parts: Vec<&str> = name.split('_').collect();
        if parts.iter().any(|part| !is_word(part)) {
            return None;
        }
        let is = |part: Option<&&str>, word: &str| part.is_some_and(|part| part.eq_ignore_ascii_case(word));
        let basic = is(parts.first(), "basic");
        if basic || is(parts.first(), "standard") {
            parts.remove(0);
        }
        if is(parts.last(), "promo") {
            parts.pop();
        }
        let version = parts.last().and_then(|part| version(part));
        if version.is_some() {
            parts.pop();
        }
        let (size, between) = parts.split_first()?;
        let (letters, rest) = size.split_at(size.find(|c: char| c.is_ascii_digit())?);
        let (number, rest) = leading_number(rest)?;
        let (constrained, features) = match rest.strip_prefix('-') {
            Some(rest) => leading_number(rest).map(|(number, rest)| (Some(number), rest))?,
            None => (None, rest),
        };
        let letters = letters.to_ascii_uppercase();
        let alphabetic = |text: &str| text.chars().all(|c| c.is_ascii_alphabetic());
        let known = letters.starts_with(|c| FAMILIES.contains(c)) && letters.len() <= 3 && (!basic || letters == "A");
        if !known || !alphabetic(&letters) || !alphabetic(features) || features.len() > 8 || between.len() > 2 {
            return None;
        }
        let features = features.to_ascii_lowercase();
        let full_vcpus = vcpus_of(&letters, version, number, &features);
        let vcpus = match (constrained, full_vcpus) {
            (Some(usable), Some(full)) => (1..full).contains(&usable).then_some(usable),
            _ => full_vcpus,
        };
        let accelerator = (!between.is_empty()).then(|| accelerator(between));
        Some(VmSize {
            family: series(&letters, &features, accelerator.as_deref(), version),
            letters,
            number,
            vcpus,
            full_vcpus,
            features,
            accelerator,
            version,
            basic,
        })
    }

    /// Whether the name has a feature letter, such as `s`.
    pub fn has(&self, feature: char) -> bool {
        self.features.contains(feature)
    }

    /// Whether the name says that premium storage can be used. Some sizes can without saying so.
    pub fn premium_storage(&self) -> bool {
        self.has('s') || matches!(self.letters.as_str(), "DS" | "GS")
    }

    /// Whether the name says that there is a local temporary disk. Sizes older than `Ddv4` have one without saying so.
    pub fn temp_disk(&self) -> bool {
        self.has('d')
    }

    /// Whether the processor is an Arm one.
    pub fn arm(&self) -> bool {
        self.has('p')
    }

    /// Whether the name says that the nodes talk over RDMA (InfiniBand).
    pub fn rdma(&self) -> bool {
        self.has('r') || (self.letters == "A" && self.version.is_none() && matches!(self.number, 8 | 9))
    }

    /// Whether some of its vCPUs are switched off.
    pub fn constrained(&self) -> bool {
        self.vcpus != self.full_vcpus
    }
}

fn is_word(part: &str) -> bool {
    !part.is_empty() && part.len() <= 24 && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// `v5` is version 5; `V710`, a graphics card, is not a version.
fn version(part: &str) -> Option<u8> {
    let digits = part.strip_prefix(['v', 'V'])?;
    let short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    short
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|version| *version > 0)
}

fn leading_number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (digits.len() <= 4)
        .then(|| digits.parse().ok())
        .flatten()
        .map(|number| (number, rest))
}

fn vcpus_of(letters: &str, version: Option<u8>, number: u32, features: &str) -> Option<u32> {
    let old = |since: u8| version.is_none_or(|version| version < since);
    let ranked = match letters {
        "A" => old(2),
        "D" => old(3),
        "DS" | "G" | "GS" => true,
        _ => false,
    };
    if !ranked {
        return (number > 0).then_some(number);
    }
    let plain = features.is_empty() || features == "i";
    RANKED
        .iter()
        .find(|(names, of_version, _)| names.contains(&letters) && *of_version == version && plain)
        .and_then(|(_, _, sizes)| sizes.iter().find(|(rank, _)| *rank == number))
        .map(|(_, vcpus)| *vcpus)
}

fn accelerator(parts: &[&str]) -> String {
    let joined = parts.join("_");
    if joined.eq_ignore_ascii_case("cc") {
        joined.to_ascii_lowercase()
    } else {
        joined.to_ascii_uppercase()
    }
}

fn series(letters: &str, features: &str, accelerator: Option<&str>, version: Option<u8>) -> String {
    // In the B series even low memory is a matter of the single size: B1ls.
    let within = |c: char| WITHIN_A_SERIES.contains(c) || (letters == "B" && c == 'l');
    let features = features.chars().filter(|c| !within(*c));
    let mut name: String = letters.chars().chain(features).collect();
    // A bare number, as in M96ds_1_v3, tells sizes apart as well.
    let accelerator = accelerator.filter(|text| !text.bytes().all(|b| b.is_ascii_digit()));
    if let Some(accelerator) = accelerator {
        name.push('_');
        name.push_str(accelerator);
    }
    if let Some(version) = version {
        name.push_str(if accelerator.is_some() { "_v" } else { "v" });
        name.push_str(&version.to_string());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vcpus(name: &str) -> Option<u32> {
        VmSize::parse(name).and_then(|size| size.vcpus)
    }

    #[test]
    fn the_number_is_the_vcpus_in_any_letter_case_and_with_or_without_the_tier() {
        for (name, family, expected) in [
            ("STANDARD_D4S_V5", "Dsv5", 4),
            ("standard_d4s_v5", "Dsv5", 4),
            ("D4s_v5", "Dsv5", 4),
            ("Standard_D2_v3", "Dv3", 2),
            ("Standard_D64as_v4", "Dasv4", 64),
            ("Standard_D96ads_v5", "Dadsv5", 96),
            ("Standard_D2lds_v5", "Dldsv5", 2),
            ("Standard_D16plds_v5", "Dpldsv5", 16),
            ("Standard_E2_v4", "Ev4", 2),
            ("Standard_E64i_v3", "Ev3", 64),
            ("Standard_E64is_v3", "Esv3", 64),
            ("Standard_E104ids_v5", "Edsv5", 104),
            ("Standard_E8bds_v5", "Ebdsv5", 8),
            ("Standard_F1", "F", 1),
            ("Standard_F16s", "Fs", 16),
            ("Standard_F72s_v2", "Fsv2", 72),
            ("Standard_FX12mds", "FXds", 12),
            ("Standard_B1ls", "Bs", 1),
            ("Standard_B2ms", "Bs", 2),
            ("Standard_B20ms", "Bs", 20),
            ("Standard_A1_v2", "Av2", 1),
            ("STANDARD_A8M_V2", "Av2", 8),
            ("Standard_L4s", "Ls", 4),
            ("Standard_L80s_v2", "Lsv2", 80),
            ("Standard_L8as_v3", "Lasv3", 8),
            ("Standard_M128", "M", 128),
            ("Standard_M64ms", "Ms", 64),
            ("Standard_M416ms_v2", "Msv2", 416),
            ("Standard_M96ds_1_v3", "Mdsv3", 96),
            ("Standard_M1792ixds_32_v3", "Mxdsv3", 1792),
            ("Standard_H8", "H", 8),
            ("Standard_H16mr", "H", 16),
            ("Standard_H16_Promo", "H", 16),
            ("Standard_HC44rs", "HCs", 44),
            ("Standard_HB60rs", "HBs", 60),
            ("Standard_HB120rs_v2", "HBsv2", 120),
            ("Standard_HX176rs", "HXs", 176),
            ("Standard_NC6", "NC", 6),
            ("Standard_NC24r", "NC", 24),
            ("Standard_NC24rs_v3", "NCsv3", 24),
            ("Standard_NC4as_T4_v3", "NCas_T4_v3", 4),
            ("Standard_NC24ads_A100_v4", "NCads_A100_v4", 24),
            ("standard_nc24ads_a100_v4", "NCads_A100_v4", 24),
            ("Standard_NCC40ads_H100_v5", "NCCads_H100_v5", 40),
            ("Standard_ND6s", "NDs", 6),
            ("Standard_ND96asr_v4", "NDasv4", 96),
            ("Standard_ND96isr_MI300X_v5", "NDs_MI300X_v5", 96),
            ("Standard_ND128isr_NDR_GB200_v6", "NDs_NDR_GB200_v6", 128),
            ("Standard_NV12", "NV", 12),
            ("Standard_NV12s_v3", "NVsv3", 12),
            ("Standard_NV36adms_A10_v5", "NVads_A10_v5", 36),
            ("Standard_NV4ads_V710_v5", "NVads_V710_v5", 4),
            ("Standard_NP10s", "NPs", 10),
            ("Standard_DC4s", "DCs", 4),
            ("Standard_DC8_v2", "DCv2", 8),
            ("Standard_DC4as_cc_v5", "DCas_cc_v5", 4),
            ("Standard_DC4as_CC_v5", "DCas_cc_v5", 4),
            ("Standard_EC96ias_v5", "ECasv5", 96),
        ] {
            let size = VmSize::parse(name);
            assert_eq!(size.as_ref().and_then(|size| size.vcpus), Some(expected), "{name}");
            assert_eq!(size.map(|size| size.family).as_deref(), Some(family), "{name}");
        }
    }

    #[test]
    fn in_older_series_the_number_is_a_rank() {
        for (name, family, expected) in [
            ("Basic_A0", "A", 1),
            ("Basic_A1", "A", 1),
            ("BASIC_A4", "A", 8),
            ("Standard_A0", "A", 1),
            ("Standard_A2", "A", 2),
            ("Standard_A3", "A", 4),
            ("Standard_A4", "A", 8),
            ("Standard_A5", "A", 2),
            ("Standard_A6", "A", 4),
            ("Standard_A7", "A", 8),
            ("Standard_A8", "A", 8),
            ("Standard_A9", "A", 16),
            ("Standard_A10", "A", 8),
            ("Standard_A11", "A", 16),
            ("Standard_D1", "D", 1),
            ("Standard_D2", "D", 2),
            ("Standard_D3", "D", 4),
            ("Standard_D4", "D", 8),
            ("Standard_D11", "D", 2),
            ("Standard_D12", "D", 4),
            ("Standard_D13", "D", 8),
            ("Standard_D14", "D", 16),
            ("Standard_D1_v2", "Dv2", 1),
            ("STANDARD_D2_V2", "Dv2", 2),
            ("Standard_D3_v2", "Dv2", 4),
            ("Standard_D4_v2_Promo", "Dv2", 8),
            ("Standard_D5_v2", "Dv2", 16),
            ("Standard_D11_v2", "Dv2", 2),
            ("Standard_D14_v2", "Dv2", 16),
            ("Standard_D15_v2", "Dv2", 20),
            ("Standard_D15i_v2", "Dv2", 20),
            ("Standard_DS1", "DS", 1),
            ("Standard_DS4", "DS", 8),
            ("Standard_DS14", "DS", 16),
            ("Standard_DS3_v2", "DSv2", 4),
            ("Standard_DS5_v2", "DSv2", 16),
            ("Standard_DS15_v2", "DSv2", 20),
            ("Standard_G1", "G", 2),
            ("Standard_G5", "G", 32),
            ("Standard_GS3", "GS", 8),
            ("Standard_GS5", "GS", 32),
        ] {
            let size = VmSize::parse(name);
            assert_eq!(size.as_ref().and_then(|size| size.vcpus), Some(expected), "{name}");
            assert_eq!(size.map(|size| size.family).as_deref(), Some(family), "{name}");
        }
    }

    #[test]
    fn ranks_that_no_table_lists_stay_unknown() {
        for name in [
            "Standard_D16",
            "Standard_D32_v2",
            "Standard_D4s",
            "Standard_D4s_v2",
            "Standard_DS2_v3",
            "Standard_DS5",
            "Standard_D15",
            "Standard_A12",
            "Standard_A2m",
            "Standard_G6",
            "Standard_GS2_v2",
            "Standard_B0s",
        ] {
            assert_eq!(vcpus(name), None, "{name}");
        }
    }

    #[test]
    fn a_constrained_size_has_fewer_vcpus_than_it_is_cut_from() {
        for (name, usable, full) in [
            ("Standard_E64-16ads_v5", 16, 64),
            ("Standard_E4-2s_v4", 2, 4),
            ("Standard_HB120-16rs_v3", 16, 120),
            ("Standard_HX176-24rs", 24, 176),
            ("Standard_M8-2ms_v2", 2, 8),
            ("Standard_M416-208s_v2", 208, 416),
            ("Standard_DS11-1_v2", 1, 2),
            ("Standard_DS14-4_v2", 4, 16),
            ("Standard_GS5-16", 16, 32),
            ("Standard_GS4-8", 8, 16),
        ] {
            let size = VmSize::parse(name).unwrap();
            assert_eq!((size.vcpus, size.full_vcpus), (Some(usable), Some(full)), "{name}");
            assert!(size.constrained(), "{name}");
        }
        assert_eq!(vcpus("Standard_D4-8s_v5"), None);
        assert_eq!(vcpus("Standard_D4-0s_v5"), None);
        assert!(!VmSize::parse("Standard_D4s_v5").unwrap().constrained());
    }

    #[test]
    fn features_are_read_from_their_letters() {
        let size = VmSize::parse("STANDARD_E64-16ADS_V5").unwrap();
        assert!(size.premium_storage() && size.temp_disk() && size.has('a') && !size.arm() && !size.rdma());
        assert_eq!((size.letters.as_str(), size.version), ("E", Some(5)));
        assert!(VmSize::parse("Standard_D2ps_v5").unwrap().arm());
        assert!(VmSize::parse("Standard_H16r").unwrap().rdma());
        assert!(VmSize::parse("Standard_A8").unwrap().rdma());
        assert!(!VmSize::parse("Standard_A8_v2").unwrap().rdma());
        assert!(VmSize::parse("Standard_DS2_v2").unwrap().premium_storage());
        assert!(!VmSize::parse("Standard_D2_v2").unwrap().premium_storage());
        assert!(VmSize::parse("Basic_A1").unwrap().basic);
        let gpu = VmSize::parse("Standard_NC24ads_A100_v4").unwrap();
        assert_eq!(gpu.accelerator.as_deref(), Some("A100"));
    }

    #[test]
    fn other_texts_are_no_sizes() {
        for text in [
            "",
            "_",
            "Standard_",
            "Standard",
            "Standard__D2",
            "Large",
            "ExtraSmall",
            "Mix",
            "{VM size}",
            "Standard_D",
            "Standard_4",
            "Standard_D2s v3",
            "Standard_D-2s_v3",
            "Standard_D2-s_v3",
            "Standard_D2s3_v3",
            "Standard_D99999_v5",
            "Standard_ABCD4_v5",
            "Standard_X4_v5",
            "Basic_D1",
            "Standard_D2s_v3_",
            "Standard_D2é_v3",
        ] {
            assert_eq!(VmSize::parse(text), None, "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = VmSize::parse(&text);
        }

        #[test]
        fn nothing_that_looks_like_a_size_makes_it_panic(
            text in "(Standard_|BASIC_)?[A-Za-zé]{0,4}[0-9]{0,12}(-[0-9]{0,6})?[A-Za-z]{0,5}(_[A-Za-z0-9]{0,6}){0,3}"
        ) {
            if let Some(size) = VmSize::parse(&text) {
                proptest::prop_assert!(size.vcpus <= size.full_vcpus);
            }
        }
    }
}
