//! The browser app. On any other target it only says where the command is.

/// Mounts the page in a language, given the file of its first texts; `more` is a function that promises the others.
/// `public/boot.js` calls this.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(language: &str, texts: String, more: js_sys::Function) -> Result<(), wasm_bindgen::JsValue> {
    batch_pool_planner::ui::start(language, texts, more)
}

/// Does nothing by itself: the page must not be there before its texts.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this binary is the browser app; build it with `cargo xtask serve`, or run `poolplan`");
}
