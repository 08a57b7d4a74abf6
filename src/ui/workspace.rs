//! What the page knows: the text, where the reader is, and what is computed from both. One `Copy` struct, provided once.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::browser;
use super::dom::follow;
use super::judgement;
use super::parts::severity_name;
use super::route::{PlanView, Route, Verdict};
use super::rules::Search;
use super::submission;
use crate::analysis::{Analysis, Located};
use crate::arm::PutPool;
use crate::form;
use crate::input::{self, Dialect, LARGE_TEXT, PART, WHOLE};
use crate::model::{CalendarDate, Edit, Plan};
use crate::rules::Severity;
use crate::ui::computed::Computed;
use crate::words::{Kind, Language, Message, Words, words};

/// How many earlier texts can be gone back to.
const MOST_STEPS: usize = 200;
/// Typing within this many milliseconds is one step.
const ONE_STEP: f64 = 900.0;
/// Texts of more bytes than this are checked in pieces, so that the page answers in between.
pub const IN_PIECES: usize = 256 * 1024;

/// The signals of the page.
#[derive(Clone, Copy)]
pub struct Workspace {
    history: RwSignal<History>,
    /// What is said of the text. The last good look stays while a very large text waits to be checked.
    pub analysis: Computed<Arc<Analysis>>,
    /// The section and field of the form under which each finding stands, in the order of the findings.
    pub owners: Computed<Vec<Option<(usize, usize)>>>,
    /// Whether the text is so large that it was not checked yet: it is checked on demand only, or just being checked.
    pub waits: Computed<bool>,
    /// Whether a large text is just being checked, in pieces.
    pub busy: RwSignal<bool>,
    /// Whether what judges is there.
    pub judged: RwSignal<bool>,
    demanded: RwSignal<bool>,
    /// The request of the plan.
    pub request: Computed<Option<Arc<PutPool>>>,
    /// The same before the last change, to mark what changed.
    pub request_before: Computed<Option<Arc<PutPool>>>,
    /// The reader's language.
    pub language: RwSignal<Language>,
    /// Whether the reasons, sources and examples of that language are there.
    pub reading: RwSignal<bool>,
    /// Whether what sends pools is there.
    pub sends: RwSignal<bool>,
    /// Whether something that is loaded after the first paint could not be loaded.
    pub failed: RwSignal<bool>,
    /// The day on which dated rules are judged.
    pub as_of: RwSignal<CalendarDate>,
    /// Where the reader is.
    pub route: RwSignal<Route>,
    /// What was just done.
    pub said: RwSignal<Option<Message>>,
    /// The byte at which the caret of the editor stands.
    pub caret: RwSignal<usize>,
    /// When the draft was last kept.
    pub kept_at: RwSignal<Option<String>>,
    /// Whether the plan is being shared.
    pub shares: RwSignal<bool>,
    /// Which pane of the Plan room a narrow screen shows.
    pub shows_verdict: RwSignal<bool>,
    /// What is to be explained. Kept nowhere: it may hold names and ids of somebody's account.
    pub error_text: RwSignal<String>,
    /// What waits in the dialog to be taken as a plan.
    pub import_text: RwSignal<String>,
    /// Whether a file could not be read into it.
    pub import_failed: RwSignal<bool>,
    /// Which of its pools is chosen, when it holds any in a form that is read as a file of pools.
    pub import_choice: RwSignal<Option<usize>>,
    /// The two plans that are compared. Kept nowhere else.
    pub sides: [Side; 2],
    /// What the catalogue of rules is narrowed to. It outlives the room.
    pub search: RwSignal<Search>,
}

/// One of the two plans that are compared.
#[derive(Clone, Copy)]
pub struct Side {
    /// Where it is from; empty while nothing was chosen.
    pub from: RwSignal<String>,
    /// Its text, unless it follows the plan of the page.
    pub text: RwSignal<String>,
}

/// Where a side is from that follows the plan of the page.
pub const CURRENT: &str = "current";

/// The text, the texts before it and those that were undone.
#[derive(Clone, Debug, Default)]
struct History {
    text: Arc<str>,
    before: Vec<Arc<str>>,
    after: Vec<Arc<str>>,
    typed_at: f64,
    typed_into: String,
    /// The part of the text that the editor shows.
    shown: Range<usize>,
}

