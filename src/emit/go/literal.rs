//! Values of the body as Go literals, laid out as `gofmt` does.

use super::super::models::{Item, Set, Typed};
use super::super::pieces::literal;

/// What the code needs beyond what it always needs.
#[derive(Default)]
pub(super) struct Imports {
    /// `encoding/json`.
    pub json: bool,
    /// The options of a client.
    pub options: bool,
    /// Another cloud.
    pub cloud: bool,
}

/// A Go string literal that stands for exactly this text.
pub(super) fn quoted(text: &str) -> String {
    literal(text)
}

/// Names that are not made by the rule: the type they belong to, if that matters.
const FIELDS: [(&str, &str, &str); 5] = [
    ("", "dynamicVnetAssignmentScope", "DynamicVNetAssignmentScope"),
    ("CIFSMountConfiguration", "userName", "Username"),
    ("ContainerRegistry", "username", "UserName"),
    ("", "gid", "Gid"),
    ("", "imds", "Imds"),
];
/// Words that the library writes in its own way.
const INITIALISMS: [(&str, &str); 10] = [
    ("id", "ID"),
    ("ids", "IDs"),
    ("url", "URL"),
    ("http", "HTTP"),
    ("sku", "SKU"),
    ("vm", "VM"),
    ("os", "OS"),
    ("ssh", "SSH"),
    ("uid", "UID"),
    ("ip", "IP"),
];

/// What a member of the contract is called: `nodeAgentSkuId` is `NodeAgentSKUID`.
pub(super) fn field(of: &str, name: &str) -> String {
    let own = FIELDS
        .iter()
        .find(|(ty, json, _)| *json == name && (ty.is_empty() || *ty == of));
    if let Some((_, _, own)) = own {
        return (*own).to_owned();
    }
    let mut out = String::new();
    let mut word = String::new();
    let mut after_small = false;
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && after_small {
            push_word(&word, &mut out);
            word.clear();
        }
        after_small = !letter.is_ascii_uppercase();
        word.push(letter);
    }
    push_word(&word, &mut out);
    out
}

fn push_word(word: &str, out: &mut String) {
    if let Some((_, own)) = INITIALISMS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)) {
        out.push_str(own);
        return;
    }
    let mut letters = word.chars();
    out.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
    out.push_str(letters.as_str());
}

/// The pool in the body of a function.
pub(super) fn pool(members: &[Set], imports: &mut Imports) -> String {
    let mut out = String::from("armbatch.Pool");
    block(members, 1, imports, &mut out);
    out
}

fn block(members: &[Set], depth: usize, imports: &mut Imports, out: &mut String) {
    let entries = members
        .iter()
        .map(|set| {
            let mut value = String::new();
            write(&set.value, depth + 1, imports, &mut value);
            (Some(field(set.of, set.name)), value)
        })
        .collect();
    braces(entries, depth, out);
}

/// `{`, the entries on lines of their own, `}`. Values stand below each other where `gofmt` lets them: where lines of one
/// entry each follow each other, unless their keys are of very different length.
fn braces(entries: Vec<(Option<String>, String)>, depth: usize, out: &mut String) {
    out.push('{');
    if entries.is_empty() {
        out.push('}');
        return;
    }
    let mut section: Vec<(Option<String>, String)> = Vec::new();
    let mut previous = 0;
    let (mut logarithms, mut count) = (0.0, 0);
    for (key, value) in entries {
        let size = match &key {
            Some(key) if !value.contains('\n') => key.len(),
            _ => 0,
        };
        let mut breaks = true;
        if previous > 0 && size > 0 {
            const SMALL: usize = 40;
            if count == 0 || previous <= SMALL && size <= SMALL {
                breaks = false;
            } else {
                let mean = (logarithms / f64::from(count)).exp();
                let ratio = size as f64 / mean;
                breaks = 2.5 * ratio <= 1.0 || 2.5 <= ratio;
            }
        }
        if breaks {
            aligned(std::mem::take(&mut section), depth + 1, out);
            (logarithms, count) = (0.0, 0);
        }
        if size > 0 {
            logarithms += (size as f64).ln();
            count += 1;
        }
        previous = size;
        section.push((key, value));
    }
    aligned(section, depth + 1, out);
    line(depth, out);
    out.push('}');
}

fn aligned(section: Vec<(Option<String>, String)>, depth: usize, out: &mut String) {
    let width = |key: &Option<String>| key.as_ref().map_or(0, |key| key.chars().count());
    let widest = section.iter().map(|(key, _)| width(key)).max().unwrap_or_default();
    for (key, value) in section {
        line(depth, out);
        let written = width(&key);
        if let Some(key) = key {
            out.push_str(&key);
            out.push(':');
            out.extend(std::iter::repeat_n(' ', widest - written + 1));
        }
        out.push_str(&value);
        out.push(',');
    }
}

fn line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n('\t', depth));
}

fn pointer(inner: &str, out: &mut String) {
    out.push_str("to.Ptr(");
    out.push_str(inner);
    out.push(')');
}

