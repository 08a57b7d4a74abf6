//! Request → text: one file a language, one quoting function a language, and what was left out.

use pieces::unseen;

use crate::arm::PutPool;
use crate::model::Node;
use crate::words::{Message, Words, words};

mod arm;
mod az_batch;
mod az_rest;
mod bicep;
mod csharp;
mod curl;
pub mod data_plane;
mod deployment;
mod environment;
mod go;
pub mod highlight;
mod http;
mod java;
mod javascript;
mod library;
mod literal;
mod models;
pub mod names;
mod pieces;
mod powershell;
mod python;
mod script;
mod secrets;
mod template;
mod terraform;
mod unknown;

/// A way to write the request.
#[derive(Debug)]
pub struct Emitter {
    /// Permanent id: `arm`, `csharp-resourcemanager`.
    pub id: &'static str,
    /// What it is called.
    pub title: Words,
    /// The name of a file with it.
    pub file_name: &'static str,
    /// Its language, for highlighting.
    pub syntax: Syntax,
    /// Writes the text. [`Emitter::write`] is for who uses it.
    pub emit: fn(&PutPool) -> Output,
}

impl Emitter {
    /// Writes the request, and notes the values of it that nobody knows yet.
    pub fn write(&self, request: &PutPool) -> Output {
        let mut output = (self.emit)(request);
        unknown::note(request, &mut output);
        output
    }
}

/// How an output is highlighted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// JSON.
    Json,
    /// A `.http` file.
    Http,
    /// A shell command.
    Shell,
    /// C#.
    CSharp,
    /// Bicep.
    Bicep,
    /// The language of Terraform.
    Hcl,
    /// PowerShell.
    PowerShell,
    /// Python.
    Python,
    /// JavaScript.
    JavaScript,
    /// Go.
    Go,
    /// Java.
    Java,
}

/// A text, and what it does not say.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// The text, complete and ready to use.
    pub text: String,
    /// What could not be carried.
    pub left_out: Vec<LeftOut>,
}

/// Something of the plan that an output does not carry.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Its pointer into the plan.
    pub path: String,
    /// Why, and what to do.
    pub why: Message,
}

/// Every emitter, in the order in which they are offered.
pub static ALL: &[&Emitter] = &[
    &arm::EMITTER,
    &http::EMITTER,
    &curl::EMITTER,
    &az_rest::EMITTER,
    &az_batch::EMITTER,
    &powershell::EMITTER,
    &template::EMITTER,
    &bicep::EMITTER,
    &terraform::azapi::EMITTER,
    &terraform::azurerm::EMITTER,
    &csharp::resource_manager::EMITTER,
    &csharp::compute::EMITTER,
    &csharp::legacy::EMITTER,
    &python::EMITTER,
    &javascript::EMITTER,
    &go::EMITTER,
    &java::EMITTER,
];

/// The ids of the emitters in their groups: the request itself, then code of every kind.
pub static GROUPS: [(Words, &[&str]); 4] = [
    (
        words("Request", "Requête", "Richiesta"),
        &["arm", "http", "curl", "azrest", "azbatch", "powershell"],
    ),
    (
        words("Templates", "Modèles", "Modelli"),
        &["template", "bicep", "azapi", "azurerm"],
    ),
    (
        Words::same("C#"),
        &["csharp-resourcemanager", "csharp-compute", "csharp-legacy"],
    ),
    (
        words("Other languages", "Autres langages", "Altri linguaggi"),
        &["python", "javascript", "go", "java"],
    ),
];

/// The id of an emitter, if it is one.
pub fn id(text: &str) -> Option<&'static str> {
    GROUPS
        .iter()
        .flat_map(|(_, ids)| ids.iter().copied())
        .find(|id| *id == text)
}

/// The body alone: what is shown when nothing else was chosen.
pub static FIRST: &Emitter = &arm::EMITTER;

/// The emitter of this id.
pub fn find(id: &str) -> Option<&'static Emitter> {
    ALL.iter().find(|emitter| emitter.id == id).copied()
}

/// What a member of the pool is called in the library of an output, by its pointer:
/// `DeploymentVmConfiguration.ImageReference.Id`. Nothing where that library has no such member, or the output no library.
pub fn member_path(id: &str, pointer: &str) -> Option<String> {
    match id {
        "csharp-resourcemanager" => csharp::resource_manager::member_path(pointer),
        "csharp-compute" => csharp::compute::member_path(pointer),
        "csharp-legacy" => csharp::legacy::member_path(pointer),
        "go" => go::member_path(pointer),
        "java" => java::member_path(pointer),
        _ => None,
    }
}

/// The value of a member as the code of that library writes it, as far as that takes one line: `CachingType.None`. `node`
/// is what the plan has there.
fn literal(id: &str, pointer: &str, node: &Node) -> Option<String> {
    match id {
        "csharp-resourcemanager" => csharp::resource_manager::literal(pointer, node),
        "csharp-compute" => csharp::compute::literal(pointer, node),
        "csharp-legacy" => csharp::legacy::literal(pointer, node),
        "go" => go::literal(pointer, node),
        "java" => java::literal(pointer, node),
        _ => None,
    }
}
