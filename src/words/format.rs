//! Numbers, dates and durations as each language writes them.

use super::{Language, Words, words};
use crate::model::{CalendarDate, IsoDuration, Moment};

/// The narrow no-break space that parts thousands.
const THIN: char = '\u{202f}';

const MONTHS: [Words; 12] = [
    words("January", "janvier", "gennaio"),
    words("February", "février", "febbraio"),
    words("March", "mars", "marzo"),
    words("April", "avril", "aprile"),
    words("May", "mai", "maggio"),
    words("June", "juin", "giugno"),
    words("July", "juillet", "luglio"),
    words("August", "août", "agosto"),
    words("September", "septembre", "settembre"),
    words("October", "octobre", "ottobre"),
    words("November", "novembre", "novembre"),
    words("December", "décembre", "dicembre"),
];

/// A whole number with its thousands parted: `2 400`.
pub fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + 4);
    if value < 0 {
        out.push('−');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(THIN);
        }
        out.push(digit);
    }
    out
}

/// A day in words: `31 March 2026`, `1er avril 2026`, `1º aprile 2026`.
pub fn date(day: CalendarDate, language: Language) -> String {
    let month = MONTHS
        .get(usize::from(day.month()).wrapping_sub(1))
        .map_or("", |m| m.in_language(language));
    let number = day_number(day, language);
    format!("{number}\u{a0}{month} {}", day.year())
}

/// The day of the month; the first has a form of its own in French and Italian.
fn day_number(day: CalendarDate, language: Language) -> String {
    match (day.day(), language) {
        (1, Language::French) => "1er".to_owned(),
        (1, Language::Italian) => "1º".to_owned(),
        (day, _) => day.to_string(),
    }
}

const SHORT_MONTHS: [Words; 12] = [
    words("Jan", "janv.", "gen"),
    words("Feb", "févr.", "feb"),
    words("Mar", "mars", "mar"),
    words("Apr", "avr.", "apr"),
    words("May", "mai", "mag"),
    words("Jun", "juin", "giu"),
    words("Jul", "juil.", "lug"),
    words("Aug", "août", "ago"),
    words("Sep", "sept.", "set"),
    words("Oct", "oct.", "ott"),
    words("Nov", "nov.", "nov"),
    words("Dec", "déc.", "dic"),
];

/// A day in few letters, where there is little room: `21 Nov 2026`.
pub fn short_date(day: CalendarDate, language: Language) -> String {
    let month = SHORT_MONTHS
        .get(usize::from(day.month()).wrapping_sub(1))
        .map_or("", |m| m.in_language(language));
    let number = day_number(day, language);
    format!("{number}\u{a0}{month}\u{a0}{}", day.year())
}

/// A point in time in few letters: `21 Nov 2026, 14:29 UTC`. In UTC, so that it reads the same to everybody.
pub fn moment(at: Moment, language: Language) -> String {
    joined(&[short_date(at.date(), language), clock(at)], ", ")
}

/// The time of the day in UTC: `14:29 UTC`.
pub fn clock(at: Moment) -> String {
    let written = at.to_string();
    let time = written.split_once('T').map_or("", |(_, time)| time);
    [time.get(..5).unwrap_or_default(), "\u{a0}UTC"].concat()
}

/// A duration in words: `15 min`, `2 h 30 min`. Units are the same in the three languages but for the day.
pub fn duration(span: IsoDuration, language: Language) -> String {
    let mut seconds = span.seconds();
    let day = if language == Language::French {
        "j"
    } else if language == Language::Italian {
        "g"
    } else {
        "d"
    };
    let mut parts = Vec::new();
    for (size, unit) in [(86_400, day), (3_600, "h"), (60, "min"), (1, "s")] {
        let count = seconds / size;
        // Up to two days read better in hours.
        if count > 0 && !(size == 86_400 && count < 3) {
            parts.push(format!("{count}\u{a0}{unit}"));
            seconds %= size;
        }
    }
    if parts.is_empty() {
        "0\u{a0}s".to_owned()
    } else {
        joined(&parts, "\u{a0}")
    }
}

/// Texts side by side. The standard library's own is made once more for each kind of text, and is ten times as long.
pub fn joined(parts: &[String], between: &str) -> String {
    let mut all = String::new();
    for (index, part) in parts.iter().enumerate() {
        all.push_str(if index > 0 { between } else { "" });
        all.push_str(part);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_a_narrow_space() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(2400), "2\u{202f}400");
        assert_eq!(number(-1_234_567), "−1\u{202f}234\u{202f}567");
    }

    #[test]
    fn the_first_of_the_month_has_its_own_form() {
        let day = CalendarDate::parse("2026-04-01").expect("a date");
        assert_eq!(date(day, Language::English), "1\u{a0}April 2026");
        assert_eq!(date(day, Language::French), "1er\u{a0}avril 2026");
        assert_eq!(date(day, Language::Italian), "1º\u{a0}aprile 2026");
    }

    #[test]
    fn moments_are_told_in_utc() {
        let at = Moment::parse("2026-12-01T09:05:59Z").expect("a moment");
        assert_eq!(moment(at, Language::English), "1\u{a0}Dec\u{a0}2026, 09:05\u{a0}UTC");
        assert_eq!(moment(at, Language::French), "1er\u{a0}déc.\u{a0}2026, 09:05\u{a0}UTC");
        assert_eq!(clock(at), "09:05\u{a0}UTC");
    }

    #[test]
    fn durations_read_as_people_say_them() {
        let say = |text| duration(IsoDuration::parse(text).expect("a duration"), Language::English);
        assert_eq!(say("PT15M"), "15\u{a0}min");
        assert_eq!(say("PT90M"), "1\u{a0}h\u{a0}30\u{a0}min");
        assert_eq!(say("P7D"), "7\u{a0}d");
        assert_eq!(say("PT0S"), "0\u{a0}s");
    }
}
