//! The only place that touches the browser: storage, address, clipboard, files, focus, clock.

mod deflate;
mod net;
mod panic;

use std::cell::RefCell;

pub use deflate::{deflate, inflate};
pub use net::{
    Stop, authorized, chance, fetch, http_date, is_hidden, meta, own_origin, pasted, rest, take_value,
    value_looks_like_token,
};
pub use panic::{remember_text, show_calm_page};

use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, HtmlTextAreaElement, Window};

use crate::input::WHOLE;
use crate::model::CalendarDate;
use crate::words::{self, Language};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Today by the browser's clock and zone.
pub fn today() -> CalendarDate {
    let now = js_sys::Date::new_0();
    let text = format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    );
    CalendarDate::parse(&text).unwrap_or(crate::facts::pages::READ_ON)
}

/// Milliseconds since the epoch.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The time of day as `14:02`.
pub fn clock_time() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// What was kept under a key; nothing when storage is refused.
pub fn kept(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a value; says whether the browser took it.
pub fn keep(key: &str, value: &str) -> bool {
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    storage.is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Calls back with the key whenever another tab keeps a value.
pub fn on_kept_elsewhere(call: impl Fn(&str) + 'static) {
    on_window("storage", move |event| {
        let of = |name: &str| js_sys::Reflect::get(&event, &name.into()).ok()?.as_string();
        if let (Some(key), Some(_)) = (of("key"), of("newValue")) {
            call(&key);
        }
    });
}

/// Keeps a value no longer.
pub fn forget(key: &str) {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.remove_item(key);
    }
}

/// The address of the page without its fragment.
pub fn page_address() -> String {
    let whole = window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// Puts another fragment in the place of the present one: nothing leads back to it, and nothing else happens.
pub fn replace_fragment(fragment: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}

/// The fragment of the address without `#`.
pub fn fragment() -> String {
    let hash = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Goes to another fragment; the browser's back button knows the way.
pub fn go(fragment: &str) {
    if let Some(window) = window() {
        // A refusal leaves the page where it is, which is what there is to do.
        let _ = window.location().set_hash(fragment);
    }
}

/// Calls back whenever an event of this name happens on the window.
pub fn on_window(name: &str, call: impl Fn(web_sys::Event) + 'static) {
    listen(window().map(Into::into), name, Box::new(call));
}

fn listen(target: Option<web_sys::EventTarget>, name: &str, call: Box<dyn Fn(web_sys::Event)>) {
    let call = Closure::<dyn Fn(web_sys::Event)>::wrap(call);
    if let Some(target) = target {
        let _ = target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    }
    call.forget();
}

/// Calls back whenever an event of this name happens on the document.
pub fn on_document(name: &str, call: impl Fn(web_sys::Event) + 'static) {
    listen(document().map(Into::into), name, Box::new(call));
}

/// The language that the page says it speaks.
pub fn language() -> Language {
    let said = document().and_then(|document| document.document_element()?.get_attribute("lang"));
    said.and_then(|tag| Language::from_tag(&tag)).unwrap_or_default()
}

/// Tells the page and assistive technology which language is spoken.
pub fn set_language(language: Language) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language.code());
    }
}

/// The title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// Switches between light and dark from whichever is shown, and keeps the choice.
pub fn switch_theme() {
    let Some(root) = root() else { return };
    let dark = match root.dataset().get("theme").as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
            .is_some_and(|query| query.matches()),
    };
    let theme = if dark { "light" } else { "dark" };
    let _ = root.dataset().set("theme", theme);
    keep("theme", theme);
}

/// Says that the page answers.
pub fn set_ready() {
    if let Some(root) = root() {
        let _ = root.dataset().set("ready", "true");
    }
}

/// Says on the page whether what one reads is there.
pub fn set_read(there: bool) {
    if let Some(root) = root() {
        let _ = root.dataset().set("read", if there { "true" } else { "false" });
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Brings an element into view without moving what is already seen, and gives it the focus.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
        scroll_to(id);
    }
}

/// Brings an element into view.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Opens the `<details>` of this id.
pub fn unfold(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.set_attribute("open", "");
    }
}

/// Whether an element stands within another.
pub fn is_within(inner: &str, outer: &str) -> bool {
    let (inner, outer) = (element(inner), element(outer));
    outer.is_some_and(|outer| outer.contains(inner.as_ref().map(|inner| inner.as_ref())))
}

/// Opens a dialog so that the rest of the page waits.
pub fn show_dialog(id: &str) {
    if let Some(dialog) = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Closes a popover.
pub fn close_popover(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.hide_popover();
    }
}

