//! Node agents named in Microsoft's notices, and what a Marketplace publisher tells about the operating system.

use super::{Citation, pages};
use crate::model::OsType;

/// What every node agent's name begins with.
pub const PREFIX: &str = "batch.node.";

/// The one agent for Windows.
pub const WINDOWS: &str = "batch.node.windows amd64";

/// Agents the changelog and the notices name, the retired ones included. The service has more: its list decides.
pub const NAMED: [&str; 15] = [
    WINDOWS,
    "batch.node.ubuntu 24.04",
    "batch.node.ubuntu 22.04",
    "batch.node.ubuntu 20.04",
    "batch.node.ubuntu 18.04",
    "batch.node.ubuntu 16.04",
    "batch.node.ubuntu 14.04",
    "batch.node.el 8",
    "batch.node.el 9",
    "batch.node.centos 7",
    "batch.node.centos 8",
    "batch.node.debian 8",
    "batch.node.debian 9",
    "batch.node.debian 10",
    "batch.node.mariner 2.0",
];

/// Where [`NAMED`] comes from.
pub const NAMED_FROM: Citation = pages::NODE_AGENT_CHANGES.says(
    "The changelog names the operating systems the agent works on, among them Windows, Ubuntu and Enterprise Linux.",
    "Le journal des modifications nomme les systèmes d’exploitation de l’agent, dont Windows, Ubuntu et Enterprise \
     Linux.",
    "Il registro delle modifiche elenca i sistemi operativi dell’agente, tra cui Windows, Ubuntu ed Enterprise Linux.",
);

/// Marketplace publishers of one operating system only, in lower case.
const PUBLISHERS: [(&str, OsType); 9] = [
    ("microsoftwindowsserver", OsType::Windows),
    ("microsoftwindowsdesktop", OsType::Windows),
    ("canonical", OsType::Linux),
    ("debian", OsType::Linux),
    ("redhat", OsType::Linux),
    ("suse", OsType::Linux),
    ("almalinux", OsType::Linux),
    ("openlogic", OsType::Linux),
    ("microsoftcblmariner", OsType::Linux),
];

/// The operating system of a Marketplace publisher's images, if the publisher has only one.
pub fn publisher_os(publisher: &str) -> Option<OsType> {
    PUBLISHERS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(publisher))
        .map(|(_, os)| *os)
}
