//! Takes out of a plan what must not travel: secrets always, names of the account unless they are asked for. Others stand in
//! for them, the same for the same, so that what belongs together still does.

use super::ids::{self, Piece};
use super::{LeftOut, What, tokens};
use crate::facts::secrets;
use crate::model::{Node, Value, is_expression, path, placeholder};

/// What stands in for a name.
struct Known {
    piece: Piece,
    /// The name in small letters: Azure tells none apart by letter case.
    own: String,
    stands_in: String,
}

/// A member of the target that names the account.
const TARGET: [(&str, Piece); 4] = [
    (path::SUBSCRIPTION, Piece::Subscription),
    (path::TENANT, TENANT),
    (path::RESOURCE_GROUP, Piece::Group),
    (path::ACCOUNT, Piece::Account),
];
/// A tenant has no place in an id: it is found by the name of its member, or as a GUID.
const TENANT: Piece = Piece::Guid;
/// Members with these names, wherever they stand, hold a name of the account.
const MEMBERS: [(&str, Piece); 2] = [("subscriptionId", Piece::Subscription), ("tenantId", TENANT)];

/// One cleaning of one plan, or of two that are compared.
pub(super) struct Scrub {
    known: Vec<Known>,
    /// Whether names stay.
    names: bool,
    /// Members of the target that nothing else refers to.
    dropped: Vec<&'static str>,
    /// What was found.
    pub left_out: Vec<LeftOut>,
}

impl Scrub {
    /// Looks at all plans first, so that a name has one stand-in in all of them.
    pub(super) fn of(plans: &[&Node], names: bool) -> Scrub {
        let mut scrub = Scrub {
            known: Vec::new(),
            names,
            dropped: Vec::new(),
            left_out: Vec::new(),
        };
        if names {
            return scrub;
        }
        for plan in plans {
            for (pointer, piece) in TARGET {
                scrub.know(piece, plan.at(pointer).and_then(Node::as_text).unwrap_or_default());
            }
        }
        for plan in plans {
            let mut others = [false; TARGET.len()];
            scrub.look(plan, "", &mut others);
            // Of two plans, whether they share an account is worth keeping.
            if plans.len() == 1 {
                let alone = TARGET.iter().zip(others).filter(|(_, other)| !other);
                scrub.dropped.extend(alone.map(|((pointer, _), _)| *pointer));
            }
        }
        scrub.number(plans);
        scrub
    }

    /// Gives a name its stand-in, unless it has one or is none.
    fn know(&mut self, piece: Piece, name: &str) {
        let own = name.trim().to_ascii_lowercase();
        if !is_name(name) || self.stand_in(piece, &own).is_some() {
            return;
        }
        let stands_in = String::new();
        self.known.push(Known { piece, own, stands_in });
    }

    /// Numbers the stand-ins. Names that are dropped come last, so that a second journey gives the same numbers.
    fn number(&mut self, plans: &[&Node]) {
        // Only one plan drops anything.
        let text = |pointer: &&str| plans.first()?.at(pointer)?.as_text();
        let dropped: Vec<&str> = self.dropped.iter().filter_map(text).collect();
        let mut guids = 0;
        let mut counts = [0; TARGET.len()];
        for last in [false, true] {
            for known in &mut self.known {
                if dropped.iter().any(|name| name.trim().eq_ignore_ascii_case(&known.own)) != last {
                    continue;
                }
                let (what, count) = match known.piece {
                    _ if ids::is_guid(&known.own) => ("00000000-0000-0000-0000-", &mut guids),
                    Piece::Subscription => ("subscription-", &mut counts[0]),
                    Piece::Group => ("resource-group-", &mut counts[1]),
                    Piece::Account => ("batchaccount", &mut counts[2]),
                    Piece::Guid | Piece::Plain => ("tenant-", &mut counts[3]),
                };
                *count += 1;
                known.stands_in = match what.ends_with("000-") {
                    true => format!("{what}{count:012}"),
                    false => format!("{what}{count}"),
                };
            }
        }
    }

