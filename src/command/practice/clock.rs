//! Simulated time: it follows the clock of this machine, so many times as fast, and can be pushed on.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use crate::model::{Millis, Moment};

/// Simulated time does not go faster.
pub(super) const FASTEST: u32 = 600;

/// What time it is in the practice cloud.
#[derive(Debug)]
pub(super) struct Clock {
    speed: u32,
    since: Instant,
    then: Moment,
}

impl Clock {
    /// A clock that shows a moment now.
    pub fn new(now: Moment, speed: u32) -> Clock {
        Clock {
            speed: speed.min(FASTEST),
            since: Instant::now(),
            then: now,
        }
    }

    /// What it shows.
    pub fn now(&self) -> Moment {
        let real = Millis::try_from(self.since.elapsed().as_millis()).unwrap_or(Millis::MAX);
        self.then.after(real.saturating_mul(Millis::from(self.speed)))
    }

    /// Simulated seconds a second.
    pub fn speed(&self) -> u32 {
        self.speed
    }

    /// Goes at another speed from now on.
    pub fn set_speed(&mut self, speed: u32) {
        *self = Clock::new(self.now(), speed);
    }

    /// Skips so much time.
    pub fn skip(&mut self, by: Millis) {
        self.then = self.then.after(by);
    }
}

/// The moment by the clock of this machine, to the second.
pub(super) fn real_now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    Moment(Millis::try_from(seconds).unwrap_or(0).saturating_mul(1_000))
}

/// `Sun, 22 Nov 2026 14:05:09 GMT`, as HTTP writes dates.
pub(super) fn http_date(moment: Moment) -> String {
    // 1970-01-01 was a Thursday.
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let date = moment.date();
    let name =
        |names: &[&'static str], index: i64| usize::try_from(index).ok().and_then(|index| names.get(index).copied());
    let seconds = moment.0.div_euclid(1_000).rem_euclid(86_400);
    format!(
        "{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
        name(&DAYS, date.days_since_1970().rem_euclid(7)).unwrap_or_default(),
        date.day(),
        name(&MONTHS, i64::from(date.month()) - 1).unwrap_or_default(),
        date.year(),
        seconds / 3_600,
        seconds / 60 % 60,
        seconds % 60,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_http_has_them() {
        let at = |text: &str| http_date(Moment::parse(text).unwrap());
        assert_eq!(at("2026-11-22T14:05:09Z"), "Sun, 22 Nov 2026 14:05:09 GMT");
        assert_eq!(at("1994-11-06T08:49:37Z"), "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(at("1970-01-01T00:00:00Z"), "Thu, 01 Jan 1970 00:00:00 GMT");
    }

    #[test]
    fn a_clock_that_stands_still_moves_only_when_it_is_pushed() {
        let mut clock = Clock::new(Moment(1_000), 0);
        assert_eq!(clock.now(), Moment(1_000));
        clock.skip(5_000);
        assert_eq!(clock.now(), Moment(6_000));
        clock.set_speed(4_000);
        assert_eq!(clock.speed(), FASTEST);
        assert!(clock.now() >= Moment(6_000));
    }
}
