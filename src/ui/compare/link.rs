//! Links that hold both plans: made and opened here.

use leptos::prelude::*;

use super::says;
use crate::analysis::Analysis;
use crate::link::{self, Broken, Contents, Opened};
use crate::ui::browser;
use crate::ui::share::opened;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message};

/// At most so many secrets are named; the rest is counted with the names.
const NAMED: usize = 8;

/// Copies a link of two plans, without secrets and names of the account, and says what it does not hold.
pub fn offer(space: Workspace, plans: [&Analysis; 2], titles: [String; 2]) {
    let tell = move |said: Message| {
        let _ = space.said.try_set(Some(said));
    };
    let [Some(a), Some(b)] = plans.map(|plan| plan.root.as_ref()) else {
        return;
    };
    let titles = titles.each_ref().map(|title| Some(title.as_str()));
    let Some(contents) = Contents::of_comparison([a, b], titles, false) else {
        return tell(Message::from(&says::NOT_LINKED));
    };
    if !contents.fits() {
        return tell(Broken::TooLarge.message());
    }
    let json = contents.json.clone();
    browser::deflate(json.as_bytes(), move |deflated| {
        let Some(deflated) = deflated else {
            return tell(Message::from(&says::NOT_LINKED));
        };
        let link = browser::page_address() + &contents.fragment(deflated);
        let long = link::too_long(&link);
        let secrets: Vec<&str> = contents
            .left_out
            .iter()
            .filter(|left| left.what.is_secret())
            .map(|left| left.path.as_str())
            .collect();
        let said = match (long, secrets.len()) {
            (Some(long), _) => long,
            (None, 0) => Message::from(&says::LINKED),
            (None, count) => {
                let mut named = secrets.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
                named.push_str(if count > NAMED { ", …" } else { "" });
                Message::new(&says::LINKED_WITHOUT, [Arg::from(named)])
            }
        };
        browser::copy(&link, move |worked| match worked {
            true => tell(said),
            false => tell(Message::from(&crate::ui::says::NOT_COPIED)),
        });
    });
}

/// Takes both plans out of what stood behind `#/compare/`, or says what is wrong with it.
pub fn open(packed: &str, done: impl FnOnce(Result<[String; 2], Message>) + 'static) {
    opened(&format!("#/compare/{packed}"), move |opened| {
        let plans = opened.and_then(|opened| match opened {
            Opened::Comparison { plans, .. } => Ok(plans),
            Opened::Plan(_) => Err(Broken::NotAPlan),
        });
        done(plans.map_err(|broken| broken.message()));
    });
}
