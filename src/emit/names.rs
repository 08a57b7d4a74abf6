//! The same thing by its other names: what a member of the pool is called on every surface, and how its value is written
//! there. Names come from the tables that the outputs read, notes from what the outputs say they leave out.

mod find;

pub use find::{dotted, find, members};

use super::library::{NOT_THERE, UNKNOWN};
use super::literal::quoted;
use super::secrets::{self, Secret};
use super::{LeftOut, member_path, terraform};
use crate::arm::PutPool;
use crate::facts::azurerm::{self, Kind};
use crate::facts::client_members::{JAVASCRIPT, PYTHON};
use crate::facts::contract::{BODY, Member, Shape};
use crate::facts::data_plane::{self, There};
use crate::model::{Node, Value, path};
use crate::words::{Arg, Message, Words, words};

/// What a member is on one surface.
#[derive(Clone, Debug)]
pub struct OtherName {
    /// The surface: the id of an output, or `python` for the models of that library.
    pub surface: &'static str,
    /// What the surface is called.
    pub title: &'static Words,
    /// The way to the member; nothing where it has no name of its own.
    pub name: Option<String>,
    /// Its value as it is written there, where there is one that takes one line and is no secret.
    pub value: Option<String>,
    /// What is to be known of it there.
    pub notes: Vec<Message>,
}

static ARM: Words = words(
    "ARM body: REST, templates, Bicep, azapi, Python",
    "Corps ARM : REST, modèles, Bicep, azapi, Python",
    "Corpo ARM: REST, modelli, Bicep, azapi, Python",
);
static SERVICE: Words = words(
    "Batch service: az batch",
    "Service Batch : az batch",
    "Servizio Batch: az batch",
);
static PYTHON_MODELS: Words = words(
    "Python models (azure-mgmt-batch)",
    "Modèles Python (azure-mgmt-batch)",
    "Modelli Python (azure-mgmt-batch)",
);
static HIGHER: Words = words(
    "It has no name of its own here: its members stand one level higher.",
    "Il n’a pas de nom propre ici : ses membres se trouvent un niveau plus haut.",
    "Qui non ha un nome proprio: i suoi membri si trovano un livello più in alto.",
);
static SECRET: Words = words(
    "A secret: its value is not shown.",
    "Un secret : sa valeur n’est pas affichée.",
    "Un segreto: il valore non viene mostrato.",
);
static WITHOUT_MODEL: Words = words(
    "The models of {0} do not have it; the code sends the ARM body as it is.",
    "Les modèles de {0} ne l’ont pas ; le code envoie le corps ARM tel quel.",
    "I modelli di {0} non lo prevedono; il codice invia il corpo ARM così com’è.",
);

/// The surfaces, in their order, with their own title if that is not the one of the output.
static SURFACES: [(&str, Option<&Words>); 10] = [
    ("arm", Some(&ARM)),
    ("azbatch", Some(&SERVICE)),
    ("azurerm", None),
    ("csharp-resourcemanager", None),
    ("csharp-compute", None),
    ("csharp-legacy", None),
    ("python", Some(&PYTHON_MODELS)),
    ("javascript", None),
    ("go", None),
    ("java", None),
];

/// The names of the members of one request.
#[derive(Debug)]
pub struct Names<'a> {
    request: &'a PutPool,
    secrets: Vec<Secret>,
    /// What the output of each surface leaves out.
    left_out: Vec<Vec<LeftOut>>,
}

