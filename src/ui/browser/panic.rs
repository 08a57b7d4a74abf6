//! If the program itself fails: a calm page that says so and offers the text. Nothing typed is lost.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::language;
use crate::words::Language;

thread_local! {
    /// The last text, so that the page can offer it after the app is gone.
    static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What the page says: title, what now, reload. Not `Words`, for it must be there whatever has failed.
fn texts(language: Language) -> [&'static str; 3] {
    match language {
        Language::English => [
            "The planner stopped. Your text is safe.",
            "This is a fault of the planner, not of your plan. Copy the text below if you like, then reload: the draft is \
             kept.",
            "Reload",
        ],
        Language::French => [
            "L’outil s’est arrêté. Votre texte est intact.",
            "L’outil est en cause, non votre plan. Au besoin, copiez le texte ci-dessous, puis rechargez la page : \
             le brouillon est conservé.",
            "Recharger",
        ],
        Language::Italian => [
            "Lo strumento si è arrestato. Il testo è intatto.",
            "L’errore è dello strumento, non del piano. Se necessario, copiare il testo qui sotto, poi ricaricare la pagina: la \
             bozza è conservata.",
            "Ricarica",
        ],
    }
}

/// Keeps the text that the calm page would offer.
pub fn remember_text(text: &str) {
    TEXT.with_borrow_mut(|kept| text.clone_into(kept));
}

/// Replaces the page by a calm one. Called by the panic hook: it touches nothing of the app.
pub fn show_calm_page() {
    let build = || -> Option<()> {
        let document = web_sys::window()?.document()?;
        let [title, what_now, reload] = texts(language());
        let body = document.body()?;
        let element = |tag: &str, text: &str| {
            let element = document.create_element(tag).ok()?;
            element.set_text_content(Some(text));
            Some(element)
        };
        let main = element("main", "")?;
        main.set_class_name("trouble");
        main.set_id("stopped");
        main.append_child(element("h1", title)?.as_ref()).ok()?;
        main.append_child(element("p", what_now)?.as_ref()).ok()?;
        let reload: web_sys::HtmlAnchorElement = element("a", reload)?.dyn_into().ok()?;
        reload.set_class_name("button");
        reload.set_href(".");
        main.append_child(reload.as_ref()).ok()?;
        let area: HtmlTextAreaElement = element("textarea", "")?.dyn_into().ok()?;
        area.set_value(&TEXT.with_borrow(Clone::clone));
        area.set_read_only(true);
        area.set_rows(24);
        area.set_attribute("aria-label", title).ok()?;
        main.append_child(area.as_ref()).ok()?;
        body.set_class_name("");
        body.set_text_content(None);
        body.append_child(main.as_ref()).ok()?;
        Some(())
    };
    // Where even this cannot be built, the draft is still in storage.
    let _ = build();
}
