//! What Batch has ended or announced to end, with dates: operating systems, api-versions, managed images.

use super::{Citation, Limit, later_pages, pages};
use crate::model::CalendarDate;

/// How far a retirement is away on the day of judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its day is over.
    Past,
    /// Its day comes within twelve months, in so many days.
    Soon(i64),
    /// Its day comes later than that.
    Later,
}

/// Twelve months, in days.
const TWELVE_MONTHS: i64 = 365;

/// How far the end `on` is away on the day `as_of`. The last day itself still counts as supported.
pub fn stage(on: CalendarDate, as_of: CalendarDate) -> Stage {
    match as_of.days_until(on) {
        days if days < 0 => Stage::Past,
        days if days <= TWELVE_MONTHS => Stage::Soon(days),
        _ => Stage::Later,
    }
}

/// What became of pools after the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aftermath {
    /// A Microsoft notice says nodes are unusable, or the image is gone.
    Gone,
    /// A Microsoft notice says no more than that support ends.
    Unsupported,
    /// Only somebody else than Microsoft tells of it.
    ThirdPartyEvidence,
}

/// The end of an operating system in Batch.
#[derive(Debug)]
pub struct OsRetirement {
    /// The node agents that show it.
    pub agents: &'static [&'static str],
    /// Marketplace offers that show it: publisher, offer, and how the SKU begins.
    pub marketplace: &'static [(&'static str, &'static str, &'static str)],
    /// The last day.
    pub on: CalendarDate,
    /// What comes after.
    pub aftermath: Aftermath,
    /// Whether the notice says that custom images are included.
    pub custom_images: bool,
    /// Where it stands.
    pub sources: &'static [Citation],
}

/// The notice on agents of ended operating systems.
pub const ENDED_AGENTS: Citation = pages::NOTICE_AGENTS.says(
    "Agents for CentOS 7 and 8, Debian 8 to 10 and Ubuntu 14.04 to 18.04 cannot be used after 31 December 2024, not with \
     custom images either.",
    "Les agents pour CentOS 7 et 8, Debian 8 à 10 et Ubuntu 14.04 à 18.04 sont inutilisables après le 31 décembre 2024, \
     y compris avec des images personnalisées.",
    "Gli agenti per CentOS 7 e 8, Debian da 8 a 10 e Ubuntu da 14.04 a 18.04 non sono utilizzabili dopo il 31 dicembre \
     2024, nemmeno con immagini personalizzate.",
);
/// The notice on Windows Server 2012.
pub const WINDOWS_2012: Citation = pages::NOTICE_WINDOWS_2012.says(
    "Marketplace images of Windows Server 2012 and 2012 R2 were removed from Batch on 5 December 2024.",
    "Les images de la Place de marché de Windows Server 2012 et 2012 R2 ont été retirées de Batch le 5 décembre 2024.",
    "Le immagini del Marketplace di Windows Server 2012 e 2012 R2 sono state rimosse da Batch il 5 dicembre 2024.",
);
/// The notice on Windows Server 2016.
pub const WINDOWS_2016: Citation = pages::NOTICE_WINDOWS_2016.says(
    "Batch ends its support of Windows Server 2016 on 12 January 2027.",
    "Batch met fin à la prise en charge de Windows Server 2016 le 12 janvier 2027.",
    "Batch cessa il supporto di Windows Server 2016 il 12 gennaio 2027.",
);
/// The notice on Ubuntu 22.04.
pub const UBUNTU_2204: Citation = pages::NOTICE_UBUNTU_2204.says(
    "Batch ends its support of Ubuntu 22.04, custom images included, on 30 June 2027; 24.04 takes its place.",
    "Batch met fin à la prise en charge d’Ubuntu 22.04, images personnalisées comprises, le 30 juin 2027 ; 24.04 le \
     remplace.",
    "Batch cessa il supporto di Ubuntu 22.04, immagini personalizzate comprese, il 30 giugno 2027; lo sostituisce \
     24.04.",
);
/// The notice on Ubuntu 20.04.
pub const UBUNTU_2004: Citation = later_pages::NOTICE_UBUNTU_2004.says(
    "Batch ends its support of Ubuntu 20.04, custom images included, on 23 April 2025; after that, creating a pool or making \
     one larger may fail.",
    "Batch met fin à la prise en charge d’Ubuntu 20.04, images personnalisées comprises, le 23 avril 2025 ; ensuite, \
     la création ou l’agrandissement d’un pool peut échouer.",
    "Batch cessa il supporto di Ubuntu 20.04, immagini personalizzate comprese, il 23 aprile 2025; dopo, la creazione \
     o l’ampliamento di un pool può non riuscire.",
);
/// The portal's message on Azure Linux 2, as a user quoted it.
pub const AZURE_LINUX_2: Citation = pages::NOTICE_MARINER.says(
    "A user quotes the portal: support of Azure Linux 2 (Mariner) ends on 30 July 2025.",
    "Un utilisateur cite le portail : la prise en charge d’Azure Linux 2 (Mariner) prend fin le 30 juillet 2025.",
    "Un utente cita il portale: il supporto di Azure Linux 2 (Mariner) termina il 30 luglio 2025.",
);

