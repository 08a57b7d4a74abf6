//! The body as the libraries have it whose models are those of ARM: their types, and what they cannot hold.

use super::LeftOut;
use super::library::{FROM_ENVIRONMENT, NOT_THERE, OTHER_VALUE, RENAMED, UNKNOWN};
use super::secrets::Secret;
use crate::facts::contract::{self, Member, Shape};
use crate::model::api_version::V2025_06_01;
use crate::model::{self, Node, Value, path};
use crate::words::{Arg, Message, Words};

/// What a type is called in Go and in Java.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TypeName {
    /// In Go; nothing where it is only a text.
    pub go: &'static str,
    /// In Java.
    pub java: &'static str,
}

/// A value with its type.
#[derive(Clone, Debug)]
pub(super) enum Typed<'a> {
    /// A text.
    Text(&'a str),
    /// A duration as text.
    Duration(&'a str),
    /// A whole number of 32 bits.
    Whole(i32),
    /// `true` or `false`.
    Truth(bool),
    /// A value of an enumeration; the text is the plan's own where the contract does not know it.
    Choice(TypeName, &'a str, bool),
    /// Any JSON.
    Json(&'a Node),
    /// A secret from the environment: the variable, and whether it holds JSON.
    Secret(String, bool),
    /// An object with its members.
    Object(TypeName, Vec<Set<'a>>),
    /// A list; the shape tells of its items even when there are none.
    List(Item, Vec<Typed<'a>>),
    /// A map by names.
    Map(Item, Vec<(&'a str, Typed<'a>)>),
}

/// A member of an object.
#[derive(Clone, Debug)]
pub(super) struct Set<'a> {
    /// The type the member belongs to, in Go.
    pub of: &'static str,
    /// Its name in the contract.
    pub name: &'static str,
    /// Its value.
    pub value: Typed<'a>,
}

/// What is in a list or map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// Texts.
    Text,
    /// Values of an enumeration.
    Choice(TypeName),
    /// Objects.
    Object(TypeName),
}

const fn same(name: &'static str) -> TypeName {
    TypeName { go: name, java: name }
}

/// The pool itself.
pub(super) const POOL: TypeName = same("Pool");

/// The type of a member; where one name has several, the type it belongs to stands before it.
static TYPES: &[(&str, &str, TypeName)] = &[
    ("", "properties", same("PoolProperties")),
    (
        "",
        "identity",
        TypeName {
            go: "PoolIdentity",
            java: "BatchPoolIdentity",
        },
    ),
    ("PoolIdentity", "type", same("PoolIdentityType")),
    ("", "userAssignedIdentities", same("UserAssignedIdentities")),
    ("", "deploymentConfiguration", same("DeploymentConfiguration")),
    ("", "virtualMachineConfiguration", same("VirtualMachineConfiguration")),
    ("", "imageReference", same("ImageReference")),
    ("", "windowsConfiguration", same("WindowsConfiguration")),
    ("", "dataDisks", same("DataDisk")),
    ("", "caching", same("CachingType")),
    ("", "managedDisk", same("ManagedDisk")),
    ("", "storageAccountType", same("StorageAccountType")),
    ("ManagedDisk", "securityProfile", same("VMDiskSecurityProfile")),
    ("", "securityEncryptionType", same("SecurityEncryptionTypes")),
    ("", "diskEncryptionSet", same("DiskEncryptionSetParameters")),
    ("", "containerConfiguration", same("ContainerConfiguration")),
    ("ContainerConfiguration", "type", same("ContainerType")),
    ("", "containerRegistries", same("ContainerRegistry")),
    ("", "registry", same("ContainerRegistry")),
    ("", "identityReference", same("ComputeNodeIdentityReference")),
    ("", "diskEncryptionConfiguration", same("DiskEncryptionConfiguration")),
    ("", "customerManagedKey", same("DiskCustomerManagedKey")),
    ("", "targets", same("DiskEncryptionTarget")),
    ("", "nodePlacementConfiguration", same("NodePlacementConfiguration")),
    ("", "policy", same("NodePlacementPolicyType")),
    ("", "extensions", same("VMExtension")),
    ("", "osDisk", same("OSDisk")),
    ("", "ephemeralOSDiskSettings", same("DiffDiskSettings")),
    (
        "",
        "placement",
        TypeName {
            go: "",
            java: "DiffDiskPlacement",
        },
    ),
    ("", "securityProfile", same("SecurityProfile")),
    ("", "securityType", same("SecurityTypes")),
    ("", "uefiSettings", same("UefiSettings")),
    ("", "proxyAgentSettings", same("ProxyAgentSettings")),
    ("", "imds", same("HostEndpointSettings")),
    ("", "wireServer", same("HostEndpointSettings")),
    ("HostEndpointSettings", "mode", same("HostEndpointSettingsModeTypes")),
    ("", "serviceArtifactReference", same("ServiceArtifactReference")),
    ("", "scaleSettings", same("ScaleSettings")),
    ("", "fixedScale", same("FixedScaleSettings")),
    ("", "nodeDeallocationOption", same("ComputeNodeDeallocationOption")),
    ("", "autoScale", same("AutoScaleSettings")),
    ("", "interNodeCommunication", same("InterNodeCommunicationState")),
    ("", "networkConfiguration", same("NetworkConfiguration")),
    ("", "dynamicVnetAssignmentScope", same("DynamicVNetAssignmentScope")),
    ("", "endpointConfiguration", same("PoolEndpointConfiguration")),
    ("", "inboundNatPools", same("InboundNatPool")),
    ("", "protocol", same("InboundEndpointProtocol")),
    ("", "networkSecurityGroupRules", same("NetworkSecurityGroupRule")),
    ("", "access", same("NetworkSecurityGroupRuleAccess")),
    (
        "",
        "publicIPAddressConfiguration",
        TypeName {
            go: "PublicIPAddressConfiguration",
            java: "PublicIpAddressConfiguration",
        },
    ),
    (
        "",
        "provision",
        TypeName {
            go: "IPAddressProvisioningType",
            java: "IpAddressProvisioningType",
        },
    ),
    ("", "ipFamilies", same("IPFamily")),
    ("", "ipTags", same("IPTag")),
    ("", "taskSchedulingPolicy", same("TaskSchedulingPolicy")),
    ("", "nodeFillType", same("ComputeNodeFillType")),
    ("", "jobDefaultOrder", same("JobDefaultOrder")),
    ("", "userAccounts", same("UserAccount")),
    ("", "elevationLevel", same("ElevationLevel")),
    ("", "linuxUserConfiguration", same("LinuxUserConfiguration")),
    ("", "windowsUserConfiguration", same("WindowsUserConfiguration")),
    ("", "loginMode", same("LoginMode")),
    ("", "metadata", same("MetadataItem")),
    ("", "startTask", same("StartTask")),
    ("", "resourceFiles", same("ResourceFile")),
    ("", "environmentSettings", same("EnvironmentSetting")),
    ("", "userIdentity", same("UserIdentity")),
    ("", "autoUser", same("AutoUserSpecification")),
    ("", "scope", same("AutoUserScope")),
    ("", "containerSettings", same("TaskContainerSettings")),
    ("", "workingDirectory", same("ContainerWorkingDirectory")),
    (
        "",
        "containerHostBatchBindMounts",
        same("ContainerHostBatchBindMountEntry"),
    ),
    (
        "ContainerHostBatchBindMountEntry",
        "source",
        same("ContainerHostDataPath"),
    ),
    ("", "applicationPackages", same("ApplicationPackageReference")),
    ("", "mountConfiguration", same("MountConfiguration")),
    (
        "",
        "azureBlobFileSystemConfiguration",
        same("AzureBlobFileSystemConfiguration"),
    ),
    (
        "",
        "nfsMountConfiguration",
        TypeName {
            go: "NFSMountConfiguration",
            java: "NfsMountConfiguration",
        },
    ),
    (
        "",
        "cifsMountConfiguration",
        TypeName {
            go: "CIFSMountConfiguration",
            java: "CifsMountConfiguration",
        },
    ),
    ("", "azureFileShareConfiguration", same("AzureFileShareConfiguration")),
    ("", "upgradePolicy", same("UpgradePolicy")),
    ("UpgradePolicy", "mode", same("UpgradeMode")),
    ("", "automaticOSUpgradePolicy", same("AutomaticOSUpgradePolicy")),
    ("", "rollingUpgradePolicy", same("RollingUpgradePolicy")),
];

/// The type of the member of this type.
fn type_of(of: &str, member: &str) -> Option<TypeName> {
    let named = |(parent, name, _): &&(&str, &str, TypeName)| *name == member && (*parent == of || parent.is_empty());
    TYPES.iter().find(named).map(|(_, _, ty)| *ty)
}

/// What is in a list or map of this shape.
fn item(shape: &Shape, ty: Option<TypeName>) -> Item {
    match (shape, ty) {
        (Shape::Choice(_), Some(ty)) => Item::Choice(ty),
        (Shape::Object(_), Some(ty)) => Item::Object(ty),
        _ => Item::Text,
    }
}

/// A reading of one body for one library.
pub(super) struct Reading<'a> {
    /// The library and its version, for notes.
    pub library: &'static str,
    /// The secrets of the body.
    pub secrets: &'a [Secret],
    /// Members that the library lacks, with the type they belong to.
    pub lacks: &'static [(&'static str, &'static str)],
    /// Whether the library takes this value.
    pub takes: fn(&Typed) -> bool,
    /// What it could not take.
    pub left_out: Vec<LeftOut>,
}

impl Reading<'_> {
    /// Notes what stands here.
    pub fn note(&mut self, at: &str, why: &'static Words) {
        self.left_out.push(LeftOut {
            path: at.to_owned(),
            why: Message::new(why, [Arg::from(self.library)]),
        });
    }

    /// The members of the pool.
    pub fn pool<'b>(&mut self, body: &'b Node) -> Vec<Set<'b>> {
        self.object(body, contract::POOL, POOL, path::POOL)
    }

    fn object<'b>(&mut self, node: &'b Node, members: &'static [Member], ty: TypeName, at: &str) -> Vec<Set<'b>> {
        let mut sets = Vec::new();
        for model::Member { name, node: inner, .. } in node.counting_members() {
            let pointer = path::child(at, name);
            let Some(member) = members.iter().find(|member| member.name == name) else {
                self.left_out.push(LeftOut {
                    path: pointer,
                    why: Message::from(&UNKNOWN),
                });
                continue;
            };
            let lacking = self.lacks.contains(&(ty.go, member.name));
            if lacking || member.read_only || !member.lives_in(V2025_06_01) {
                match member.now {
                    Some(now) => self.left_out.push(LeftOut {
                        path: pointer,
                        why: Message::new(&RENAMED, [Arg::from(self.library), Arg::from(now)]),
                    }),
                    None => self.note(&pointer, &NOT_THERE),
                }
                continue;
            }
            let inner_type = type_of(ty.go, member.name);
            if let Some(value) = self.value(inner, &member.shape, inner_type, &pointer) {
                sets.push(Set {
                    of: ty.go,
                    name: member.name,
                    value,
                });
            }
        }
        sets
    }

    fn value<'b>(
        &mut self,
        node: &'b Node,
        shape: &'static Shape,
        ty: Option<TypeName>,
        at: &str,
    ) -> Option<Typed<'b>> {
        if let Some(secret) = self.secrets.iter().find(|secret| secret.path == at) {
            self.left_out.push(LeftOut {
                path: secret.path.clone(),
                why: Message::new(&FROM_ENVIRONMENT, [Arg::from(secret.variable.as_str())]),
            });
            return Some(Typed::Secret(secret.variable.clone(), matches!(shape, Shape::Any)));
        }
        let read = match (shape, &node.value) {
            (Shape::Text | Shape::DateTime | Shape::Uri | Shape::ArmId, Value::Text(text)) => Some(Typed::Text(text)),
            (Shape::Duration, Value::Text(text)) => Some(Typed::Duration(text)),
            (Shape::Int32, Value::Number(_)) => {
                let number = node.as_whole().and_then(|number| i32::try_from(number).ok());
                number.map(Typed::Whole)
            }
            (Shape::Bool, Value::Bool(truth)) => Some(Typed::Truth(*truth)),
            (Shape::Any, value) if *value != Value::Null => Some(Typed::Json(node)),
            (Shape::Choice(choices), Value::Text(text)) => ty.map(|ty| {
                let known = choices
                    .iter()
                    .find(|choice| choice.value.eq_ignore_ascii_case(text) && choice.life.covers(V2025_06_01));
                let value = known.map_or(text.as_str(), |choice| choice.value);
                Typed::Choice(ty, value, known.is_some())
            }),
            (Shape::Object(members), Value::Object(_)) => {
                let ty = ty?;
                return Some(Typed::Object(ty, self.object(node, members, ty, at)));
            }
            (Shape::List(inner), Value::List(items)) => {
                let read = |(index, node)| self.value(node, inner, ty, &path::item(at, index));
                return Some(Typed::List(
                    item(inner, ty),
                    items.iter().enumerate().filter_map(read).collect(),
                ));
            }
            (Shape::Map(inner), Value::Object(_)) => {
                let mut entries = Vec::new();
                for model::Member { name, node, .. } in node.counting_members() {
                    if let Some(value) = self.value(node, inner, ty, &path::child(at, name)) {
                        entries.push((name.as_str(), value));
                    }
                }
                return Some(Typed::Map(item(inner, ty), entries));
            }
            _ => None,
        };
        let taken = read.filter(self.takes);
        if taken.is_none() {
            self.note(at, &OTHER_VALUE);
        }
        taken
    }
}

