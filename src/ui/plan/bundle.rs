//! The bundle on the page: everything about the plan in one archive, deflated by the browser.

use leptos::prelude::*;

use crate::bundle::{Bundle, Entry, archive, base_name};
use crate::ui::browser;
use crate::ui::dom::{Made, el, flag, pressed, text};
use crate::ui::parts::icon;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words, words};

static BUNDLE: Words = words("Bundle (.zip)", "Archive (.zip)", "Archivio (.zip)");
static MAKING: Words = words(
    "Making the bundle…",
    "Création de l’archive…",
    "Creazione dell’archivio…",
);
static READY: Words = words("Bundle ready: {0}", "Archive prête : {0}", "Archivio pronto: {0}");
static NO_PLAN: Words = words(
    "There is no plan to bundle: the text cannot be read, or was not checked yet",
    "Il n’y a pas de plan à archiver : le texte n’est pas lisible, ou n’a pas encore été vérifié",
    "Non c’è alcun piano da archiviare: il testo non è leggibile o non è ancora stato verificato",
);

/// What takes the files once they are deflated; `None` where the browser has no means for one.
type Taker = Box<dyn FnOnce(Vec<Entry>, Vec<Option<Vec<u8>>>)>;

/// The button that makes it. It keeps the focus while it is busy.
pub(super) fn button(space: Workspace) -> Made {
    let busy = RwSignal::new(false);
    let label = text(move || space.say(if busy.get() { &MAKING } else { &BUNDLE }).to_owned());
    let make = pressed(move || {
        if !busy.get_untracked() {
            busy.set(true);
            // What is said while it is busy is painted first.
            browser::after_paint(move || browser::later(0, move || make(space, busy)));
        }
    });
    el("button")
        .class("button")
        .attr("type", "button")
        .attr("id", "report-bundle")
        // What is said in the archive comes after the first paint.
        .attr("disabled", flag(move || !space.reading.get()))
        .on("click", make)
        .child(icon("download"))
        .child(el("span").child(label))
}

fn make(space: Workspace, busy: RwSignal<bool>) {
    let say = move |message: Message| {
        // The view may be gone by then.
        let _ = busy.try_set(false);
        space.said.set(Some(message));
    };
    let analysis = space.analysis.get_untracked();
    let language = space.language.get_untracked();
    let bundle = match space.waits.get_untracked() {
        true => None,
        false => Bundle::of(&untrack(|| space.text()), &analysis, language, false),
    };
    let Some(bundle) = bundle else {
        return say(Message::from(&NO_PLAN));
    };
    let name = base_name(analysis.root.as_ref()).to_owned() + ".zip";
    let json = bundle.link.json.clone();
    browser::deflate(json.as_bytes(), move |deflated| {
        let fits = deflated.filter(|_| bundle.link.fits());
        let link = fits.map(|deflated| browser::page_address() + &bundle.link.fragment(deflated));
        let date = bundle.date;
        let done: Taker = Box::new(move |files, deflated| {
            // Nothing a page can hold is more than an archive can count.
            let bytes = archive(&files, &deflated, date).unwrap_or_default();
            browser::download_zip(&name, &bytes);
            say(Message::new(&READY, [Arg::Text(name)]));
        });
        press(bundle.files(link.as_deref()), Vec::new(), done);
    });
}

/// Deflates one file after the other.
fn press(files: Vec<Entry>, mut deflated: Vec<Option<Vec<u8>>>, done: Taker) {
    let Some(text) = files.get(deflated.len()).map(|file| file.text.clone()) else {
        return done(files, deflated);
    };
    browser::deflate(text.as_bytes(), move |bytes| {
        deflated.push(bytes);
        press(files, deflated, done);
    });
}
