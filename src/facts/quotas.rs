//! What is documented of quotas, and what the account calls that of a VM series.

use super::{Citation, later_pages, pages};
use crate::model::VmSize;

/// Whose quota counts.
pub const CORES: Citation = pages::QUOTAS.says(
    "Dedicated cores and Spot cores have a quota each. In Batch service mode it is the account’s, for dedicated cores in \
     all and for each VM series; in user subscription mode the subscription’s quotas count, of the region and of the \
     series.",
    "Les cœurs dédiés et les cœurs Spot ont chacun un quota. En mode service Batch, c’est celui du compte, pour les cœurs \
     dédiés au total et par série de machines virtuelles ; en mode abonnement utilisateur, ce sont les quotas de \
     l’abonnement, régional et par série.",
    "I core dedicati e i core Spot hanno ciascuno una quota. In modalità servizio Batch è quella dell’account, per i core \
     dedicati in totale e per ogni serie di macchine virtuali; in modalità sottoscrizione utente contano le quote della \
     sottoscrizione, dell’area e della serie.",
);

/// What an account shows of them.
pub const PER_FAMILY: Citation = pages::CONTRACT.says(
    "An account lists `dedicatedCoreQuotaPerVMFamily`, the cores of each series, and says with \
     `dedicatedCoreQuotaPerVMFamilyEnforced` whether they count.",
    "Un compte énumère dans `dedicatedCoreQuotaPerVMFamily` les cœurs de chaque série, et \
     `dedicatedCoreQuotaPerVMFamilyEnforced` indique s’ils s’appliquent.",
    "Un account elenca in `dedicatedCoreQuotaPerVMFamily` i core di ogni serie, e \
     `dedicatedCoreQuotaPerVMFamilyEnforced` dice se valgono.",
);

/// What a new account has.
pub const DEFAULTS: Citation = later_pages::BATCH_LIMITS.says(
    "By default 10 to 900 dedicated and 10 to 100 Spot cores; a footnote says that new accounts may have less, even none.",
    "Par défaut, de 10 à 900 cœurs dédiés et de 10 à 100 cœurs Spot ; une note précise que les nouveaux comptes peuvent \
     en avoir moins, voire aucun.",
    "Per impostazione predefinita da 10 a 900 core dedicati e da 10 a 100 core Spot; una nota precisa che i nuovi account \
     possono averne di meno, anche nessuno.",
);

/// The same in other copies of the table.
pub const DEFAULTS_FROM_NONE: Citation = pages::QUOTAS.says(
    "The table on the page itself begins at 0: 0 to 900 dedicated and 0 to 100 Spot cores.",
    "Le tableau de la page elle-même part de 0 : de 0 à 900 cœurs dédiés et de 0 à 100 cœurs Spot.",
    "La tabella della pagina stessa parte da 0: da 0 a 900 core dedicati e da 0 a 100 core Spot.",
);

/// Pools of an account.
pub const POOLS: Citation = later_pages::BATCH_LIMITS.says(
    "By default 0 to 100 pools for each account, in either mode; at most 500, more through support.",
    "Par défaut, de 0 à 100 pools par compte, dans les deux modes ; 500 au plus, davantage sur demande au support.",
    "Per impostazione predefinita da 0 a 100 pool per account, in entrambe le modalità; al massimo 500, di più tramite il \
     supporto.",
);

/// What a quota is not.
pub const NOT_CAPACITY: Citation = pages::QUOTAS.says(
    "A quota is a limit, no guarantee of capacity; an increase takes from minutes to two business days.",
    "Un quota est une limite, pas une garantie de capacité ; une augmentation prend de quelques minutes à deux jours \
     ouvrés.",
    "Una quota è un limite, non una garanzia di capacità; un aumento richiede da pochi minuti a due giorni lavorativi.",
);

