//! Where calls go: the practice cloud in the page, a practice server that served the page, or Azure.

use leptos::prelude::*;

use super::says;
use super::session::Session;
use super::stage::{self, Stage};
use crate::arm::host;
use crate::model::Cloud;
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, flag, follow, nothing, ticked};
use crate::ui::parts::marked;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words};

/// Where calls go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The practice cloud in the page.
    Practice,
    /// A practice server that served this page.
    Server,
    /// Azure Resource Manager of a cloud.
    Azure(Cloud),
}

impl Place {
    /// The name under which it is kept.
    pub fn name(self) -> &'static str {
        match self {
            Place::Practice => "practice",
            Place::Server => "server",
            Place::Azure(Cloud::Public) => "AzurePublic",
            Place::Azure(Cloud::China) => "AzureChina",
            Place::Azure(Cloud::UsGovernment) => "AzureUSGovernment",
        }
    }

    /// The place of this name, unless it cannot be reached from this page.
    pub fn of_name(name: &str) -> Option<Place> {
        let azure = [Cloud::Public, Cloud::China, Cloud::UsGovernment].map(Place::Azure);
        let ours = [Place::simulated()];
        ours.into_iter().chain(azure).find(|place| place.name() == name)
    }

    /// The practice cloud of this page: its server's, where one served it, else its own.
    pub fn simulated() -> Place {
        match server_speed() {
            Some(_) => Place::Server,
            None => Place::Practice,
        }
    }

    /// Whether calls reach Azure.
    pub fn is_azure(self) -> bool {
        matches!(self, Place::Azure(_))
    }
}

/// How fast time goes in the practice server that served this page; `None` without one.
pub fn server_speed() -> Option<f64> {
    let speed = browser::meta("practice")?;
    Some(speed.trim().parse().ok().filter(|speed| *speed > 0.0).unwrap_or(1.0))
}

/// The cloud of the plan.
pub fn cloud(space: Workspace) -> Cloud {
    let of_plan = |analysis: &std::sync::Arc<crate::analysis::Analysis>| analysis.plan()?.target.cloud;
    space.analysis.with(of_plan).unwrap_or(Cloud::Public)
}

/// The block "Send to".
pub fn block(session: Session) -> View {
    let space = Workspace::here();
    let language = space.language.get_untracked();
    // Azure is the cloud of the plan, unless something is under way in another one.
    follow(move || {
        let cloud = cloud(space);
        let idle = session.submission.with(Option::is_none);
        if idle && session.place.get().is_azure() {
            session.place.maybe_update(|place| {
                let other = *place != Place::Azure(cloud);
                *place = Place::Azure(cloud);
                other
            });
        }
    });
    let busy = flag(move || {
        session
            .submission
            .with(|submission| matches!(stage::of(submission.as_ref()), Stage::Busy | Stage::Watching))
    });
    let choice = |id: &str, azure: bool, title: &'static Words, under: View| {
        let choose = move |on: bool| {
            if on {
                session.go_to(match azure {
                    true => Place::Azure(cloud(space)),
                    false => Place::simulated(),
                });
            }
        };
        el("label")
            .class("item")
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "place")
                    .attr("id", id.to_owned())
                    .attr("disabled", busy)
                    .checked(flag(move || session.place.get().is_azure() == azure))
                    .on("change", ticked(choose)),
            )
            .child(
                el("span")
                    .child(space.say(title))
                    .child(el("span").class("under").child(under)),
            )
            .done()
    };
    let (practice, practice_under) = match Place::simulated() {
        Place::Server => (&says::SERVER, &says::SERVER_UNDER),
        _ => (&says::PRACTICE, &says::PRACTICE_UNDER),
    };
    let azure_under = dynamic(move || {
        let host = host(cloud(space)).trim_start_matches("https://");
        Message::new(&says::AZURE_UNDER, [Arg::Text(host.to_owned())])
            .text(language)
            .done()
    });
    let locked = dynamic(move || match busy.get() {
        true => el("p")
            .class("muted")
            .child(marked(&says::PLACE_LOCKED, language))
            .done(),
        false => nothing(),
    });
    el("section")
        .class("block")
        .attr("id", "send-to")
        .attr("aria-labelledby", "s-target")
        .child(el("header").child(el("h3").attr("id", "s-target").child(space.say(&says::SEND_TO))))
        .child(
            el("fieldset")
                .class("flush")
                .child(el("legend").class("hidden").child(space.say(&says::SEND_TO)))
                .child(choice("to-practice", false, practice, space.say(practice_under).done()))
                .child(choice("to-azure", true, &says::AZURE, azure_under)),
        )
        .child(locked)
        .done()
}
