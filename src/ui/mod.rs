//! The page: shows what the core computes and turns what people do into edits. Decides nothing.
//! What is public besides [`start`] is so for the component tests, `tests/web.rs`.

mod app;
mod browser;
mod compare;
#[doc(hidden)]
pub mod computed;
#[doc(hidden)]
pub mod dom;
mod errors;
mod import;
mod judgement;
mod parts;
mod plan;
#[doc(hidden)]
pub mod route;
mod rules;
mod says;
mod share;
mod submission;
mod submit;
mod topbar;
mod verdict_line;
mod workspace;

#[doc(hidden)]
pub use parts::{CodeLine, code_html, lines_of};
#[doc(hidden)]
pub use workspace::keys;

use wasm_bindgen::JsValue;

use crate::words::{self, Language};

/// Mounts the page in a language, given the file of its first texts; `more` promises the others: of another language, or
/// those that are read later.
pub fn start(language: &str, texts: String, more: js_sys::Function) -> Result<(), JsValue> {
    std::panic::set_hook(Box::new(|_| browser::show_calm_page()));
    let language = Language::from_tag(language).unwrap_or_default();
    if !words::load(language, words::Kind::First, texts) {
        return Err(JsValue::from_str("the file of texts is damaged"));
    }
    browser::set_language(language);
    browser::remember_text_source(more);
    // Leptos sets up the owner of all signals; the page itself is put into the body by `app`.
    leptos::mount::mount_to_body(app::app);
    Ok(())
}
