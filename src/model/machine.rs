//! The virtual machine configuration, as far as several rules look at it.

use super::{Node, OsType, Plan, Pool, path, placeholder};

/// A managed disk of the nodes.
#[derive(Clone, Copy, Debug)]
pub struct ManagedDisk<'a> {
    /// `managedDisk`.
    pub node: &'a Node,
    /// The position among the data disks; `None` for the OS disk.
    pub data_disk: Option<usize>,
}

impl ManagedDisk<'_> {
    /// The pointer of something below `managedDisk`: `securityProfile/diskEncryptionSet`.
    pub fn pointer(&self, below: &str) -> String {
        let mut pointer = match self.data_disk {
            Some(index) => path::child(&path::item(path::DATA_DISKS, index), "managedDisk"),
            None => path::OS_MANAGED_DISK.to_owned(),
        };
        pointer.push('/');
        pointer.push_str(below);
        pointer
    }
}

impl<'a> Plan<'a> {
    /// The operating system of the nodes, by the node agent and the image; unknown where they contradict each other.
    pub fn os(&self) -> Option<OsType> {
        let told = self.pool.node_agent.is_some_and(|agent| !placeholder(agent));
        match (self.pool.agent_os().filter(|_| told), self.image.os) {
            (Some(agent), Some(image)) if agent != image => None,
            (agent, image) => agent.or(image),
        }
    }

    /// The member that tells the operating system.
    pub fn os_from(&self) -> &'static str {
        if self.pool.agent_os().is_some() {
            path::NODE_AGENT
        } else {
            path::IMAGE_OS
        }
    }
}

impl<'a> Pool<'a> {
    /// What stands at this pointer below the virtual machine configuration: `/osDisk/managedDisk`. `null` is nothing.
    pub fn vm_at(&self, below: &str) -> Option<&'a Node> {
        self.vm?.at(below).filter(|node| !node.is_null())
    }

    /// Whether the text at this pointer below the virtual machine configuration is this one, in any letter case.
    pub fn vm_says(&self, below: &str, text: &str) -> bool {
        self.vm_at(below).is_some_and(|node| node.says(text))
    }

    /// Encryption at host, where the plan switches it on or off.
    pub fn host_encryption(&self) -> Option<bool> {
        self.vm_at("/securityProfile/encryptionAtHost")?.as_bool()
    }

    /// The disks that are to be encrypted.
    pub fn encryption_targets(&self) -> &'a [Node] {
        self.vm_at("/diskEncryptionConfiguration/targets")
            .map_or(&[], Node::items)
    }

    /// The position of a target among the disks that are to be encrypted.
    pub fn encryption_target(&self, target: &str) -> Option<usize> {
        self.encryption_targets().iter().position(|node| node.says(target))
    }

    /// Whether the nodes are spread over zones.
    pub fn is_zonal(&self) -> bool {
        self.vm_says("/nodePlacementConfiguration/policy", "Zonal")
    }

    /// The security type, as written.
    pub fn security_type(&self) -> Option<&'a str> {
        self.vm_at("/securityProfile/securityType")?.as_text()
    }

    /// Whether the machines are confidential ones.
    pub fn is_confidential(&self) -> bool {
        self.vm_says("/securityProfile/securityType", "confidentialVM")
    }

    /// Something at this pointer below the upgrade policy. `null` is nothing.
    pub fn upgrade_at(&self, below: &str) -> Option<&'a Node> {
        let policy = self.properties?.get("upgradePolicy")?;
        policy.at(below).filter(|node| !node.is_null())
    }

    /// Whether new OS images are rolled out by themselves.
    pub fn upgrades_itself(&self) -> bool {
        let enabled = self.upgrade_at("/automaticOSUpgradePolicy/enableAutomaticOSUpgrade");
        enabled.and_then(Node::as_bool) == Some(true)
    }

    /// The managed disks, the one of the operating system first.
    pub fn managed_disks(&self) -> impl Iterator<Item = ManagedDisk<'a>> {
        let os = self.vm_at("/osDisk/managedDisk").map(|node| (None, node));
        let data = self.vm_at("/dataDisks").map_or(&[][..], Node::items).iter().enumerate();
        let data = data.filter_map(|(index, disk)| Some((Some(index), disk.get("managedDisk")?)));
        os.into_iter()
            .chain(data)
            .map(|(data_disk, node)| ManagedDisk { node, data_disk })
    }
}