/// What stands at a pointer into the plan or into its pool, with its type.
pub(super) fn typed_at<'a>(pointer: &str, node: &'a Node, takes: fn(&Typed) -> bool) -> Option<Typed<'a>> {
    let mut shape: &'static Shape = &contract::BODY;
    let (mut of, mut name) = (POOL.go, "");
    for part in pointer.strip_prefix(path::POOL).unwrap_or(pointer).split('/').skip(1) {
        shape = match shape {
            Shape::Object(members) => {
                let member = members
                    .iter()
                    .find(|member| member.name == part && !member.read_only && member.lives_in(V2025_06_01))?;
                if !name.is_empty() {
                    of = type_of(of, name).map_or("", |ty| ty.go);
                }
                name = member.name;
                &member.shape
            }
            Shape::List(inner) | Shape::Map(inner) => inner,
            _ => return None,
        };
    }
    let mut reading = Reading {
        library: "",
        secrets: &[],
        lacks: &[],
        takes,
        left_out: Vec::new(),
    };
    reading.value(node, shape, type_of(of, name), pointer)
}

/// The names of a member and those above it, by a pointer into the plan or into its pool: what `name` calls them, joined
/// by points; what it calls nothing has no name of its own there. Positions and names of entries are left out.
pub(super) fn member_path(pointer: &str, name: fn(&str, &str) -> String) -> Option<String> {
    let mut parts = pointer.strip_prefix(path::POOL).unwrap_or(pointer).split('/').skip(1);
    let (mut members, mut of) = (contract::POOL, POOL.go);
    let mut found = String::new();
    while let Some(part) = parts.next() {
        let member = members
            .iter()
            .find(|member| member.name == part && !member.read_only && member.lives_in(V2025_06_01))?;
        let name = name(of, member.name);
        if !found.is_empty() && !name.is_empty() {
            found.push('.');
        }
        found.push_str(&name);
        let shape = match &member.shape {
            Shape::List(inner) | Shape::Map(inner) => {
                if parts.next().is_none() {
                    break;
                }
                inner
            }
            Shape::Any => break,
            shape => shape,
        };
        members = match shape {
            Shape::Object(inner) => inner,
            _ => &[],
        };
        of = type_of(of, member.name).map_or("", |ty| ty.go);
    }
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn untyped(members: &'static [Member], of: &'static str, found: &mut Vec<String>) {
        for member in members.iter().filter(|m| m.lives_in(V2025_06_01) && !m.read_only) {
            let shape = match &member.shape {
                Shape::List(inner) | Shape::Map(inner) => inner,
                shape => shape,
            };
            match (shape, type_of(of, member.name)) {
                (Shape::Object(inner), Some(ty)) => untyped(inner, ty.go, found),
                (Shape::Object(_) | Shape::Choice(_), None) => found.push(format!("{of}.{}", member.name)),
                _ => {}
            }
        }
    }

    #[test]
    fn every_object_and_every_choice_has_a_type() {
        let mut found = Vec::new();
        untyped(contract::POOL, POOL.go, &mut found);
        assert!(found.is_empty(), "{found:?}");
    }
}
