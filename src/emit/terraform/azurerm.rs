//! Terraform with `azurerm_batch_pool`: arguments of its own for most members (`facts/azurerm`), and its own defaults,
//! which are written out where they differ.

use super::super::secrets::Secret;
use super::super::{Emitter, Output, Syntax, arm, secrets};
use super::layout::{self, Entry, Expression};
use super::{File, provider, quoted};
use crate::arm::PutPool;
use crate::facts::azurerm::{Kind, POOL, Row, SPEAKS};
use crate::model::{Node, Value, path};
use crate::words::{Arg, Message, Words, words};

/// The configuration.
pub(in super::super) static EMITTER: Emitter = Emitter {
    id: "azurerm",
    title: words("Terraform (azurerm)", "Terraform (azurerm)", "Terraform (azurerm)"),
    file_name: "batch-pool.tf",
    syntax: Syntax::Hcl,
    emit,
};

/// No argument carries it.
pub(in super::super) static NO_ARGUMENT: Words = words(
    "`azurerm_batch_pool` has no argument for it: use the provider `azapi`.",
    "`azurerm_batch_pool` n’a pas d’argument pour cela : utilisez le fournisseur `azapi`.",
    "`azurerm_batch_pool` non ha un argomento corrispondente: usare il provider `azapi`.",
);
static NOT_ACCEPTED: Words = words(
    "`azurerm_batch_pool` does not accept this value: use the provider `azapi`.",
    "`azurerm_batch_pool` n’accepte pas cette valeur : utilisez le fournisseur `azapi`.",
    "`azurerm_batch_pool` non accetta questo valore: usare il provider `azapi`.",
);
static NOT_SENT: Words = words(
    "`azurerm_batch_pool` accepts it, but does not send it: use the provider `azapi`.",
    "`azurerm_batch_pool` l’accepte, mais ne l’envoie pas : utilisez le fournisseur `azapi`.",
    "`azurerm_batch_pool` lo accetta, ma non lo invia: usare il provider `azapi`.",
);
static SENDS: Words = words(
    "`azurerm_batch_pool` sends {0} where the plan says nothing: use the provider `azapi`.",
    "`azurerm_batch_pool` envoie {0} là où le plan n’indique rien : utilisez le fournisseur `azapi`.",
    "`azurerm_batch_pool` invia {0} dove il piano non indica nulla: usare il provider `azapi`.",
);
static OTHER_VERSION: Words = words(
    "`azurerm_batch_pool` sends its request in api-version {0}.",
    "`azurerm_batch_pool` envoie sa requête avec l’api-version {0}.",
    "`azurerm_batch_pool` invia la richiesta con l’api-version {0}.",
);

fn emit(request: &PutPool) -> Output {
    let mut file = File::default();
    let subscription = file.part(request.subscription.as_ref(), "subscription_id", path::SUBSCRIPTION);
    let mut entries = Vec::new();
    for (argument, value, name, path) in [
        ("name", &request.pool_name, "pool_name", path::POOL_NAME),
        (
            "resource_group_name",
            &request.resource_group,
            "resource_group_name",
            path::RESOURCE_GROUP,
        ),
        ("account_name", &request.account, "account_name", path::ACCOUNT),
    ] {
        entries.push(Entry::set(argument, file.part(value.as_ref(), name, path)));
    }
    if request.api_version != SPEAKS {
        let why = Message::new(&OTHER_VERSION, [Arg::from(SPEAKS.to_string())]);
        file.note(path::API_VERSION, why);
    }
    file.left_out.extend(arm::read_only(request));
    let secrets = secrets::find(&request.body);
    let mut walk = Walk {
        secrets: &secrets,
        file,
    };
    entries.append(&mut walk.block(&request.body, POOL, path::POOL));
    let mut file = walk.file;

    let settings = vec![
        Entry::set("subscription_id", subscription),
        Entry::block("features", Vec::new()),
    ];
    let mut all = provider("azurerm", "hashicorp/azurerm", "~> 5.0", settings, request);
    all.append(&mut file.variables);
    all.push(Entry::Comment(
        "Creates only: a pool of this name that is not in the state is refused.",
    ));
    all.push(Entry::Comment(
        "Where this resource and the service differ in what they take by default, it is said here.",
    ));
    all.push(Entry::block("resource \"azurerm_batch_pool\" \"pool\"", entries));
    all.push(Entry::Comment(
        "Applying waits until the allocation is steady, and does not show resize errors.",
    ));
    let id = Entry::set("value", Expression::code("azurerm_batch_pool.pool.id"));
    all.push(Entry::block("output \"pool_id\"", vec![id]));
    let mut text = String::new();
    layout::write(&all, &mut text, 0);
    Output {
        text,
        left_out: file.left_out,
    }
}

fn has(entries: &[Entry], name: &str) -> bool {
    entries.iter().any(|entry| match entry {
        Entry::Set(own, _) | Entry::Block(own, _) => own == name,
        Entry::Comment(_) => false,
    })
}

