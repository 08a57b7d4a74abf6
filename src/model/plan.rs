//! The plan: a typed view of the document. Wrong types read as absent here; the contract rules report them.

use super::{ApiVersion, ImageReference, Moment, Node, Reading, path, readings};

/// A choice of the plan document, with its fixed names.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),+ $(,)? })+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// Every value, as the plan document writes them.
            pub const NAMES: &[&str] = &[$($text),+];

            /// Reads the value as the plan document writes it.
            pub fn parse(text: &str) -> Option<$name> {
                match text { $($text => Some($name::$variant),)+ _ => None }
            }
        }
    )+ };
}

choices! {
    /// An Azure cloud.
    Cloud {
        /// Azure public.
        Public = "AzurePublic",
        /// Azure operated by 21Vianet.
        China = "AzureChina",
        /// Azure Government.
        UsGovernment = "AzureUSGovernment",
    }
    /// How a Batch account allocates the nodes of its pools.
    AllocationMode {
        /// In a subscription of the Batch service.
        BatchService = "BatchService",
        /// In the user's own subscription.
        UserSubscription = "UserSubscription",
    }
    /// How the caller signs in.
    Authentication {
        /// Microsoft Entra ID.
        EntraId = "EntraId",
        /// The account's shared key.
        SharedKey = "SharedKey",
    }
    /// What a custom image was made from.
    ImageSource {
        /// Snapshots of the disks of a VM.
        Snapshot = "Snapshot",
        /// A generalized VM.
        VirtualMachine = "VirtualMachine",
        /// An uploaded VHD.
        Vhd = "Vhd",
        /// Not known.
        Unknown = "Unknown",
    }
    /// Who published the base image.
    BasePublisher {
        /// No licence or purchase terms.
        FirstParty = "FirstParty",
        /// With licence or purchase terms (a plan).
        ThirdParty = "ThirdParty",
        /// Not known.
        Unknown = "Unknown",
    }
    /// What built the image.
    Builder {
        /// HashiCorp Packer.
        Packer = "Packer",
        /// Anything else.
        Other = "Other",
        /// Not known.
        Unknown = "Unknown",
    }
    /// An operating system family.
    OsType {
        /// Linux.
        Linux = "Linux",
        /// Windows.
        Windows = "Windows",
    }
    /// Whether an image was generalized.
    OsState {
        /// Prepared with sysprep or waagent.
        Generalized = "Generalized",
        /// A copy of one machine.
        Specialized = "Specialized",
    }
}

/// The whole plan.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The document in plan shape.
    pub root: &'a Node,
    /// Where the request goes.
    pub target: Target<'a>,
    /// What the pool body cannot say about the image.
    pub image: Image<'a>,
    /// Other pools that share the image.
    pub neighbours: Vec<Neighbour<'a>>,
    /// The body of the request.
    pub pool: Pool<'a>,
    /// What was read from Azure and still stands in the plan.
    pub readings: Vec<Reading>,
}

/// Where the request goes. Absent means unknown.
#[derive(Clone, Debug, Default)]
pub struct Target<'a> {
    /// `cloud`.
    pub cloud: Option<Cloud>,
    /// `subscriptionId`.
    pub subscription: Option<&'a str>,
    /// `resourceGroup`.
    pub resource_group: Option<&'a str>,
    /// `accountName`.
    pub account: Option<&'a str>,
    /// `region`.
    pub region: Option<&'a str>,
    /// `tenantId`.
    pub tenant: Option<&'a str>,
    /// `poolAllocationMode`.
    pub mode: Option<AllocationMode>,
    /// `authentication`.
    pub authentication: Option<Authentication>,
    /// `poolName`.
    pub pool_name: Option<&'a str>,
    /// `apiVersion`, as written.
    pub api_version: Option<&'a str>,
    /// `quotas`.
    pub quotas: Quotas<'a>,
}

/// Quotas as somebody knows them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quotas<'a> {
    /// Dedicated cores.
    pub dedicated_cores: Option<i64>,
    /// Dedicated cores of each VM series, by ARM's name of it.
    pub per_family: Option<&'a Node>,
    /// Spot cores.
    pub spot_cores: Option<i64>,
    /// Pools of the account.
    pub pools: Option<i64>,
}