fn write(value: &Typed, depth: usize, imports: &mut Imports, out: &mut String) {
    match value {
        Typed::Text(text) | Typed::Duration(text) => pointer(&quoted(text), out),
        Typed::Whole(number) => {
            out.push_str("to.Ptr[int32](");
            out.push_str(&number.to_string());
            out.push(')');
        }
        Typed::Truth(truth) => pointer(if *truth { "true" } else { "false" }, out),
        Typed::Choice(ty, text, _) if ty.go.is_empty() => pointer(&quoted(text), out),
        Typed::Choice(ty, text, true) => pointer(&format!("armbatch.{}", constant(ty.go, text)), out),
        Typed::Choice(ty, text, false) => pointer(&format!("armbatch.{}({})", ty.go, quoted(text)), out),
        Typed::Json(json) => {
            imports.json = true;
            out.push_str("json.RawMessage(");
            out.push_str(&quoted(&json.to_json()));
            out.push(')');
        }
        Typed::Secret(variable, json) => {
            imports.json |= *json;
            out.push_str(if *json { "json.RawMessage(" } else { "to.Ptr(" });
            out.push_str("os.Getenv(");
            out.push_str(&quoted(variable));
            out.push_str("))");
        }
        Typed::Object(ty, members) => {
            out.push_str("&armbatch.");
            out.push_str(ty.go);
            block(members, depth, imports, out);
        }
        Typed::List(item, values) => {
            out.push_str("[]*");
            item_type(*item, out);
            let entries = values
                .iter()
                .map(|value| (None, entry(value, depth + 1, imports)))
                .collect();
            braces(entries, depth, out);
        }
        Typed::Map(item, values) => {
            out.push_str("map[string]*");
            item_type(*item, out);
            let entries = values
                .iter()
                .map(|(name, value)| (Some(quoted(name)), entry(value, depth + 1, imports)))
                .collect();
            braces(entries, depth, out);
        }
    }
}

/// A value that takes one line.
pub(super) fn line_of(value: &Typed) -> Option<String> {
    if matches!(value, Typed::Object(..) | Typed::List(..) | Typed::Map(..)) {
        return None;
    }
    let mut out = String::new();
    write(value, 0, &mut Imports::default(), &mut out);
    Some(out)
}

/// A constant of an enumeration: `Standard_LRS` is `StorageAccountTypeStandardLRS`.
fn constant(ty: &str, value: &str) -> String {
    let mut out = ty.to_owned();
    let mut letters = value.chars().filter(|letter| *letter != '_');
    out.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
    out.extend(letters);
    out
}

/// An entry of a list or map, which need not repeat the type.
fn entry(value: &Typed, depth: usize, imports: &mut Imports) -> String {
    let mut out = String::new();
    match value {
        Typed::Object(_, members) => block(members, depth, imports, &mut out),
        value => write(value, depth, imports, &mut out),
    }
    out
}

fn item_type(item: Item, out: &mut String) {
    match item {
        Item::Choice(ty) | Item::Object(ty) if !ty.go.is_empty() => {
            out.push_str("armbatch.");
            out.push_str(ty.go);
        }
        _ => out.push_str("string"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_library() {
        for (of, name, expected) in [
            ("", "nodeAgentSkuId", "NodeAgentSKUID"),
            ("", "vmSize", "VMSize"),
            ("", "diskSizeGB", "DiskSizeGB"),
            ("", "httpUrl", "HTTPURL"),
            ("", "ipAddressIds", "IPAddressIDs"),
            ("", "osRollingUpgradeDeferral", "OSRollingUpgradeDeferral"),
            ("", "enableAutomaticOSUpgrade", "EnableAutomaticOSUpgrade"),
            ("", "sshPrivateKey", "SSHPrivateKey"),
            ("", "uid", "UID"),
            ("", "gid", "Gid"),
            ("", "lun", "Lun"),
            ("", "vTpmEnabled", "VTpmEnabled"),
            ("UserIdentity", "userName", "UserName"),
            ("CIFSMountConfiguration", "userName", "Username"),
            ("ContainerRegistry", "username", "UserName"),
            (
                "",
                "inVMAccessControlProfileReferenceId",
                "InVMAccessControlProfileReferenceID",
            ),
        ] {
            assert_eq!(field(of, name), expected);
        }
    }

    #[test]
    fn constants_are_those_of_the_list_of_changes() {
        for (ty, value, expected) in [
            ("ContainerType", "CriCompatible", "ContainerTypeCriCompatible"),
            ("ContainerHostDataPath", "VfsMounts", "ContainerHostDataPathVfsMounts"),
            (
                "HostEndpointSettingsModeTypes",
                "Enforce",
                "HostEndpointSettingsModeTypesEnforce",
            ),
            ("IPFamily", "IPv6", "IPFamilyIPv6"),
            ("JobDefaultOrder", "CreationTime", "JobDefaultOrderCreationTime"),
            (
                "SecurityEncryptionTypes",
                "DiskWithVMGuestState",
                "SecurityEncryptionTypesDiskWithVMGuestState",
            ),
            ("SecurityTypes", "confidentialVM", "SecurityTypesConfidentialVM"),
            (
                "StorageAccountType",
                "StandardSSD_LRS",
                "StorageAccountTypeStandardSSDLRS",
            ),
            ("UpgradeMode", "automatic", "UpgradeModeAutomatic"),
        ] {
            assert_eq!(constant(ty, value), expected);
        }
    }
}
