//! What Resource Manager tells of images, galleries, networks and rights: the members that live checks read.

use super::reply::{Refused, Reply, ok};
use super::resource::Resource;
use super::route::{Passed, nothing_there};
use super::{Cloud, network_body};
use crate::model::{Node, ResourceId};

/// The answer to a route below a resource group that leads to no Batch account.
pub(super) fn answered(cloud: &Cloud, passed: &Passed) -> Reply {
    version_is_a_date(passed)?;
    let mut segments = passed.address.segments();
    if let [.., providers, provider, what] = segments.as_slice()
        && providers.eq_ignore_ascii_case("providers")
        && provider.eq_ignore_ascii_case("Microsoft.Authorization")
        && what.eq_ignore_ascii_case("permissions")
    {
        return permissions(passed);
    }
    if !passed.reads() {
        return passed.no_such_method();
    }
    let is = |wanted: &str, part: Option<&&str>| part.is_some_and(|part| part.eq_ignore_ascii_case(wanted));
    let lists_versions = is("versions", segments.last());
    if lists_versions {
        segments.pop();
    }
    let id = ["", &segments.join("/")].join("/");
    let Some(read) = ResourceId::parse(&id) else {
        return Err(nothing_there(passed));
    };
    if lists_versions {
        let below = format!("{id}/versions/").to_ascii_lowercase();
        let there = cloud.resources.iter().filter(|own| !own.gone);
        let versions = there.filter(|own| own.id.to_ascii_lowercase().starts_with(&below));
        return ok(&Node::object([(
            "value",
            Node::list(versions.map(|own| version(own, false))),
        )]));
    }
    let found = cloud.resource_there(&id);
    let told = if read.is("Microsoft.Compute/images") {
        found.map(image)
    } else if read.is("Microsoft.Compute/galleries/images/versions") {
        let expanded = passed.address.query("$expand");
        found.map(|own| {
            version(
                own,
                expanded.is_some_and(|text| text.eq_ignore_ascii_case("ReplicationStatus")),
            )
        })
    } else if read.is("Microsoft.Compute/galleries/images") {
        found.or_else(|| cloud.inside(&id)).map(|own| definition(&id, own))
    } else if read.is("Microsoft.Network/virtualNetworks/subnets") {
        found.map(|own| network_body::subnet(own, cloud.addresses_used(&own.id)))
    } else if read.is("Microsoft.Network/virtualNetworks") {
        cloud.inside(&id).map(|own| network_body::network(&id, own, cloud))
    } else if read.is("Microsoft.Network/publicIPAddresses") {
        found.map(network_body::address)
    } else {
        None
    };
    told.map_or_else(|| Err(not_found(&read)), |told| ok(&told))
}

impl Cloud {
    /// The first thing that lies in something else.
    fn inside(&self, id: &str) -> Option<&Resource> {
        let below = format!("{id}/").to_ascii_lowercase();
        let mut there = self.resources.iter().filter(|own| !own.gone);
        there.find(|own| own.id.to_ascii_lowercase().starts_with(&below))
    }
}

fn not_found(id: &ResourceId) -> Box<Refused> {
    let kind = id.kind();
    let names: Vec<&str> = id.segments.iter().map(|(_, name)| *name).collect();
    let message = format!(
        "The Resource '{kind}/{}' under resource group '{}' was not found. For more details please go to \
         https://aka.ms/ARMResourceNotFoundFix",
        names.join("/"),
        id.resource_group
    );
    Refused::by_manager(404, "ResourceNotFound", message)
}

/// Of other providers, any api-version is taken that looks like one.
fn version_is_a_date(passed: &Passed) -> Result<(), Box<Refused>> {
    let date = passed.version.get(..10).and_then(crate::model::CalendarDate::parse);
    let rest = passed.version.get(10..).unwrap_or_default();
    if date.is_some() && (rest.is_empty() || rest == "-preview") {
        return Ok(());
    }
    let message = format!("The api-version '{}' is invalid.", passed.version);
    Err(Refused::by_manager(400, "InvalidApiVersionParameter", message))
}

/// The rights of whoever calls: all of them.
pub(super) fn permissions(passed: &Passed) -> Reply {
    if !passed.reads() {
        return passed.no_such_method();
    }
    let all = Node::object([
        ("actions", Node::list([Node::text("*")])),
        ("notActions", Node::list([])),
        ("dataActions", Node::list([])),
        ("notDataActions", Node::list([])),
    ]);
    ok(&Node::object([("value", Node::list([all]))]))
}

pub(super) fn text(text: &str) -> Node {
    Node::text(text)
}

