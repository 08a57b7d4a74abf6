//! VM series whose end has a date, told from the name of a size.

use super::{Citation, later_pages as pages};
use crate::model::{CalendarDate, Cloud, VmSize, same_region};

/// The end of VM series.
#[derive(Debug)]
pub struct SizeRetirement {
    /// The series, as [`VmSize`] calls them.
    series: &'static [&'static str],
    /// Which of their sizes.
    which: fn(&VmSize) -> bool,
    /// The last day.
    pub on: CalendarDate,
    /// Regions with another last day.
    pub longer: &'static [(&'static str, CalendarDate)],
    /// Whether the public cloud alone is meant.
    public_cloud: bool,
    /// Whether no more quota is given for them already.
    pub closed: bool,
    /// What Microsoft names in their place; empty where it names nothing.
    pub instead: &'static str,
    /// Where it stands, the weightiest first.
    pub sources: &'static [Citation],
}

const fn day(year: u16, month: u8, day: u8) -> CalendarDate {
    CalendarDate::new(year, month, day)
}

/// What the list of retired series says of all of them.
const GONE: Citation = pages::SIZE_LIFECYCLE.says(
    "At its retirement date the VMs of a series are deallocated and stop working; a retired series can no longer be \
     provisioned.",
    "À la date de retrait, les machines virtuelles d’une série sont désallouées et cessent de fonctionner ; une série \
     retirée ne peut plus être provisionnée.",
    "Alla data di ritiro le macchine virtuali di una serie vengono deallocate e smettono di funzionare; una serie \
     ritirata non può più essere sottoposta a provisioning.",
);
/// Series that get no more room.
const CLOSED: Citation = pages::SIZE_LIFECYCLE.says(
    "For B, D, Ds, Dv2, Dsv2, Dv3, Dsv3, Ev3, Esv3, Av2, F, Fs, Fsv2, G, Gs, Ls and Lsv2 no more quota is approved since \
     July 2026, and new subscriptions cannot deploy them.",
    "Pour B, D, Ds, Dv2, Dsv2, Dv3, Dsv3, Ev3, Esv3, Av2, F, Fs, Fsv2, G, Gs, Ls et Lsv2, aucun quota supplémentaire \
     n’est accordé depuis juillet 2026, et les nouveaux abonnements ne peuvent pas les déployer.",
    "Per B, D, Ds, Dv2, Dsv2, Dv3, Dsv3, Ev3, Esv3, Av2, F, Fs, Fsv2, G, Gs, Ls e Lsv2 da luglio 2026 non vengono \
     approvati aumenti di quota, e le nuove sottoscrizioni non possono distribuirle.",
);
const ADVISOR: Citation = pages::ADVISOR.says(
    "Batch pools of these series are to move to Dsv5, Ddsv5 or Dasv5, to Lsv3 or Lasv3, to Dlsv6 or Falsv6.",
    "Les pools Batch de ces séries doivent passer à Dsv5, Ddsv5 ou Dasv5, à Lsv3 ou Lasv3, à Dlsv6 ou Falsv6.",
    "I pool Batch di queste serie devono passare a Dsv5, Ddsv5 o Dasv5, a Lsv3 o Lasv3, a Dlsv6 o Falsv6.",
);
static OF_2023: [Citation; 2] = [
    pages::SIZE_LIFECYCLE_2024.says(
        "NC, NCv2, ND and NV were retired on 6 September 2023 and can no longer be provisioned.",
        "NC, NCv2, ND et NV ont été retirées le 6 septembre 2023 et ne peuvent plus être provisionnées.",
        "NC, NCv2, ND e NV sono state ritirate il 6 settembre 2023 e non possono più essere sottoposte a provisioning.",
    ),
    pages::NOTICE_FIRST_GPUS.says(
        "From 14 March 2025 on every NC, NCv2, ND and NV machine is deallocated and cannot start again.",
        "À partir du 14 mars 2025, toutes les machines NC, NCv2, ND et NV sont désallouées et ne peuvent plus démarrer.",
        "Dal 14 marzo 2025 tutte le macchine NC, NCv2, ND e NV vengono deallocate e non possono più essere avviate.",
    ),
];
static A8_TO_A11: [Citation; 1] = [pages::NOTICE_A8_A11.says(
    "After 1 March 2021 Batch pools of A8 to A11 become unusable.",
    "Après le 1er mars 2021, les pools Batch de tailles A8 à A11 deviennent inutilisables.",
    "Dopo il 1º marzo 2021 i pool Batch di dimensioni da A8 ad A11 diventano inutilizzabili.",
)];
static FIRST_A: [Citation; 1] = [pages::AV1_RETIREMENT.says(
    "Basic and Standard A sizes were retired on 31 August 2024; machines that remain are deallocated.",
    "Les tailles A de base et standard ont été retirées le 31 août 2024 ; les machines restantes sont désallouées.",
    "Le dimensioni A Basic e Standard sono state ritirate il 31 agosto 2024; le macchine rimaste vengono deallocate.",
)];
static HB: [Citation; 1] = [pages::HB_RETIREMENT.says(
    "HB sizes of the first version are retired on 31 August 2024: machines that remain stop working.",
    "Les tailles HB de première version sont retirées le 31 août 2024 : les machines restantes cessent de fonctionner.",
    "Le dimensioni HB della prima versione vengono ritirate il 31 agosto 2024: le macchine rimaste smettono di \
     funzionare.",
)];
static NCV3: [Citation; 2] = [
    pages::NCV3_RETIREMENT.says(
        "NCv3 sizes are retired on 30 September 2025, in US Gov Virginia and US Gov Arizona on 31 December 2026, in \
         Jio India West and China North 3 on 30 June 2027.",
        "Les tailles NCv3 sont retirées le 30 septembre 2025 ; dans US Gov Virginia et US Gov Arizona le 31 décembre \
         2026, dans Jio India West et China North 3 le 30 juin 2027.",
        "Le dimensioni NCv3 vengono ritirate il 30 settembre 2025; in US Gov Virginia e US Gov Arizona il 31 dicembre \
         2026, in Jio India West e China North 3 il 30 giugno 2027.",
    ),
    GONE,
];
static NVV3: [Citation; 2] = [
    pages::NVV3_RETIREMENT.says(
        "NVv3 sizes were retired on 30 September 2026; in UAE North they stay until 31 January 2027.",
        "Les tailles NVv3 ont été retirées le 30 septembre 2026 ; dans UAE North, elles restent jusqu’au 31 janvier 2027.",
        "Le dimensioni NVv3 sono state ritirate il 30 settembre 2026; in UAE North restano fino al 31 gennaio 2027.",
    ),
    GONE,
];
static NVV4: [Citation; 2] = [
    pages::NVV4_RETIREMENT.says(
        "NVv4 sizes are retired on 30 September 2026; machines that remain stop working.",
        "Les tailles NVv4 sont retirées le 30 septembre 2026 ; les machines restantes cessent de fonctionner.",
        "Le dimensioni NVv4 vengono ritirate il 30 settembre 2026; le macchine rimaste smettono di funzionare.",
    ),
    GONE,
];
static HBV2: [Citation; 2] = [
    pages::HBV2_RETIREMENT.says(
        "HBv2 sizes are retired on 31 May 2027; machines that remain stop working.",
        "Les tailles HBv2 sont retirées le 31 mai 2027 ; les machines restantes cessent de fonctionner.",
        "Le dimensioni HBv2 vengono ritirate il 31 maggio 2027; le macchine rimaste smettono di funzionare.",
    ),
    GONE,
];
static HC: [Citation; 2] = [
    pages::HC_RETIREMENT.says(
        "HC sizes are retired on 31 May 2027; machines that remain stop working.",
        "Les tailles HC sont retirées le 31 mai 2027 ; les machines restantes cessent de fonctionner.",
        "Le dimensioni HC vengono ritirate il 31 maggio 2027; le macchine rimaste smettono di funzionare.",
    ),
    GONE,
];
static NP: [Citation; 2] = [
    pages::NP_RETIREMENT.says(
        "NP sizes are retired on 31 May 2027; machines that remain stop working.",
        "Les tailles NP sont retirées le 31 mai 2027 ; les machines restantes cessent de fonctionner.",
        "Le dimensioni NP vengono ritirate il 31 maggio 2027; le macchine rimaste smettono di funzionare.",
    ),
    GONE,
];
static CONFIDENTIAL: [Citation; 2] = [
    pages::SIZE_LIFECYCLE.says(
        "DCsv2 was retired on 30 June 2026, DCas_cc_v5, DCads_cc_v5, ECas_cc_v5 and ECads_cc_v5 on 1 September 2026; \
         DCsv3 and DCdsv3 follow on 31 October 2029.",
        "DCsv2 a été retirée le 30 juin 2026, DCas_cc_v5, DCads_cc_v5, ECas_cc_v5 et ECads_cc_v5 le 1er septembre 2026 ; \
         DCsv3 et DCdsv3 suivent le 31 octobre 2029.",
        "DCsv2 è stata ritirata il 30 giugno 2026, DCas_cc_v5, DCads_cc_v5, ECas_cc_v5 ed ECads_cc_v5 il 1º settembre \
         2026; DCsv3 e DCdsv3 seguono il 31 ottobre 2029.",
    ),
    GONE,
];
static M192: [Citation; 2] = [
    pages::SIZE_LIFECYCLE.says(
        "M192is_v2, M192ims_v2, M192ids_v2 and M192idms_v2 are retired on 31 March 2027.",
        "M192is_v2, M192ims_v2, M192ids_v2 et M192idms_v2 sont retirées le 31 mars 2027.",
        "M192is_v2, M192ims_v2, M192ids_v2 e M192idms_v2 vengono ritirate il 31 marzo 2027.",
    ),
    GONE,
];
static SPRING_2028: [Citation; 4] = [
    pages::SIZE_LIFECYCLE.says(
        "D, Ds, Dv2, Dsv2 and Ls are retired on 1 May 2028.",
        "D, Ds, Dv2, Dsv2 et Ls sont retirées le 1er mai 2028.",
        "D, Ds, Dv2, Dsv2 e Ls vengono ritirate il 1º maggio 2028.",
    ),
    GONE,
    CLOSED,
    ADVISOR,
];
static AUTUMN_2028: [Citation; 4] = [
    pages::SIZE_LIFECYCLE.says(
        "Av2, Amv2, B of the first version, F, Fs, Fsv2, G, Gs and Lsv2 are retired on 15 November 2028.",
        "Av2, Amv2, B de première version, F, Fs, Fsv2, G, Gs et Lsv2 sont retirées le 15 novembre 2028.",
        "Av2, Amv2, B della prima versione, F, Fs, Fsv2, G, Gs e Lsv2 vengono ritirate il 15 novembre 2028.",
    ),
    GONE,
    CLOSED,
    ADVISOR,
];
static AUTUMN_2029: [Citation; 3] = [
    pages::SIZE_LIFECYCLE.says(
        "Dv3, Dsv3, Ev3 and Esv3 are retired on 15 November 2029, not in Azure Government nor in Azure operated by \
         21Vianet.",
        "Dv3, Dsv3, Ev3 et Esv3 sont retirées le 15 novembre 2029, sauf dans Azure Government et dans Azure exploité par \
         21Vianet.",
        "Dv3, Dsv3, Ev3 ed Esv3 vengono ritirate il 15 novembre 2029, tranne in Azure per enti pubblici e in Azure \
         gestito da 21Vianet.",
    ),
    GONE,
    CLOSED,
];

