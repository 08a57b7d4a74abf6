//! Where a pool says how its nodes are set up: start task, users, packages, mounts and identities.

use super::{Node, OsType, Plan, Value, placeholder};

/// The command line of the start task.
pub const COMMAND_LINE: &str = "/pool/properties/startTask/commandLine";
/// How often a start task that failed is run again.
pub const RETRIES: &str = "/pool/properties/startTask/maxTaskRetryCount";
/// Who runs the start task.
pub const USER_IDENTITY: &str = "/pool/properties/startTask/userIdentity";
/// The user account that runs the start task.
pub const USER_NAME: &str = "/pool/properties/startTask/userIdentity/userName";
/// The container in which the start task runs.
pub const TASK_CONTAINER: &str = "/pool/properties/startTask/containerSettings";
/// The files a node fetches before its start task runs.
pub const RESOURCE_FILES: &str = "/pool/properties/startTask/resourceFiles";
/// The user accounts of each node.
pub const USERS: &str = "/pool/properties/userAccounts";
/// The application packages.
pub const PACKAGES: &str = "/pool/properties/applicationPackages";
/// The file systems mounted on each node.
pub const MOUNTS: &str = "/pool/properties/mountConfiguration";
/// What prepares nodes for containers.
pub const CONTAINERS: &str =
    "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/containerConfiguration";
/// The identities of the pool.
pub const IDENTITY: &str = "/pool/identity";
/// Whether the pool has identities.
pub const IDENTITY_TYPE: &str = "/pool/identity/type";
/// The map whose keys are the identities.
pub const IDENTITIES: &str = "/pool/identity/userAssignedIdentities";
/// The type of pool that has identities.
pub const USER_ASSIGNED: &str = "UserAssigned";
/// The type of resource that an identity is.
pub const IDENTITY_RESOURCE: &str = "Microsoft.ManagedIdentity/userAssignedIdentities";

/// Every place where a pool names one of its identities: a list or an object, and where in each item or in it.
const REFERENCES: [(&str, &str); 5] = [
    (
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/containerConfiguration/containerRegistries",
        "/identityReference/resourceId",
    ),
    (
        "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/diskEncryptionConfiguration/customerManagedKey",
        "/identityReference/resourceId",
    ),
    (RESOURCE_FILES, "/identityReference/resourceId"),
    (TASK_CONTAINER, "/registry/identityReference/resourceId"),
    (MOUNTS, "/azureBlobFileSystemConfiguration/identityReference/resourceId"),
];

/// Where a value stands. A pointer is made of it only when there is something to say.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    part: &'a str,
    item: Option<usize>,
    below: &'a str,
}

impl Spot<'_> {
    /// The pointer into the plan document.
    pub fn pointer(self) -> String {
        let mut pointer = self.part.to_owned();
        if let Some(item) = self.item {
            super::path::push(&mut pointer, &item.to_string());
        }
        pointer.push_str(self.below);
        pointer
    }
}

impl<'a> Plan<'a> {
    /// The operating system of the nodes, as far as the node agent or what is known of the image tells.
    pub fn node_os(&self) -> Option<OsType> {
        let agent = self.pool.node_agent.filter(|agent| !placeholder(agent));
        agent.and_then(|_| self.pool.agent_os()).or(self.image.os)
    }

    /// The items of a list with their positions; none where there is no list.
    pub fn items_at(&self, list: &str) -> impl Iterator<Item = (usize, &'a Node)> + use<'a> {
        self.at(list).map_or(&[][..], Node::items).iter().enumerate()
    }

    /// The places where the pool names an identity, with its id as written.
    pub fn identity_references(&self) -> impl Iterator<Item = (Spot<'static>, &'a str)> {
        REFERENCES.iter().flat_map(|(part, below)| {
            let found = self.at(part);
            let is_list = found.is_some_and(|node| matches!(node.value, Value::List(_)));
            let nodes = match found {
                Some(list) if is_list => list.items(),
                Some(object) => std::slice::from_ref(object),
                None => &[],
            };
            nodes.iter().enumerate().filter_map(move |(index, node)| {
                let item = is_list.then_some(index);
                Some((Spot { part, item, below }, node.at(below)?.as_text()?))
            })
        })
    }
}
