//! How a token is fetched: the commands for the cloud and tenant of the plan.

use leptos::prelude::*;

use super::place::cloud;
use super::says;
use crate::arm::fit::commands;
use crate::emit::Syntax;
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, pressed, side_by_side};
use crate::ui::parts::{code_html, icon, marked};
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words};

/// How a token is fetched for the cloud of the plan.
pub fn fetching(space: Workspace) -> View {
    dynamic(move || {
        let cloud = cloud(space);
        let tenant = space.analysis.with(|analysis| {
            let tenant = analysis.plan()?.target.tenant?.to_owned();
            Some(tenant).filter(|tenant| !crate::model::placeholder(tenant))
        });
        let [cli, powershell] = commands(cloud, tenant.as_deref());
        side_by_side([
            command(space, "azure-cli", "Azure CLI", cli, Syntax::Shell, None),
            command(
                space,
                "azure-powershell",
                "Azure PowerShell",
                powershell,
                Syntax::PowerShell,
                Some(&says::SECURE_STRING),
            ),
        ])
    })
}

fn command(
    space: Workspace,
    id: &'static str,
    title: &'static str,
    code: String,
    syntax: Syntax,
    note: Option<&'static Words>,
) -> View {
    let language = space.language.get_untracked();
    let html = code_html(&code, syntax, &[], space.severity_labels());
    let copy = move || {
        browser::copy(&code, move |worked| {
            space.said.set(Some(match worked {
                true => Message::new(&crate::ui::says::COPIED, [Arg::Text(title.to_owned())]),
                false => Message::from(&crate::ui::says::NOT_COPIED),
            }));
        });
    };
    let label = Message::new(&says::COPY_COMMAND, [Arg::Text(title.to_owned())]).text(language);
    let note = note.map(|note| el("p").class("muted").child(marked(note, language)));
    side_by_side([
        el("div")
            .class("command")
            .child(
                el("header").child(el("span").class("muted").child(title)).child(
                    el("button")
                        .class("button plain")
                        .attr("type", "button")
                        .attr("id", ["copy-", id].concat())
                        .attr("aria-label", label)
                        .on("click", pressed(copy))
                        .child(icon("copy"))
                        .child(space.say(&crate::ui::says::COPY)),
                ),
            )
            .child(
                el("div")
                    .class("code bare")
                    .attr("role", "region")
                    .attr("tabindex", "0")
                    .attr("aria-label", title)
                    .html_once(&html),
            )
            .done(),
        note.done(),
    ])
}