/// An end of all sizes of some series, in every cloud and region, with no quota closed before.
const fn ends(series: &'static [&'static str], on: CalendarDate, sources: &'static [Citation]) -> SizeRetirement {
    SizeRetirement {
        series,
        which: |_| true,
        on,
        longer: &[],
        public_cloud: false,
        closed: false,
        instead: "",
        sources,
    }
}

impl SizeRetirement {
    const fn instead(mut self, series: &'static str) -> SizeRetirement {
        self.instead = series;
        self
    }

    const fn closed(mut self) -> SizeRetirement {
        self.closed = true;
        self
    }

    const fn longer(mut self, regions: &'static [(&'static str, CalendarDate)]) -> SizeRetirement {
        self.longer = regions;
        self
    }

    const fn public_cloud(mut self) -> SizeRetirement {
        self.public_cloud = true;
        self
    }

    const fn of(mut self, which: fn(&VmSize) -> bool) -> SizeRetirement {
        self.which = which;
        self
    }

    /// The last day in a region.
    pub fn last_day_in(&self, region: Option<&str>) -> CalendarDate {
        let longer = region.and_then(|region| self.longer.iter().find(|(name, _)| same_region(name, region)));
        longer.map_or(self.on, |(_, on)| *on)
    }
}

/// Every series with a last day that a page of Microsoft’s gives.
static SERIES: &[SizeRetirement] = &[
    ends(&["Dv3", "Dsv3"], day(2029, 11, 15), &AUTUMN_2029)
        .public_cloud()
        .closed()
        .instead("Dv5, Dv6, Dv7"),
    ends(&["Ev3", "Esv3"], day(2029, 11, 15), &AUTUMN_2029)
        .public_cloud()
        .closed()
        .instead("Ev5, Esv6, Esv7"),
    ends(&["DCsv3", "DCdsv3"], day(2029, 10, 31), &CONFIDENTIAL),
    ends(&["Av2", "Bs"], day(2028, 11, 15), &AUTUMN_2028)
        .closed()
        .instead("Dsv5, Ddsv5, Dasv5"),
    ends(&["F", "Fs", "Fsv2"], day(2028, 11, 15), &AUTUMN_2028)
        .closed()
        .instead("Dlsv6, Falsv6"),
    ends(&["G", "GS", "Lsv2"], day(2028, 11, 15), &AUTUMN_2028)
        .closed()
        .instead("Lsv3, Lasv3"),
    ends(&["D", "DS", "Dv2", "DSv2"], day(2028, 5, 1), &SPRING_2028)
        .closed()
        .instead("Dsv5, Ddsv5, Dasv5"),
    ends(&["Ls"], day(2028, 5, 1), &SPRING_2028)
        .closed()
        .instead("Lsv3, Lasv3"),
    ends(&["HBsv2"], day(2027, 5, 31), &HBV2).instead("HBv3, HBv4, HBv5, HX"),
    ends(&["HCs"], day(2027, 5, 31), &HC).instead("HBv3, HBv4, HBv5, HX"),
    ends(&["NPs"], day(2027, 5, 31), &NP).instead("NDv2, NCads_H100_v5, NCasT4_v3"),
    ends(&["Msv2", "Mdsv2"], day(2027, 3, 31), &M192).of(|size| size.number == 192 && size.has('i')),
    ends(&["NVsv3", "NVhsv3"], day(2026, 9, 30), &NVV3)
        .longer(&[("uaenorth", day(2027, 1, 31))])
        .instead("NVadsA10_v5, NCasT4_v3"),
    ends(&["NVasv4", "NVahsv4"], day(2026, 9, 30), &NVV4).instead("NVadsV710_v5, NVadsA10_v5, NGadsV620"),
    ends(
        &["DCas_cc_v5", "DCads_cc_v5", "ECas_cc_v5", "ECads_cc_v5"],
        day(2026, 9, 1),
        &CONFIDENTIAL,
    ),
    ends(&["DCsv2"], day(2026, 6, 30), &CONFIDENTIAL),
    ends(&["NCsv3"], day(2025, 9, 30), &NCV3)
        .longer(&[
            ("usgovvirginia", day(2026, 12, 31)),
            ("usgovarizona", day(2026, 12, 31)),
            ("jioindiawest", day(2027, 6, 30)),
            ("chinanorth3", day(2027, 6, 30)),
        ])
        .instead("NCadsH100_v5, NCasT4_v3, NVadsA10_v5"),
    ends(&["A"], day(2024, 8, 31), &FIRST_A).of(|size| size.number < 8),
    ends(&["HBs"], day(2024, 8, 31), &HB).instead("HBv3, HBv4, HBv5, HX"),
    ends(&["NC", "NCsv2", "NDs", "NV"], day(2023, 9, 6), &OF_2023),
    ends(&["A"], day(2021, 3, 1), &A8_TO_A11).of(|size| size.number >= 8),
];

