//! The pools of a file, and the choice of one among them.

use std::path::Path;

use super::{Failure, read, today};
use crate::analysis::analyse_bytes;
use crate::input::{self, Pool};
use crate::words::Language;

#[derive(Debug, clap::Args)]
pub(super) struct Choice {
    /// Which pool of a file that holds several: its name, or its number from 1.
    #[arg(long, value_name = "NAME")]
    pub(super) pool: Option<String>,
}

/// A pool of a file.
#[derive(Debug)]
pub(super) struct PoolText {
    pub(super) pool: Pool,
    /// Its number, from 1.
    number: usize,
    /// Whether it is the only one.
    pub(super) only: bool,
    /// Whether the text is in a form that is read as it is, without being a file of pools.
    pub(super) read_at_once: bool,
}

impl PoolText {
    /// Its name, or its number when it has none.
    pub(super) fn label(&self) -> String {
        match self.pool.name.as_str() {
            "" => self.number.to_string(),
            name => name.to_owned(),
        }
    }

    /// The pool as a plan document.
    pub(super) fn plan(&self, path: &Path, text: &str, language: Language) -> Result<String, Failure> {
        self.pool
            .plan_text(text)
            .map_err(|_| first_finding(path, text.as_bytes(), language))
    }
}

/// The text of a file and its pools, or why it has none.
pub(super) fn pools_of(path: &Path, language: Language) -> Result<(String, Vec<PoolText>), Failure> {
    let bytes = read(path)?;
    let Ok(text) = input::decode(&bytes) else {
        return Err(first_finding(path, &bytes, language));
    };
    let reading = input::read(&text);
    let (pools, read_at_once) = match input::other_pools(&text, &reading) {
        Some(pools) => (pools, false),
        None => (input::pools(&text), true),
    };
    if pools.is_empty() {
        return Err(Failure::NoPool { path: path.to_owned() });
    }
    if pools.len() == 1 && pools.iter().any(|pool| pool.reading.root.is_err()) {
        return Err(first_finding(path, &bytes, language));
    }
    let mut pools = numbered(pools);
    pools.iter_mut().for_each(|one| one.read_at_once = read_at_once);
    Ok((text.to_string(), pools))
}

/// The pools of a text with their numbers.
pub(super) fn numbered(pools: Vec<Pool>) -> Vec<PoolText> {
    let only = pools.len() == 1;
    let pool_text = |(index, pool)| PoolText {
        pool,
        number: index + 1,
        only,
        read_at_once: false,
    };
    pools.into_iter().enumerate().map(pool_text).collect()
}

/// Why a text is none that can be read.
fn first_finding(path: &Path, bytes: &[u8], language: Language) -> Failure {
    let (analysis, _) = analyse_bytes(bytes, today());
    let first = analysis.findings.first().map(|located| {
        let (position, message) = (located.position, located.finding.message.text(language));
        format!("{}:{}: {message}", position.line, position.column)
    });
    Failure::NotAPlan {
        path: path.to_owned(),
        reason: first.unwrap_or_default(),
    }
}

/// The one pool that is wanted. Where a file holds several, somebody must say which.
pub(super) fn choose(path: &Path, pools: Vec<PoolText>, wanted: Option<&str>) -> Result<PoolText, Failure> {
    let names = pools
        .iter()
        .map(|one| format!("{} {}", one.number, one.label()))
        .collect::<Vec<_>>();
    let several = |reason: &'static str| Failure::WhichPool {
        path: path.to_owned(),
        reason,
        names: names.join("\n  "),
    };
    let Some(wanted) = wanted else {
        let mut pools = pools;
        return match pools.pop() {
            Some(one) if one.only => Ok(one),
            _ => Err(several(
                "it holds several pools; choose one with `--pool NAME`, by its name or number",
            )),
        };
    };
    // A name goes before a number, in case a pool is called `2`.
    let of_name = |one: &&PoolText| one.pool.name.eq_ignore_ascii_case(wanted);
    let named: Vec<usize> = pools.iter().filter(of_name).map(|one| one.number).collect();
    let number = match named.as_slice() {
        [number] => Some(*number),
        [] => wanted.parse().ok(),
        _ => return Err(several("several of its pools have this name; choose one by its number")),
    };
    let found = pools.into_iter().find(|one| Some(one.number) == number);
    found.ok_or_else(|| several("it has no such pool"))
}
