//! The pool of the Batch service itself (its data plane) against the pool of Azure Resource Manager: which member is which,
//! and how each writes its values. What a table does not name has the same name, one below the other.
//!
//! Taken from the models of `azure-batch` 15.1.0 against the contract of the same api-version, read on 2026-11-21. Both ways
//! of reading it (`emit::data_plane`, `input::dialect::data_plane`) walk [`contract::POOL`](super::contract::POOL) and ask
//! [`there`]; [`place`] answers for one pointer.

use super::contract::{Member, POOL, Shape};
use crate::model::api_version::{ApiVersion, V2025_06_01};
use crate::words::{Words, words};

/// The api-version of the Batch service that the table describes.
pub const API_VERSION: ApiVersion = V2025_06_01;

/// The name of the pool, which Azure Resource Manager has in the address.
pub const NAME: &str = "id";

/// Where a member of the contract is in the body of the Batch service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// At the same place under this name.
    Named(&'static str),
    /// It is not there itself: its members stand one level higher.
    Higher,
    /// The same, and this truth value says that it was there.
    Chosen(&'static str, bool),
    /// A truth value under this name: what it was for `true`, and for `false`.
    Truth(&'static str, &'static str, &'static str),
    /// Nowhere.
    Nowhere,
}

use There::{Chosen, Higher, Named, Nowhere, Truth};

/// A member that is not there under the same name: the member that holds it (through lists, none for the pool itself), its
/// name, and where it is.
type Difference = (&'static str, &'static str, There);

/// All that differs, and members of older api-versions that still have a place.
static DIFFERENCES: &[Difference] = &[
    ("", "properties", Higher),
    ("", "identity", Nowhere),
    ("", "tags", Nowhere),
    ("properties", "deploymentConfiguration", Higher),
    ("properties", "scaleSettings", Higher),
    ("scaleSettings", "fixedScale", Chosen("enableAutoScale", false)),
    ("scaleSettings", "autoScale", Chosen("enableAutoScale", true)),
    ("fixedScale", "nodeDeallocationOption", Nowhere),
    ("autoScale", "formula", Named("autoScaleFormula")),
    ("autoScale", "evaluationInterval", Named("autoScaleEvaluationInterval")),
    (
        "properties",
        "interNodeCommunication",
        Truth("enableInterNodeCommunication", "Enabled", "Disabled"),
    ),
    (
        "properties",
        "applicationPackages",
        Named("applicationPackageReferences"),
    ),
    ("applicationPackages", "id", Named("applicationId")),
    ("virtualMachineConfiguration", "nodeAgentSkuId", Named("nodeAgentSKUId")),
    ("imageReference", "id", Named("virtualMachineImageId")),
    ("securityProfile", "diskEncryptionSet", Nowhere),
    (
        "networkConfiguration",
        "dynamicVnetAssignmentScope",
        Named("dynamicVNetAssignmentScope"),
    ),
    ("endpointConfiguration", "inboundNatPools", Named("inboundNATPools")),
    ("cifsMountConfiguration", "userName", Named("username")),
    ("userIdentity", "userName", Named("username")),
    // Names of older api-versions.
    ("properties", "maxTasksPerNode", Named("taskSlotsPerNode")),
    (
        "networkConfiguration",
        "dynamicVNetAssignmentScope",
        Named("dynamicVNetAssignmentScope"),
    ),
    ("cifsMountConfiguration", "username", Named("username")),
    ("resourceFiles", "blobSource", Named("httpUrl")),
];

/// Values that are not written all in lower case there, by the name of their member.
static SPELLINGS: &[(&str, &[&str])] = &[
    ("type", &["dockerCompatible", "criCompatible"]),
    ("workingDirectory", &["taskWorkingDirectory", "containerImageDefault"]),
    ("securityType", &["trustedLaunch"]),
    (
        "securityEncryptionType",
        &["NonPersistedTPM", "VMGuestStateOnly", "DiskWithVMGuestState"],
    ),
    ("mode", &["Audit", "Enforce"]),
    ("ipFamilies", &["IPv4", "IPv6"]),
    (
        "source",
        &["Shared", "Startup", "VfsMounts", "Task", "JobPrep", "Applications"],
    ),
];

/// A member that has a default of its own there, which differs: the member that holds it, its name, what Azure Resource
/// Manager takes when it is omitted, and what the Batch service takes. The texts of both references say so.
pub static DEFAULTS: &[(&str, &str, &str, &str)] = &[("dataDisks", "caching", "None", "readwrite")];

/// What the Batch service tells of a pool and a request cannot set: the member that holds it, and its name.
pub static READ_ONLY: &[(&str, &str)] = &[
    ("", "url"),
    ("", "eTag"),
    ("", "odata.metadata"),
    ("", "lastModified"),
    ("", "creationTime"),
    ("", "state"),
    ("", "stateTransitionTime"),
    ("", "allocationState"),
    ("", "allocationStateTransitionTime"),
    ("", "resizeErrors"),
    ("", "currentDedicatedNodes"),
    ("", "currentLowPriorityNodes"),
    ("", "currentNodeCommunicationMode"),
    ("", "autoScaleRun"),
    ("", "stats"),
    ("", "poolStatistics"),
    ("imageReference", "exactVersion"),
    ("userAssignedIdentities", "clientId"),
    ("userAssignedIdentities", "principalId"),
];

/// Names that only the Azure CLI shows, those of attributes of its models: the member that holds it, the name shown, and the
/// name the Batch service has.
pub static SHOWN_AS: &[(&str, &str, &str)] = &[
    ("dataDisks", "logicalUnitNumber", "lun"),
    ("publicIPAddressConfiguration", "ipAddressProvisioningType", "provision"),
];

/// The release of the Azure CLI whose `az batch` was read: it depends on `azure-batch` 15.0.0b1.
pub const CLI: &str = "Azure CLI 2.91.0";

/// The api-version in which that release asks the Batch service.
pub const CLI_API_VERSION: &str = "2024-02-01.19.0";

/// Members that [`CLI_API_VERSION`] does not have yet: the member of the contract that holds it, and its name.
pub static CLI_LACKS: &[(&str, &str)] = &[
    ("imageReference", "sharedGalleryImageId"),
    ("imageReference", "communityGalleryImageId"),
    ("dataDisks", "managedDisk"),
    ("managedDisk", "diskEncryptionSet"),
    ("managedDisk", "securityProfile"),
    ("diskEncryptionConfiguration", "customerManagedKey"),
    ("securityProfile", "proxyAgentSettings"),
    ("publicIPAddressConfiguration", "ipFamilies"),
    ("publicIPAddressConfiguration", "ipTags"),
    ("containerSettings", "containerHostBatchBindMounts"),
    ("taskSchedulingPolicy", "jobDefaultOrder"),
];

/// Values that [`CLI_API_VERSION`] does not have yet: the member of the contract, and the value.
pub static CLI_LACKS_VALUES: &[(&str, &str)] = &[("securityType", "confidentialVM")];

static IDENTITY: Words = words(
    "The Batch service cannot give a pool an identity; only Azure Resource Manager can.",
    "Le service Batch ne peut pas attribuer d’identité à un pool ; seul Azure Resource Manager le peut.",
    "Il servizio Batch non può assegnare un’identità a un pool; può farlo solo Azure Resource Manager.",
);
static TAGS: Words = words(
    "The Batch service has no tags; only Azure Resource Manager has them.",
    "Le service Batch ne gère pas les étiquettes ; seul Azure Resource Manager les gère.",
    "Il servizio Batch non prevede tag; li prevede solo Azure Resource Manager.",
);
static DEALLOCATION: Words = words(
    "The Batch service takes it when a pool is resized, not when it is created.",
    "Le service Batch l’accepte lors du redimensionnement d’un pool, pas à sa création.",
    "Il servizio Batch lo accetta quando un pool viene ridimensionato, non quando viene creato.",
);
static NO_COUNTERPART: Words = words(
    "The Batch service has no such member in its api-version 2025-06-01.",
    "Le service Batch n’a pas de membre équivalent dans son api-version 2025-06-01.",
    "Il servizio Batch non prevede questo membro nella sua api-version 2025-06-01.",
);

/// Why a member is [`There::Nowhere`].
pub fn why_nowhere(name: &str) -> &'static Words {
    match name {
        "identity" => &IDENTITY,
        "tags" => &TAGS,
        "nodeDeallocationOption" => &DEALLOCATION,
        _ => &NO_COUNTERPART,
    }
}

/// Where a member of the contract is, by the name of the member that holds it.
pub fn there(parent: &str, member: &Member) -> There {
    let different = DIFFERENCES
        .iter()
        .find(|(holder, name, _)| *holder == parent && *name == member.name);
    match different {
        Some((_, _, there)) => *there,
        None if member.read_only || !member.lives_in(API_VERSION) => Nowhere,
        None => Named(member.name),
    }
}

/// How the Batch service writes a value of a list of choices, in any letter case; `None` for what is no choice.
pub fn spelling(member: &Member, value: &str) -> Option<String> {
    let choice = choices(&member.shape)
        .iter()
        .find(|choice| choice.value.eq_ignore_ascii_case(value))?;
    let special = SPELLINGS
        .iter()
        .filter(|(name, _)| *name == member.name)
        .flat_map(|(_, values)| values.iter())
        .find(|special| special.eq_ignore_ascii_case(choice.value));
    Some(special.map_or_else(|| choice.value.to_ascii_lowercase(), |special| (*special).to_owned()))
}

/// How the contract writes a value that the Batch service writes so, in any letter case; `None` for what is no choice.
pub fn contract_spelling(member: &Member, value: &str) -> Option<&'static str> {
    let choice = choices(&member.shape)
        .iter()
        .find(|choice| choice.value.eq_ignore_ascii_case(value))?;
    Some(choice.value)
}

