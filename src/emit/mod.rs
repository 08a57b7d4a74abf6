//! Request → text: one file a language, one quoting function a language, and what was left out.

use crate::arm::PutPool;
use crate::words::{Message, Words};

mod arm;
mod csharp;
mod curl;
mod go;
pub mod highlight;
mod http;
mod java;
mod library;
mod models;
mod pieces;
mod secrets;

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
    /// Writes it.
    pub emit: fn(&PutPool) -> Output,
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
    &csharp::resource_manager::EMITTER,
    &csharp::compute::EMITTER,
    &csharp::legacy::EMITTER,
    &go::EMITTER,
    &java::EMITTER,
];

/// The ids of the emitters.
const IDS: [&str; 8] = [
    "arm",
    "http",
    "curl",
    "csharp-resourcemanager",
    "csharp-compute",
    "csharp-legacy",
    "go",
    "java",
];

/// The id of an emitter, if it is one.
pub fn id(text: &str) -> Option<&'static str> {
    IDS.into_iter().find(|id| *id == text)
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
