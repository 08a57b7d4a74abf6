//! Values of the body as Java expressions, laid out much as `google-java-format` does.

use super::super::models::{Set, Typed};
use super::super::pieces::literal;

/// An expression.
#[derive(Clone, Debug)]
pub(super) enum Expression {
    /// Written as it is.
    Plain(String),
    /// A call of this name.
    Called(Call),
    /// Something, and what is called on it in turn.
    Chain(String, Vec<Call>),
}

/// A call.
#[derive(Clone, Debug)]
pub(super) struct Call {
    /// What is called.
    name: String,
    /// Its arguments.
    arguments: Vec<Expression>,
}

/// The length of a line.
pub(super) const LINE: usize = 100;

impl Call {
    /// A call.
    pub fn new(name: &str, arguments: Vec<Expression>) -> Call {
        Call {
            name: name.to_owned(),
            arguments,
        }
    }

    fn flat(&self, out: &mut String) {
        out.push_str(&self.name);
        out.push('(');
        for (index, argument) in self.arguments.iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            argument.flat(out);
        }
        out.push(')');
    }

    /// On one line where it fits with what ends that line, else each argument on a line of its own.
    fn write(&self, column: usize, tail: usize, out: &mut String) {
        let mut flat = String::new();
        self.flat(&mut flat);
        let Some(last) = self
            .arguments
            .len()
            .checked_sub(1)
            .filter(|_| !fits(column, tail, &flat))
        else {
            out.push_str(&flat);
            return;
        };
        out.push_str(&self.name);
        out.push('(');
        for (index, argument) in self.arguments.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            line(column + 4, out);
            argument.write(column + 4, if index == last { tail + 1 } else { 1 }, out);
        }
        out.push(')');
    }
}

impl Expression {
    fn flat(&self, out: &mut String) {
        match self {
            Expression::Plain(text) => out.push_str(text),
            Expression::Called(call) => call.flat(out),
            Expression::Chain(head, calls) => {
                out.push_str(head);
                for call in calls {
                    out.push('.');
                    call.flat(out);
                }
            }
        }
    }

    fn write(&self, column: usize, tail: usize, out: &mut String) {
        let mut flat = String::new();
        self.flat(&mut flat);
        match self {
            Expression::Called(call) => call.write(column, tail, out),
            Expression::Chain(_, calls) if !calls.is_empty() && !fits(column, tail, &flat) => {
                self.broken(column, tail, out);
            }
            _ => out.push_str(&flat),
        }
    }

    /// Each call on a line of its own; so many characters follow the last.
    pub fn broken(&self, column: usize, tail: usize, out: &mut String) {
        let Expression::Chain(head, calls) = self else {
            return self.write(column, tail, out);
        };
        out.push_str(head);
        for (index, call) in calls.iter().enumerate() {
            line(column + 4, out);
            out.push('.');
            // The dot stands before the call.
            call.write(column + 4, if index + 1 == calls.len() { tail + 1 } else { 1 }, out);
        }
    }
}

/// Whether this fits on a line, with so many characters after it.
fn fits(column: usize, tail: usize, text: &str) -> bool {
    column + text.chars().count() + tail <= LINE
}

fn line(column: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', column));
}

/// A Java string literal that stands for exactly this text.
pub(super) fn quoted(text: &str) -> String {
    literal(text)
}

/// Names that are not made by the rule: the type they belong to, if that matters.
const OWN: [(&str, &str, &str); 4] = [
    ("Pool", "properties", ""),
    ("", "publicIPAddressConfiguration", "publicIpAddressConfiguration"),
    ("CIFSMountConfiguration", "userName", "username"),
    ("UserIdentity", "userName", "username"),
];

/// What asks for a member: `virtualMachineConfiguration`.
pub(super) fn getter(of: &str, name: &str) -> String {
    let own = OWN
        .iter()
        .find(|(ty, json, _)| *json == name && (ty.is_empty() || *ty == of));
    own.map_or(name, |(_, _, own)| own).to_owned()
}

/// A constant of an enumeration: `StandardSSD_LRS` is `STANDARD_SSD_LRS`.
fn constant(value: &str) -> String {
    let mut out = String::new();
    let mut after_small = false;
    for letter in value.chars() {
        if letter.is_ascii_uppercase() && after_small {
            out.push('_');
        }
        after_small = letter.is_ascii_lowercase();
        out.push(letter.to_ascii_uppercase());
    }
    out
}

/// What the code imports.
pub(super) struct Imports {
    models: Vec<&'static str>,
    /// `java.util.List`.
    pub list: bool,
    map: bool,
    duration: bool,
}

