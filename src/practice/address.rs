//! The route of a call, read: segments without letter case where Resource Manager has none, escapes, the query.

/// A route.
#[derive(Debug)]
pub(super) struct Address {
    segments: Vec<String>,
    query: Vec<(String, String)>,
}

impl Address {
    /// Reads path and query; escapes that are none stay as they are.
    pub(super) fn read(route: &str) -> Address {
        let (path, query) = route.split_once('?').unwrap_or((route, ""));
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        Address {
            segments: path.split('/').skip(1).map(|part| unescaped(part, false)).collect(),
            query: pairs
                .map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (unescaped(name, true), unescaped(value, true))
                })
                .collect(),
        }
    }

    /// The segments behind the path, without a last empty one.
    pub(super) fn segments(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.segments.iter().map(String::as_str).collect();
        if all.last().is_some_and(|last| last.is_empty()) {
            all.pop();
        }
        all
    }

    /// A value of the query; its names have no letter case.
    pub(super) fn query(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

fn unescaped(text: &str, in_query: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = match tail {
            [high, low, ..] if *first == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match escape {
            Some((high, low)) => {
                bytes.push(high * 16 + low);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(if in_query && *first == b'+' { b' ' } else { *first });
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arm::percent_encoded;

    #[test]
    fn escapes_are_read_and_what_is_none_stays() {
        let address = Address::read("/subscriptions/a%20b/%zz/%4/é%C3%A9/?Api-Version=2025-06-01&x&$skiptoken=a%2Bb+c");
        assert_eq!(address.segments(), ["subscriptions", "a b", "%zz", "%4", "éé"]);
        assert_eq!(address.query("api-version"), Some("2025-06-01"));
        assert_eq!(
            (address.query("x"), address.query("$skipToken")),
            (Some(""), Some("a+b c"))
        );
        assert_eq!(address.query("y"), None);
        assert_eq!(Address::read("").segments(), Vec::<&str>::new());
    }

    #[test]
    fn what_is_escaped_is_read_again() {
        let text = "a b/%é?&=+~";
        assert_eq!(Address::read(&format!("/{}", percent_encoded(text))).segments(), [text]);
    }
}
