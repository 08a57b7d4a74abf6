//! An ISO 8601 duration of fixed length.

/// A span of weeks, days, hours, minutes and seconds. Months and years are refused: their length depends on the
/// calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IsoDuration {
    millis: u64,
}

/// Why a text is no duration of fixed length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DurationError {
    /// Not of the form `PnDTnHnMnS`.
    #[error("not an ISO 8601 duration")]
    NotADuration,
    /// Has months or years.
    #[error("months and years have no fixed length")]
    CalendarUnits,
    /// Too long to count in milliseconds.
    #[error("too long")]
    TooLong,
}

impl IsoDuration {
    /// A span of whole minutes.
    pub const fn minutes(minutes: u64) -> IsoDuration {
        IsoDuration {
            millis: minutes.saturating_mul(60_000),
        }
    }

    /// Reads `PT15M`, `P1DT2H`, `PT0.5S`, `P2W`.
    pub fn parse(text: &str) -> Result<IsoDuration, DurationError> {
        use DurationError::*;
        let mut rest = text.strip_prefix('P').ok_or(NotADuration)?;
        let mut units: &[(char, u64)] = &[('Y', 0), ('M', 0), ('W', 604_800_000), ('D', 86_400_000)];
        let (mut millis, mut any, mut in_time) = (0u64, false, false);
        while !rest.is_empty() {
            if let Some(time) = rest.strip_prefix('T') {
                if in_time || time.is_empty() {
                    return Err(NotADuration);
                }
                (in_time, rest) = (true, time);
                units = &[('H', 3_600_000), ('M', 60_000), ('S', 1_000)];
                continue;
            }
            let end = rest
                .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
                .ok_or(NotADuration)?;
            let (amount, tail) = rest.split_at(end);
            let unit = tail.chars().next().ok_or(NotADuration)?;
            let place = units.iter().position(|(name, _)| *name == unit).ok_or(NotADuration)?;
            let (_, size) = units.get(place).copied().ok_or(NotADuration)?;
            units = units.get(place + 1..).unwrap_or_default();
            let (whole, fraction) = amount.split_once(['.', ',']).unwrap_or((amount, ""));
            // Only the last unit may have a fraction, and something must stand before and behind its mark.
            let last = tail.len() == 1;
            if whole.is_empty() || (amount.len() != whole.len() && (fraction.is_empty() || !last)) {
                return Err(NotADuration);
            }
            if fraction.bytes().any(|b| !b.is_ascii_digit()) {
                return Err(NotADuration);
            }
            if size == 0 {
                return Err(CalendarUnits);
            }
            let whole: u64 = whole.parse().map_err(|_| TooLong)?;
            // Nine digits behind the mark are finer than a millisecond of a week.
            let digits = fraction.get(..fraction.len().min(9)).unwrap_or_default();
            let part = digits.parse::<u64>().unwrap_or(0) * size / 10u64.pow(digits.len() as u32);
            let more = whole.checked_mul(size).ok_or(TooLong)?.checked_add(part);
            millis = millis.checked_add(more.ok_or(TooLong)?).ok_or(TooLong)?;
            any = true;
            rest = tail.get(1..).unwrap_or_default();
        }
        if any {
            Ok(IsoDuration { millis })
        } else {
            Err(NotADuration)
        }
    }

    /// Whole seconds, rounded down.
    pub fn seconds(self) -> u64 {
        self.millis / 1_000
    }
}

impl std::fmt::Display for IsoDuration {
    /// The shortest text in hours, minutes and seconds: `PT30M`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let seconds = self.seconds();
        if seconds == 0 {
            return f.write_str("PT0S");
        }
        f.write_str("PT")?;
        for (count, unit) in [(seconds / 3_600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')] {
            if count > 0 {
                write!(f, "{count}{unit}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_unit_of_fixed_length() {
        let seconds = |text| IsoDuration::parse(text).map(IsoDuration::seconds);
        assert_eq!(seconds("PT15M"), Ok(900));
        assert_eq!(seconds("P1DT2H3M4S"), Ok(93_784));
        assert_eq!(seconds("P1W"), Ok(604_800));
        assert_eq!(seconds("PT1.5M"), Ok(90));
        assert_eq!(seconds("PT168H"), Ok(604_800));
    }

    #[test]
    fn refuses_what_is_no_duration() {
        for wrong in [
            "", "P", "PT", "15M", "PT15", "PT15X", "P1H", "PT5M1H", "PT.5M", "PT5.M", "PT1.5H3M", "pt5m", "PT-5M",
            "-PT5M",
        ] {
            assert_eq!(IsoDuration::parse(wrong), Err(DurationError::NotADuration), "{wrong}");
        }
        assert_eq!(IsoDuration::parse("P1M"), Err(DurationError::CalendarUnits));
        assert_eq!(IsoDuration::parse("P1Y"), Err(DurationError::CalendarUnits));
        assert_eq!(
            IsoDuration::parse("PT99999999999999999999S"),
            Err(DurationError::TooLong)
        );
        assert_eq!(IsoDuration::parse("P99999999999999W"), Err(DurationError::TooLong));
    }

    #[test]
    fn writes_the_shortest_form() {
        assert_eq!(IsoDuration::minutes(30).to_string(), "PT30M");
        assert_eq!(IsoDuration::minutes(90).to_string(), "PT1H30M");
    }
}