impl Imports {
    /// Nothing yet.
    pub fn new() -> Imports {
        Imports {
            models: Vec::new(),
            list: false,
            map: false,
            duration: false,
        }
    }

    /// A class of the library.
    pub fn model(&mut self, name: &'static str) {
        let at = self.models.partition_point(|other| *other < name);
        if self.models.get(at) != Some(&name) {
            self.models.insert(at, name);
        }
    }

    /// The lines, sorted.
    pub fn lines(&self, json: bool) -> String {
        let mut out = String::new();
        let mut import = |name: &str, used: bool| {
            if used {
                out.push_str("import ");
                out.push_str(name);
                out.push_str(";\n");
            }
        };
        import("com.azure.core.credential.TokenCredential", true);
        import("com.azure.core.management.AzureEnvironment", true);
        import("com.azure.core.management.exception.ManagementException", true);
        import("com.azure.core.management.profile.AzureProfile", true);
        import("com.azure.core.management.serializer.SerializerFactory", json);
        import("com.azure.core.util.serializer.SerializerEncoding", json);
        import("com.azure.identity.DefaultAzureCredentialBuilder", true);
        import("com.azure.resourcemanager.batch.BatchManager", true);
        for model in &self.models {
            import(&format!("com.azure.resourcemanager.batch.models.{model}"), true);
        }
        import("java.io.IOException", json);
        import("java.time.Duration", self.duration);
        import("java.util.List", self.list);
        import("java.util.Map", self.map);
        out
    }
}

/// The call that sets a member.
pub(super) fn with(set: &Set, imports: &mut Imports) -> Call {
    let mut name = String::from("with");
    let getter = getter(set.of, set.name);
    let mut letters = getter.chars();
    name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
    name.push_str(letters.as_str());
    Call {
        name,
        arguments: vec![expression(&set.value, imports)],
    }
}

/// A value that takes one line.
pub(super) fn line_of(value: &Typed) -> Option<String> {
    if matches!(value, Typed::Object(..) | Typed::List(..) | Typed::Map(..)) {
        return None;
    }
    let mut out = String::new();
    expression(value, &mut Imports::new()).flat(&mut out);
    Some(out)
}

fn called(name: &str, argument: String) -> Expression {
    Expression::Called(Call::new(name, vec![Expression::Plain(argument)]))
}

fn expression(value: &Typed, imports: &mut Imports) -> Expression {
    match value {
        Typed::Text(text) => Expression::Plain(quoted(text)),
        Typed::Duration(text) => {
            imports.duration = true;
            called("Duration.parse", quoted(text))
        }
        Typed::Whole(number) => Expression::Plain(number.to_string()),
        Typed::Truth(truth) => Expression::Plain(truth.to_string()),
        Typed::Choice(ty, text, _) => {
            imports.model(ty.java);
            Expression::Plain(format!("{}.{}", ty.java, constant(text)))
        }
        Typed::Json(node) => called("json", quoted(&node.to_json())),
        Typed::Secret(variable, false) => called("System.getenv", quoted(variable)),
        Typed::Secret(variable, true) => {
            let lookup = called("System.getenv", quoted(variable));
            Expression::Called(Call::new("json", vec![lookup]))
        }
        Typed::Object(ty, members) => {
            imports.model(ty.java);
            let calls = members.iter().map(|set| with(set, imports)).collect();
            Expression::Chain(format!("new {}()", ty.java), calls)
        }
        Typed::List(_, items) => {
            imports.list = true;
            let items = items.iter().map(|item| expression(item, imports)).collect();
            Expression::Called(Call::new("List.of", items))
        }
        Typed::Map(_, entries) => {
            imports.map = true;
            let entry = |(name, value): &(&str, Typed)| {
                let arguments = vec![Expression::Plain(quoted(name)), expression(value, imports)];
                Expression::Called(Call::new("Map.entry", arguments))
            };
            let entries: Vec<Expression> = entries.iter().map(entry).collect();
            let head = if entries.is_empty() { "Map.of" } else { "Map.ofEntries" };
            Expression::Called(Call::new(head, entries))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_follow_the_library() {
        for (value, expected) in [
            ("StandardSSD_LRS", "STANDARD_SSD_LRS"),
            ("NoPublicIPAddresses", "NO_PUBLIC_IPADDRESSES"),
            ("DiskWithVMGuestState", "DISK_WITH_VMGUEST_STATE"),
            ("confidentialVM", "CONFIDENTIAL_VM"),
            ("IPv4", "IPV4"),
            ("TCP", "TCP"),
            ("OsDisk", "OS_DISK"),
            ("none", "NONE"),
        ] {
            assert_eq!(constant(value), expected);
        }
    }
}