/// Publisher and offer of Windows Server in the Marketplace.
const WINDOWS_SERVER: (&str, &str) = ("MicrosoftWindowsServer", "WindowsServer");

/// Every operating system with an end date that a plan can show, the newest end first.
static OPERATING_SYSTEMS: &[OsRetirement] = &[
    OsRetirement {
        agents: &["batch.node.ubuntu 22.04"],
        marketplace: &[],
        on: CalendarDate::new(2027, 6, 30),
        aftermath: Aftermath::Unsupported,
        custom_images: true,
        sources: &[UBUNTU_2204],
    },
    OsRetirement {
        agents: &[],
        marketplace: &[(WINDOWS_SERVER.0, WINDOWS_SERVER.1, "2016-")],
        on: CalendarDate::new(2027, 1, 12),
        aftermath: Aftermath::Unsupported,
        custom_images: false,
        sources: &[WINDOWS_2016],
    },
    OsRetirement {
        agents: &["batch.node.mariner 2.0"],
        marketplace: &[],
        on: CalendarDate::new(2025, 7, 30),
        aftermath: Aftermath::ThirdPartyEvidence,
        custom_images: false,
        sources: &[AZURE_LINUX_2],
    },
    OsRetirement {
        agents: &["batch.node.ubuntu 20.04"],
        marketplace: &[],
        on: CalendarDate::new(2025, 4, 23),
        aftermath: Aftermath::Unsupported,
        custom_images: true,
        sources: &[UBUNTU_2004],
    },
    OsRetirement {
        agents: &[
            "batch.node.centos 7",
            "batch.node.centos 8",
            "batch.node.debian 8",
            "batch.node.debian 9",
            "batch.node.debian 10",
            "batch.node.ubuntu 14.04",
            "batch.node.ubuntu 16.04",
            "batch.node.ubuntu 18.04",
        ],
        marketplace: &[],
        on: CalendarDate::new(2024, 12, 31),
        aftermath: Aftermath::Gone,
        custom_images: true,
        sources: &[ENDED_AGENTS],
    },
    OsRetirement {
        agents: &[],
        marketplace: &[(WINDOWS_SERVER.0, WINDOWS_SERVER.1, "2012-")],
        on: CalendarDate::new(2024, 12, 5),
        aftermath: Aftermath::Gone,
        custom_images: false,
        sources: &[WINDOWS_2012],
    },
];

/// The last day on which managed images and VHDs were supported as sources of pools.
pub static MANAGED_IMAGES: Limit<CalendarDate> = Limit {
    value: CalendarDate::new(2026, 3, 31),
    from: pages::CUSTOM_IMAGES.says(
        "Support for custom images from a VHD blob or a managed image is retired after 31 March 2026 (warning box).",
        "La prise en charge des images personnalisées issues d’un objet blob VHD ou d’une image managée prend fin après \
         le 31 mars 2026 (encadré d’avertissement).",
        "Il supporto delle immagini personalizzate da un BLOB VHD o da un’immagine gestita è ritirato dopo il 31 marzo \
         2026 (riquadro di avviso).",
    ),
};

