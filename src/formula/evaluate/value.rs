//! The values of a formula, the operators between them, and how the service writes them.

use super::time;
use std::cmp::Ordering;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Number(f64),
    Vector(Vec<f64>),
    Text(&'a str),
    /// A time stamp: ticks of 100 ns since 1970.
    Time(i64),
    /// A span of time, in the same ticks.
    Interval(i64),
    /// A metric of the service, which is a number and has methods.
    Metric(&'a str),
}

impl Value<'_> {
    /// What the page calls its type.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Value::Number(_) | Value::Metric(_) => "double",
            Value::Vector(_) => "doubleVec",
            Value::Text(_) => "string",
            Value::Time(_) => "timestamp",
            Value::Interval(_) => "timeinterval",
        }
    }

    /// How many doubles it holds.
    pub(super) fn size(&self) -> usize {
        match self {
            Value::Vector(vector) => vector.len(),
            _ => 1,
        }
    }

    /// Writes it as in `autoScaleRun.results`: `96.6667`, `[1,1]`, `2016-10-13T19:18:47.805Z`. How the service writes a
    /// time interval is not known.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Value::Number(value) => out.push_str(&number(*value)),
            Value::Vector(vector) => {
                for (index, value) in vector.iter().enumerate() {
                    out.push(if index == 0 { '[' } else { ',' });
                    out.push_str(&number(*value));
                }
                out.push_str(if vector.is_empty() { "[]" } else { "]" });
            }
            Value::Text(text) | Value::Metric(text) => out.push_str(text),
            Value::Time(ticks) => out.push_str(&time::stamp(*ticks)),
            Value::Interval(ticks) => out.push_str(&time::span(*ticks)),
        }
    }
}

/// A number with six significant digits and an exponent where it needs one, as the service writes it: `96.6667`, `1e+06`.
pub(super) fn number(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return match value {
            0.0 => "0",
            f64::INFINITY => "inf",
            f64::NEG_INFINITY => "-inf",
            _ => "nan",
        }
        .to_owned();
    }
    let text = format!("{:.5e}", value.abs());
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let digits = digits.replace('.', "");
    let digits = digits.trim_end_matches('0');
    let (whole, shift) = match exponent {
        -4..0 => (String::new(), exponent),
        0..6 => (format!("{digits:0<width$}", width = exponent as usize + 1), exponent),
        _ => (digits.to_owned(), 0),
    };
    let mut out = String::from(if value < 0.0 { "-" } else { "" });
    match shift {
        0.. => {
            let (before, behind) = whole.split_at_checked(shift as usize + 1).unwrap_or((&whole, ""));
            out.push_str(before);
            if !behind.is_empty() {
                out.push('.');
                out.push_str(behind);
            }
        }
        _ => {
            out.push_str("0.");
            (1..-shift).for_each(|_| out.push('0'));
            out.push_str(digits);
        }
    }
    if !(-4..6).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        out.push_str(&format!("e{sign}{:02}", exponent.abs()));
    }
    out
}

/// An operator before a value; `None` where the page has none.
pub(super) fn unary<'a>(operator: &str, value: &Value<'a>) -> Option<Value<'a>> {
    match (operator, value) {
        ("-", Value::Number(value)) => Some(Value::Number(-value)),
        ("!", Value::Number(value)) => Some(truth(*value == 0.0)),
        ("-", Value::Interval(ticks)) => Some(Value::Interval(ticks.saturating_neg())),
        _ => None,
    }
}

/// An operator between two values; `None` where the page has none.
pub(super) fn binary<'a>(operator: &str, one: &Value<'a>, other: &Value<'a>) -> Option<Value<'a>> {
    use Value::{Interval, Number, Text, Time};
    let ordering = match (one, other) {
        (Number(one), Number(other)) => one.partial_cmp(other),
        (Text(one), Text(other)) => Some(one.cmp(other)),
        (Time(one), Time(other)) | (Interval(one), Interval(other)) => Some(one.cmp(other)),
        _ => return arithmetic(operator, one, other),
    };
    let holds = match operator {
        "<" => ordering == Some(Ordering::Less),
        ">" => ordering == Some(Ordering::Greater),
        "<=" => ordering.is_some_and(Ordering::is_le),
        ">=" => ordering.is_some_and(Ordering::is_ge),
        "==" => ordering == Some(Ordering::Equal),
        "!=" => ordering != Some(Ordering::Equal),
        _ => match (operator, one, other) {
            ("&&", Number(one), Number(other)) => *one != 0.0 && *other != 0.0,
            ("||", Number(one), Number(other)) => *one != 0.0 || *other != 0.0,
            (_, Number(one), Number(other)) => return calculated(operator, *one, *other).map(Number),
            _ => return arithmetic(operator, one, other),
        },
    };
    Some(truth(holds))
}

fn arithmetic<'a>(operator: &str, one: &Value<'a>, other: &Value<'a>) -> Option<Value<'a>> {
    use Value::{Interval, Number, Time, Vector};
    match (one, operator, other) {
        (Vector(vector), _, Number(other)) => {
            let all = vector.iter().map(|value| calculated(operator, *value, *other));
            all.collect::<Option<_>>().map(Vector)
        }
        (Vector(one), _, Vector(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other);
            let all = pairs.map(|(one, other)| calculated(operator, *one, *other));
            all.collect::<Option<_>>().map(Vector)
        }
        (Number(factor), "*", Interval(ticks)) | (Interval(ticks), "*", Number(factor)) => {
            Some(Interval((*ticks as f64 * factor) as i64))
        }
        (Interval(ticks), "/", Number(divisor)) => Some(Interval((*ticks as f64 / divisor) as i64)),
        (Interval(one), "+", Interval(other)) => Some(Interval(one.saturating_add(*other))),
        (Interval(one), "-", Interval(other)) => Some(Interval(one.saturating_sub(*other))),
        (Interval(one), "+", Time(other)) | (Time(one), "+", Interval(other)) => Some(Time(one.saturating_add(*other))),
        (Time(one), "-", Time(other)) => Some(Interval(one.saturating_sub(*other))),
        _ => None,
    }
}

fn calculated(operator: &str, one: f64, other: f64) -> Option<f64> {
    Some(match operator {
        "+" => one + other,
        "-" => one - other,
        "*" => one * other,
        "/" => one / other,
        _ => return None,
    })
}

fn truth<'a>(holds: bool) -> Value<'a> {
    Value::Number(f64::from(u8::from(holds)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_with_six_digits() {
        for (value, written) in [
            (0.0, "0"),
            (-0.0, "0"),
            (10.0, "10"),
            (100.0, "100"),
            (0.5, "0.5"),
            (-2.9, "-2.9"),
            (29.0 / 30.0 * 100.0, "96.6667"),
            (1.0 / 3.0, "0.333333"),
            (0.0001, "0.0001"),
            (0.00012345678, "0.000123457"),
            (0.00001, "1e-05"),
            (999_999.0, "999999"),
            (999_999.9, "1e+06"),
            (1_234_567.0, "1.23457e+06"),
            (9.999_999, "10"),
            (1e300, "1e+300"),
            (f64::INFINITY, "inf"),
            (f64::NAN, "nan"),
        ] {
            assert_eq!(number(value), written, "{value}");
        }
    }
}
