//! When a call is sent once more, and after how long. Only reads are: whether a change happened must be read first.

use super::{Call, Failure, Outcome};
use crate::model::Millis;

/// A call is sent so often at most, the first time included.
pub const MOST_TRIES: u32 = 5;
/// The first wait; each further one is twice as long.
const FIRST: Millis = 1_000;
/// No wait is longer, unless the service asks for it.
const LONGEST: Millis = 30_000;
/// The service is not waited for longer than this without somebody asking: its own figure is shown instead.
const LONGEST_ASKED: Millis = 5 * 60_000;

/// How long to wait before sending a call again that was sent `tries` times with this outcome; `None` when it is not sent
/// again. `jitter` is a number from 0 to 1 that nobody can foresee: callers that failed together must not come back
/// together.
pub fn again(call: &Call, outcome: &Outcome, tries: u32, jitter: f64) -> Option<Millis> {
    if tries >= MOST_TRIES || !call.method.is_read() {
        return None;
    }
    let asked = match outcome {
        Outcome::Throttled(_, after) | Outcome::ServerError(_, after) => *after,
        Outcome::Failed(Failure::Unreachable | Failure::Cut | Failure::TimedOut(_)) => None,
        Outcome::Unreadable(..) => None,
        _ => return None,
    };
    match asked {
        Some(asked) if asked > LONGEST_ASKED => None,
        Some(asked) => Some(asked + spread(FIRST, jitter)),
        None => Some(back_off(tries, jitter)),
    }
}

/// The wait after so many tries without a word of the service: between half and all of 1, 2, 4 … 30 seconds.
pub fn back_off(tries: u32, jitter: f64) -> Millis {
    let whole = FIRST.saturating_mul(1 << tries.saturating_sub(1).min(10)).min(LONGEST);
    whole / 2 + spread(whole / 2, jitter)
}

/// A part of a span.
fn spread(span: Millis, jitter: f64) -> Millis {
    // Up to 30 seconds: exact as a floating-point number.
    (span as f64 * jitter.clamp(0.0, 1.0)) as Millis
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arm::{Method, Refusal};

    fn throttled(after: Option<Millis>) -> Outcome {
        Outcome::Throttled(Refusal::default(), after)
    }

    #[test]
    fn reads_are_sent_again_and_changes_never() {
        let broken = Outcome::Failed(Failure::Cut);
        let read = Call::get("/");
        assert_eq!(again(&read, &broken, 1, 0.0), Some(500));
        assert_eq!(again(&read, &broken, MOST_TRIES, 0.0), None);
        for method in [Method::Put, Method::Patch, Method::Post, Method::Delete] {
            assert_eq!(again(&Call::new(method, "/"), &throttled(Some(1_000)), 1, 0.0), None);
        }
    }

    #[test]
    fn what_would_be_refused_again_is_not_sent_again() {
        let refusal = Refusal::default();
        for outcome in [
            Outcome::Rejected(refusal.clone()),
            Outcome::Unauthorised(refusal.clone()),
            Outcome::Forbidden(refusal.clone()),
            Outcome::NotFound(refusal),
            Outcome::Failed(Failure::Offline),
            Outcome::Failed(Failure::Cancelled),
            Outcome::Failed(Failure::TooLong),
        ] {
            assert_eq!(again(&Call::get("/"), &outcome, 1, 0.5), None, "{outcome:?}");
        }
    }

    #[test]
    fn the_service_says_how_long_unless_it_is_too_long() {
        assert_eq!(again(&Call::get("/"), &throttled(Some(7_000)), 1, 0.5), Some(7_500));
        assert_eq!(again(&Call::get("/"), &throttled(Some(3_600_000)), 1, 0.5), None);
        assert_eq!(again(&Call::get("/"), &throttled(None), 2, 1.0), Some(2_000));
    }

    #[test]
    fn the_wait_grows_up_to_its_cap_whatever_the_jitter() {
        for tries in 1..100 {
            let (least, most) = (
                back_off(tries, -3.0),
                back_off(tries, f64::NAN).max(back_off(tries, 7.0)),
            );
            assert!(least >= FIRST / 2 && most <= LONGEST && least <= most, "{tries}");
        }
    }
}
