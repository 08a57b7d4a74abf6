//! Whether the pool could be sent under another api-version: asked before a fix proposes one.

use crate::facts::contract::{Member, POOL, Shape};
use crate::facts::limits::{GALLERY_FIRST_VERSION, MANAGED_LAST_VERSION};
use crate::model::{ApiVersion, ImageKind, Node, Plan, path};
use crate::rules::Finding;

/// Offers `version` where the pool loses nothing by it.
pub(super) fn offer(finding: Finding, plan: &Plan, version: ApiVersion) -> Finding {
    if loses(plan, version) {
        return finding;
    }
    finding.offer_text(path::API_VERSION, version.name())
}

/// Whether something that the plan's own version takes would be refused under `version`.
fn loses(plan: &Plan, version: ApiVersion) -> bool {
    let own = plan.api_version();
    let takes_image = |version: ApiVersion| match plan.pool.image.kind() {
        ImageKind::Managed(_) | ImageKind::Vhd => version <= MANAGED_LAST_VERSION.value,
        ImageKind::Gallery(_) => version >= GALLERY_FIRST_VERSION.value,
        _ => true,
    };
    let body = plan.pool.body;
    (takes_image(own) && !takes_image(version)) || body.is_some_and(|body| loses_member(body, POOL, own, version))
}

fn loses_member(object: &Node, known: &[Member], own: ApiVersion, version: ApiVersion) -> bool {
    known.iter().any(|member| {
        let required = member.required_in(version) && !member.required_in(own);
        object.get(member.name).map_or(required, |node| {
            (member.lives_in(own) && !member.lives_in(version)) || loses_value(node, &member.shape, own, version)
        })
    })
}

fn loses_value(node: &Node, shape: &Shape, own: ApiVersion, version: ApiVersion) -> bool {
    match shape {
        Shape::Object(known) => loses_member(node, known, own, version),
        Shape::List(item) => node.items().iter().any(|node| loses_value(node, item, own, version)),
        Shape::Map(item) => {
            let mut entries = node.members().iter();
            entries.any(|entry| loses_value(&entry.node, item, own, version))
        }
        Shape::Choice(choices) => {
            let takes = |version| {
                let mut living = choices.iter().filter(|choice| choice.life.covers(version));
                living.any(|choice| Some(choice.value) == node.as_text())
            };
            takes(own) && !takes(version)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input;
    use crate::model::api_version::{V2018_12_01, V2024_07_01, V2025_06_01};

    fn loses_at(version: ApiVersion, text: &str) -> Option<bool> {
        let root = input::read(text).root.ok()?;
        Some(loses(&Plan::read(&root), version))
    }

    #[test]
    fn a_body_both_versions_take_loses_nothing() {
        let plain = r#"{"target":{"apiVersion":"2024-07-01"},"pool":{"properties":{"vmSize":"x","metadata":[]}}}"#;
        assert_eq!(loses_at(V2025_06_01, plain), Some(false));
    }

    #[test]
    fn members_values_and_images_can_be_lost() {
        let certificates = r#"{"target":{"apiVersion":"2024-07-01"},"pool":{"properties":{"certificates":[]}}}"#;
        assert_eq!(loses_at(V2025_06_01, certificates), Some(true));
        let inside = |what: &str| {
            let vm = format!(r#"{{"deploymentConfiguration":{{"virtualMachineConfiguration":{what}}}}}"#);
            format!(r#"{{"target":{{"apiVersion":"2024-07-01"}},"pool":{{"properties":{vm}}}}}"#)
        };
        let disks = inside(r#"{"dataDisks":[{"lun":0,"diskSizeGB":1,"storageAccountType":"Premium_LRS"}]}"#);
        assert_eq!(loses_at(V2025_06_01, &disks), Some(true));
        let value = inside(r#"{"containerConfiguration":{"type":"CriCompatible"}}"#);
        assert_eq!(loses_at(V2018_12_01, &value), Some(true));
        let old = r#"{"target":{"apiVersion":"2019-08-01"},"pool":{"properties":{"deploymentConfiguration":{
            "virtualMachineConfiguration":{"imageReference":{"id":
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/i"}}}}}}"#;
        assert_eq!(loses_at(V2024_07_01, old), Some(true));
        assert_eq!(loses_at(V2018_12_01, old), Some(false));
    }
}