    /// What stands in for a name; a GUID is known wherever it stands.
    fn stand_in(&self, piece: Piece, name: &str) -> Option<&str> {
        let fits =
            |known: &&Known| known.own.eq_ignore_ascii_case(name) && (known.piece == piece || ids::is_guid(name));
        self.known.iter().find(fits).map(|known| known.stands_in.as_str())
    }

    /// Gets to know the names below a value, and notes which kinds the document has besides the target's own.
    fn look(&mut self, node: &Node, at: &str, others: &mut [bool; TARGET.len()]) {
        match &node.value {
            Value::Text(text) => self.look_at(text, others),
            Value::List(items) => items.iter().for_each(|item| self.look(item, "/", others)),
            Value::Object(_) => {
                for member in node.counting_members() {
                    let pointer = match at.is_empty() || at == path::TARGET {
                        true => path::child(at, &member.name),
                        false => "/".to_owned(),
                    };
                    if TARGET.iter().any(|(own, _)| *own == pointer) && member.node.as_text().is_some() {
                        continue;
                    }
                    self.look_at(&member.name, others);
                    match (of_member(&member.name), member.node.as_text()) {
                        (Some(piece), Some(text)) => {
                            self.know(piece, text);
                            note(piece, others);
                        }
                        _ => self.look(&member.node, &pointer, others),
                    }
                }
            }
            _ => {}
        }
    }

    fn look_at(&mut self, text: &str, others: &mut [bool; TARGET.len()]) {
        let (mut group, mut account) = (String::new(), false);
        ids::pieces(text, &mut |piece, name| match piece {
            Piece::Plain => {}
            Piece::Group => {
                name.clone_into(&mut group);
                // The group of another resource keeps its name, unless it is that of the account.
                if self.stand_in(piece, name).is_some() {
                    note(piece, others);
                }
            }
            Piece::Guid => {
                if let Some(known) = self.known.iter().find(|known| known.own.eq_ignore_ascii_case(name)) {
                    note(known.piece, others);
                }
            }
            Piece::Subscription | Piece::Account => {
                self.know(piece, name);
                note(piece, others);
                if piece == Piece::Account && !account {
                    account = true;
                    self.know(Piece::Group, &group);
                    note(Piece::Group, others);
                }
            }
        });
    }

    /// The plan as it may travel.
    pub(super) fn plan(&mut self, plan: &Node, before: &str) -> Node {
        let mut found = Vec::new();
        secrets::of_document(plan, &mut |pointer, _| found.push([before, &pointer].concat()));
        // In the order of the document, so that only the next one need be looked for.
        found.reverse();
        let mut at = before.to_owned();
        self.value(plan, &mut at, before.len(), &mut found)
    }

    fn value(&mut self, node: &Node, at: &mut String, plan: usize, secrets: &mut Vec<String>) -> Node {
        let length = at.len();
        let value = match &node.value {
            Value::Text(text) => Value::Text(self.text(text, at)),
            Value::List(items) => {
                let mut made = Vec::with_capacity(items.len());
                for (index, item) in items.iter().enumerate() {
                    path::push(at, &index.to_string());
                    if secrets.last().is_some_and(|next| next == at) {
                        secrets.pop();
                        self.leave_out(at, What::Secret);
                        made.push(hidden(item));
                    } else {
                        made.push(self.value(item, at, plan, secrets));
                    }
                    at.truncate(length);
                }
                Value::List(made)
            }
            Value::Object(_) => {
                let name = node.get("name").and_then(Node::as_text).unwrap_or_default();
                let named_secret = tokens::is_secret_name(name);
                let mut made = Vec::new();
                for member in node.counting_members() {
                    path::push(at, &member.name);
                    let pointer = at.get(plan..).unwrap_or_default();
                    let dropped = self.dropped.contains(&pointer);
                    if dropped && member.node.as_text().is_some_and(is_name) {
                        self.leave_out(at, What::Dropped);
                        at.truncate(length);
                        continue;
                    }
                    let secret = secrets.last().is_some_and(|next| next == at);
                    if secret {
                        secrets.pop();
                    }
                    // Tags and what an extension takes have names that nobody's contract gives.
                    let free = ["/settings/", "/tags/", "/resourceTags/"]
                        .iter()
                        .any(|open| at.contains(open));
                    let by_name = (named_secret && member.name == "value"
                        || free && tokens::is_secret_name(&member.name))
                        && is_hideable(&member.node);
                    let inner = if by_name || secret && !is_empty_text(&member.node) {
                        self.leave_out(at, What::Secret);
                        hidden(&member.node)
                    } else if let (Some(piece), Some(text)) =
                        (self.of_place(pointer, &member.name), member.node.as_text())
                    {
                        Node::text(self.name(piece, text, at))
                    } else {
                        self.value(&member.node, at, plan, secrets)
                    };
                    let name = self.text(&member.name, at);
                    made.push((name, inner));
                    at.truncate(length);
                }
                return Node::object(made);
            }
            other => other.clone(),
        };
        Node { value, span: node.span }
    }

