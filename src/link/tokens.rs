//! Keys and tokens inside a text: signatures of shared access, keys of connection strings, user information in addresses,
//! bearer tokens, private keys.

/// What stands in a link where a secret stood.
pub(super) const SECRET: &str = "<secret>";

/// Behind these a value stands that is nobody else's business. Any letter case.
const KEYS: [&str; 12] = [
    "?code=",
    "&code=",
    "--password ",
    "--token ",
    "--token=",
    "sig=",
    "accountkey=",
    "sharedaccesskey=",
    "password=",
    "pwd=",
    "client_secret=",
    "access_token=",
];
/// A member of this name with a value beside it, `DB_PASSWORD`, holds a secret. Small letters, without hyphens and the like.
const NAMES: [&str; 11] = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "token",
    "apikey",
    "accountkey",
    "accesskey",
    "storagekey",
    "connectionstring",
    "credential",
];
/// So is a name with one of these words in it: `MYSQL_PWD`.
const WORDS: [&str; 6] = ["auth", "pass", "pat", "pwd", "sas", "secret"];
/// A bearer token has at least so many characters; anything shorter is a word or a variable, unless it has a digit.
const TOKEN: usize = 16;
/// With a digit, so many are enough.
const SHORT: usize = 8;

/// The text without its keys and tokens; `None` when it has none.
pub fn without(text: &str) -> Option<String> {
    if text.contains("PRIVATE KEY-----") {
        return Some(SECRET.to_owned());
    }
    let small = text.to_ascii_lowercase();
    let (mut out, mut at, mut copied) = (String::new(), 0, 0);
    while at < text.len() {
        let before = small.as_bytes().get(at.wrapping_sub(1)).copied().unwrap_or(b' ');
        let found = small.get(at..).and_then(|rest| secret(rest, before));
        match found {
            Some((start, end)) => {
                out.push_str(text.get(copied..at + start).unwrap_or_default());
                out.push_str(SECRET);
                at += end;
                copied = at;
            }
            None => at += 1,
        }
    }
    (copied > 0).then(|| out + text.get(copied..).unwrap_or_default())
}

/// Where the secret stands that begins, with its mark, at the beginning of this text in small letters; `before` is what
/// stands in front of it. Looks no further than it must, so that a text of nothing but beginnings takes no longer.
fn secret(rest: &str, before: u8) -> Option<(usize, usize)> {
    let ends = |c: char| c.is_whitespace() || "&;\"'`,<>|\\".contains(c);
    // Nothing, a placeholder or a variable is no secret.
    let is_none = |value: &str| value.starts_with(['$', '%', '{']) || value.chars().next().is_none_or(ends);
    for key in KEYS {
        if let Some(value) = rest.strip_prefix(key) {
            let end = || key.len() + value.find(ends).unwrap_or(value.len());
            return (!is_none(value)).then(|| (key.len(), end()));
        }
    }
    if let Some(authority) = rest.strip_prefix("://") {
        let length = authority.find(|c: char| ends(c) || "/?#".contains(c));
        let authority = authority.get(..length.unwrap_or(authority.len()))?;
        let user = authority.get(..authority.rfind('@')?)?;
        return (!is_none(user)).then_some((3, 3 + user.len()));
    }
    let in_token = |c: char| c.is_ascii_alphanumeric() || "-._~+/=".contains(c);
    let length = |token: &str| token.find(|c| !in_token(c)).unwrap_or(token.len());
    if let Some(token) = rest.strip_prefix("bearer ") {
        let length = length(token);
        let digit = || {
            token
                .get(..length)
                .is_some_and(|token| token.contains(|c: char| c.is_ascii_digit()))
        };
        return (length >= TOKEN || length >= SHORT && digit()).then_some((7, 7 + length));
    }
    // The header of a JSON web token begins with `{"`.
    let in_web_token = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if rest.starts_with("eyj") && !in_web_token(before as char) {
        let length = rest.find(|c| !in_web_token(c)).unwrap_or(rest.len());
        let dots = rest.get(..length)?.matches('.').count();
        return (length >= TOKEN && dots >= 2).then_some((0, length));
    }
    None
}

/// Whether a value of this name is a secret by its name, such as that of an environment variable.
pub fn is_secret_name(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_ascii_alphanumeric());
    if words.any(|word| WORDS.iter().any(|secret| word.eq_ignore_ascii_case(secret))) {
        return true;
    }
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let name: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    NAMES.iter().any(|secret| name.contains(secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_tokens_are_taken_out() {
        for (text, left) in [
            (
                "https://s.blob.core.windows.net/c/f.zip?sv=2024&sig=a%2Bb%3D&se=2027",
                "https://s.blob.core.windows.net/c/f.zip?sv=2024&sig=<secret>&se=2027",
            ),
            ("https://s/c?SIG=abc", "https://s/c?SIG=<secret>"),
            ("wget 'https://u:p@host/x' -q", "wget 'https://<secret>@host/x' -q"),
            ("https://ghp_abc@github.com/x.git", "https://<secret>@github.com/x.git"),
            (
                "DefaultEndpointsProtocol=https;AccountName=s;AccountKey=abc+/==;EndpointSuffix=x",
                "DefaultEndpointsProtocol=https;AccountName=s;AccountKey=<secret>;EndpointSuffix=x",
            ),
            ("--password=hunter2 --x", "--password=<secret> --x"),
            (
                "az login --password hunter2 -o none",
                "az login --password <secret> -o none",
            ),
            ("x --token=t1 --token t2", "x --token=<secret> --token <secret>"),
            ("https://f/api/x?code=abc&x=1", "https://f/api/x?code=<secret>&x=1"),
            ("Authorization: Bearer s11abcdef", "Authorization: Bearer <secret>"),
            (
                "-H 'Authorization: Bearer abcdefghijklmnop0123'",
                "-H 'Authorization: Bearer <secret>'",
            ),
            ("t=eyJhbGciOi.eyJzdWIiOi.c2ln é", "t=<secret> é"),
            ("a sig=x and https://u:é@h", "a sig=<secret> and https://<secret>@h"),
            (
                "-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----",
                "<secret>",
            ),
        ] {
            assert_eq!(without(text).as_deref(), Some(left), "{text}");
            assert_eq!(without(left), None, "{left}");
        }
    }

    #[test]
    fn what_is_none_stays() {
        for text in [
            "",
            "sig=",
            "https://host/a@b",
            "https://host/?q=a@b",
            "--password=$PASSWORD",
            "https://$USER:$PASS@host",
            "sig={signature}",
            "Bearer $TOKEN",
            "the bearer of bad news",
            "Bearer authentication",
            "eyJustAWord",
            "/bin/sh -c 'echo é'",
        ] {
            assert_eq!(without(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_text_of_nothing_but_beginnings_takes_no_longer() {
        for part in [
            "sig=$",
            "eyj",
            "eyj-",
            "eyj=",
            "bearer ",
            "bearer abc",
            "://",
            "://a:$",
            "https://$u@",
        ] {
            assert_eq!(without(&part.repeat(1_000_000 / part.len())), None, "{part}");
        }
        assert_eq!(without(&"sig=".repeat(250_000)).as_deref(), Some("sig=<secret>"));
    }

    #[test]
    fn names_tell_of_secrets() {
        for name in ["DB_PASSWORD", "api-key", "AZURE_STORAGE_CONNECTION_STRING", "Token"] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in ["", "PATH", "KEYS_PER_NODE", "tier"] {
            assert!(!is_secret_name(name), "{name}");
        }
    }
}
