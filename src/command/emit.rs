//! `poolplan emit`: the request of a plan, in one of the outputs.

use std::io::Write;
use std::path::PathBuf;

use super::plan::document as read_document;
use super::pools::Choice;
use super::{Failure, Tongue, note};
use crate::arm::PutPool;
use crate::emit;
use crate::input::NoteKind;
use crate::rules::document;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Which output to write.
    #[arg(long, value_name = "ID", required_unless_present = "list")]
    to: Option<String>,
    /// Name every output, one a line, and do nothing else.
    #[arg(long, conflicts_with_all = ["to", "file"])]
    list: bool,
    #[command(flatten)]
    tongue: Tongue,
    #[command(flatten)]
    choice: Choice,
    /// The plan; `-` is standard input.
    #[arg(value_name = "FILE", required_unless_present = "list")]
    file: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let (Some(id), Some(path)) = (&arguments.to, &arguments.file) else {
        for emitter in emit::ALL {
            writeln!(out, "{}", emitter.id)?;
        }
        return Ok(0);
    };
    let emitter = emit::find(id).ok_or_else(|| Failure::UnknownOutput(id.clone()))?;
    let language = arguments.tongue.language();
    let (analysis, _) = read_document(path, arguments.choice.pool.as_deref(), language)?;
    let plan = analysis.plan();
    let request = plan.as_ref().and_then(PutPool::of);
    let request = request.ok_or_else(|| Failure::NoPool { path: path.clone() })?;
    let output = emitter.write(&request);
    out.write_all(output.text.as_bytes())?;
    // What the text said and its plan does not is not in the output either.
    for each in &analysis.notes {
        if !matches!(each.kind, NoteKind::Moved(_) | NoteKind::ReadOnly) {
            note(&document::said(each).text(language));
        }
    }
    for left_out in &output.left_out {
        note(&format!("{}: {}", left_out.path, left_out.why.text(language)));
    }
    Ok(0)
}