    /// What the value of a member names as a whole.
    fn of_place(&self, pointer: &str, name: &str) -> Option<Piece> {
        let of_target = TARGET.iter().find(|(own, _)| *own == pointer);
        of_target
            .map(|(_, piece)| *piece)
            .or_else(|| of_member(name))
            .filter(|_| !self.names)
    }

    fn name(&mut self, piece: Piece, text: &str, at: &str) -> String {
        let own = text.trim();
        match self.stand_in(piece, own).map(str::to_owned) {
            Some(stands_in) if stands_in != own => {
                self.leave_out(at, What::Renamed);
                text.replace(own, &stands_in)
            }
            _ => text.to_owned(),
        }
    }

    /// A text without tokens, and with other names.
    fn text(&mut self, text: &str, at: &str) -> String {
        let bare = tokens::without(text);
        if bare.is_some() {
            self.leave_out(at, What::Token);
        }
        let text = bare.unwrap_or_else(|| text.to_owned());
        if self.names || self.known.is_empty() {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        ids::pieces(&text, &mut |piece, part| {
            let known = if piece == Piece::Plain {
                None
            } else {
                self.stand_in(piece, part)
            };
            out.push_str(known.unwrap_or(part));
        });
        if out != text {
            self.leave_out(at, What::Renamed);
        }
        out
    }

    fn leave_out(&mut self, at: &str, what: What) {
        let again = self
            .left_out
            .last()
            .is_some_and(|last| last.path == at && last.what == what);
        if !again {
            let path = at.to_owned();
            self.left_out.push(LeftOut { path, what });
        }
    }
}

fn of_member(name: &str) -> Option<Piece> {
    let found = MEMBERS.iter().find(|(member, _)| member.eq_ignore_ascii_case(name));
    found.map(|(_, piece)| *piece)
}

fn note(piece: Piece, others: &mut [bool; TARGET.len()]) {
    for ((_, own), other) in TARGET.iter().zip(others) {
        *other |= *own == piece;
    }
}

/// Whether a text names anything.
fn is_name(text: &str) -> bool {
    !text.trim().is_empty() && !placeholder(text)
}

/// Whether a value is one that somebody wrote down, and not a variable or something to fill in.
fn is_hideable(node: &Node) -> bool {
    match &node.value {
        Value::Text(text) => is_name(text) && !text.starts_with('$'),
        Value::Number(_) => true,
        _ => false,
    }
}

fn is_empty_text(node: &Node) -> bool {
    node.as_text() == Some("")
}

/// What stands where a secret stood: something of the same type, so that the plan reads as before.
fn hidden(secret: &Node) -> Node {
    match &secret.value {
        Value::Object(_) => Node::object::<String>([]),
        Value::List(_) => Node::list([]),
        // What was not known stays so.
        Value::Text(text) if is_expression(text) => Node::text(UNKNOWN),
        _ => Node::text(tokens::SECRET),
    }
}

/// What stands where the words of an expression stood.
const UNKNOWN: &str = "[unknown()]";
