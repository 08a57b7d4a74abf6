//! `poolplan bundle`: the plan, every output, the findings and the link in one archive.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::check::day;
use super::plan::document_as_of;
use super::pools::Choice;
use super::{Failure, Tongue, note, today};
use crate::bundle::{Bundle, archive, told};
use crate::link::native;
use crate::model::CalendarDate;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The archive to write; `-` is standard output.
    #[arg(long, value_name = "FILE.zip")]
    into: PathBuf,
    /// Write over a file that is there.
    #[arg(long)]
    force: bool,
    /// Let the names of subscription, tenant, resource group and account travel with the link. The other files have them
    /// in any case; secrets are in none.
    #[arg(long)]
    with_names: bool,
    /// The address of the planner that goes before the fragment of the link. Without it, only the fragment is written.
    #[arg(long, value_name = "URL", default_value = "", hide_default_value = true)]
    base: String,
    #[command(flatten)]
    tongue: Tongue,
    #[command(flatten)]
    choice: Choice,
    /// Judge as of this day (YYYY-MM-DD) instead of today. It is the date of the files, too.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<CalendarDate>,
    /// The plan; `-` is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let (path, language) = (&arguments.file, arguments.tongue.language());
    let as_of = arguments.as_of.unwrap_or_else(today);
    let (analysis, text) = document_as_of(path, arguments.choice.pool.as_deref(), language, as_of)?;
    let bundle = Bundle::of(&text, &analysis, language, arguments.with_names);
    let bundle = bundle.ok_or_else(|| Failure::NoPool { path: path.clone() })?;
    let base = arguments.base.split('#').next().unwrap_or_default();
    let link = native::fragment(&bundle.link).map(|fragment| [base, &fragment].concat());
    let (date, taken_out) = (bundle.date, bundle.taken_out.clone());
    let files = bundle.files(link.as_deref());
    let deflated: Vec<Option<Vec<u8>>> = files
        .iter()
        .map(|file| Some(native::deflate(file.text.as_bytes())))
        .collect();
    let bytes = archive(&files, &deflated, date).ok_or_else(|| Failure::Unwritable {
        path: arguments.into.clone(),
        reason: std::io::ErrorKind::FileTooLarge.into(),
    })?;
    if arguments.into.as_os_str() == "-" {
        out.write_all(&bytes)?;
    } else {
        write(&arguments.into, &bytes, arguments.force)?;
    }
    for left_out in &taken_out {
        let words = told(left_out.what).in_language(language);
        note(&format!("{}: {words}", left_out.path));
    }
    Ok(0)
}

fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let create = || {
        let mut file = if force {
            std::fs::File::create(path)?
        } else {
            std::fs::File::create_new(path)?
        };
        file.write_all(bytes)
    };
    create().map_err(|reason| Failure::Unwritable {
        path: path.to_owned(),
        reason,
    })
}