impl<'a> Names<'a> {
    /// Writes the outputs once, to know what they leave out.
    pub fn of(request: &'a PutPool) -> Names<'a> {
        let left_out = |(id, _): &(&str, _)| match super::find(id).filter(|_| *id != "python") {
            Some(emitter) => (emitter.emit)(request).left_out,
            None => Vec::new(),
        };
        Names {
            request,
            secrets: secrets::find(&request.body),
            left_out: SURFACES.iter().map(left_out).collect(),
        }
    }

    /// The member at a pointer into the plan or into its pool on every surface. Of what the contract leaves open, that is
    /// the member that holds it.
    pub fn at(&self, pointer: &str) -> Vec<OtherName> {
        let below = below_pool(pointer);
        let whole = [path::POOL, below].concat();
        let node = self.request.body.at(below);
        let leaf = node.filter(|node| !matches!(node.value, Value::Object(_) | Value::List(_)));
        let is_secret = known(below).is_some_and(|(_, member, _)| member.secret)
            || self.secrets.iter().any(|secret| is_or_holds(&secret.path, &whole));
        let leaf = leaf.filter(|_| !is_secret);
        let row = |(index, (id, title)): (usize, &(&'static str, Option<&'static Words>))| {
            let mut notes: Vec<Message> = Vec::new();
            for left in self.left_out.get(index).into_iter().flatten() {
                if is_or_holds(&left.path, &whole) && !notes.contains(&left.why) {
                    notes.push(left.why.clone());
                }
            }
            let name = name(id, below, &mut notes);
            if is_secret && (*id == "arm" || notes.is_empty()) {
                notes.insert(0, Message::from(&SECRET));
            }
            OtherName {
                surface: id,
                title: title.unwrap_or_else(|| title_of(id)),
                value: leaf
                    .filter(|_| name.is_some())
                    .and_then(|leaf| self.value(id, below, leaf)),
                name,
                notes,
            }
        };
        SURFACES.iter().enumerate().map(row).collect()
    }

    fn value(&self, id: &str, below: &str, leaf: &Node) -> Option<String> {
        let (at, shape) = known(below).map_or((below, &Shape::Any), |(at, _, shape)| (at, shape));
        if id == "arm" {
            return Some(leaf.to_json());
        }
        if at != below {
            // It stands somewhere in the value of the member that is named.
            return None;
        }
        match id {
            "azbatch" => {
                let place = data_plane::place(at)?;
                Some(match (leaf.as_text(), place.there) {
                    (Some(text), There::Truth(..)) => place.value(text),
                    (Some(text), _) => Node::text(place.value(text)).to_json(),
                    _ => leaf.to_json(),
                })
            }
            "azurerm" => self.terraform(at, leaf),
            // Whether the models take a text for a duration depends on the release.
            "python" if matches!(shape, Shape::Duration) => None,
            "python" => script(leaf, ["None", "False", "True"]),
            "javascript" => script(leaf, ["null", "false", "true"]),
            _ => super::literal(id, below, leaf),
        }
    }

    fn terraform(&self, at: &str, leaf: &Node) -> Option<String> {
        match (azurerm::argument(at)?.1, &leaf.value) {
            (Kind::Json, _) => None,
            (Kind::Map, Value::Text(text)) if at.ends_with("/name") => Some(terraform::key(text)),
            (Kind::PortRange(_) | Kind::PortRangeEnd, Value::Number(_)) => {
                let beside = self.request.body.at(at.rsplit_once('/')?.0)?;
                let port = |name| beside.get(name).and_then(Node::as_whole).filter(|port| *port >= 0);
                let (first, last) = (port("frontendPortRangeStart")?, port("frontendPortRangeEnd")?);
                Some(terraform::quoted(&format!("{first}-{last}")))
            }
            (Kind::Whole(..), Value::Number(_)) => Some(leaf.as_whole()?.to_string()),
            (Kind::Bool, Value::Bool(truth)) => Some(truth.to_string()),
            (Kind::Whole(..) | Kind::Bool, _) => None,
            (_, Value::Text(text)) if !text.is_empty() => Some(terraform::quoted(text)),
            _ => None,
        }
    }
}

/// A value as Python and JavaScript write it, with their words for `null`, `false` and `true`.
fn script(leaf: &Node, [null, no, yes]: [&str; 3]) -> Option<String> {
    Some(match &leaf.value {
        Value::Text(text) => quoted(text),
        Value::Null => null.to_owned(),
        Value::Bool(truth) => if *truth { yes } else { no }.to_owned(),
        _ => leaf.to_json(),
    })
}

/// A pointer below the pool, whether it was one into the plan or into the pool.
fn below_pool(pointer: &str) -> &str {
    match pointer.strip_prefix(path::POOL) {
        Some(below) if below.is_empty() || below.starts_with('/') => below,
        _ => pointer,
    }
}

/// Whether `pointer` is `above` or below it.
fn is_or_holds(above: &str, pointer: &str) -> bool {
    let rest = pointer.strip_prefix(above);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// How much of a pointer the contract knows, the member it leads to, and what the value there looks like. What is below a
/// member that may hold anything is that member; `None` for what no api-version has.
fn known(below: &str) -> Option<(&str, &'static Member, &'static Shape)> {
    let mut shape: &'static Shape = &BODY;
    let mut found = None;
    let mut end = 0;
    for part in below.split('/').skip(1) {
        shape = match shape {
            Shape::Object(members) => {
                let member = members.iter().find(|member| member.name == part)?;
                found = Some(member);
                &member.shape
            }
            Shape::List(item) | Shape::Map(item) => item,
            Shape::Any => break,
            _ => return None,
        };
        end += 1 + part.len();
    }
    Some((below.get(..end)?, found?, shape))
}

/// The name on a surface, with notes when there is none.
fn name(id: &str, below: &str, notes: &mut Vec<Message>) -> Option<String> {
    if id == "arm" {
        return Some(dotted(below)).filter(|name| !name.is_empty());
    }
    let found = known(below).and_then(|(at, _, shape)| {
        let name = name_of(id, at);
        if name.is_none() && notes.is_empty() && has_named(id, at, shape) {
            notes.push(Message::from(&HIGHER));
        }
        name
    });
    if found.is_none() && id == "javascript" && !notes.contains(&Message::from(&HIGHER)) {
        let package = format!("{} {}", JAVASCRIPT.package, JAVASCRIPT.version);
        notes.insert(0, Message::new(&WITHOUT_MODEL, [Arg::from(package)]));
        return Some(dotted(below)).filter(|name| !name.is_empty());
    }
    if found.is_none() && notes.is_empty() {
        notes.push(why_none(id, below));
    }
    found
}

/// Why a member that the plan does not set has no name on a surface.
fn why_none(id: &str, below: &str) -> Message {
    match (id, known(below)) {
        (_, None) => Message::from(&UNKNOWN),
        ("azbatch", Some((_, member, _))) => Message::from(data_plane::why_nowhere(member.name)),
        ("azurerm", _) => Message::from(&terraform::azurerm::NO_ARGUMENT),
        ("python", _) => Message::new(&NOT_THERE, [Arg::from(PYTHON.package)]),
        _ => Message::new(&NOT_THERE, [Arg::Term(title_of(id))]),
    }
}

/// What an output is called.
fn title_of(id: &str) -> &'static Words {
    super::find(id).map_or(&ARM, |emitter| &emitter.title)
}

/// The name in the table of a surface.
fn name_of(id: &str, at: &str) -> Option<String> {
    let name = match id {
        "azbatch" => {
            let place = data_plane::place(at).filter(|place| place.there != There::Higher)?;
            dotted(&place.pointer)
        }
        "azurerm" => azurerm::argument(at)?.0,
        "python" => PYTHON.path(at)?,
        "javascript" => JAVASCRIPT.path(at)?,
        _ => member_path(id, at)?,
    };
    Some(name).filter(|name| !name.is_empty())
}

/// Whether a member of this object has a name.
fn has_named(id: &str, at: &str, shape: &Shape) -> bool {
    let Shape::Object(members) = shape else { return false };
    members.iter().any(|member| {
        let at = path::child(at, member.name);
        name_of(id, &at).is_some() || has_named(id, &at, &member.shape)
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::expect_used)]
mod tests;
