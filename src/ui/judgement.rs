//! What judges a plan, writes the outputs and knows the rules: a WebAssembly of its own, which is loaded once the page is
//! there. The two share one memory; the page reaches the other only through [`Judgement`], because whatever it called
//! directly would be part of the first load.

use std::sync::OnceLock;

use crate::analysis::{self, Analysis};
use crate::arm::PutPool;
use crate::emit::{self, Emitter, Output};
use crate::fixing::{self, Hunk, SafeFixes};
use crate::input::Reading;
use crate::model::CalendarDate;
use crate::rules::{self, Rule};

use super::compare::compare_room;
use super::dom::View;
use super::errors::errors_room;
use super::import::{self, import_preview};
use super::plan::{names, report};
use super::rules::rules_room;
use super::share;

/// The functions of the part that is loaded later.
#[derive(Clone, Copy)]
pub struct Judgement {
    /// [`analysis::judge`].
    pub judge: fn(&str, Reading, CalendarDate) -> Analysis,
    /// [`rules::find`].
    pub rule: fn(&str) -> Option<&'static Rule>,
    /// [`rules::sources_disagree`].
    pub sources_disagree: fn(&Rule) -> bool,
    /// [`fixing::safe_fixes`].
    pub safe_fixes: fn(&str, CalendarDate) -> Option<SafeFixes>,
    /// [`SafeFixes::hunks`].
    pub hunks: fn(&SafeFixes) -> Vec<Hunk<'_>>,
    /// [`fixing::count`].
    pub count_fixes: fn(&Analysis) -> usize,
    /// The Compare room.
    pub compare_room: fn() -> View,
    /// The Rules room.
    pub rules_room: fn() -> View,
    /// The Errors room.
    pub errors_room: fn() -> View,
    /// The findings as a report.
    pub report: fn() -> View,
    /// A member by its names on every surface.
    pub names: fn() -> View,
    /// What is found in the text that waits to be taken as a plan.
    pub import_preview: fn() -> View,
    /// One pool of a text in any form as a plan document, by its place among them.
    pub plan_text: fn(&str, usize) -> Option<String>,
    /// Links: the dialogs that make and open them.
    pub links: fn() -> View,
    /// [`Emitter::write`].
    pub write: fn(&Emitter, &PutPool) -> Output,
    /// [`emit::ALL`].
    pub emitters: &'static [&'static Emitter],
}

/// The functions, from the other part.
#[cfg(split)]
#[wasm_split_helpers::wasm_split(judgement, fallible)]
fn judgement() -> Result<Judgement, wasm_split_helpers::SplitLoaderError> {
    Ok(functions())
}

/// The functions, where nothing is split: while developing, and in tests.
#[cfg(not(split))]
async fn judgement() -> Result<Judgement, std::convert::Infallible> {
    Ok(functions())
}

fn functions() -> Judgement {
    Judgement {
        judge: analysis::judge,
        rule: rules::find,
        sources_disagree: rules::sources_disagree,
        safe_fixes: fixing::safe_fixes,
        hunks: SafeFixes::hunks,
        count_fixes: fixing::count,
        compare_room,
        rules_room,
        errors_room,
        report,
        names,
        import_preview,
        plan_text: import::plan_text,
        links: share::links,
        write: Emitter::write,
        emitters: emit::ALL,
    }
}

/// Once it was loaded.
static LOADED: OnceLock<Judgement> = OnceLock::new();

/// What judges, once it is there.
pub fn there() -> Option<&'static Judgement> {
    LOADED.get()
}

/// Loads it unless it is there, and says whether it is.
pub fn load(done: impl FnOnce(bool) + 'static) {
    leptos::task::spawn_local(async move {
        let loaded = judgement().await.ok();
        done(loaded.is_some_and(|loaded| LOADED.set(loaded).is_ok() || there().is_some()));
    });
}

/// The rule of this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    (there()?.rule)(id)
}

/// Reads a text, and judges it once that can be done.
pub fn analyse(text: &str, as_of: CalendarDate) -> Analysis {
    judge(text, crate::input::read(text), as_of)
}

/// Judges what was read, if that can be done.
pub fn judge(text: &str, reading: Reading, as_of: CalendarDate) -> Analysis {
    match there() {
        Some(there) => (there.judge)(text, reading, as_of),
        None => Analysis::unjudged(text, reading, as_of),
    }
}

/// A text of one pool as a plan document, if it can be one.
pub fn plan_text(text: &str) -> Option<String> {
    match there() {
        Some(there) => (there.plan_text)(text, 0),
        None => crate::input::to_plan_text(text).ok(),
    }
}

/// Every way to write the request.
pub fn emitters() -> &'static [&'static Emitter] {
    there().map_or(&[], |there| there.emitters)
}

/// What an emitter writes of a request.
pub fn write(emitter: &Emitter, request: &PutPool) -> Option<Output> {
    Some((there()?.write)(emitter, request))
}

/// The emitter of this id.
pub fn emitter(id: &str) -> Option<&'static Emitter> {
    emitters().iter().find(|emitter| emitter.id == id).copied()
}