fn choices(shape: &Shape) -> &'static [super::contract::Choice] {
    match shape {
        Shape::Choice(choices) => choices,
        Shape::List(item) => choices_of_item(item),
        _ => &[],
    }
}

fn choices_of_item(item: &Shape) -> &'static [super::contract::Choice] {
    if let Shape::Choice(choices) = item {
        choices
    } else {
        &[]
    }
}

/// Where one member of an ARM pool is in the body of the Batch service.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its pointer there; list positions are those of the question. Empty for what is the body itself.
    pub pointer: String,
    /// The member of the contract.
    pub member: &'static Member,
    /// How it is there; never [`There::Nowhere`].
    pub there: There,
}

impl Place {
    /// A value of the member as the Batch service writes it, as a JSON text without quotes.
    pub fn value(&self, value: &str) -> String {
        match self.there {
            Truth(_, yes, _) => value.eq_ignore_ascii_case(yes).to_string(),
            Chosen(_, chosen) => chosen.to_string(),
            _ => spelling(self.member, value).unwrap_or_else(|| value.to_owned()),
        }
    }
}

/// Where the member at a pointer below an ARM pool (`/properties/vmSize`) is; list positions may be anything. `None` for
/// what has no counterpart, or is not in the contract.
pub fn place(arm: &str) -> Option<Place> {
    let mut place: Option<Place> = None;
    let mut pointer = String::new();
    let mut members = Some(POOL);
    let mut shape: Option<&'static Shape> = None;
    let mut parts = arm.split('/').skip(1).peekable();
    while let Some(part) = parts.next() {
        if let Some(Shape::List(item) | Shape::Map(item)) = shape {
            shape = Some(*item);
            members = members_of(item);
            pointer.push('/');
            pointer.push_str(part);
            continue;
        }
        let parent = place.as_ref().map_or("", |place| place.member.name);
        let member = members?.iter().find(|member| member.name == part)?;
        let there = there(parent, member);
        let name = match there {
            Nowhere => return None,
            // The value itself stands at its name; what is in it, beside.
            Chosen(name, _) if parts.peek().is_none() => Some(name),
            Higher | Chosen(..) => None,
            Named(name) | Truth(name, _, _) => Some(name),
        };
        if let Some(name) = name {
            pointer.push('/');
            pointer.push_str(name);
        }
        place = Some(Place {
            pointer: String::new(),
            member,
            there,
        });
        shape = Some(&member.shape);
        members = members_of(&member.shape);
    }
    place.map(|place| Place { pointer, ..place })
}