/// The caret of a text area, in UTF-16 units.
pub fn caret(id: &str) -> Option<usize> {
    let area: HtmlTextAreaElement = element(id)?.dyn_into().ok()?;
    area.selection_start().ok().flatten().map(|at| at as usize)
}

/// The selection of a text area, in UTF-16 units.
pub fn selection(id: &str) -> Option<(usize, usize)> {
    let area: HtmlTextAreaElement = element(id)?.dyn_into().ok()?;
    let end = area.selection_end().ok().flatten()?;
    Some((caret(id)?, end as usize))
}

/// The text that is being pasted, when it is a long one: a text area would lay it out whole before the page hears of it.
/// Then the browser is told to leave it to us.
pub fn long_paste(event: &web_sys::Event) -> Option<String> {
    let data = js_sys::Reflect::get(event, &"clipboardData".into()).ok()?;
    let text = data
        .dyn_into::<web_sys::DataTransfer>()
        .ok()?
        .get_data("text/plain")
        .ok()?;
    if text.len() <= WHOLE {
        return None;
    }
    event.prevent_default();
    Some(text)
}

/// Selects a range of a text area, in UTF-16 units, and gives it the focus.
pub fn select(id: &str, start: usize, end: usize) {
    if let Some(area) = element(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) {
        let _ = area.focus();
        let _ = area.set_selection_range(start as u32, end as u32);
    }
}

/// The id of the element that has the focus.
pub fn focused_id() -> Option<String> {
    Some(document()?.active_element()?.id())
}

/// A function that the browser calls once. Boxed first, so that its code is made once and not for each caller.
fn once(call: Box<dyn FnOnce(JsValue)>) -> JsValue {
    Closure::once_into_js(call)
}

/// Calls after the next frame was painted.
pub fn after_paint(call: impl FnOnce() + 'static) {
    let call = once(Box::new(|_| call()));
    if let Some(window) = window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}

/// Calls after some milliseconds.
pub fn later(milliseconds: i32, call: impl FnOnce() + 'static) {
    let call = once(Box::new(|_| call()));
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds);
    }
}

/// Puts a text on the clipboard and says whether that worked.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(window) = window() else { return done(false) };
    let promise = window.navigator().clipboard().write_text(text);
    when(&promise, move |kept| done(kept.is_some()));
}

/// Prints the page.
pub fn print() {
    // Where nothing can be printed, nothing happens.
    let _ = window().map(|window| window.print());
}

/// Offers a text as a file.
pub fn download(name: &str, text: &str) {
    offer(name, "text/plain;charset=utf-8", &JsValue::from_str(text));
}

/// Offers an archive as a file.
pub fn download_zip(name: &str, bytes: &[u8]) {
    offer(name, "application/zip", &js_sys::Uint8Array::from(bytes));
}

fn offer(name: &str, kind: &str, content: &JsValue) {
    let offer = || -> Result<(), JsValue> {
        let parts = js_sys::Array::of1(content);
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
        let url = web_sys::Url::create_object_url_with_blob(&blob)?;
        let document = document().ok_or(JsValue::NULL)?;
        let anchor: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        web_sys::Url::revoke_object_url(&url)
    };
    // Without blobs there is nothing to offer; the text is still on the page to be copied.
    let _ = offer();
}

/// Reads a file that was chosen or dropped, as text.
pub fn read_file(file: &web_sys::File, done: impl FnOnce(Option<String>) + 'static) {
    when(&file.array_buffer(), move |buffer| {
        let bytes = buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
        let text = bytes.as_deref().and_then(|bytes| crate::input::decode(bytes).ok());
        done(text.map(|text| text.into_owned()));
    });
}

/// Whether files are dragged, and not a text.
pub fn drags_files(event: &web_sys::Event) -> bool {
    let types = js_sys::Reflect::get(event, &"dataTransfer".into())
        .and_then(|data| js_sys::Reflect::get(&data, &"types".into()));
    types.is_ok_and(|types| js_sys::Array::from(&types).includes(&"Files".into(), 0))
}

/// Writes the number of painted judgements on the verdict line.
pub fn set_judged(count: u32) {
    if let Some(line) = element("verdict-line") {
        let _ = line.set_attribute("data-judged", &count.to_string());
    }
}