/// What the pool body cannot say about the image. Absent means unknown.
#[derive(Clone, Debug, Default)]
pub struct Image<'a> {
    /// `source`.
    pub source: Option<ImageSource>,
    /// `region`.
    pub region: Option<&'a str>,
    /// `tenantId`.
    pub tenant: Option<&'a str>,
    /// `basePublisher`.
    pub base: Option<BasePublisher>,
    /// `builtWith`.
    pub built_with: Option<Builder>,
    /// `osType`.
    pub os: Option<OsType>,
    /// `hyperVGeneration`: 1 or 2.
    pub generation: Option<u8>,
    /// `osState`.
    pub state: Option<OsState>,
    /// `replicasInRegion`.
    pub replicas: Option<i64>,
    /// `hasPurchasePlan`.
    pub has_purchase_plan: Option<bool>,
    /// `extensionsInstalled`.
    pub extensions_installed: Option<bool>,
    /// `osDiskEncrypted`.
    pub os_disk_encrypted: Option<bool>,
    /// `defaultTempDrive`.
    pub default_temp_drive: Option<bool>,
    /// `managedDisk`.
    pub managed_disk: Option<bool>,
}

/// Another pool that uses the same image.
#[derive(Clone, Debug)]
pub struct Neighbour<'a> {
    /// `poolName`.
    pub pool_name: Option<&'a str>,
    /// `dedicated` nodes; absent counts as none.
    pub dedicated: i64,
    /// `spot` nodes; absent counts as none.
    pub spot: i64,
}

/// The pool, as far as rules look at it by type; the rest stays reachable through the nodes.
#[derive(Clone, Debug, Default)]
pub struct Pool<'a> {
    /// The body itself.
    pub body: Option<&'a Node>,
    /// `properties`.
    pub properties: Option<&'a Node>,
    /// `displayName`.
    pub display_name: Option<&'a str>,
    /// `vmSize`, as written.
    pub vm_size: Option<&'a str>,
    /// `virtualMachineConfiguration`.
    pub vm: Option<&'a Node>,
    /// `imageReference`.
    pub image: ImageReference<'a>,
    /// `nodeAgentSkuId`.
    pub node_agent: Option<&'a str>,
    /// `scaleSettings`.
    pub scale: Option<&'a Node>,
    /// `fixedScale`.
    pub fixed: Option<FixedScale<'a>>,
    /// `autoScale`.
    pub auto: Option<AutoScale<'a>>,
    /// Whether `interNodeCommunication` is `Enabled`.
    pub inter_node: Option<bool>,
    /// `taskSlotsPerNode`, or `maxTasksPerNode` of old.
    pub task_slots: Option<i64>,
    /// `networkConfiguration`.
    pub network: Option<&'a Node>,
}

/// `fixedScale`, read.
#[derive(Clone, Copy, Debug)]
pub struct FixedScale<'a> {
    /// The object itself.
    pub node: &'a Node,
    /// `targetDedicatedNodes`.
    pub dedicated: Option<i64>,
    /// `targetLowPriorityNodes`.
    pub spot: Option<i64>,
    /// `resizeTimeout`, as written.
    pub resize_timeout: Option<&'a str>,
    /// `nodeDeallocationOption`.
    pub deallocation: Option<&'a str>,
}

/// `autoScale`, read.
#[derive(Clone, Copy, Debug)]
pub struct AutoScale<'a> {
    /// The object itself.
    pub node: &'a Node,
    /// `formula`.
    pub formula: Option<&'a str>,
    /// `evaluationInterval`, as written.
    pub interval: Option<&'a str>,
}

/// Reads members of one object.
#[derive(Clone, Copy)]
struct Reader<'a>(Option<&'a Node>);