/// The members of an object of this shape, if it is one.
pub fn members_of(shape: &Shape) -> Option<&'static [Member]> {
    if let Shape::Object(members) = shape {
        Some(members)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(arm: &str) -> Option<String> {
        place(arm).map(|place| place.pointer)
    }

    #[test]
    fn members_move_up_and_change_their_names() {
        let machine = "/properties/deploymentConfiguration/virtualMachineConfiguration";
        for (arm, there) in [
            ("/properties/vmSize", "/vmSize"),
            ("/properties", ""),
            (
                "/properties/scaleSettings/fixedScale/targetDedicatedNodes",
                "/targetDedicatedNodes",
            ),
            ("/properties/scaleSettings/autoScale/formula", "/autoScaleFormula"),
            ("/properties/scaleSettings/autoScale", "/enableAutoScale"),
            ("/properties/interNodeCommunication", "/enableInterNodeCommunication"),
            (
                "/properties/applicationPackages/3/id",
                "/applicationPackageReferences/3/applicationId",
            ),
            (
                "/properties/startTask/userIdentity/userName",
                "/startTask/userIdentity/username",
            ),
            ("/properties/userAccounts/*/name", "/userAccounts/*/name"),
        ] {
            assert_eq!(at(arm).as_deref(), Some(there), "{arm}");
        }
        assert_eq!(
            at(&format!("{machine}/imageReference/id")).as_deref(),
            Some("/virtualMachineConfiguration/imageReference/virtualMachineImageId")
        );
    }

    #[test]
    fn what_has_no_counterpart_has_no_place() {
        for arm in [
            "/identity",
            "/identity/type",
            "/tags/a",
            "/properties/scaleSettings/fixedScale/nodeDeallocationOption",
            "/properties/certificates/0/id",
            "/properties/allocationState",
            "/properties/nobodyKnows",
            "/properties/vmSize/below",
            "",
        ] {
            assert_eq!(at(arm), None, "{arm}");
        }
    }

    #[test]
    fn values_are_spelt_as_the_service_spells_them() {
        let machine = "/properties/deploymentConfiguration/virtualMachineConfiguration";
        let spelt = |arm: &str, value: &str| place(arm).map(|place| place.value(value));
        for (arm, value, there) in [
            (format!("{machine}/dataDisks/0/caching"), "ReadOnly", "readonly"),
            (
                format!("{machine}/diskEncryptionConfiguration/targets/0"),
                "OsDisk",
                "osdisk",
            ),
            (
                format!("{machine}/securityProfile/securityType"),
                "trustedLaunch",
                "trustedLaunch",
            ),
            (
                format!("{machine}/securityProfile/securityType"),
                "confidentialVM",
                "confidentialvm",
            ),
            (
                format!("{machine}/containerConfiguration/type"),
                "DockerCompatible",
                "dockerCompatible",
            ),
            (
                "/properties/startTask/userIdentity/autoUser/scope".into(),
                "Task",
                "task",
            ),
            (
                "/properties/startTask/containerSettings/containerHostBatchBindMounts/0/source".into(),
                "Task",
                "Task",
            ),
            ("/properties/interNodeCommunication".into(), "Enabled", "true"),
            ("/properties/interNodeCommunication".into(), "Disabled", "false"),
            ("/properties/scaleSettings/autoScale".into(), "", "true"),
            ("/properties/vmSize".into(), "STANDARD_D2S_V3", "STANDARD_D2S_V3"),
        ] {
            assert_eq!(spelt(&arm, value).as_deref(), Some(there), "{arm}");
        }
    }

    /// Every member of the contract with its pointer; positions of lists are left out.
    fn members(members: &'static [Member], at: &str, found: &mut Vec<(String, &'static Member)>) {
        for member in members {
            let pointer = format!("{at}/{}", member.name);
            found.push((pointer.clone(), member));
            if let Shape::Object(inner) | Shape::List(Shape::Object(inner)) | Shape::Map(Shape::Object(inner)) =
                &member.shape
            {
                self::members(inner, &pointer, found);
            }
        }
    }

    #[test]
    fn the_rows_name_members_of_the_contract() {
        let mut known = Vec::new();
        members(POOL, "", &mut known);
        let find = |parent: &str, name: &str| {
            known
                .iter()
                .find(|(pointer, _)| {
                    pointer.ends_with(&format!("/{name}")) && pointer.contains(&format!("{parent}/{name}"))
                })
                .map(|(_, member)| *member)
        };
        let pairs = DIFFERENCES.iter().map(|(parent, name, _)| (*parent, *name));
        for (parent, name) in pairs.chain(CLI_LACKS.iter().copied()) {
            assert!(find(parent, name).is_some(), "{parent}/{name}");
        }
        for (parent, name, arm, there) in DEFAULTS {
            let member = find(parent, name).expect("a member");
            assert!(
                spelling(member, arm).is_some() && contract_spelling(member, there).is_some(),
                "{name}"
            );
        }
        for (name, value) in CLI_LACKS_VALUES {
            let has = |(_, member): &(String, &Member)| member.name == *name && spelling(member, value).is_some();
            assert!(known.iter().any(has), "{name} {value}");
        }
        let spelt = |name: &str, value: &str| {
            known
                .iter()
                .any(|(_, member)| member.name == name && spelling(member, value).as_deref() == Some(value))
        };
        for (name, values) in SPELLINGS {
            assert!(values.iter().all(|value| spelt(name, value)), "{name}");
        }
    }
}
