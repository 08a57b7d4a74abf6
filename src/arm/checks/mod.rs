//! Live checks: what the account, its image, network and other pools are, read before anything is sent. Values without I/O:
//! [`Checks::wanted`] says which reads to send now, [`Checks::heard`] takes what came of them. A read that is refused stops
//! no other one.

mod account;
mod addresses;
mod explained;
mod gallery;
mod known;
mod lines;
mod managed_image;
mod pools;
mod rights;
mod sizes;
mod skipped;
mod subnet;
#[cfg(test)]
mod tests;

use addresses::Addresses;
use gallery::Gallery;
use known::Known;
use lines::Lines;
use pools::Pools;
use rights::Rights;
use skipped::{NO_ACCOUNT, NO_ADDRESSES, NO_ID, NO_REGION, NO_SIZE, NO_SUBNET};
use subnet::Subnet;

use super::outcome::route_of;
use super::{Call, Failure, Outcome, Unreadable};
use crate::model::{Edit, Moment, Node, Plan, Reading, readings};
use crate::words::{Message, Words, words};

/// So many reads are under way at once.
pub const AT_ONCE: usize = 3;

/// A list is not read beyond so many pages.
const MOST_PAGES: u32 = 100;

/// What was read means for the plan, the lightest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It fits.
    Fine,
    /// Worth knowing.
    Note,
    /// The plan will not work as it is.
    Trouble,
}

/// What was read, in words and as values for the plan.
#[derive(Clone, Debug)]
pub struct Told {
    /// What it means for the plan: that of the heaviest line.
    pub verdict: Verdict,
    /// The gist in one line.
    pub summary: Message,
    /// What else is worth knowing, line by line.
    pub more: Vec<(Verdict, Message)>,
    /// What the plan can take over, with the time of reading. [`Told::edits`] writes it.
    pub readings: Vec<Reading>,
    /// When it was read.
    pub at: Moment,
}

/// Where a check stands.
#[derive(Clone, Debug)]
pub enum CheckState {
    /// Its call is not sent yet.
    Waiting,
    /// A call of it is under way.
    Running,
    /// It was read.
    Done(Told),
    /// It could not be read.
    Failed(Outcome),
    /// There is nothing to read, or no way to: the reason.
    Skipped(Message),
}

/// One check.
#[derive(Clone, Debug)]
pub struct Check {
    /// Its permanent name: `account`.
    pub id: &'static str,
    /// What it looks at.
    pub title: &'static Words,
    /// Where it stands.
    pub state: CheckState,
    work: Work,
    call: Option<Call>,
    /// Whether the call is under way.
    sent: bool,
    pages: u32,
}

/// What a check reads, and what it has read so far.
#[derive(Clone, Debug)]
enum Work {
    Account,
    Rights(Rights),
    Sizes,
    ManagedImage,
    Gallery(Gallery),
    Subnet(Subnet),
    Addresses(Addresses),
    Pools(Pools),
    Nothing,
}

/// What comes after an answer.
enum Next {
    Call(Call),
    Done(Told),
    /// The answer is none that can be read.
    Unreadable,
}

/// The checks of a plan.
#[derive(Clone, Debug)]
pub struct Checks {
    known: Known,
    list: Vec<Check>,
}

static AFTER_ACCOUNT: Words = words(
    "Waits for the account.",
    "En attente du compte.",
    "In attesa dell’account.",
);

impl Told {
    /// The edits that take what was read over into this plan, with the notes of when it was read. Made for the plan as it
    /// is now, so that several checks can be taken over one after another.
    pub fn edits(&self, plan: &Plan) -> Vec<Edit> {
        readings::noted(plan.root, &self.readings)
    }
}

impl Check {
    /// The call that is under way or comes next, for who wants to see it before it is sent. `None` when there is none, or
    /// while it needs what another check reads.
    pub fn call(&self) -> Option<&Call> {
        self.call.as_ref()
    }

    /// Whether it is over, whatever came of it.
    pub fn is_over(&self) -> bool {
        !matches!(self.state, CheckState::Waiting | CheckState::Running)
    }

    /// Why it could not be read, in words.
    pub fn trouble(&self) -> Option<Message> {
        match &self.state {
            CheckState::Failed(outcome) => Some(explained::trouble(outcome)),
            _ => None,
        }
    }

    fn stop(&mut self, state: CheckState) {
        self.state = state;
        self.call = None;
        self.sent = false;
    }

