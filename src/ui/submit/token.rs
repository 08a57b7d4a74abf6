//! The token: taken in, shown by its claims, counted down, wiped. Its text is never part of the page once it was read.

use leptos::prelude::*;

use super::fetching::fetching;
use super::holding::Wiped;
use super::session::{Session, real_now};
use super::{says, shown};
use crate::arm::fit::{Unfit, holds_later};
use crate::arm::{Audience, Claims, NoToken};
use crate::model::Cloud;
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::dom::{
    Done, View, count_memo, dynamic, el, flag, instead, nothing, pressed, side_by_side, text, ticked,
};
use crate::ui::parts::{icon, marked, message, notice, toned_icon};
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words, joined};

/// The block of the token; only calls to Azure need one.
pub fn block(session: Session) -> View {
    let space = Workspace::here();
    let azure = count_memo(move || usize::from(session.place.get().is_azure()));
    dynamic(move || match azure.get() {
        0 => nothing(),
        _ => of_azure(space, session),
    })
}

fn of_azure(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let there = count_memo(move || usize::from(session.claims.with(Option::is_some)));
    let wipe = move || {
        session.wipe(Wiped::Asked);
        browser::after_paint(|| browser::focus("token"));
    };
    let button = dynamic(move || match there.get() {
        0 => nothing(),
        _ => el("button")
            .class("button plain")
            .attr("type", "button")
            .attr("id", "token-wipe")
            .on("click", pressed(wipe))
            .child(space.say(&says::WIPE))
            .done(),
    });
    el("section")
        .class("block token")
        .attr("id", "token-block")
        .attr("aria-labelledby", "s-token")
        .child(
            el("header")
                .child(el("h3").attr("id", "s-token").child(space.say(&says::TOKEN)))
                .child(el("span").class("muted").child(space.say(&says::IN_MEMORY)))
                .child(el("span").class("end").child(button)),
        )
        .child(dynamic(move || match there.get() {
            0 => side_by_side([gone(space, session), field(space, session), fetching(space)]),
            _ => untrack(|| session.claims.get()).map_or_else(nothing, |claims| held(space, session, &claims)),
        }))
        .child(
            el("label")
                .class("check")
                .child(
                    el("input")
                        .attr("type", "checkbox")
                        .attr("id", "token-once")
                        .checked(flag(move || session.use_once.get()))
                        .on("change", ticked(move |on| session.use_once.set(on))),
                )
                .child(space.say(&says::USE_ONCE)),
        )
        .child(el("p").class("muted").child(marked(&says::WIPED_WHEN, language)))
        .done()
}

/// Why there is none any more, or why the last one was not kept.
fn gone(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let wiped = dynamic(move || {
        let words: &'static Words = match session.wiped.get() {
            None => return nothing(),
            Some(Wiped::Asked) => &says::WIPED,
            Some(Wiped::Expired) => &says::WIPED_EXPIRED,
            Some(Wiped::Hidden) => &says::WIPED_HIDDEN,
            Some(Wiped::Left) => &says::WIPED_LEFT,
            Some(Wiped::Used) => &says::WIPED_USED,
        };
        el("p").child(marked(words, language)).done()
    });
    let refused = dynamic(move || {
        let Some((claims, unfit)) = session.refused.get() else {
            return nothing();
        };
        side_by_side([
            notice(Severity::Error, refusal(space, &claims, unfit), nothing()),
            pairs(space, &claims, Some(unfit)),
        ])
    });
    el("div")
        .attr("id", "token-said")
        .attr("role", "status")
        .child(wiped)
        .child(refused)
        .done()
}

/// Why a token cannot be used, and what to do.
fn refusal(space: Workspace, claims: &Claims, unfit: Unfit) -> View {
    let language = space.language.get_untracked();
    let audience = Arg::from(claims.audience.clone().unwrap_or_default());
    let words = match unfit {
        Unfit::Expired => match claims.expires {
            Some(at) => Message::new(&says::EXPIRED_AT, [Arg::Text(shown::clock(at))]),
            None => Message::from(&says::EXPIRED),
        },
        Unfit::Audience(Audience::ResourceManager(of)) => {
            Message::new(&says::OTHER_CLOUD, [audience, Arg::Term(cloud_name(of))])
        }
        Unfit::Audience(Audience::BatchService) => Message::new(&says::FOR_BATCH, [audience]),
        Unfit::Audience(other) => match service(other) {
            Some(service) => Message::new(&says::FOR_SERVICE, [audience, Arg::Text(service.to_owned())]),
            None => Message::new(&says::FOR_OTHER, [audience]),
        },
    };
    message(&words, language)
}

