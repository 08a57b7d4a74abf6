//! The findings as a report: to read, print, copy or keep.

use leptos::prelude::*;

use super::bundle;
use crate::report::Report;
use crate::ui::browser;
use crate::ui::dom::{Done, Made, View, el, pressed, text};
use crate::ui::parts::icon;
use crate::ui::says;
use crate::ui::workspace::Workspace;
use crate::words::{Message, Words, words};

static PRINT: Words = words("Print", "Imprimer", "Stampa");
static AS_MARKDOWN: Words = words("Copy as Markdown", "Copier en Markdown", "Copia come Markdown");
static COPIED: Words = words("Report copied", "Rapport copié", "Report copiato");
static FILE: Words = words("HTML file", "Fichier HTML", "File HTML");
static NOTE: Words = words(
    "It follows the plan. It holds names and numbers of the plan, and no secrets.",
    "Il reflète le plan actuel. Il contient des noms et des chiffres du plan, mais aucun secret.",
    "Si aggiorna con il piano. Contiene nomi e numeri del piano, ma nessun segreto.",
);

/// The report of the moment, in the language of the page.
fn now(space: Workspace, write: fn(&Report<'_>) -> String) -> String {
    let language = space.language.get_untracked();
    space.analysis.with(|analysis| write(&Report { analysis, language }))
}

/// The view.
pub fn report() -> View {
    let space = Workspace::here();
    let html = text(move || {
        // Reasons and pages come after the first paint.
        space.reading.track();
        now(space, |report| report.html_body())
    });
    let copy = pressed(move || {
        let markdown = untrack(|| now(space, |report| report.markdown()));
        browser::copy(&markdown, move |worked| {
            let said = if worked { &COPIED } else { &says::NOT_COPIED };
            space.said.set(Some(Message::from(said)));
        });
    });
    let keep =
        pressed(move || browser::download("findings.html", &untrack(|| now(space, |report| report.html_page()))));
    el("div")
        .class("body")
        .attr("id", "report")
        .child(
            el("div")
                .class("toolbar")
                .child(el("p").class("muted").child(space.say(&NOTE)))
                .child(
                    el("div")
                        .class("end")
                        .child(button(space, "report-print", "out", &PRINT).on("click", pressed(browser::print)))
                        .child(button(space, "report-copy", "copy", &AS_MARKDOWN).on("click", copy))
                        .child(button(space, "report-file", "download", &FILE).on("click", keep))
                        .child(bundle::button(space)),
                ),
        )
        .child(
            el("article")
                .class("report")
                .attr("aria-label", space.say(&says::REPORT))
                .html(html),
        )
        .done()
}

fn button(space: Workspace, id: &'static str, mark: &'static str, words: &'static Words) -> Made {
    el("button")
        .class("button")
        .attr("type", "button")
        .attr("id", id)
        .child(icon(mark))
        .child(space.say(words))
}
