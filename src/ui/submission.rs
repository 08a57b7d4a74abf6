//! What sends pools and simulates an account: a WebAssembly of its own, which is loaded when somebody first looks at it.
//! The rest of the page reaches it only through [`Parts`], because whatever it called directly would be loaded with it.

use std::sync::OnceLock;

use super::dom::View;
use super::submit;

/// The functions of the part that is loaded on demand.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The pane that sends the pool.
    pub pane: fn() -> View,
}

/// The functions, from the other part.
#[cfg(split)]
#[wasm_split_helpers::wasm_split(submission, fallible)]
fn submission() -> Result<Parts, wasm_split_helpers::SplitLoaderError> {
    Ok(parts())
}

/// The functions, where nothing is split: while developing, and in tests.
#[cfg(not(split))]
async fn submission() -> Result<Parts, std::convert::Infallible> {
    Ok(parts())
}

fn parts() -> Parts {
    Parts { pane: submit::pane }
}

/// Once it was loaded.
static LOADED: OnceLock<Parts> = OnceLock::new();

/// What sends, once it is there.
pub fn there() -> Option<&'static Parts> {
    LOADED.get()
}

/// Loads it unless it is there, and says whether it is.
pub fn load(done: impl FnOnce(bool) + 'static) {
    leptos::task::spawn_local(async move {
        let loaded = submission().await.ok();
        done(loaded.is_some_and(|loaded| LOADED.set(loaded).is_ok() || there().is_some()));
    });
}