    /// Goes on with an answer, or without one.
    fn next(&mut self, answer: Result<&Node, &Outcome>, known: &mut Known, now: Moment) -> Option<Next> {
        let of = |next: Option<Result<Told, Call>>| match next {
            Some(Ok(told)) => Next::Done(told),
            Some(Err(call)) => Next::Call(call),
            None => Next::Unreadable,
        };
        // Of several reads, one that fails leaves what the others told.
        let body = match (answer, &mut self.work) {
            (Ok(body), _) => body,
            (Err(_), Work::Gallery(gallery)) => return gallery.missed(known).map(Next::Done),
            (Err(_), Work::Subnet(subnet)) => return subnet.missed().map(Next::Done),
            (Err(outcome), Work::Addresses(addresses)) => {
                let only = known.addresses.len() == 1 || is_of_the_caller(outcome);
                return (!only).then(|| of(Some(addresses.heard(None, known, now))));
            }
            (Err(_), _) => return None,
        };
        let next_page = body
            .get("nextLink")
            .and_then(Node::as_text)
            .filter(|link| !link.is_empty());
        let next_page = next_page
            .filter(|_| self.pages < MOST_PAGES)
            .map(|link| Call::get(route_of(link)));
        Some(match &mut self.work {
            Work::Account => account::heard(body, known, now).map_or(Next::Unreadable, Next::Done),
            Work::ManagedImage => managed_image::heard(body, known, now).map_or(Next::Unreadable, Next::Done),
            Work::Sizes => match (sizes::heard(body, known, now), next_page) {
                (None, _) => Next::Unreadable,
                (Some(Some(told)), _) => Next::Done(told),
                (Some(None), Some(call)) => Next::Call(call),
                (Some(None), None) => Next::Done(sizes::missing(known, now)),
            },
            Work::Gallery(gallery) => of(gallery.heard(body, known, now)),
            Work::Subnet(subnet) => of(subnet.heard(body, known, now)),
            Work::Addresses(addresses) => of(Some(addresses.heard(Some(body), known, now))),
            Work::Pools(pools) => match (pools.page(body, known), next_page) {
                (None, _) => Next::Unreadable,
                (Some(()), Some(call)) => Next::Call(call),
                (Some(()), None) => Next::Done(std::mem::take(pools).told(known, now)),
            },
            Work::Rights(rights) => match (rights.page(body, known), next_page) {
                (None, _) => Next::Unreadable,
                (Some(()), Some(call)) => Next::Call(call),
                (Some(()), None) => Next::Done(rights.clone().told(known, now)),
            },
            Work::Nothing => Next::Unreadable,
        })
    }
}

/// Whether another read would fail as this one did.
fn is_of_the_caller(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Unauthorised(_) | Outcome::Failed(_))
}

impl Checks {
    /// The checks of a plan, none of them sent.
    pub fn of(plan: &Plan) -> Checks {
        let known = Known::of(plan);
        let (image_title, image) = skipped::image(plan, &known);
        let rights_on_image = match &image {
            Ok(_) => Ok(Work::Rights(Rights::new(true))),
            Err(why) => Err(*why),
        };
        let given = |is_there: bool, work: Work, why: &'static Words| if is_there { Ok(work) } else { Err(why) };
        let list: [(&'static str, &'static Words, Result<Work, &'static Words>); 8] = [
            ("account", &account::TITLE, Ok(Work::Account)),
            ("rights", &rights::ON_ACCOUNT, Ok(Work::Rights(Rights::new(false)))),
            (
                "size",
                &sizes::TITLE,
                given(known.size.is_some(), Work::Sizes, &NO_SIZE),
            ),
            ("image", image_title, image),
            ("image-rights", &rights::ON_IMAGE, rights_on_image),
            (
                "subnet",
                &subnet::TITLE,
                given(known.subnet.is_some(), Work::Subnet(Subnet::default()), &NO_SUBNET),
            ),
            (
                "addresses",
                &addresses::TITLE,
                given(
                    !known.addresses.is_empty(),
                    Work::Addresses(Addresses::default()),
                    &NO_ADDRESSES,
                ),
            ),
            ("pools", &pools::TITLE, Ok(Work::Pools(Pools::default()))),
        ];
        let check = |(id, title, work): (_, _, Result<Work, &'static Words>)| {
            let mut check = Check {
                id,
                title,
                state: CheckState::Waiting,
                work: Work::Nothing,
                call: None,
                sent: false,
                pages: 0,
            };
            match work {
                _ if known.account.is_none() => check.stop(CheckState::Skipped((&NO_ACCOUNT).into())),
                Err(why) => check.stop(CheckState::Skipped(why.into())),
                Ok(work) => {
                    check.work = work;
                    begin(&mut check, &known, false);
                }
            }
            check
        };
        let list = list.into_iter().map(check).collect();
        Checks { known, list }
    }

    /// All of them, in the order they are shown.
    pub fn list(&self) -> &[Check] {
        &self.list
    }

    /// What a check that is not sent yet waits for, if it is not only its turn.
    pub fn waits_for(&self, index: usize) -> Option<&'static Words> {
        let check = self.list.get(index)?;
        let waits = matches!(check.state, CheckState::Waiting) && !self.may_begin(check);
        waits.then_some(&AFTER_ACCOUNT)
    }

