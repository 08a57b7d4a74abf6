//! Terraform with the `azapi` provider, whose body is the ARM body.

use super::super::{Emitter, Output, Syntax, arm, secrets};
use super::layout::{self, Entry, Expression};
use super::{File, provider};
use crate::arm::PutPool;
use crate::model::{Node, Value, path};
use crate::words::words;

/// The configuration.
pub(in super::super) static EMITTER: Emitter = Emitter {
    id: "azapi",
    title: words("Terraform (azapi)", "Terraform (azapi)", "Terraform (azapi)"),
    file_name: "pool.tf",
    syntax: Syntax::Hcl,
    emit,
};

fn emit(request: &PutPool) -> Output {
    let mut file = File::default();
    let mut parent = String::new();
    for (before, value, name, path) in [
        (
            "/subscriptions/",
            &request.subscription,
            "subscription_id",
            path::SUBSCRIPTION,
        ),
        (
            "/resourceGroups/",
            &request.resource_group,
            "resource_group_name",
            path::RESOURCE_GROUP,
        ),
        (
            "/providers/Microsoft.Batch/batchAccounts/",
            &request.account,
            "account_name",
            path::ACCOUNT,
        ),
    ] {
        parent.push_str(before);
        match (file.part(value.as_ref(), name, path), value) {
            (_, Some(value)) => parent.push_str(inside(&super::quoted(value))),
            (Expression::Code(variable), None) => parent.push_str(&format!("${{{variable}}}")),
            _ => {}
        }
    }
    let version = request.api_version;
    let kind = format!("Microsoft.Batch/batchAccounts/pools@{version}");
    let name = file.part(request.pool_name.as_ref(), "pool_name", path::POOL_NAME);
    let mut entries = vec![
        Entry::set("type", Expression::text(&kind)),
        Entry::set("name", name),
        Entry::set("parent_id", Expression::Code(format!("\"{parent}\""))),
    ];
    file.left_out.extend(arm::read_only(request));
    let secrets = secrets::find(&request.body);
    let mut body = Vec::new();
    let mut identity = None;
    let mut tags = None;
    for member in request.body.counting_members() {
        match member.name.as_str() {
            "identity" if identity_block(&member.node).is_some() => identity = identity_block(&member.node),
            "tags" if is_tags(&member.node) => tags = Some(file.value(&member.node, "", &[])),
            name => {
                let value = file.value(&member.node, &path::child(path::POOL, name), &secrets);
                body.push((name.to_owned(), value));
            }
        }
    }
    entries.extend(identity);
    entries.push(Entry::set("body", Expression::Object(body)));
    entries.extend(tags.map(|tags| Entry::set("tags", tags)));
    let exported = ["properties.allocationState", "properties.resizeOperationStatus"].map(Expression::text);
    entries.push(Entry::set("response_export_values", Expression::List(exported.into())));

    let mut all = provider("azapi", "Azure/azapi", "~> 2.0", Vec::new(), request);
    all.append(&mut file.variables);
    all.push(Entry::Comment(
        "Creates only: a pool of this name that is not in the state is refused.",
    ));
    all.push(Entry::block("resource \"azapi_resource\" \"pool\"", entries));
    all.push(Entry::Comment(
        "Applying does not wait for the nodes: `terraform apply -refresh-only` shows how far their allocation is.",
    ));
    all.push(output(
        "allocation_state",
        "azapi_resource.pool.output.properties.allocationState",
    ));
    all.push(output(
        "resize_errors",
        "try(azapi_resource.pool.output.properties.resizeOperationStatus.errors, [])",
    ));
    let mut text = String::new();
    layout::write(&all, &mut text, 0);
    Output {
        text,
        left_out: file.left_out,
    }
}

fn inside(literal: &str) -> &str {
    literal
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or_default()
}

fn output(name: &str, value: &str) -> Entry {
    let value = Entry::set("value", Expression::code(value));
    Entry::Block(format!("output \"{name}\""), vec![value])
}

/// The values that the block takes.
const IDENTITIES: [&str; 4] = ["SystemAssigned, UserAssigned", "UserAssigned", "SystemAssigned", "None"];

/// The identity as a block; `None` when it says more or other than a block can, so that it stays in the body.
fn identity_block(identity: &Node) -> Option<Entry> {
    let mut entries = Vec::new();
    for member in identity.counting_members() {
        match (member.name.as_str(), &member.node.value) {
            ("type", Value::Text(kind)) if IDENTITIES.contains(&kind.as_str()) => {
                entries.insert(0, Entry::set("type", Expression::text(kind)));
            }
            ("userAssignedIdentities", Value::Object(ids)) if !ids.is_empty() => {
                let empty = |member: &crate::model::Member| member.node == Node::empty_object(member.node.span);
                if !member.node.counting_members().all(empty) {
                    return None;
                }
                let ids = member.node.counting_members().map(|id| Expression::text(&id.name));
                entries.push(Entry::set("identity_ids", Expression::List(ids.collect())));
            }
            _ => return None,
        }
    }
    matches!(entries.first(), Some(Entry::Set(name, _)) if name == "type").then(|| Entry::block("identity", entries))
}

/// Whether the argument takes them: texts by their names, and some.
fn is_tags(tags: &Node) -> bool {
    !tags.members().is_empty() && tags.counting_members().all(|tag| tag.node.as_text().is_some())
}
