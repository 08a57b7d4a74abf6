//! The dialog that makes a link of the plan.

use leptos::prelude::*;

use super::{button, framed, says, show, title};
use crate::bundle::base_name;
use crate::input::LARGE_TEXT;
use crate::link::{self, Broken, Contents, LeftOut, What};
use crate::rules::Severity;
use crate::rules::document::is_a_plan;
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, flag, nothing, pressed, side_by_side, text, ticked};
use crate::ui::parts::{icon, message, notice};
use crate::ui::says as page;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, nouns};

const FIELD: &str = "share-link";

/// What the link would hold, or why there is none.
fn contents(space: Workspace, names: bool) -> Result<Contents, Message> {
    let text = space.text();
    if text.len() > LARGE_TEXT {
        return Err(Broken::TooLarge.message());
    }
    // The plan that was judged, in whatever form its text is.
    let contents = space.analysis.with(|analysis| {
        let root = analysis.root.as_ref()?;
        is_a_plan(root, &analysis.notes).then(|| Contents::of_plan(root, names))?
    });
    let contents = contents.ok_or_else(|| Message::from(&says::UNREADABLE))?;
    if contents.fits() {
        Ok(contents)
    } else {
        Err(Broken::TooLarge.message())
    }
}

/// The dialog, open.
pub(super) fn dialog(space: Workspace) -> View {
    let names = RwSignal::new(false);
    let made = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<Message>);
    let copied = RwSignal::new(None::<Message>);
    let language = space.language.get_untracked();
    let copy = move || {
        browser::copy(&made.get_untracked(), move |worked| {
            let said = if worked { &says::LINK_COPIED } else { &page::NOT_COPIED };
            // The dialog may be gone by then.
            let _ = copied.try_set(Some(Message::from(said)));
            if !worked {
                browser::select(FIELD, 0, u32::MAX as usize);
            }
        });
    };
    let none = flag(move || made.with(String::is_empty));
    let said = text(move || {
        let length = made.with(String::len) as i64;
        let length = Message::new(&page::IT, [Arg::Count(length, &nouns::CHARACTERS)]).text(language);
        let copied = copied.with(|said| said.as_ref().map(|said| said.text(language)));
        match (made.with(String::is_empty), copied) {
            (true, _) => String::new(),
            (_, None) => length,
            (_, Some(copied)) => format!("{length} · {copied}"),
        }
    });
    let alert = text(move || trouble.with(|said| said.as_ref().map_or_else(String::new, |said| said.text(language))));
    let long = dynamic(move || match made.with(|link| link::too_long(link)) {
        Some(words) => notice(Severity::Warning, message(&words, language), nothing()),
        None => nothing(),
    });
    let out = dynamic(move || {
        let contents = contents(space, names.get());
        untrack(|| {
            made.set(String::new());
            copied.set(None);
            match contents {
                Err(why) => {
                    trouble.set(Some(why));
                    nothing()
                }
                Ok(contents) => {
                    trouble.set(None);
                    let view = left_out(space, &contents.left_out);
                    pack(contents, names, made, trouble);
                    view
                }
            }
        })
    });
    show("share");
    framed("share", "share-title")
        .on("close", pressed(move || space.shares.set(false)))
        .child(title("share-title", space.say(&says::TITLE)))
        .child(el("p").class("muted").child(space.say(&says::NOTE)))
        .child(
            el("span").class("control").child(
                el("textarea")
                    .class("mono")
                    .attr("id", FIELD)
                    .attr("rows", "4")
                    .attr("readonly", true)
                    .attr("spellcheck", "false")
                    .attr("aria-label", space.say(&says::LINK))
                    .value(text(move || made.get())),
            ),
        )
        .child(el("p").class("muted").attr("role", "status").child(said))
        .child(el("p").attr("role", "alert").child(alert))
        .child(long)
        .child(
            el("label")
                .class("check")
                .child(
                    el("input")
                        .attr("type", "checkbox")
                        .attr("id", "share-names")
                        .attr("aria-describedby", "share-names-note")
                        .on("change", ticked(move |on| names.set(on))),
                )
                .child(space.say(&says::WITH_NAMES)),
        )
        .child(
            el("p")
                .class("muted")
                .attr("id", "share-names-note")
                .child(space.say(&says::WITH_NAMES_NOTE)),
        )
        .child(out)
        .child(
            el("div")
                .class("buttons")
                .child(
                    button(space, "button primary", &says::COPY_LINK, copy)
                        .attr("id", "share-copy")
                        .attr("disabled", none),
                )
                .child(
                    el("button")
                        .class("button")
                        .attr("type", "button")
                        .attr("id", "share-file")
                        .attr("aria-describedby", "share-file-note")
                        .on(
                            "click",
                            pressed(move || browser::download(&file_name(space), &space.text())),
                        )
                        .child(icon("download"))
                        .child(space.say(&says::DOWNLOAD_PLAN)),
                )
                .child(button(space, "button plain", &says::CLOSE, || {
                    browser::close_dialog("share")
                })),
        )
        .child(
            el("p")
                .class("muted")
                .attr("id", "share-file-note")
                .child(space.say(&says::FILE_NOTE)),
        )
        .done()
}

/// Deflates the contents and shows the link, unless others were asked for meanwhile.
fn pack(contents: Contents, names: RwSignal<bool>, made: RwSignal<String>, trouble: RwSignal<Option<Message>>) {
    let wanted = names.get_untracked();
    let json = contents.json.clone();
    browser::deflate(json.as_bytes(), move |deflated| {
        if names.try_get_untracked() != Some(wanted) {
            return;
        }
        match deflated {
            Some(deflated) => made.set(browser::page_address() + &contents.fragment(deflated)),
            None => trouble.set(Some(Message::from(&says::NO_MEANS))),
        }
    });
}

/// What does not travel: each secret by its path, the names behind their number.
fn left_out(space: Workspace, all: &[LeftOut]) -> View {
    let language = space.language.get_untracked();
    let item = |left: &LeftOut| {
        let path = el("code").class("value").child(left.path.clone());
        // Of a secret, the heading says enough.
        let words = match left.what {
            What::Secret => "",
            what => space.say(what.words()),
        };
        el("li").child(path).child(" ").child(words).done()
    };
    let list = |secret: bool| -> Vec<View> {
        let these = all.iter().filter(|left| left.what.is_secret() == secret);
        these.map(item).collect()
    };
    let (secrets, names) = (list(true), list(false));
    let secrets = match secrets.is_empty() {
        true => el("p").class("muted").child(space.say(&says::SECRETS_NONE)),
        false => el("ul").class("dashes").attr("id", "share-secrets").child(secrets),
    };
    let names = match names.len() as i64 {
        0 => nothing(),
        count => {
            let words = Message::new(&says::NAMES_OUT, [Arg::Count(count, &says::PLACES)]);
            el("details")
                .attr("id", "share-left-out")
                .child(el("summary").child(words.text(language)).child(icon("down")))
                .child(el("ul").class("dashes").child(names))
                .done()
        }
    };
    side_by_side([
        el("h3").child(space.say(&says::SECRETS)).done(),
        secrets.done(),
        names,
        el("p").class("muted").child(space.say(&says::COMMENTS)).done(),
    ])
    .done()
}

/// What a file with the plan is called.
fn file_name(space: Workspace) -> String {
    let analysis = space.analysis.get_untracked();
    base_name(analysis.root.as_ref()).to_owned() + ".jsonc"
}
