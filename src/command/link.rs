//! `poolplan link`: a plan as a link, and a link as a plan.

use std::io::Write;
use std::path::PathBuf;

use super::plan::document;
use super::pools::Choice;
use super::{Failure, Tongue, note};
use crate::link::{self, Contents, Opened, native};
use crate::model::Node;
use crate::rules::document::is_a_plan;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Let the names of subscription, tenant, resource group and account travel. Secrets never do.
    #[arg(long, conflicts_with = "open")]
    with_names: bool,
    /// The address of the planner that goes before the fragment. Without it, only the fragment is written.
    #[arg(
        long,
        value_name = "URL",
        default_value = "",
        hide_default_value = true,
        conflicts_with = "open"
    )]
    base: String,
    /// Write the plan that is in a link instead; `-` reads the link from standard input.
    #[arg(long, value_name = "LINK", conflicts_with = "file")]
    open: Option<String>,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    tongue: Tongue,
    /// The plan; `-` is standard input.
    #[arg(value_name = "FILE", required_unless_present = "open")]
    file: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    if let Some(link) = &arguments.open {
        out.write_all(opened(link)?.as_bytes())?;
        return Ok(0);
    }
    // clap asks for a file where there is no link to open.
    let path = arguments.file.clone().unwrap_or_default();
    let language = arguments.tongue.language();
    let (analysis, _) = document(&path, arguments.choice.pool.as_deref(), language)?;
    let contents = analysis
        .root
        .as_ref()
        .filter(|root| is_a_plan(root, &analysis.notes))
        .and_then(|root| Contents::of_plan(root, arguments.with_names));
    let no_plan = || Failure::NoPool { path: path.clone() };
    let contents = contents.ok_or_else(no_plan)?;
    let fragment = native::fragment(&contents).ok_or(Failure::BrokenLink(link::Broken::TooLarge))?;
    let base = arguments.base.split('#').next().unwrap_or_default();
    let link = [base, &fragment].concat();
    writeln!(out, "{link}")?;
    for left_out in &contents.left_out {
        note(&format!(
            "{}: {}",
            left_out.path,
            left_out.what.words().in_language(language)
        ));
    }
    if let Some(long) = link::too_long(&link) {
        note(&long.text(language));
    }
    Ok(0)
}

/// The plan in a link; two plans as the members `a` and `b` of one object, and what they are called.
fn opened(link: &str) -> Result<String, Failure> {
    let link = if link == "-" {
        super::read("-".as_ref())?
    } else {
        link.as_bytes().to_vec()
    };
    let link = String::from_utf8_lossy(&link);
    match native::open(&link).map_err(Failure::BrokenLink)? {
        Opened::Plan(text) => Ok(text),
        Opened::Comparison { plans: [a, b], names } => {
            // What was read once can be read again.
            let read = |text: &str| crate::input::parse(text).unwrap_or_else(|_| Node::text(text));
            let names = Node::list(names.map(Node::text));
            Ok(Node::object([("a", read(&a)), ("b", read(&b)), ("names", names)]).to_pretty_json() + "\n")
        }
    }
}