impl History {
    fn change(&mut self, text: Arc<str>, typing: Option<&str>) {
        if text == self.text {
            return;
        }
        let now = browser::now();
        let goes_on = typing.is_some_and(|place| place == self.typed_into)
            && now - self.typed_at < ONE_STEP
            && !self.before.is_empty();
        let old = std::mem::replace(&mut self.text, text);
        self.show(self.shown.start);
        if !goes_on {
            self.before.push(old);
            if self.before.len() > MOST_STEPS {
                self.before.remove(0);
            }
        }
        self.after.clear();
        self.typed_at = if typing.is_some() { now } else { 0.0 };
        typing.unwrap_or_default().clone_into(&mut self.typed_into);
    }

    fn step(&mut self, back: bool) -> bool {
        let (from, to) = if back {
            (&mut self.before, &mut self.after)
        } else {
            (&mut self.after, &mut self.before)
        };
        let Some(text) = from.pop() else { return false };
        to.push(std::mem::replace(&mut self.text, text));
        self.show(self.shown.start);
        self.typed_at = 0.0;
        true
    }

    /// Makes the editor show the part of the text around a byte. A part that shows it already stays, though it may have
    /// grown by what was typed: another one would take the caret away.
    fn show(&mut self, byte: usize) {
        let there = self.shown.contains(&byte) && self.shown.len() <= 2 * PART;
        if self.text.len() <= WHOLE || !there || self.text.get(self.shown.clone()).is_none() {
            self.shown = input::window(&self.text, byte);
        }
    }
}

static UNDONE: Words = words("Undone", "Annulé", "Annullato");
static REDONE: Words = words("Redone", "Rétabli", "Ripetuto");
static NOT_WRITTEN: Words = words(
    "The text cannot be read, so the form cannot change it: correct it in the text first.",
    "Le texte est illisible et le formulaire ne peut donc pas le modifier : corrigez-le d’abord dans le texte.",
    "Il testo non è leggibile, quindi il modulo non può modificarlo: correggerlo prima nel testo.",
);

impl Workspace {
    /// Makes the signals, from the draft that was kept if there is one.
    pub fn new(first: &str) -> Workspace {
        let draft = browser::kept("draft").unwrap_or_else(|| first.to_owned());
        let mut history = History {
            text: draft.into(),
            ..History::default()
        };
        history.show(0);
        let history = RwSignal::new(history);
        let text = Computed::new(move || history.with(|history| history.text.clone()));
        let before = Computed::new(move || history.with(|history| history.before.last().cloned()));
        let as_of = RwSignal::new(browser::today());
        let demanded = RwSignal::new(false);
        let busy = RwSignal::new(false);
        let judged = RwSignal::new(false);
        let on_demand = Computed::new(move || text.with(|text| text.len() > LARGE_TEXT) && !demanded.get());
        let waits = Computed::new(move || on_demand.get() || busy.get() || !judged.get());
        let in_pieces = checked_in_pieces(text, as_of, on_demand, busy);
        let analysis = Computed::each_time(move |last: Option<&Arc<Analysis>>| {
            let text = text.get();
            if text.len() <= IN_PIECES {
                judged.track();
                return Arc::new(judgement::analyse(&text, as_of.get()));
            }
            // The last good look stays while the next one is on its way.
            let made = in_pieces.get().or_else(|| last.cloned());
            made.unwrap_or_else(|| Arc::new(judgement::analyse("", as_of.get())))
        });
        let owners = Computed::each_time(move |_| {
            analysis.with(|analysis| {
                let Some(plan) = analysis.plan() else {
                    return vec![None; analysis.findings.len()];
                };
                analysis
                    .findings
                    .iter()
                    .map(|located| form::owner(located.finding.place.path(), &plan))
                    .collect()
            })
        });
        let request = Computed::each_time(move |_| {
            analysis.with(|analysis| analysis.plan().and_then(|plan| PutPool::of(&plan)).map(Arc::new))
        });
        let request_before = Computed::each_time(move |_| {
            let text = before.get().filter(|text| text.len() <= LARGE_TEXT)?;
            let root = input::read(&text).root.ok()?;
            PutPool::of(&Plan::read(&root)).map(Arc::new)
        });
        Workspace {
            history,
            analysis,
            owners,
            waits,
            busy,
            judged,
            demanded,
            request,
            request_before,
            language: RwSignal::new(browser::language()),
            reading: RwSignal::new(false),
            sends: RwSignal::new(false),
            failed: RwSignal::new(false),
            as_of,
            route: RwSignal::new(Route::parse(&browser::fragment())),
            said: RwSignal::new(None),
            caret: RwSignal::new(0),
            kept_at: RwSignal::new(None),
            shares: RwSignal::new(false),
            error_text: RwSignal::new(String::new()),
            import_text: RwSignal::new(String::new()),
            import_failed: RwSignal::new(false),
            import_choice: RwSignal::new(None),
            sides: [CURRENT, ""].map(|from| Side {
                from: RwSignal::new(from.to_owned()),
                text: RwSignal::new(String::new()),
            }),
            search: RwSignal::default(),
            shows_verdict: RwSignal::new(asks_for_verdict(&Route::parse(&browser::fragment()))),
        }
    }