    /// What the account says is compared with the others: they come after it, all but the rights.
    fn may_begin(&self, check: &Check) -> bool {
        let account_is_over = self.list.first().is_none_or(Check::is_over);
        account_is_over || matches!(check.work, Work::Account | Work::Rights(_))
    }

    /// The calls to send now, so that at most so many are under way, each with the position of its check; they count as
    /// under way from here on.
    pub fn wanted(&mut self, most_at_once: usize) -> Vec<(usize, Call)> {
        let mut free = most_at_once.saturating_sub(self.list.iter().filter(|check| check.sent).count());
        let mut wanted = Vec::new();
        for index in 0..self.list.len() {
            let begins = self
                .list
                .get(index)
                .is_some_and(|check| !check.is_over() && self.may_begin(check));
            let Some(check) = self
                .list
                .get_mut(index)
                .filter(|check| begins && free > 0 && !check.sent)
            else {
                continue;
            };
            if let Some(call) = &check.call {
                wanted.push((index, call.clone()));
                check.state = CheckState::Running;
                check.sent = true;
                free -= 1;
            }
        }
        wanted
    }

    /// Takes the outcome of the call of the check at this position. One that nobody waits for any more is left alone.
    pub fn heard(&mut self, index: usize, outcome: Outcome, now: Moment) {
        let Some(check) = self.list.get_mut(index).filter(|check| check.sent) else {
            return;
        };
        check.sent = false;
        check.pages = check.pages.saturating_add(1);
        let answer = match &outcome {
            Outcome::Accepted(accepted) => Ok(&accepted.body),
            _ => Err(&outcome),
        };
        let status = match &outcome {
            Outcome::Accepted(accepted) => accepted.status,
            _ => 0,
        };
        match check.next(answer, &mut self.known, now) {
            Some(Next::Call(call)) => check.call = Some(call),
            Some(Next::Done(told)) => check.stop(CheckState::Done(told)),
            Some(Next::Unreadable) => {
                let unreadable = Outcome::Unreadable(Unreadable::Other, status);
                check.stop(CheckState::Failed(unreadable));
            }
            None => check.stop(CheckState::Failed(outcome)),
        }
        if index == 0 && self.list.first().is_some_and(Check::is_over) {
            for check in &mut self.list {
                if matches!(check.state, CheckState::Waiting) {
                    begin(check, &self.known, true);
                }
            }
        }
    }

    /// Stops: what has not begun or is under way counts as cancelled.
    pub fn cancel(&mut self) {
        for check in self.list.iter_mut().filter(|check| !check.is_over()) {
            check.stop(CheckState::Failed(Outcome::Failed(Failure::Cancelled)));
        }
    }

    /// How many are over, of how many; what was skipped does not count.
    pub fn progress(&self) -> (usize, usize) {
        let counts = |check: &&Check| !matches!(check.state, CheckState::Skipped(_));
        let over = self.list.iter().filter(counts).filter(|check| check.is_over()).count();
        (over, self.list.iter().filter(counts).count())
    }

    /// The edits that take over everything that was read.
    pub fn edits(&self, plan: &Plan) -> Vec<Edit> {
        let mut all = Vec::new();
        for check in &self.list {
            if let CheckState::Done(told) = &check.state {
                all.extend(told.readings.iter().cloned());
            }
        }
        readings::noted(plan.root, &all)
    }
}

/// Prepares the first call of a check; one that has none is skipped, unless the account may still tell what it needs.
fn begin(check: &mut Check, known: &Known, account_is_over: bool) {
    check.call = match &check.work {
        Work::Account => known.of_account(""),
        Work::Rights(rights) => rights.call(known),
        Work::Sizes => sizes::call(known),
        Work::ManagedImage => known::of_managed_image(known),
        Work::Gallery(_) => gallery::call(known),
        Work::Subnet(_) => subnet::call(known),
        Work::Addresses(_) => addresses::call(known, 0),
        Work::Pools(_) => known.of_account("/pools"),
        Work::Nothing => None,
    };
    let waits = matches!(check.work, Work::Sizes) && !account_is_over;
    if check.call.is_none() && !waits {
        let why = if matches!(check.work, Work::Sizes) {
            &NO_REGION
        } else {
            &NO_ID
        };
        check.stop(CheckState::Skipped(why.into()));
    }
}
