//! Faults: which calls they strike, and the words that ask for them.

mod damage;
mod kinds;
mod refusal;

use crate::arm::{Call, Method};
use crate::model::{Millis, Moment};

pub(super) use damage::{Carried, damaged, is_carried_out, pool_route};
pub(super) use kinds::{Act, KINDS};
pub(super) use refusal::envelope;

/// How faults are written, for the help.
pub(super) const GRAMMAR: &str = "[METHOD][/TYPE]:NAME[=NUMBER][@WHEN]";

/// A fault that somebody asked for.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    /// As it was asked for.
    pub written: String,
    /// What it does.
    pub act: Act,
    /// Its number.
    pub number: u32,
    /// How many calls it struck.
    pub struck: u32,
    method: Option<Method>,
    kind_of_resource: Option<String>,
    when: When,
    since: Moment,
    seen: u32,
}

/// Which of the calls a fault strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    All,
    /// Only this one, counted from 1.
    Nth(u32),
    /// Those after so much simulated time.
    After(Millis),
}

impl Fault {
    /// Reads a fault as [`GRAMMAR`] has it; it counts from `now`. What cannot be read is told in a sentence.
    pub fn parse(written: &str, now: Moment) -> Result<Fault, String> {
        let wrong = |why: &str| format!("`{written}`: {why}; a fault is written {GRAMMAR}, `--fault help` lists them");
        let (whom, what) = written.split_once(':').unwrap_or(("", written));
        let (method, kind_of_resource) = match whom.split_once('/') {
            Some((method, kind)) => (method, Some(kind)),
            None => (whom, None),
        };
        let method = match method {
            "" => None,
            name => Some(Method::parse(&name.to_ascii_uppercase()).ok_or_else(|| wrong("there is no such method"))?),
        };
        if kind_of_resource.is_some_and(str::is_empty) {
            return Err(wrong("the type of the resource is empty"));
        }
        let (what, when) = match what.split_once('@') {
            Some((what, when)) => (
                what,
                When::parse(when).ok_or_else(|| wrong("WHEN is `all`, a number from 1, or `after-SECONDS`"))?,
            ),
            None => (what, When::All),
        };
        let (name, number) = match what.split_once('=') {
            Some((name, number)) => (
                name,
                Some(number.parse::<u32>().map_err(|_| wrong("NUMBER is a whole number"))?),
            ),
            None => (what, None),
        };
        let kind = KINDS.iter().find(|kind| kind.name == name);
        let kind = kind.ok_or_else(|| wrong("there is no such fault"))?;
        if number.is_some() && kind.number.is_none() {
            return Err(wrong("this fault has no number"));
        }
        Ok(Fault {
            written: written.to_owned(),
            act: kind.act,
            number: number.or(kind.number).unwrap_or_default(),
            struck: 0,
            method,
            kind_of_resource: kind_of_resource.map(str::to_owned),
            when,
            since: now,
            seen: 0,
        })
    }

    fn is_meant(&self, call: &Call) -> bool {
        let kind = |kind: &String| call.path().split('/').any(|part| part.eq_ignore_ascii_case(kind));
        self.method.is_none_or(|method| method == call.method) && self.kind_of_resource.as_ref().is_none_or(kind)
    }
}

impl When {
    fn parse(text: &str) -> Option<When> {
        match text {
            "all" => Some(When::All),
            _ => match text.strip_prefix("after-") {
                Some(seconds) => Some(When::After(Millis::from(seconds.parse::<u32>().ok()?) * 1_000)),
                None => text.parse().ok().filter(|nth| *nth > 0).map(When::Nth),
            },
        }
    }
}

/// What strikes a call; nothing, as a rule. Each fault counts the calls that it is meant for, the first that strikes does.
pub(super) fn strike<'a>(faults: &'a mut [Fault], call: &Call, now: Moment) -> Option<&'a Fault> {
    let mut striking = None;
    for (index, fault) in faults.iter_mut().enumerate() {
        if !fault.is_meant(call) {
            continue;
        }
        fault.seen = fault.seen.saturating_add(1);
        let strikes = match fault.when {
            When::All => true,
            When::Nth(nth) => fault.seen == nth,
            When::After(millis) => now.since(fault.since) >= millis,
        };
        if strikes && striking.is_none() {
            fault.struck = fault.struck.saturating_add(1);
            striking = Some(index);
        }
    }
    faults.get(striking?)
}