    /// The workspace of this page.
    pub fn here() -> Workspace {
        expect_context()
    }

    /// The text.
    pub fn text(&self) -> Arc<str> {
        self.history.with(|history| history.text.clone())
    }

    /// The text before the last change.
    pub fn text_before(&self) -> Option<Arc<str>> {
        self.history.with(|history| history.before.last().cloned())
    }

    /// The texts before this one, the oldest first.
    pub fn earlier(&self) -> Vec<Arc<str>> {
        self.history.with(|history| history.before.clone())
    }

    /// Whether there is a text to go back to, and one to go forward to.
    pub fn steps(&self) -> (bool, bool) {
        self.history
            .with(|history| (!history.before.is_empty(), !history.after.is_empty()))
    }

    /// The part of the text that the editor shows.
    pub fn shown(&self) -> Range<usize> {
        self.history.with(|history| history.shown.clone())
    }

    /// Makes the editor show the part of the text around a byte.
    pub fn show(&self, byte: usize) {
        self.history.update(|history| history.show(byte));
    }

    /// Makes the editor show another part of the text.
    pub fn turn(&self, to: fn(&str, &Range<usize>) -> Range<usize>) {
        self.history
            .update(|history| history.shown = to(&history.text, &history.shown));
    }

    /// Takes what somebody types into the editor, in place of the part it shows.
    pub fn typed(&self, part: &str) {
        let (text, shown) = (self.text(), self.shown());
        let (head, tail) = (text.get(..shown.start), text.get(shown.end..));
        let whole = [head.unwrap_or_default(), part, tail.unwrap_or_default()].concat();
        self.demanded.set(false);
        self.said.set(None);
        self.history.update(|history| {
            history.shown = shown.start..shown.start + part.len();
            history.change(whole.into(), Some(""));
        });
    }

    /// Replaces the whole text, as one step, and says what was done.
    pub fn replace(&self, text: &str, said: impl Into<Message>) {
        self.demanded.set(false);
        self.history.update(|history| {
            history.shown = 0..0;
            history.change(text.into(), None);
        });
        self.said.set(Some(said.into()));
    }

    /// Writes edits into the text, as one step. Anything that is no plan document yet becomes one on the way.
    pub fn edit(&self, edits: &[Edit], said: Option<Message>, typing: bool) {
        let text = self.text();
        let planned = match self.analysis.with(|analysis| analysis.dialect) {
            Dialect::Plan => Some(text.to_string()),
            _ => judgement::plan_text(&text),
        };
        let place = edits.first().filter(|_| typing).map(Edit::path);
        match planned.and_then(|text| input::apply(&text, edits).ok()) {
            Some(text) => {
                self.history.update(|history| history.change(text.into(), place));
                self.said.set(said);
            }
            None => self.said.set(Some(Message::from(&NOT_WRITTEN))),
        }
    }

    /// One step back.
    pub fn undo(&self) {
        if self.history.try_update(|history| history.step(true)).unwrap_or(false) {
            self.said.set(Some(Message::from(&UNDONE)));
        }
    }

    /// One step forward.
    pub fn redo(&self) {
        if self.history.try_update(|history| history.step(false)).unwrap_or(false) {
            self.said.set(Some(Message::from(&REDONE)));
        }
    }

    /// Checks a very large text, because somebody asked.
    pub fn check_now(&self) {
        self.demanded.set(true);
    }

    /// Loads what comes after the first paint, as far as it is missing: what judges plans, and the reasons, sources and
    /// examples of the reader's language.
    pub fn load_rest(self) {
        self.failed.set(false);
        let language = self.language.get_untracked();
        judgement::load(move |there| match there {
            true => self.judged.set(true),
            false => self.failed.set(true),
        });
        browser::fetch_texts(language, Kind::Later, move |there| {
            // Another language may have been chosen meanwhile.
            if self.language.get_untracked() == language {
                let tells = if there { self.reading } else { self.failed };
                tells.set(true);
            }
        });
    }