fn service(audience: Audience) -> Option<&'static str> {
    match audience {
        Audience::Graph => Some("Microsoft Graph"),
        Audience::Storage => Some("Azure Storage"),
        Audience::KeyVault => Some("Azure Key Vault"),
        _ => None,
    }
}

fn cloud_name(cloud: Cloud) -> &'static Words {
    match cloud {
        Cloud::Public => &says::CLOUD_PUBLIC,
        Cloud::China => &says::CLOUD_CHINA,
        Cloud::UsGovernment => &says::CLOUD_US,
    }
}

/// The field. What is pasted is taken before it is part of the page, what is typed as soon as it is a token.
fn field(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let trouble: RwSignal<Option<NoToken>> = RwSignal::new(None);
    let take = move |text: String| match session.take_token(text) {
        Ok(()) => {
            trouble.set(None);
            let kept = session.claims.with_untracked(Option::is_some);
            browser::after_paint(move || browser::focus(if kept { "token-wipe" } else { "token" }));
        }
        Err(why) => trouble.set(Some(why)),
    };
    let paste: crate::ui::dom::Handler = Box::new(move |event| {
        if let Some(text) = browser::pasted(&event) {
            drop(browser::take_value("token"));
            take(text);
        }
    });
    let typed: crate::ui::dom::Handler = Box::new(move |_| {
        trouble.set(None);
        if browser::value_looks_like_token("token") {
            take(browser::take_value("token"));
        }
    });
    let press = move || take(browser::take_value("token"));
    let said = dynamic(move || {
        let words: &'static Words = match trouble.get() {
            None => return nothing(),
            Some(NoToken::Empty) => &says::NO_TOKEN_EMPTY,
            Some(NoToken::Malformed) => &says::NO_TOKEN_MALFORMED,
            Some(NoToken::NotAWebToken) => &says::NO_TOKEN_OTHER,
            Some(NoToken::Unreadable) => &says::NO_TOKEN_UNREADABLE,
        };
        side_by_side([toned_icon("error"), " ".done(), marked(words, language)])
    });
    side_by_side([
        el("label")
            .attr("for", "token")
            .child(space.say(&says::PASTE_TOKEN))
            .done(),
        // The form sends nothing: a browser expects a password field in one, and Enter presses its button.
        el("form")
            .class("field-set")
            .attr("autocomplete", "off")
            .on("submit", instead(press))
            .child(
                el("span").class("control").child(
                    el("input")
                        .attr("type", "password")
                        .attr("id", "token")
                        .attr("autocomplete", "off")
                        .attr("autocapitalize", "off")
                        .attr("spellcheck", "false")
                        .attr("aria-describedby", "token-trouble")
                        .on("paste", paste)
                        .on("input", typed),
                ),
            )
            .child(
                el("button")
                    .class("button")
                    .attr("type", "submit")
                    .attr("id", "token-use")
                    .child(icon("key"))
                    .child(space.say(&says::USE_TOKEN)),
            )
            .done(),
        el("p")
            .attr("id", "token-trouble")
            .attr("role", "alert")
            .child(said)
            .done(),
    ])
}