/// The list of faults, one a line.
pub(super) fn list() -> String {
    let mut text = format!("A fault is written {GRAMMAR}.\n\n");
    text.push_str(
        "  METHOD  get, put, patch, post or delete; without it, every call\n  /TYPE   only calls with this part in their path, \
         such as /pools, /images or /virtualMachineSkus\n  WHEN    all (the default), a number (only this call, counted \
         from 1), or after-SECONDS (of simulated time)\n\nSuch as put:drop-body@1, get/pools:throttled=3@2, \
         expired@after-600.\n\n",
    );
    let width = KINDS.iter().map(|kind| kind.name.len()).max().unwrap_or_default();
    for kind in &KINDS {
        let does = match kind.number {
            Some(number) => kind.does.replace("{0}", &format!("NUMBER ({number})")),
            None => kind.does.to_owned(),
        };
        text.push_str(&format!("{:width$}  {does}\n", kind.name));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pool(method: Method) -> Call {
        Call::new(
            method,
            "/subscriptions/s/resourceGroups/r/providers/Microsoft.Batch/batchAccounts/a/pools/p?api-version=1",
        )
    }

    #[test]
    fn faults_are_read_in_every_form_and_others_are_refused() {
        for good in [
            "refuse",
            "put:refuse",
            "PUT/pools:drop-body@1",
            "/images:forbidden",
            ":html",
            "throttled=3@after-60",
            "get:slow-body=1@all",
        ] {
            assert!(Fault::parse(good, Moment(0)).is_ok(), "{good}");
        }
        for bad in [
            "",
            "nonsense",
            "head:refuse",
            "put/:refuse",
            "refuse=1",
            "throttled=x",
            "throttled=-1",
            "refuse@0",
            "refuse@",
            "refuse@after-",
            "refuse@after-x",
            "a:b:refuse",
        ] {
            let told = Fault::parse(bad, Moment(0)).unwrap_err();
            assert!(told.contains(GRAMMAR), "{told}");
        }
    }

    #[test]
    fn a_fault_strikes_the_calls_it_is_meant_for() {
        let mut faults: Vec<Fault> = ["put:conflict@2", "get/POOLS:throttled", "/images:refuse"]
            .iter()
            .map(|written| Fault::parse(written, Moment(0)).unwrap())
            .collect();
        let mut struck = |call: &Call| strike(&mut faults, call, Moment(0)).map(|fault| fault.written.clone());
        assert_eq!(struck(&pool(Method::Put)), None);
        assert_eq!(struck(&pool(Method::Put)).as_deref(), Some("put:conflict@2"));
        assert_eq!(struck(&pool(Method::Put)), None);
        assert_eq!(struck(&pool(Method::Get)).as_deref(), Some("get/POOLS:throttled"));
        assert_eq!(
            struck(&Call::get("/subscriptions/s/providers/Microsoft.Compute/images")).as_deref(),
            Some("/images:refuse")
        );
    }

    #[test]
    fn a_fault_may_wait_for_simulated_time() {
        let mut faults = [Fault::parse("expired@after-60", Moment(5_000)).unwrap()];
        assert!(strike(&mut faults, &pool(Method::Get), Moment(64_999)).is_none());
        assert!(strike(&mut faults, &pool(Method::Get), Moment(65_000)).is_some());
    }

    #[test]
    fn every_kind_is_listed_once_with_its_own_number() {
        let list = list();
        for kind in &KINDS {
            assert_eq!(KINDS.iter().filter(|other| other.name == kind.name).count(), 1);
            assert!(list.contains(kind.name), "{}", kind.name);
            assert!(kind.number.is_some() || !kind.does.contains("{0}"), "{}", kind.name);
        }
    }
}