/// The last day on which classic communication of nodes was honoured.
pub static CLASSIC_COMMUNICATION: Limit<CalendarDate> = Limit {
    value: CalendarDate::new(2026, 3, 31),
    from: pages::SIMPLIFIED_MIGRATION.says(
        "After 31 March 2026 the choice of classic communication is no longer honoured; the simplified mode takes its \
         place.",
        "Après le 31 mars 2026, le choix de la communication classique n’est plus pris en compte ; le mode simplifié \
         la remplace.",
        "Dopo il 31 marzo 2026 la scelta della comunicazione classica non è più rispettata; la sostituisce la modalità \
         semplificata.",
    ),
};

/// The day `2017-09-01` and the management versions before it were to be removed.
pub static API_VERSIONS_OF_2017: Limit<CalendarDate> = Limit {
    value: CalendarDate::new(2020, 10, 31),
    from: pages::API_STATUS.says(
        "Management versions up to 2017-09-01 are removed on 31 October 2020; after removal every request fails.",
        "Les versions de gestion jusqu’à 2017-09-01 sont supprimées le 31 octobre 2020 ; après la suppression, toute \
         requête échoue.",
        "Le versioni di gestione fino a 2017-09-01 vengono rimosse il 31 ottobre 2020; dopo la rimozione ogni \
         richiesta ha esito negativo.",
    ),
};

/// The day the end of every version before 2025-06-01 was announced.
pub static API_VERSIONS_BEFORE_2025: Limit<CalendarDate> = Limit {
    value: CalendarDate::new(2026, 5, 15),
    from: pages::NOTICES.says(
        "Versions before 2025-06-01 will be retired, it was announced on 15 May 2026; no date is given.",
        "Le retrait des versions antérieures à 2025-06-01 a été annoncé le 15 mai 2026 ; aucune date n’est donnée.",
        "Il ritiro delle versioni precedenti a 2025-06-01 è stato annunciato il 15 maggio 2026; non è indicata una data.",
    ),
};

/// The last day of Cloud Services pools, of certificates of an account and of licences paid by use. The rule about them
/// cites a page for each.
pub const FEATURES_OF_2024: CalendarDate = CalendarDate::new(2024, 2, 29);

/// The end of the operating system this node agent is made for, if one is known.
pub fn of_agent(agent: &str) -> Option<&'static OsRetirement> {
    OPERATING_SYSTEMS.iter().find(|end| end.agents.contains(&agent))
}

/// The end of the operating system of this Marketplace image, if one is known.
pub fn of_marketplace(publisher: &str, offer: &str, sku: &str) -> Option<&'static OsRetirement> {
    OPERATING_SYSTEMS.iter().find(|end| {
        end.marketplace.iter().any(|(by, what, start)| {
            by.eq_ignore_ascii_case(publisher)
                && what.eq_ignore_ascii_case(offer)
                && sku
                    .get(..start.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(start))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::node_agents;

    #[test]
    fn the_last_day_is_not_past() {
        let on = CalendarDate::new(2027, 6, 30);
        assert_eq!(stage(on, on), Stage::Soon(0));
        assert_eq!(stage(on, CalendarDate::new(2027, 7, 1)), Stage::Past);
        assert_eq!(stage(on, CalendarDate::new(2026, 6, 30)), Stage::Soon(365));
        assert_eq!(stage(on, CalendarDate::new(2026, 6, 29)), Stage::Later);
    }

    #[test]
    fn every_retired_agent_is_a_named_one() {
        let agents = OPERATING_SYSTEMS.iter().flat_map(|end| end.agents);
        for agent in agents {
            assert!(node_agents::NAMED.contains(agent), "{agent}");
        }
    }

    #[test]
    fn skus_are_read_by_their_beginning_in_any_letter_case() {
        let day = |sku| of_marketplace("microsoftwindowsserver", "windowsserver", sku).map(|end| end.on);
        assert_eq!(day("2012-r2-datacenter"), Some(CalendarDate::new(2024, 12, 5)));
        assert_eq!(day("2016-Datacenter"), Some(CalendarDate::new(2027, 1, 12)));
        assert_eq!(day("2022-datacenter"), None);
    }
}
