//! A JSON number, read exactly: no float in between, so nothing is rounded.

/// `digits × 10^exponent`, without zeros at either end of the digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Decimal {
    /// Reads a number as JSON writes it; `None` for anything else.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.strip_prefix('+').unwrap_or(exponent)),
            None => (rest, "0"),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let padded = whole.len() > 1 && whole.starts_with('0');
        if !digits(whole) || padded || !digits(fraction) || !digits(exponent.strip_prefix('-').unwrap_or(exponent)) {
            return None;
        }
        // An exponent beyond 64 bits is as large as one can be.
        let exponent: i64 = exponent.parse().unwrap_or(if exponent.starts_with('-') {
            i64::MIN / 4
        } else {
            i64::MAX / 4
        });
        let all = format!("{whole}{fraction}");
        let digits = all.trim_end_matches('0');
        let exponent = exponent
            .saturating_sub(fraction.len() as i64)
            .saturating_add((all.len() - digits.len()) as i64);
        let digits = digits.trim_start_matches('0').to_owned();
        let zero = digits.is_empty();
        Some(Decimal {
            negative: negative && !zero,
            digits,
            exponent: if zero { 0 } else { exponent },
        })
    }

    /// Whether there is something behind the decimal point: `2.5`, but not `2.0` or `25e-1` times ten.
    pub fn has_fraction(&self) -> bool {
        self.exponent < 0
    }

    /// Whether a binary floating point number of 64 bits surely keeps it: 15 digits, or a whole number up to 2^53.
    pub fn is_kept_by_a_double(&self) -> bool {
        (self.digits.len() <= 15 && (-290..=290).contains(&self.exponent))
            || self.whole().is_some_and(|whole| whole.unsigned_abs() <= 1 << 53)
    }

    /// The number, if it is whole and fits 64 bits.
    pub fn whole(&self) -> Option<i64> {
        if self.digits.is_empty() {
            return Some(0);
        }
        let zeros = usize::try_from(self.exponent)
            .ok()
            .filter(|zeros| self.digits.len() + zeros <= 19)?;
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}{}{}", self.digits, "0".repeat(zeros)).parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Option<i64> {
        Decimal::parse(text)?.whole()
    }

    #[test]
    fn a_double_keeps_fifteen_digits() {
        let kept = |text: &str| Decimal::parse(text).is_some_and(|number| number.is_kept_by_a_double());
        for text in [
            "0",
            "-0.0",
            "1.50",
            "0.1",
            "123456789012345e-20",
            "9007199254740992",
            "-9007199254740992",
            "1e290",
        ] {
            assert!(kept(text), "{text}");
        }
        for text in [
            "9007199254740993",
            "0.1234567890123456",
            "1e400",
            "1e-400",
            "1e99999999999999999999",
        ] {
            assert!(!kept(text), "{text}");
        }
    }

    #[test]
    fn whole_numbers_are_read_however_they_are_written() {
        assert_eq!(whole("0"), Some(0));
        assert_eq!(whole("-0.0"), Some(0));
        assert_eq!(whole("2.0"), Some(2));
        assert_eq!(whole("25e-1"), None);
        assert_eq!(whole("250e-1"), Some(25));
        assert_eq!(whole("-1.5e1"), Some(-15));
        assert_eq!(whole("9223372036854775807"), Some(i64::MAX));
        assert_eq!(whole("-9223372036854775808"), Some(i64::MIN));
        assert_eq!(whole("9223372036854775808"), None);
        assert_eq!(whole("1e99999999999999999999"), None);
    }

    #[test]
    fn what_json_does_not_write_is_no_number() {
        for wrong in [
            "", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x1", "1 ", "NaN", "--1", "1e--1",
        ] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_same_number_is_the_same_however_it_is_written() {
        assert_eq!(Decimal::parse("1.50"), Decimal::parse("15e-1"));
        assert_eq!(Decimal::parse("-0"), Decimal::parse("0e7"));
        assert_ne!(Decimal::parse("1"), Decimal::parse("-1"));
        assert!(Decimal::parse("2.5").is_some_and(|number| number.has_fraction()));
        assert!(Decimal::parse("2.50e1").is_some_and(|number| !number.has_fraction()));
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_the_json_crate(text in "-?[0-9]{1,4}(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?") {
            let known: Option<f64> = serde_json::from_str(&text).ok();
            let read = Decimal::parse(&text);
            proptest::prop_assert_eq!(known.is_some(), read.is_some(), "{}", text);
            if let (Some(known), Some(whole)) = (known, read.and_then(|read| read.whole())) {
                proptest::prop_assert!((known - whole as f64).abs() <= known.abs() * 1e-12);
            }
        }
    }
}