impl<'a> Reader<'a> {
    fn node(self, name: &str) -> Option<&'a Node> {
        self.0?.get(name)
    }
    fn text(self, name: &str) -> Option<&'a str> {
        self.node(name)?.as_text()
    }
    fn whole(self, name: &str) -> Option<i64> {
        self.node(name)?.as_whole()
    }
    fn bool(self, name: &str) -> Option<bool> {
        self.node(name)?.as_bool()
    }
    fn choice<T>(self, name: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
        parse(self.text(name)?)
    }
}

impl<'a> Plan<'a> {
    /// Reads a document in plan shape. Whatever does not fit reads as absent.
    pub fn read(root: &'a Node) -> Plan<'a> {
        let neighbours = root.get("neighbours").map_or(&[][..], Node::items);
        Plan {
            root,
            target: Target::read(Reader(root.get("target"))),
            image: Image::read(Reader(root.get("image"))),
            neighbours: neighbours
                .iter()
                .map(|node| Neighbour::read(Reader(Some(node))))
                .collect(),
            pool: Pool::read(root.get("pool")),
            readings: readings::of(root),
        }
    }

    /// When the value at this place was read from Azure; `None` when somebody typed it, or changed it since.
    pub fn read_at(&self, path: &str) -> Option<Moment> {
        let mut readings = self.readings.iter();
        readings.find(|reading| reading.path == path).map(|reading| reading.at)
    }

    /// The api-version the plan is judged and written for: its own, or the newest when it names none that exists.
    pub fn api_version(&self) -> ApiVersion {
        self.target
            .api_version
            .and_then(ApiVersion::parse)
            .unwrap_or(ApiVersion::NEWEST)
    }

    /// The value at a pointer of the plan document.
    pub fn at(&self, pointer: &str) -> Option<&'a Node> {
        self.root.at(pointer)
    }
}

