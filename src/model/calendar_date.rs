//! A day of the calendar, without time or zone.

/// A day of the proleptic Gregorian calendar, years 0001 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate {
    year: u16,
    month: u8,
    day: u8,
}

impl CalendarDate {
    /// A day known when the program is written; months and days out of range are a compile error in a constant.
    pub const fn new(year: u16, month: u8, day: u8) -> CalendarDate {
        assert!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month));
        CalendarDate { year, month, day }
    }

    /// Reads `2026-11-21`; `None` for anything else, including days that do not exist.
    pub fn parse(text: &str) -> Option<CalendarDate> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let digits = parts.next()?;
            (digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit()))
                .then(|| digits.parse::<u16>().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let (month, day) = (month as u8, day as u8);
        let real =
            parts.next().is_none() && year >= 1 && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        real.then_some(CalendarDate { year, month, day })
    }

    /// The day `days` after 1970-01-01, for the edge that asks the clock.
    pub fn from_days_since_1970(days: i64) -> CalendarDate {
        // Howard Hinnant's civil-from-days.
        let z = days.clamp(-700_000, 2_900_000) + 719_468;
        let era = z.div_euclid(146_097);
        let of_era = z.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        CalendarDate {
            year: (year_of_era + era * 400 + i64::from(month <= 2)) as u16,
            month: month as u8,
            day: (of_year - (153 * shifted + 2) / 5 + 1) as u8,
        }
    }

    /// Days since 1970-01-01; earlier days are negative.
    pub fn days_since_1970(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = i64::from(self.month);
        let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// Days from this day until `other`; negative when `other` is past.
    pub fn days_until(self, other: CalendarDate) -> i64 {
        other.days_since_1970() - self.days_since_1970()
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl std::fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_days_that_exist() {
        assert_eq!(CalendarDate::parse("2026-11-21"), Some(CalendarDate::new(2026, 11, 21)));
        for wrong in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-1",
            "2026-11-21x",
            "+026-11-21",
            "",
            "2026-11-00",
            "21-11-2026",
        ] {
            assert_eq!(CalendarDate::parse(wrong), None, "{wrong}");
        }
        assert!(CalendarDate::parse("2024-02-29").is_some());
    }

    #[test]
    fn days_go_there_and_back() {
        for days in (-200_000..200_000).step_by(97) {
            assert_eq!(CalendarDate::from_days_since_1970(days).days_since_1970(), days);
        }
        assert_eq!(CalendarDate::from_days_since_1970(0).to_string(), "1970-01-01");
        assert_eq!(
            CalendarDate::new(2026, 3, 31).days_until(CalendarDate::new(2026, 4, 1)),
            1
        );
    }
}