/// Brings a section of the form to the top of its pane.
pub fn scroll_section(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// Gives the focus to an element, or to the first control inside it.
pub fn focus_within(id: &str) {
    let Some(outer) = element(id) else { return };
    let inner = outer
        .query_selector("input:not(.hidden), select, textarea, button")
        .ok()
        .flatten();
    let target: HtmlElement = match inner.and_then(|inner| inner.dyn_into().ok()) {
        Some(inner) => inner,
        None => outer,
    };
    let _ = target.focus();
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    target.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The document. Without one there is no page to show anything on, so the program ends as it would on any fault.
pub fn document_or_stop() -> Document {
    or_stop(document().ok_or(JsValue::NULL))
}

/// What the browser gives, or the end: it refuses only what cannot be asked for in earnest, such as an impossible tag.
pub fn or_stop<T>(given: Result<T, JsValue>) -> T {
    given.unwrap_or_else(|refusal| wasm_bindgen::throw_val(refusal))
}

/// The body of the page.
pub fn body() -> Option<HtmlElement> {
    document()?.body()
}

/// A text in lower case, by the browser: it has the tables, so the download need not.
pub fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// Calls when a promise is kept or broken.
fn when(promise: &js_sys::Promise, done: impl FnOnce(Option<JsValue>) + 'static) {
    let done = std::rc::Rc::new(std::cell::Cell::new(Some(done)));
    let other = done.clone();
    let kept = once(Box::new(move |value| {
        if let Some(done) = done.take() {
            done(Some(value));
        }
    }));
    let broken = once(Box::new(move |_| {
        if let Some(done) = other.take() {
            done(None);
        }
    }));
    let then: Result<js_sys::Function, _> = js_sys::Reflect::get(promise, &"then".into()).and_then(JsCast::dyn_into);
    if let Ok(then) = then {
        let _ = then.call2(promise, &kept, &broken);
    }
}

thread_local! {
    /// The function that promises the file of a language's texts.
    static TEXT_SOURCE: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Keeps the function that promises the file of a language's texts.
pub fn remember_text_source(source: js_sys::Function) {
    TEXT_SOURCE.set(Some(source));
}

/// Loads a file of texts of a language unless it is there, and says whether it is.
pub fn fetch_texts(language: Language, kind: words::Kind, done: impl FnOnce(bool) + 'static) {
    if words::loaded(language, kind) {
        return done(true);
    }
    let code = JsValue::from_str(language.code());
    let name = JsValue::from_str(if kind == words::Kind::First { "texts" } else { "reading" });
    let source = TEXT_SOURCE.with_borrow(Clone::clone);
    let promise = source
        .and_then(|source| source.call2(&JsValue::NULL, &code, &name).ok())
        .unwrap_or_default();
    when(&js_sys::Promise::resolve(&promise), move |file| {
        let file = file.and_then(|file| file.as_string());
        done(file.is_some_and(|file| words::load(language, kind, file)));
    });
}

/// Makes a menu show one of its values.
pub fn choose(id: &str, value: &str) {
    if let Some(menu) = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
        menu.set_value(value);
    }
}

/// Gives the focus to the first of these elements that is there and shown.
pub fn focus_shown(ids: &[&str]) {
    let shown = ids
        .iter()
        .filter_map(|id| element(id))
        .find(|element| element.offset_parent().is_some());
    if let Some(element) = shown {
        let _ = element.focus();
    }
}

/// Whether keys belong to something other than the plan: an open dialog, or a field that is not the plan's.
pub fn is_elsewhere() -> bool {
    let Some(document) = document() else { return false };
    let open = document.query_selector("dialog[open]").ok().flatten().is_some();
    let field = document.active_element().is_some_and(|active| {
        let is_field = active.matches("input, textarea, select").unwrap_or_default();
        is_field && !active.matches("#form *, #plan-text").unwrap_or_default()
    });
    open || field
}

thread_local! {
    /// The ids of what holds the focus, innermost first.
    static HOLDERS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Remembers what holds the focus, so that it can be given back when its holder is made anew.
pub fn watch_focus() {
    on_document("focusin", |event| {
        let mut at: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
        let mut ids = Vec::new();
        while let Some(element) = at {
            if !element.id().is_empty() {
                ids.push(element.id());
            }
            at = element.parent_element();
        }
        HOLDERS.set(ids);
    });
}

/// Gives a lost focus to the nearest holder that is still there. A focus that is not lost stays where it is.
pub fn keep_focus() {
    let lost = document().is_some_and(|document| match (document.active_element(), document.body()) {
        (Some(active), Some(body)) => active.is_same_node(Some(&body)),
        (active, _) => active.is_none(),
    });
    if !lost {
        return;
    }
    let holders = HOLDERS.with_borrow(Clone::clone);
    for element in holders.iter().filter_map(|id| element(id)) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
        let took = document().and_then(|document| document.active_element());
        if took.is_some_and(|took| took.is_same_node(Some(&element))) {
            return;
        }
    }
}