/// Id, name, type, region and properties.
pub(super) fn tracked(id: &str, region: &str, properties: Vec<(&str, Node)>) -> Vec<(&'static str, Node)> {
    let (kind, name) = match ResourceId::parse(id) {
        Some(read) => (read.kind(), read.name().to_owned()),
        None => Default::default(),
    };
    let mut properties = properties;
    properties.push(("provisioningState", text("Succeeded")));
    vec![
        ("id", text(id)),
        ("name", Node::text(name)),
        ("type", Node::text(kind)),
        ("location", text(&plain(region))),
        ("properties", Node::object(properties)),
    ]
}

pub(super) fn plain(region: &str) -> String {
    let kept = region.chars().filter(|c| !c.is_whitespace());
    kept.map(|c| c.to_ascii_lowercase()).collect()
}

fn fact<'a>(own: &'a Resource, name: &str) -> Option<&'a str> {
    own.facts.get(name)?.as_text()
}

/// The facts of these names that are known, under the names of Resource Manager.
fn facts(own: &Resource, names: &[&'static str]) -> Vec<(&'static str, Node)> {
    let known = names
        .iter()
        .filter_map(|name| Some((*name, own.facts.get(name)?.clone())));
    known.collect()
}

/// The id of something in the resource group of another, of which only the id is told.
pub(super) fn beside(id: &str, kind_and_name: &str) -> Node {
    let group = id.find("/providers/").and_then(|at| id.get(..at)).unwrap_or_default();
    Node::object([("id", Node::text(format!("{group}/providers/{kind_and_name}")))])
}

fn image(own: &Resource) -> Node {
    let mut disk = facts(own, &["osType", "osState"]);
    let mut properties = Vec::new();
    match fact(own, "source") {
        Some("Snapshot") => disk.push((
            "snapshot",
            beside(&own.id, "Microsoft.Compute/snapshots/practice-source"),
        )),
        Some("VirtualMachine") => {
            let machine = beside(&own.id, "Microsoft.Compute/virtualMachines/practice-source");
            properties.push(("sourceVirtualMachine", machine));
        }
        Some("Vhd") => disk.push((
            "blobUri",
            text("https://practice.blob.core.windows.net/vhds/source.vhd"),
        )),
        _ => {}
    }
    let storage = [("osDisk", Node::object(disk)), ("dataDisks", Node::list([]))];
    properties.push(("storageProfile", Node::object(storage)));
    properties.extend(facts(own, &["hyperVGeneration"]));
    Node::object(tracked(&own.id, &own.region, properties))
}

fn definition(id: &str, own: &Resource) -> Node {
    let mut properties = facts(own, &["osType", "osState", "hyperVGeneration"]);
    let of = |names: [&'static str; 3]| Node::object(names.map(|name| (name, text("practice"))));
    properties.push(("identifier", of(["publisher", "offer", "sku"])));
    if own.facts.get("hasPurchasePlan").and_then(Node::as_bool) == Some(true) {
        properties.push(("purchasePlan", of(["name", "publisher", "product"])));
    }
    if let Some(kind) = fact(own, "securityType") {
        let feature = [("name", text("SecurityType")), ("value", text(kind))];
        properties.push(("features", Node::list([Node::object(feature)])));
    }
    Node::object(tracked(id, &own.region, properties))
}

fn version(own: &Resource, expanded: bool) -> Node {
    let replicas = own.facts.get("replicasInRegion").and_then(Node::as_whole).unwrap_or(1);
    let region = own.replicas_in.as_deref().unwrap_or(&own.region);
    let mut regions = Vec::new();
    if replicas > 0 {
        regions.push((region, replicas));
    }
    if !crate::model::same_region(region, &own.region) || replicas < 1 {
        regions.push((own.region.as_str(), 1));
    }
    let target = |(region, replicas): &(&str, i64)| {
        Node::object([
            ("name", text(region)),
            ("regionalReplicaCount", Node::number(*replicas)),
            ("storageAccountType", text("Standard_LRS")),
        ])
    };
    let publishing = [
        ("targetRegions", Node::list(regions.iter().map(target))),
        ("replicaCount", Node::number(1)),
        ("excludeFromLatest", Node::bool(false)),
    ];
    let source = match fact(own, "source") {
        Some("Snapshot") => "Microsoft.Compute/snapshots/practice-source",
        _ => "Microsoft.Compute/virtualMachines/practice-source",
    };
    let disk = [("source", beside(&own.id, source))];
    let storage = [("osDiskImage", Node::object(disk))];
    let mut properties = vec![
        ("publishingProfile", Node::object(publishing)),
        ("storageProfile", Node::object(storage)),
    ];
    if expanded {
        let state = |(region, _): &(&str, i64)| {
            Node::object([
                ("region", text(region)),
                ("state", text("Completed")),
                ("progress", Node::number(100)),
            ])
        };
        let status = [
            ("aggregatedState", text("Completed")),
            ("summary", Node::list(regions.iter().map(state))),
        ];
        properties.push(("replicationStatus", Node::object(status)));
    }
    Node::object(tracked(&own.id, &own.region, properties))
}