/// The end of the series of this size in this cloud, if one has a date.
pub fn of(vm_size: &str, cloud: Option<Cloud>) -> Option<&'static SizeRetirement> {
    let size = VmSize::parse(vm_size)?;
    let elsewhere = cloud.is_some_and(|cloud| cloud != Cloud::Public);
    SERIES.iter().find(|end| {
        end.series.contains(&size.family.as_str()) && (end.which)(&size) && !(end.public_cloud && elsewhere)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Real sizes with the last day of their series in the public cloud.
    const ENDING: [((u16, u8, u8), &str); 13] = [
        (
            (2029, 11, 15),
            "Standard_D2_v3 STANDARD_D2S_V3 Standard_D64s_v3 Standard_E2_v3 Standard_E64i_v3 Standard_E64is_v3 \
             Standard_E4-2s_v3 D4s_v3",
        ),
        ((2029, 10, 31), "Standard_DC4s_v3 Standard_DC4ds_v3"),
        (
            (2028, 11, 15),
            "Standard_A1_v2 Standard_A8_v2 Standard_A2m_v2 Standard_B1ls Standard_B1s Standard_B2ms \
             Standard_B20ms Standard_F1 Standard_F16 Standard_F4s standard_f16s_v2 Standard_F72s_v2 Standard_G1 \
             Standard_G5 Standard_GS5 Standard_GS5-16 Standard_L8s_v2 Standard_L80s_v2",
        ),
        (
            (2028, 5, 1),
            "Standard_D1 Standard_D2 Standard_D14 Standard_DS2 Standard_DS14 Standard_D1_v2 Standard_D2_v2 \
             STANDARD_D3_V2 Standard_D2_v2_Promo Standard_D15_v2 Standard_D15i_v2 Standard_DS2_v2 Standard_DS3_v2 \
             Standard_DS11-1_v2 Standard_DS14-4_v2 Standard_DS15_v2 Standard_L4s Standard_L32s D2_v2",
        ),
        (
            (2027, 5, 31),
            "Standard_HB120rs_v2 Standard_HB120-64rs_v2 Standard_HC44rs Standard_HC44-16rs Standard_NP10s \
             Standard_NP40s",
        ),
        (
            (2027, 3, 31),
            "Standard_M192is_v2 Standard_M192ims_v2 Standard_M192ids_v2 STANDARD_M192IDMS_V2",
        ),
        (
            (2026, 9, 30),
            "Standard_NV12s_v3 Standard_NV12hs_v3 Standard_NV24s_v3 Standard_NV24ms_v3 Standard_NV32ms_v3 \
             Standard_NV48s_v3 Standard_NV4as_v4 Standard_NV4ahs_v4 Standard_NV32as_v4 NV12s_v3",
        ),
        (
            (2026, 9, 1),
            "Standard_DC8as_cc_v5 Standard_DC8ads_cc_v5 Standard_EC8as_cc_v5 Standard_EC8ads_cc_v5",
        ),
        ((2026, 6, 30), "Standard_DC4s_v2"),
        ((2025, 9, 30), "Standard_NC6s_v3 Standard_NC24s_v3 Standard_NC24rs_v3"),
        (
            (2024, 8, 31),
            "Basic_A0 BASIC_A4 Standard_A0 Standard_A1 Standard_A7 Standard_HB60rs Standard_HB60-15rs",
        ),
        (
            (2023, 9, 6),
            "Standard_NC6 Standard_NC24r Standard_NC6_Promo Standard_NC6s_v2 Standard_NC24rs_v2 Standard_ND6s \
             Standard_ND24rs Standard_NV6 Standard_NV12 Standard_NV24_Promo",
        ),
        ((2021, 3, 1), "Standard_A8 Standard_A9 Standard_A10 Standard_A11"),
    ];

    /// Near to them, and not ending.
    const STAYING: &str = "Standard_D2s_v4 Standard_D2_v4 Standard_D2d_v4 Standard_D2ds_v4 Standard_D2as_v4 Standard_D2a_v4 \
         Standard_D2_v5 Standard_D2s_v5 Standard_D2ads_v5 Standard_D2ls_v5 Standard_D2ps_v5 Standard_D2s_v6 \
         Standard_D2as_v7 Standard_E2_v4 Standard_E2s_v4 Standard_E4-2s_v4 Standard_E2as_v4 Standard_E8bds_v5 \
         Standard_E2_v5 Standard_DC2as_v5 Standard_DC2ads_v5 Standard_EC2as_v5 Standard_B2s_v2 Standard_B2ms_v2 \
         Standard_B2as_v2 Standard_B2pts_v2 Standard_F2as_v6 Standard_F2als_v6 Standard_FX4mds Standard_FX4mds_v2 \
         Standard_L8s_v3 Standard_L8as_v3 Standard_L2s_v4 Standard_M192s_v2 Standard_M192ms_v2 Standard_M208ms_v2 \
         Standard_M416is_v2 Standard_M64ms Standard_HB120rs_v3 Standard_HB120-16rs_v3 Standard_HB176rs_v4 \
         Standard_HX176rs Standard_NC4as_T4_v3 Standard_NC64as_T4_v3 Standard_NC24ads_A100_v4 \
         Standard_NC40ads_H100_v5 Standard_ND40rs_v2 Standard_ND96asr_v4 Standard_NV6ads_A10_v5 \
         Standard_NV4ads_V710_v5 Standard_NG8ads_V620_v1 Standard_Z9";

    #[test]
    fn the_last_day_is_that_of_the_series() {
        let mut sizes = 0;
        for ((year, month, day), names) in ENDING {
            for name in names.split(' ') {
                let on = of(name, None).map(|end| end.on);
                assert_eq!(on, Some(CalendarDate::new(year, month, day)), "{name}");
                sizes += 1;
            }
        }
        assert_eq!(sizes, 96);
    }

    #[test]
    fn what_is_only_near_does_not_end() {
        for name in STAYING.split(' ').chain(["", "{VM size}"]) {
            assert!(of(name, None).is_none(), "{name}");
        }
    }

    #[test]
    fn clouds_and_regions_can_have_more_time() {
        assert!(of("Standard_D2s_v3", Some(Cloud::Public)).is_some());
        assert!(of("Standard_D2s_v3", Some(Cloud::UsGovernment)).is_none());
        assert!(of("Standard_D2_v2", Some(Cloud::China)).is_some());
        let end = of("Standard_NV12s_v3", None).expect("an end");
        assert_eq!(end.last_day_in(Some("UAE North")), CalendarDate::new(2027, 1, 31));
        assert_eq!(end.last_day_in(Some("westeurope")), end.on);
        assert_eq!(end.last_day_in(None), end.on);
    }
}