impl<'a> Target<'a> {
    fn read(from: Reader<'a>) -> Target<'a> {
        let quotas = Reader(from.node("quotas"));
        Target {
            cloud: from.choice("cloud", Cloud::parse),
            subscription: from.text("subscriptionId"),
            resource_group: from.text("resourceGroup"),
            account: from.text("accountName"),
            region: from.text("region"),
            tenant: from.text("tenantId"),
            mode: from.choice("poolAllocationMode", AllocationMode::parse),
            authentication: from.choice("authentication", Authentication::parse),
            pool_name: from.text("poolName"),
            api_version: from.text("apiVersion"),
            quotas: Quotas {
                dedicated_cores: quotas.whole("dedicatedCores"),
                per_family: quotas.node("dedicatedCoresPerFamily"),
                spot_cores: quotas.whole("spotCores"),
                pools: quotas.whole("pools"),
            },
        }
    }
}

impl<'a> Image<'a> {
    fn read(from: Reader<'a>) -> Image<'a> {
        Image {
            source: from.choice("source", ImageSource::parse),
            region: from.text("region"),
            tenant: from.text("tenantId"),
            base: from.choice("basePublisher", BasePublisher::parse),
            built_with: from.choice("builtWith", Builder::parse),
            os: from.choice("osType", OsType::parse),
            generation: from.choice("hyperVGeneration", |text| match text {
                "V1" => Some(1),
                "V2" => Some(2),
                _ => None,
            }),
            state: from.choice("osState", OsState::parse),
            replicas: from.whole("replicasInRegion"),
            has_purchase_plan: from.bool("hasPurchasePlan"),
            extensions_installed: from.bool("extensionsInstalled"),
            os_disk_encrypted: from.bool("osDiskEncrypted"),
            default_temp_drive: from.bool("defaultTempDrive"),
            managed_disk: from.bool("managedDisk"),
        }
    }
}

impl<'a> Neighbour<'a> {
    fn read(from: Reader<'a>) -> Neighbour<'a> {
        Neighbour {
            pool_name: from.text("poolName"),
            dedicated: from.whole("dedicated").unwrap_or(0),
            spot: from.whole("spot").unwrap_or(0),
        }
    }
}

impl<'a> Pool<'a> {
    fn read(body: Option<&'a Node>) -> Pool<'a> {
        let properties = Reader(body).node("properties");
        let from = Reader(properties);
        let vm = Reader(from.node("deploymentConfiguration")).node("virtualMachineConfiguration");
        let scale = from.node("scaleSettings");
        Pool {
            body,
            properties,
            display_name: from.text("displayName"),
            vm_size: from.text("vmSize"),
            vm,
            image: ImageReference::read(Reader(vm).node("imageReference")),
            node_agent: Reader(vm).text("nodeAgentSkuId"),
            scale,
            fixed: Reader(scale).node("fixedScale").map(FixedScale::read),
            auto: Reader(scale).node("autoScale").map(AutoScale::read),
            inter_node: from.choice("interNodeCommunication", |text| match text {
                "Enabled" => Some(true),
                "Disabled" => Some(false),
                _ => None,
            }),
            task_slots: from.whole("taskSlotsPerNode").or_else(|| from.whole("maxTasksPerNode")),
            network: from.node("networkConfiguration"),
        }
    }

    /// Dedicated nodes of the fixed scale; none when it is absent or automatic.
    pub fn dedicated(&self) -> i64 {
        self.fixed.and_then(|fixed| fixed.dedicated).unwrap_or(0)
    }

    /// Spot nodes of the fixed scale; none when it is absent or automatic.
    pub fn spot(&self) -> i64 {
        self.fixed.and_then(|fixed| fixed.spot).unwrap_or(0)
    }

    /// Dedicated and Spot nodes of the fixed scale together.
    pub fn nodes(&self) -> i64 {
        self.dedicated().saturating_add(self.spot())
    }

    /// Both targets of the fixed scale with their pointers, the larger one first.
    pub fn targets(&self) -> [(&'static str, i64); 2] {
        let (dedicated, spot) = ((path::DEDICATED, self.dedicated()), (path::SPOT, self.spot()));
        if spot.1 > dedicated.1 {
            [spot, dedicated]
        } else {
            [dedicated, spot]
        }
    }

    /// The operating system the node agent is made for, if its name tells.
    pub fn agent_os(&self) -> Option<OsType> {
        let agent = self.node_agent?.strip_prefix("batch.node.")?;
        Some(if agent.starts_with("windows") {
            OsType::Windows
        } else {
            OsType::Linux
        })
    }
}

impl<'a> FixedScale<'a> {
    fn read(node: &'a Node) -> FixedScale<'a> {
        let from = Reader(Some(node));
        FixedScale {
            node,
            dedicated: from.whole("targetDedicatedNodes"),
            spot: from.whole("targetLowPriorityNodes"),
            resize_timeout: from.text("resizeTimeout"),
            deallocation: from.text("nodeDeallocationOption"),
        }
    }
}

impl<'a> AutoScale<'a> {
    fn read(node: &'a Node) -> AutoScale<'a> {
        let from = Reader(Some(node));
        AutoScale {
            node,
            formula: from.text("formula"),
            interval: from.text("evaluationInterval"),
        }
    }
}

/// Whether a value is a placeholder somebody forgot to fill in: `{sub id}`, `<account>`.
pub fn placeholder(text: &str) -> bool {
    placeholder_in(text).is_some()
}

/// The first placeholder in a value, with its braces or angle brackets.
pub fn placeholder_in(text: &str) -> Option<&str> {
    // Nearly every text has neither.
    if !text.bytes().any(|byte| matches!(byte, b'{' | b'<')) {
        return None;
    }
    let inside = |open: char, close: char| {
        let rest = text.get(text.find(open)?..)?;
        let end = rest.find(close).filter(|end| *end > 1)?;
        rest.get(..=end)
    };
    inside('{', '}').or_else(|| inside('<', '>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_told_from_values() {
        assert!(placeholder("{VM size}"));
        assert!(placeholder("/subscriptions/{sub id}/x"));
        assert!(placeholder("<account>"));
        assert!(!placeholder("a < b"));
        assert!(!placeholder("{}"));
        assert!(!placeholder("STANDARD_D2S_V3"));
        assert_eq!(placeholder_in("/subscriptions/{sub id}/{x}"), Some("{sub id}"));
        assert_eq!(placeholder_in("a<account>"), Some("<account>"));
    }
}