/// Series whose quota has another name than the series: as a size is read, and as an account lists it, both in lower
/// case without blanks and marks.
const OTHER_NAMES: [(&str, &str); 10] = [
    ("hbsv2", "hbrsv2"),
    ("hbsv3", "hbv3"),
    ("hbsv3", "hbrsv3"),
    ("hbsv4", "hbv4"),
    ("hbsv5", "hbv5"),
    ("hxs", "hx"),
    ("m", "ms"),
    ("fxds", "fxmdvs"),
    ("ncast4v3", "ncasv3t4"),
    ("ndasv4", "ndasv4a100"),
];

/// Whether a name such as `standardDSv3Family` is that of the quota this size draws on.
pub fn is_quota_of(name: &str, size: &VmSize) -> bool {
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(char::is_ascii_alphanumeric);
        kept.map(|c| c.to_ascii_lowercase()).collect()
    };
    let name = plain(name);
    let name = name.strip_prefix("standard").unwrap_or(&name);
    let name = name.strip_suffix("family").unwrap_or(name);
    let series = plain(&size.family);
    match series.as_str() {
        "a" if size.basic => name == "basica",
        "a" if size.number < 8 => name == "a0a7",
        "a" => name == "a8a11",
        own => own == name || OTHER_NAMES.contains(&(own, name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_an_account_are_those_of_the_sizes() {
        for (name, size) in [
            ("standardDSv3Family", "Standard_D2s_v3"),
            ("standardDv3Family", "Standard_D2_v3"),
            ("standardDSv2Family", "Standard_DS2_v2"),
            ("standardDv2Family", "STANDARD_D2_V2"),
            ("standardDFamily", "Standard_D2"),
            ("standardDSFamily", "Standard_DS2"),
            ("standardDDSv5Family", "Standard_D4ds_v5"),
            ("standardDADSv5Family", "Standard_D4ads_v5"),
            ("StandardDdsv6Family", "Standard_D4ds_v6"),
            ("standardAv2Family", "Standard_A2m_v2"),
            ("standardA0_A7Family", "Standard_A7"),
            ("standardA8_A11Family", "Standard_A9"),
            ("basicAFamily", "Basic_A2"),
            ("standardBSFamily", "Standard_B2ms"),
            ("standardEDSv4Family", "Standard_E8-4ds_v4"),
            ("standardFSv2Family", "Standard_F72s_v2"),
            ("standardMSFamily", "Standard_M64"),
            ("standardHBSFamily", "Standard_HB60rs"),
            ("standardHBrsv2Family", "Standard_HB120rs_v2"),
            ("standardHBv4Family", "Standard_HB176rs_v4"),
            ("standardHCSFamily", "Standard_HC44rs"),
            ("standardHXFamily", "Standard_HX176rs"),
            ("standardNCSv3Family", "Standard_NC24rs_v3"),
            ("Standard NCASv3_T4 Family", "Standard_NC4as_T4_v3"),
            ("standardNCADSA100v4Family", "Standard_NC24ads_A100_v4"),
            ("Standard NDASv4_A100 Family", "Standard_ND96asr_v4"),
            ("StandardNVADSA10v5Family", "Standard_NV36ads_A10_v5"),
            ("standardNPSFamily", "Standard_NP10s"),
            ("Dsv5", "Standard_D4s_v5"),
        ] {
            let size = VmSize::parse(size).unwrap();
            assert!(is_quota_of(name, &size), "{name} {size:?}");
        }
    }

    #[test]
    fn a_neighbouring_series_has_another_quota() {
        for (name, size) in [
            ("standardDSv3Family", "Standard_D2_v3"),
            ("standardDv3Family", "Standard_D2s_v3"),
            ("standardDSv2Family", "Standard_D2s_v3"),
            ("standardDv2Family", "Standard_DS2_v2"),
            ("standardDFamily", "Standard_DS2"),
            ("standardA0_A7Family", "Basic_A2"),
            ("standardA0_A7Family", "Standard_A8"),
            ("standardAv2Family", "Standard_A2"),
            ("standardNCSv3Family", "Standard_NC4as_T4_v3"),
            ("standardHBSFamily", "Standard_HB120rs_v2"),
            ("", "Standard_D2"),
        ] {
            let size = VmSize::parse(size).unwrap();
            assert!(!is_quota_of(name, &size), "{name} {size:?}");
        }
    }
}
