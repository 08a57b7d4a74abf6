//! A point in time, and spans between two of them.

use super::CalendarDate;

/// A span of time in milliseconds.
pub type Millis = i64;

const DAY: Millis = 86_400_000;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub Millis);

impl Moment {
    /// Reads RFC 3339 text such as `2026-11-21T14:30:22Z`, `…22.125Z` or `…22+01:00`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Moment> {
        let (day, time) = text.split_once(['T', 't'])?;
        let (clock, offset) = match time.strip_suffix(['Z', 'z']) {
            Some(clock) => (clock, 0),
            None => {
                let at = time.rfind(['+', '-'])?;
                let (clock, offset) = time.split_at_checked(at)?;
                let sign = if offset.starts_with('-') { -1 } else { 1 };
                (clock, sign * of_clock(offset.get(1..)?, 2)?)
            }
        };
        let days = CalendarDate::parse(day)?.days_since_1970();
        Some(Moment(days * DAY + of_clock(clock, 3)? - offset))
    }

    /// The day in UTC.
    pub fn date(self) -> CalendarDate {
        CalendarDate::from_days_since_1970(self.0.div_euclid(DAY))
    }

    /// The moment so many milliseconds later; never beyond what can be counted.
    pub fn after(self, millis: Millis) -> Moment {
        Moment(self.0.saturating_add(millis))
    }

    /// The milliseconds since an earlier moment; negative when it is later.
    pub fn since(self, earlier: Moment) -> Millis {
        self.0.saturating_sub(earlier.0)
    }
}

/// `14:30:22.5` as milliseconds; so many parts must be there.
fn of_clock(text: &str, parts: usize) -> Option<Millis> {
    let mut given = text.split(':');
    let mut two = |most: i64| {
        let part = given.next()?;
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i64>().ok().filter(|value| digits && *value <= most)
    };
    let (hours, minutes) = (two(23)?, two(59)?);
    let mut millis = (hours * 60 + minutes) * 60_000;
    if parts > 2 {
        let seconds = given.next()?;
        let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let valid = whole.len() == 2 && digits(whole) && digits(fraction);
        // A leap second counts as the last one of its minute.
        let whole = whole.parse::<i64>().ok().filter(|value| valid && *value <= 60)?.min(59);
        let thousandths = fraction.get(..fraction.len().min(3))?;
        let scale = 10_i64.pow(3 - u32::try_from(thousandths.len()).ok()?);
        millis += whole * 1_000 + thousandths.parse::<i64>().ok()? * scale;
    }
    given.next().is_none().then_some(millis)
}

impl std::fmt::Display for Moment {
    /// `2026-11-21T14:30:22Z`, with thousandths only where there are any.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let of_day = self.0.rem_euclid(DAY);
        let (seconds, thousandths) = (of_day / 1_000, of_day % 1_000);
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
        write!(f, "{}T{hours:02}:{minutes:02}:{:02}", self.date(), seconds % 60)?;
        if thousandths > 0 {
            write!(f, ".{thousandths:03}")?;
        }
        f.write_str("Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_and_written() {
        for (text, written) in [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("2026-11-21T14:30:22Z", "2026-11-21T14:30:22Z"),
            ("2026-11-21T14:30:22.1259999Z", "2026-11-21T14:30:22.125Z"),
            ("2026-11-21T14:30:22.5+01:00", "2026-11-21T13:30:22.500Z"),
            ("2026-11-21T23:30:00-02:30", "2026-11-22T02:00:00Z"),
            ("1969-12-31T23:59:60Z", "1969-12-31T23:59:59Z"),
        ] {
            assert_eq!(
                Moment::parse(text).map(|moment| moment.to_string()).as_deref(),
                Some(written)
            );
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for wrong in [
            "",
            "2026-11-21",
            "2026-11-21T14:30Z",
            "2026-02-30T00:00:00Z",
            "2026-11-21T24:00:00Z",
            "2026-11-21T14:30:2Z",
            "2026-11-21T14:30:22",
            "2026-11-21T14:30:22.Z",
            "2026-11-21T14:30:22+1:00",
            "2026-11-21T14:30:22:00Z",
            "T",
            "é",
        ] {
            assert_eq!(Moment::parse(wrong), None, "{wrong}");
        }
    }
}