    /// Loads what sends pools, once somebody looks at it.
    pub fn load_submission(self) {
        self.failed.set(false);
        submission::load(move |there| match there {
            true => self.sends.set(true),
            false => self.failed.set(true),
        });
    }

    /// A text in the reader's language. The page is made anew when the language changes, so nothing need follow it.
    pub fn say(&self, words: &'static Words) -> &'static str {
        words.in_language(self.language.get_untracked())
    }

    /// What the severities are called, in their order.
    pub fn severity_labels(&self) -> [&'static str; 3] {
        Severity::ALL.map(|severity| self.say(severity_name(severity)))
    }

    /// Goes somewhere.
    pub fn go(&self, route: &Route) {
        browser::go(&route.fragment());
    }

    /// The view of the plan that is shown at the left.
    pub fn plan_view(&self) -> PlanView {
        self.route.with(|route| {
            if let Route::Plan(view, _) = route {
                *view
            } else {
                PlanView::Form
            }
        })
    }

    /// What is shown at the right.
    pub fn verdict(&self) -> Verdict {
        self.route.with(|route| match route {
            Route::Plan(_, verdict) => verdict.clone(),
            _ => Verdict::Findings(None),
        })
    }

    /// The key of the current finding.
    pub fn current_key(&self) -> Option<String> {
        self.route.with(|route| match route {
            Route::Plan(_, Verdict::Findings(key)) => key.clone(),
            _ => None,
        })
    }

    /// Makes the finding `steps` further on the current one, around the end.
    pub fn step_finding(&self, steps: isize) {
        let keys: Vec<String> = self.analysis.with(|analysis| keys(analysis.open()));
        if keys.is_empty() {
            return;
        }
        let at = self
            .current_key()
            .and_then(|key| keys.iter().position(|other| *other == key));
        let next = match at {
            Some(at) => (at as isize + steps).rem_euclid(keys.len() as isize) as usize,
            None if steps < 0 => keys.len() - 1,
            None => 0,
        };
        if let Some(key) = keys.get(next) {
            self.go(&Route::Plan(self.plan_view(), Verdict::Findings(Some(key.clone()))));
        }
    }
}

/// What is said of a large text: read first, judged next, with a breath for the page before each. `None` until the first
/// one was judged.
fn checked_in_pieces(
    text: Computed<Arc<str>>,
    as_of: RwSignal<CalendarDate>,
    on_demand: Computed<bool>,
    busy: RwSignal<bool>,
) -> RwSignal<Option<Arc<Analysis>>> {
    let made = RwSignal::new(None);
    // Tells whether another text came meanwhile.
    let round = StoredValue::new(0u32);
    follow(move || {
        let (text, day, waits) = (text.get(), as_of.get(), on_demand.get());
        round.update_value(|round| *round = round.wrapping_add(1));
        let now = round.get_value();
        let goes_on = text.len() > IN_PIECES && !waits;
        busy.set(goes_on);
        if !goes_on {
            return;
        }
        browser::later(0, move || {
            if round.get_value() != now {
                return;
            }
            let reading = input::read(&text);
            browser::later(0, move || {
                if round.get_value() != now {
                    return;
                }
                let judged = Arc::new(judgement::judge(&text, reading, day));
                browser::later(0, move || {
                    if round.get_value() == now {
                        made.set(Some(judged));
                        busy.set(false);
                    }
                });
            });
        });
    });
    made
}

/// Whether an address points into the right pane.
pub fn asks_for_verdict(route: &Route) -> bool {
    matches!(
        route,
        Route::Plan(
            _,
            Verdict::Request(_)
                | Verdict::Code(_)
                | Verdict::Names(_)
                | Verdict::Report
                | Verdict::Submit
                | Verdict::Findings(Some(_))
        )
    )
}

/// A key for each finding that stays while its place and rule do: `AB0117`, and `AB0117-2` for a second of the rule.
pub fn keys(findings: &[Located]) -> Vec<String> {
    // How often each rule was met: there are as many entries as rules that speak.
    let mut met: Vec<(&str, usize)> = Vec::new();
    let mut keys: Vec<String> = Vec::with_capacity(findings.len());
    for located in findings {
        let id = located.finding.rule.id;
        keys.push(match met.iter_mut().find(|(other, _)| *other == id) {
            Some((_, count)) => {
                *count += 1;
                format!("{id}-{count}")
            }
            None => {
                met.push((id, 1));
                id.to_owned()
            }
        });
    }
    keys
}
