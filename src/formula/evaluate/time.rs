//! Time stamps and spans of time in ticks of 100 ns, the smallest constant there is.

use crate::model::{CalendarDate, Moment};

/// Ticks of a millisecond.
pub(super) const MILLISECOND: i64 = 10_000;
const SECOND: i64 = 1_000 * MILLISECOND;
const DAY: i64 = 86_400 * SECOND;

/// The constants behind `TimeInterval_`. That a year has 365 days is assumed.
const INTERVALS: [(&str, i64); 10] = [
    ("Zero", 0),
    ("100ns", 1),
    ("Microsecond", 10),
    ("Millisecond", MILLISECOND),
    ("Second", SECOND),
    ("Minute", 60 * SECOND),
    ("Hour", 3_600 * SECOND),
    ("Day", DAY),
    ("Week", 7 * DAY),
    ("Year", 365 * DAY),
];

/// The constant of a name.
pub(super) fn interval(name: &str) -> Option<i64> {
    let name = name.strip_prefix("TimeInterval_")?;
    INTERVALS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, ticks)| *ticks)
}

/// A moment in ticks.
pub(super) fn ticks(moment: Moment) -> i64 {
    moment.0.saturating_mul(MILLISECOND)
}

/// A member of a time stamp, in UTC. Monday is 1; that Sunday is 0 is assumed.
pub(super) fn part(ticks: i64, name: &str) -> Option<f64> {
    let days = ticks.div_euclid(DAY);
    let date = CalendarDate::from_days_since_1970(days);
    let seconds = ticks.rem_euclid(DAY) / SECOND;
    Some(match name {
        "year" => f64::from(date.year()),
        "month" => f64::from(date.month()),
        "day" => f64::from(date.day()),
        // The first day of 1970 was a Thursday.
        "weekday" => (days + 4).rem_euclid(7) as f64,
        "hour" => (seconds / 3_600) as f64,
        "minute" => (seconds / 60 % 60) as f64,
        "second" => (seconds % 60) as f64,
        _ => return None,
    })
}

/// `2016-10-13T19:18:47.805Z`.
pub(super) fn stamp(ticks: i64) -> String {
    let moment = Moment(ticks.div_euclid(MILLISECOND));
    let text = moment.to_string();
    match moment.0 % 1_000 {
        0 => text.replace('Z', ".000Z"),
        _ => text,
    }
}

/// `1.02:03:04`: days where there are any, hours, minutes and seconds, with ticks where there are any.
pub(super) fn span(ticks: i64) -> String {
    let (sign, ticks) = (if ticks < 0 { "-" } else { "" }, ticks.unsigned_abs());
    let (second, day) = (SECOND.unsigned_abs(), DAY.unsigned_abs());
    let (days, seconds, rest) = (ticks / day, ticks % day / second, ticks % second);
    let days = if days > 0 { format!("{days}.") } else { String::new() };
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let rest = if rest > 0 { format!(".{rest:07}") } else { String::new() };
    format!("{sign}{days}{hours:02}:{minutes:02}:{seconds:02}{rest}")
}

/// Reads what `time` takes: W3C-DTF (`2016`, `2016-10`, `2016-10-13`, `2016-10-13T19:18Z` and finer) or RFC 1123
/// (`Thu, 13 Oct 2016 19:18:47 GMT`); an empty text is the moment it is.
pub(super) fn read(text: &str, now: Moment) -> Option<i64> {
    let text = text.trim();
    let moment = match text.len() {
        0 => Some(now),
        4 => Moment::parse(&format!("{text}-01-01T00:00:00Z")),
        7 => Moment::parse(&format!("{text}-01T00:00:00Z")),
        10 => Moment::parse(&format!("{text}T00:00:00Z")),
        _ => Moment::parse(text)
            .or_else(|| without_seconds(text))
            .or_else(|| rfc_1123(text)),
    };
    moment.map(ticks)
}

fn without_seconds(text: &str) -> Option<Moment> {
    let (clock, zone) = text.split_at_checked(16)?;
    Moment::parse(&format!("{clock}:00{zone}"))
}

fn rfc_1123(text: &str) -> Option<Moment> {
    let text = text.split_once(", ").map_or(text, |(_, rest)| rest);
    let mut words = text.split_ascii_whitespace();
    let mut word = || words.next();
    let (day, month, year, clock, zone) = (word()?, word()?, word()?, word()?, word()?);
    let months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let at = months.find(month).filter(|at| month.len() == 3 && at % 3 == 0)?;
    let zone = match zone {
        "GMT" | "UT" => "Z".to_owned(),
        zone => {
            let (hours, minutes) = zone.split_at_checked(3)?;
            format!("{hours}:{minutes}")
        }
    };
    let moment = Moment::parse(&format!("{year}-{:02}-{day:0>2}T{clock}{zone}", at / 3 + 1))?;
    words.next().is_none().then_some(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_date_are_read() {
        let now = Moment(1_000);
        let read = |text: &str| read(text, now).map(stamp);
        for (text, written) in [
            ("", "1970-01-01T00:00:01.000Z"),
            ("2016", "2016-01-01T00:00:00.000Z"),
            ("2016-10", "2016-10-01T00:00:00.000Z"),
            ("2016-10-13", "2016-10-13T00:00:00.000Z"),
            ("2016-10-13T19:18Z", "2016-10-13T19:18:00.000Z"),
            ("2016-10-13T19:18+01:00", "2016-10-13T18:18:00.000Z"),
            ("2016-10-13T19:18:47.805Z", "2016-10-13T19:18:47.805Z"),
            ("Thu, 13 Oct 2016 19:18:47 GMT", "2016-10-13T19:18:47.000Z"),
            ("3 Oct 2016 19:18:47 +0100", "2016-10-03T18:18:47.000Z"),
        ] {
            assert_eq!(read(text).as_deref(), Some(written), "{text}");
        }
        for wrong in [
            "x",
            "2016-13",
            "Thu, 13 Okt 2016 19:18:47 GMT",
            "13 anF 2016 19:18:47 GMT",
            "éééé",
            "tomorrow",
            "2016-10-13T19:18",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn spans_are_written_by_the_clock() {
        assert_eq!(span(3_600 * SECOND), "01:00:00");
        assert_eq!(span(-(DAY + 2 * SECOND + 1)), "-1.00:00:02.0000001");
        assert_eq!(span(i64::MIN), "-10675199.02:48:05.4775808");
        assert_eq!(stamp(i64::MAX).len(), "9999-00-00T00:00:00.000Z".len());
    }
}