/// A block that the provider wants where the service takes this by itself.
fn wanted(block: &str) -> Option<Entry> {
    let set = |name: &str, value| Entry::set(name, Expression::code(value));
    match block {
        "fixed_scale" => Some(Entry::block(block, vec![set("target_dedicated_nodes", "0")])),
        "user_identity" => {
            // A user without rights, of the task’s own.
            let user = vec![set("scope", "\"Task\""), set("elevation_level", "\"NonAdmin\"")];
            Some(Entry::block(block, vec![Entry::block("auto_user", user)]))
        }
        _ => None,
    }
}

struct Walk<'a> {
    secrets: &'a [Secret],
    file: File,
}

/// What was found of a block: entries with the place of their row.
type Found = Vec<(usize, Option<Entry>)>;

impl Walk<'_> {
    fn not_accepted(&mut self, at: &str) {
        self.file.note(at, Message::from(&NOT_ACCEPTED));
    }

    /// The body of a block, in the order of its rows.
    fn block(&mut self, node: &Node, rows: &'static [Row], at: &str) -> Vec<Entry> {
        let mut found = Found::new();
        self.members(node, rows, at, at, &mut found);
        let mut entries = Vec::new();
        let mut defaults = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let mut there = false;
            for (_, entry) in found.iter_mut().filter(|(own, _)| *own == index) {
                let Some(entry) = entry.take() else { continue };
                there = true;
                // A member under its older name beside itself under its newer one.
                if matches!(entry, Entry::Block(..)) || !has(&entries, row.name) {
                    entries.push(entry);
                } else {
                    self.not_accepted(&format!("{at}/{}", row.arm));
                }
            }
            let scaled = |(own, _): &(usize, Option<Entry>)| rows.get(*own).is_some_and(|row| row.name == "auto_scale");
            if !(there || row.name == "fixed_scale" && found.iter().any(scaled)) {
                entries.extend(wanted(row.name));
            }
            if let (false, Some(omitted)) = (there || has(&entries, row.name), row.default) {
                defaults.push((entries.len(), row, omitted));
            }
        }
        let mut added = 0;
        for (place, row, omitted) in defaults {
            if omitted.beside.is_some_and(|beside| !has(&entries, beside)) {
                continue;
            }
            match (omitted.service, omitted.provider) {
                (Some(value), _) => {
                    let value = match row.kind {
                        Kind::Json => Expression::Call("jsonencode", Box::new(Expression::code(value))),
                        _ => Expression::code(value),
                    };
                    entries.insert(place + added, Entry::set(row.name, value));
                    added += 1;
                }
                (None, Some(sent)) => self
                    .file
                    .note(format!("{at}/{}", row.arm), Message::new(&SENDS, [Arg::from(sent)])),
                (None, None) => {}
            }
        }
        entries
    }

    /// `base` is where the object of the block stands, `at` where this object within it does.
    fn members(&mut self, node: &Node, rows: &'static [Row], base: &str, at: &str, found: &mut Found) {
        for member in node.counting_members() {
            let pointer = path::child(at, &member.name);
            let arm = pointer.get(base.len() + 1..).unwrap_or_default();
            let below = |row: &Row| row.arm.strip_prefix(arm).is_some_and(|rest| rest.starts_with('/'));
            if let Some(index) = rows.iter().position(|row| row.arm == arm) {
                if let Some(row) = rows.get(index) {
                    self.row(row, index, member, node, &pointer, found);
                }
            } else if !rows.iter().any(below) {
                self.file.note(pointer, Message::from(&NO_ARGUMENT));
            } else if member.node.members().is_empty() {
                self.not_accepted(&pointer);
            } else {
                self.members(&member.node, rows, base, &pointer, found);
            }
        }
    }

    fn row(
        &mut self,
        row: &'static Row,
        index: usize,
        member: &crate::model::Member,
        beside: &Node,
        at: &str,
        found: &mut Found,
    ) {
        let node = &member.node;
        // An object without members hides nothing.
        let is_empty = matches!(&node.value, Value::Object(members) if members.is_empty());
        let secret = self.secrets.iter().find(|secret| secret.path == at && !is_empty);
        let value = match (row.kind, &node.value) {
            (Kind::Text | Kind::Json, _) if secret.is_some() => {
                let json = matches!(row.kind, Kind::Json);
                match secret.filter(|secret| json || secret.is_text) {
                    Some(secret) => self.file.secret(secret, json),
                    None => return self.not_accepted(at),
                }
            }
            (Kind::Text, Value::Text(text)) if !text.is_empty() => Expression::text(text),
            (Kind::Choice(choices), Value::Text(text)) if !text.is_empty() => {
                if !choices.contains(&text.as_str()) {
                    // Written all the same: the provider says so before it changes anything.
                    self.not_accepted(at);
                }
                Expression::text(text)
            }
            (Kind::Whole(least, most), Value::Number(_)) => {
                let Some(whole) = node.as_whole() else {
                    return self.not_accepted(at);
                };
                if !(least..=most).contains(&whole) {
                    self.not_accepted(at);
                }
                Expression::Code(whole.to_string())
            }
            (Kind::Bool, Value::Bool(value)) => Expression::code(if *value { "true" } else { "false" }),
            (Kind::Texts, Value::List(items)) if !items.is_empty() => {
                let texts = self.texts(items, at);
                if texts.is_empty() {
                    return;
                }
                if row.unsent {
                    self.file.note(at, Message::from(&NOT_SENT));
                }
                Expression::List(texts.into_iter().map(Expression::text).collect())
            }
            (Kind::Map, Value::List(items)) if !items.is_empty() => match self.map(items, at) {
                Expression::Object(pairs) if pairs.is_empty() => return,
                map => map,
            },
            (Kind::Names, Value::Object(members)) if !members.is_empty() => {
                let mut names = Vec::new();
                for member in node.counting_members() {
                    if !matches!(&member.node.value, Value::Object(inner) if inner.is_empty()) {
                        self.not_accepted(&path::child(at, &member.name));
                    }
                    names.push(Expression::text(&member.name));
                }
                Expression::List(names)
            }
            (Kind::Json, Value::Object(_)) => {
                let value = self.file.value(node, at, &[]);
                Expression::Call("jsonencode", Box::new(value))
            }
            (Kind::PortRange(end), Value::Number(_)) => {
                match (node.as_whole(), beside.get(end).and_then(Node::as_whole)) {
                    (Some(first), Some(last)) if first >= 0 && last >= 0 => {
                        Expression::text(&format!("{first}-{last}"))
                    }
                    _ => return self.not_accepted(at),
                }
            }
            (Kind::PortRangeEnd, _) => {
                // Written with the first port, if there is one to write it with.
                let first = beside.get("frontendPortRangeStart").and_then(Node::as_whole);
                if first.is_none_or(|first| first < 0) || node.as_whole().is_none_or(|last| last < 0) {
                    self.not_accepted(at);
                }
                return;
            }
            (Kind::Block(rows), Value::Object(members)) if !members.is_empty() => {
                return self.one_block(row, index, rows, node, at, found);
            }
            (Kind::Blocks(rows), Value::List(items)) if !items.is_empty() => {
                for (place, item) in items.iter().enumerate() {
                    let at = path::item(at, place);
                    if item.members().is_empty() {
                        self.not_accepted(&at);
                    } else {
                        self.one_block(row, index, rows, item, &at, found);
                    }
                }
                return;
            }
            (Kind::Each(argument, choices), Value::List(items)) if !items.is_empty() => {
                for (place, item) in items.iter().enumerate() {
                    let text = item.as_text().filter(|text| !text.is_empty());
                    if text.is_none_or(|text| !choices.contains(&text)) {
                        self.not_accepted(&path::item(at, place));
                    }
                    if let Some(text) = text {
                        let entry = Entry::set(argument, Expression::text(text));
                        found.push((index, Some(Entry::block(row.name, vec![entry]))));
                    }
                }
                return;
            }
            _ => return self.not_accepted(at),
        };
        found.push((index, Some(Entry::set(row.name, value))));
    }

    fn one_block(
        &mut self,
        row: &'static Row,
        index: usize,
        rows: &'static [Row],
        node: &Node,
        at: &str,
        found: &mut Found,
    ) {
        if row.name == "identity" && node.get("type").is_some_and(|kind| kind.says("None")) {
            // The block is only for nodes that have one.
            return self.not_accepted(at);
        }
        let entries = self.block(node, rows, at);
        if entries.is_empty() {
            // Nothing of it is carried; the provider does not know what to do with a block of nothing.
            return;
        }
        found.push((index, Some(Entry::block(row.name, entries))));
    }

    fn texts<'n>(&mut self, items: &'n [Node], at: &str) -> Vec<&'n str> {
        let mut texts = Vec::new();
        for (place, item) in items.iter().enumerate() {
            match item.as_text().filter(|text| !text.is_empty()) {
                Some(text) => texts.push(text),
                None => self.not_accepted(&path::item(at, place)),
            }
        }
        texts
    }

    /// Names and values as a map: each name once.
    fn map(&mut self, items: &[Node], at: &str) -> Expression {
        let mut pairs: Vec<(String, Expression)> = Vec::new();
        let names = crate::model::Sorted::new(items.iter().filter_map(|item| item.get("name")?.as_text()));
        for (place, item) in items.iter().enumerate() {
            let at = path::item(at, place);
            let text = |name: &str| item.get(name).and_then(Node::as_text);
            let (Some(name), Some(value)) = (text("name"), text("value")) else {
                self.not_accepted(&at);
                continue;
            };
            let again = names.places(name).len() > 1 && pairs.iter().any(|(own, _)| own == name);
            if again {
                self.not_accepted(&at);
                continue;
            }
            for member in item.counting_members() {
                if !["name", "value"].contains(&member.name.as_str()) {
                    self.file
                        .note(path::child(&at, &member.name), Message::from(&NO_ARGUMENT));
                }
            }
            pairs.push((name.to_owned(), Expression::Code(quoted(value))));
        }
        Expression::Object(pairs)
    }
}