/// The token that is there: its time, and what it says of itself.
fn held(space: Workspace, session: Session, claims: &Claims) -> View {
    let language = space.language.get_untracked();
    let time = claims.expires.map(|expires| {
        // A token is issued a few minutes before it holds.
        let whole = claims.not_before.map_or(3_600_000, |from| expires.since(from)).max(1);
        let left = move || expires.since(real_now()).max(0);
        let said = text(move || {
            session.clock.track();
            let words = [Arg::Text(shown::lasted(left())), Arg::Text(shown::clock(expires))];
            Message::new(&says::TIME_LEFT, words).text(language)
        });
        let soon = count_memo(move || {
            session.clock.track();
            usize::from(left() < 5 * 60_000)
        });
        side_by_side([
            el("p").attr("id", "token-left").child(said).done(),
            el("progress")
                .attr("max", "100")
                .attr("aria-label", space.say(&says::TIME_OF_TOKEN))
                .attr(
                    "value",
                    text(move || {
                        session.clock.track();
                        (left().saturating_mul(100) / whole).clamp(0, 100).to_string()
                    }),
                )
                .done(),
            el("div")
                .attr("role", "status")
                .child(dynamic(move || match soon.get() {
                    0 => nothing(),
                    _ => notice(Severity::Warning, marked(&says::SOON_OVER, language), nothing()),
                }))
                .done(),
        ])
    });
    let unknown = claims
        .expires
        .is_none()
        .then(|| el("p").child(marked(&says::NO_EXPIRY, language)));
    side_by_side([time.done(), unknown.done(), pairs(space, claims, None)])
}

/// The claims, each judged where there is something to judge.
fn pairs(space: Workspace, claims: &Claims, unfit: Option<Unfit>) -> View {
    let language = space.language.get_untracked();
    let pair = |name: &'static Words, value: View| {
        side_by_side([el("dt").child(space.say(name)).done(), el("dd").child(value).done()])
    };
    let plain = |name: &'static Words, value: &Option<String>| match value {
        Some(value) => pair(name, el("span").class("mono").child(value.as_str()).done()),
        None => nothing(),
    };
    let doubt = |under: &'static Words| el("span").class("under").child(marked(under, language)).done();
    let warned = |said: View| side_by_side([toned_icon(Severity::Warning.name()), " ".done(), said]);
    let audience = claims.audience.clone().map(|audience| {
        let tone = match unfit {
            Some(Unfit::Audience(_)) => "error",
            _ => "pass",
        };
        let host = audience.trim_start_matches("https://").trim_end_matches('/').to_owned();
        pair(
            &says::AUDIENCE,
            side_by_side([toned_icon(tone), " ".done(), el("span").child(host).done()]),
        )
    });
    let no_audience = claims
        .audience
        .is_none()
        .then(|| pair(&says::AUDIENCE, warned(marked(&says::NO_AUDIENCE, language))));
    let later = holds_later(claims, real_now()).map(|from| {
        let from = el("span").class("mono").child(shown::clock(from)).done();
        pair(&says::VALID_FROM, side_by_side([warned(from), doubt(&says::NOT_YET)]))
    });
    let tenant = claims.tenant.clone().map(|tenant| {
        pair(
            &says::TENANT,
            dynamic(move || {
                let of_plan = space
                    .analysis
                    .with(|analysis| analysis.plan()?.target.tenant.map(str::to_owned));
                let of_plan = of_plan.filter(|of_plan| !crate::model::placeholder(of_plan));
                let (tone, words) = match of_plan {
                    Some(of_plan) if of_plan.eq_ignore_ascii_case(&tenant) => ("pass", &says::AS_IN_PLAN),
                    Some(_) => ("error", &says::NOT_AS_IN_PLAN),
                    None => ("advice", &says::NOT_IN_PLAN),
                };
                side_by_side([
                    toned_icon(tone),
                    " ".done(),
                    el("span").class("mono").child(tenant.as_str()).done(),
                    el("span").class("under").child(marked(words, language)).done(),
                ])
            }),
        )
    });
    let listed = |name: &'static Words, list: &[String]| match list.is_empty() {
        true => nothing(),
        false => pair(name, joined(list, ", ").done()),
    };
    el("dl")
        .class("pairs")
        .attr("id", "token-claims")
        .child(audience)
        .child(no_audience)
        .child(later)
        .child(tenant)
        .child(plain(&says::USER, &claims.user))
        .child(plain(&says::OBJECT_ID, &claims.object_id))
        .child(plain(&says::APPLICATION, &claims.application))
        .child(listed(&says::SCOPES, &claims.scopes))
        .child(listed(&says::ROLES, &claims.roles))
        .done()
}
