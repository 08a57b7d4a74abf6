//! The user's token: in memory only, in a type that can neither be printed, compared nor stored, overwritten when it goes.

use zeroize::Zeroizing;

use crate::input::parse;
use crate::model::{Cloud, Millis, Moment, Node, base64url};

/// A bearer token. Its only way out is [`Token::authorization`]: it cannot be printed, not even by a panic,
///
/// ```compile_fail,E0277
/// let _ = format!("{:?}", batch_pool_planner::arm::Token::practice());
/// ```
/// ```compile_fail,E0277
/// let _ = format!("{}", batch_pool_planner::arm::Token::practice());
/// ```
///
/// nor copied, compared or stored.
///
/// ```compile_fail,E0599
/// let _ = batch_pool_planner::arm::Token::practice().clone();
/// ```
/// ```compile_fail,E0369
/// let _ = batch_pool_planner::arm::Token::practice() == batch_pool_planner::arm::Token::practice();
/// ```
/// ```compile_fail,E0277
/// let _ = serde_json::to_string(&batch_pool_planner::arm::Token::practice());
/// ```
pub struct Token {
    text: Zeroizing<String>,
    claims: Claims,
}

/// What a token says of itself. Decoded here, checked by nobody: only the service can.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claims {
    /// Whom it is for: `https://management.azure.com/`.
    pub audience: Option<String>,
    /// The tenant that issued it.
    pub tenant: Option<String>,
    /// From when on it holds.
    pub not_before: Option<Moment>,
    /// Until when it holds.
    pub expires: Option<Moment>,
    /// The user, as they sign in.
    pub user: Option<String>,
    /// The object id of the user or service principal.
    pub object_id: Option<String>,
    /// The application that asked for it.
    pub application: Option<String>,
    /// Delegated permissions.
    pub scopes: Vec<String>,
    /// Application permissions.
    pub roles: Vec<String>,
}

/// Why a text is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoToken {
    /// Nothing was given.
    Empty,
    /// It has other characters than a token has.
    Malformed,
    /// It is something else that is secret and must not be sent: a key of an account, a refresh token, a password.
    NotAWebToken,
    /// It looks like one, but its claims cannot be read.
    Unreadable,
}

/// For whom a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Resource Manager of this cloud.
    ResourceManager(Cloud),
    /// The Batch service itself (the data plane).
    BatchService,
    /// Microsoft Graph.
    Graph,
    /// Azure Storage.
    Storage,
    /// Key Vault.
    KeyVault,
    /// Somebody else.
    Other,
    /// It does not say.
    Unknown,
}

/// A web token is hardly longer; more is not looked at.
const LONGEST: usize = 32 * 1024;

impl Token {
    /// Reads what somebody pasted: the token itself, with or without `Bearer`, in quotes, or the JSON in which `az` and
    /// PowerShell give it. The text is overwritten once the token has been taken out of it.
    pub fn read(pasted: String) -> Result<Token, NoToken> {
        let pasted = Zeroizing::new(pasted);
        let bare = bare(&pasted)?;
        let claims = Claims::of(&bare)?;
        Ok(Token { text: bare, claims })
    }

    /// A token for the practice cloud, which takes any but an empty one.
    pub fn practice() -> Token {
        Token {
            text: Zeroizing::new("practice".to_owned()),
            claims: Claims::default(),
        }
    }

    /// What it says of itself.
    pub fn claims(&self) -> &Claims {
        &self.claims
    }

    /// Lends the value of the `Authorization` header to whoever sends the call, and overwrites it afterwards.
    pub fn authorization<R>(&self, send: impl FnOnce(&str) -> R) -> R {
        let header = Zeroizing::new(["Bearer ", self.text.as_str()].concat());
        send(&header)
    }

    /// Whether it still holds.
    pub fn holds(&self, now: Moment) -> bool {
        self.claims.left(now).is_none_or(|left| left > 0)
    }
}

/// The token in what was pasted.
fn bare(pasted: &str) -> Result<Zeroizing<String>, NoToken> {
    let text = pasted.trim().trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(NoToken::Empty);
    }
    if text.len() > LONGEST {
        return Err(NoToken::Malformed);
    }
    if text.starts_with('{') {
        let node = parse(text).map_err(|_| NoToken::Malformed)?;
        let named = ["accessToken", "access_token", "Token", "token"];
        let inner = named.iter().find_map(|name| node.get(name)?.as_text());
        let mut inner = inner.ok_or(NoToken::NotAWebToken).map(str::to_owned);
        wipe(node);
        return match &mut inner {
            Ok(inner) => bare(&Zeroizing::new(std::mem::take(inner))),
            Err(trouble) => Err(*trouble),
        };
    }
    let text = text.trim_matches(['"', '\'']).trim();
    let text = match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("bearer ") => text.get(7..).unwrap_or_default().trim(),
        _ => text,
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    // A line broken by a terminal is mended; anything else in between is no token.
    let text: Zeroizing<String> = Zeroizing::new(text.chars().filter(|c| !matches!(c, '\n' | '\r')).collect());
    match text.split('.').count() {
        _ if text.is_empty() => Err(NoToken::Empty),
        3 if text.chars().all(fits) => Ok(text),
        _ if text.chars().any(char::is_whitespace) => Err(NoToken::Malformed),
        _ => Err(NoToken::NotAWebToken),
    }
}

/// Overwrites the texts of a value.
fn wipe(mut node: Node) {
    use crate::model::Value;
    match &mut node.value {
        Value::Text(text) => drop(Zeroizing::new(std::mem::take(text))),
        Value::List(items) => std::mem::take(items).into_iter().for_each(wipe),
        Value::Object(members) => std::mem::take(members).into_iter().for_each(|member| wipe(member.node)),
        _ => {}
    }
}

impl Claims {
    fn of(token: &str) -> Result<Claims, NoToken> {
        let middle = token.split('.').nth(1).unwrap_or_default();
        let bytes = base64url::read(middle).ok_or(NoToken::Unreadable)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| NoToken::Unreadable)?;
        let node = parse(text).map_err(|_| NoToken::Unreadable)?;
        let text = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| node.get(name)?.as_text())
                .map(str::to_owned)
        };
        let moment = |name| Some(Moment(node.get(name)?.as_whole()?.checked_mul(1_000)?));
        let list = |name: &str| match node.get(name) {
            Some(list) if list.as_text().is_none() => list
                .items()
                .iter()
                .filter_map(Node::as_text)
                .map(str::to_owned)
                .collect(),
            one => one
                .and_then(Node::as_text)
                .unwrap_or_default()
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
        };
        let audience = || node.get("aud")?.items().first()?.as_text().map(str::to_owned);
        Ok(Claims {
            audience: text(&["aud"]).or_else(audience),
            tenant: text(&["tid"]),
            not_before: moment("nbf"),
            expires: moment("exp"),
            user: text(&["upn", "unique_name", "preferred_username", "email"]),
            object_id: text(&["oid"]),
            application: text(&["app_displayname", "appid", "azp"]),
            scopes: list("scp"),
            roles: list("roles"),
        })
    }

    /// The milliseconds it still holds by the clock of this machine; `None` when it does not say until when.
    pub fn left(&self, now: Moment) -> Option<Millis> {
        Some(self.expires?.since(now))
    }

    /// For whom it is.
    pub fn audience(&self) -> Audience {
        let Some(audience) = self.audience.as_deref() else {
            return Audience::Unknown;
        };
        let host = audience
            .trim_start_matches("https://")
            .trim_end_matches('/')
            .to_ascii_lowercase();
        let known = AUDIENCES.iter().find(|(name, _)| *name == host);
        known.map_or(Audience::Other, |(_, audience)| *audience)
    }
}

/// The audiences that people mix up with one another, by host or application id. Azure Resource Manager also takes its
/// older name; the Batch service has one in each cloud.
const AUDIENCES: [(&str, Audience); 16] = [
    ("management.azure.com", Audience::ResourceManager(Cloud::Public)),
    ("management.core.windows.net", Audience::ResourceManager(Cloud::Public)),
    ("management.chinacloudapi.cn", Audience::ResourceManager(Cloud::China)),
    (
        "management.core.chinacloudapi.cn",
        Audience::ResourceManager(Cloud::China),
    ),
    (
        "management.usgovcloudapi.net",
        Audience::ResourceManager(Cloud::UsGovernment),
    ),
    (
        "management.core.usgovcloudapi.net",
        Audience::ResourceManager(Cloud::UsGovernment),
    ),
    ("batch.core.windows.net", Audience::BatchService),
    ("batch.core.usgovcloudapi.net", Audience::BatchService),
    ("batch.chinacloudapi.cn", Audience::BatchService),
    ("graph.microsoft.com", Audience::Graph),
    ("00000003-0000-0000-c000-000000000000", Audience::Graph),
    ("graph.windows.net", Audience::Graph),
    ("storage.azure.com", Audience::Storage),
    ("vault.azure.net", Audience::KeyVault),
    ("vault.usgovcloudapi.net", Audience::KeyVault),
    ("vault.azure.cn", Audience::KeyVault),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn made(claims: &str) -> String {
        let mut text = String::new();
        base64url::write(br#"{"alg":"none"}"#, &mut text);
        text.push('.');
        base64url::write(claims.as_bytes(), &mut text);
        text.push_str(".c2lnbmF0dXJl");
        text
    }

    fn read(pasted: &str) -> Result<Claims, NoToken> {
        Token::read(pasted.to_owned()).map(|token| token.claims().clone())
    }

    #[test]
    fn a_token_is_read_in_every_form_in_which_it_is_given() {
        let bare =
            made(r#"{"aud":"https://management.azure.com/","tid":"t","exp":1795357800,"scp":"user_impersonation a"}"#);
        let folded: String = [bare.get(..20).unwrap(), "\r\n", bare.get(20..).unwrap()].concat();
        for pasted in [
            bare.clone(),
            format!("  Bearer {bare}\n"),
            format!("\"{bare}\""),
            format!(r#"{{"accessToken": "{bare}", "tenant": "t"}}"#),
            format!(r#"{{"Token":"{bare}"}}"#),
            folded,
        ] {
            let token = Token::read(pasted).ok().unwrap();
            assert_eq!(token.claims().tenant.as_deref(), Some("t"));
            assert_eq!(token.claims().audience(), Audience::ResourceManager(Cloud::Public));
            assert_eq!(token.claims().scopes, ["user_impersonation", "a"]);
            assert!(token.authorization(|header| header == format!("Bearer {bare}")));
        }
    }

    #[test]
    fn what_is_no_token_says_why() {
        assert_eq!(read(" \n"), Err(NoToken::Empty));
        assert_eq!(read("a key=="), Err(NoToken::Malformed));
        assert_eq!(read("c2VjcmV0a2V5c2VjcmV0a2V5"), Err(NoToken::NotAWebToken));
        assert_eq!(read("a.%.c"), Err(NoToken::NotAWebToken));
        assert_eq!(read("eyJ9.eyJ9.c"), Err(NoToken::Unreadable));
        assert_eq!(read(r#"{"refresh_token":"a.b.c"}"#), Err(NoToken::NotAWebToken));
        assert_eq!(read(r#"{"accessToken":"""#), Err(NoToken::Malformed));
        assert_eq!(read(&"a".repeat(LONGEST + 1)), Err(NoToken::Malformed));
    }

    #[test]
    fn audiences_are_told_apart() {
        let of = |audience: &str| read(&made(&format!(r#"{{"aud":"{audience}"}}"#))).unwrap().audience();
        assert_eq!(of("https://batch.core.windows.net/"), Audience::BatchService);
        assert_eq!(of("00000003-0000-0000-c000-000000000000"), Audience::Graph);
        assert_eq!(
            of("https://management.core.usgovcloudapi.net"),
            Audience::ResourceManager(Cloud::UsGovernment)
        );
        assert_eq!(of("https://example.org"), Audience::Other);
        assert_eq!(read(&made("{}")).unwrap().audience(), Audience::Unknown);
    }

    #[test]
    fn a_token_holds_until_it_expires() {
        let token = Token::read(made(r#"{"exp":100}"#)).ok().unwrap();
        assert!(token.holds(Moment(99_999)) && !token.holds(Moment(100_000)));
        assert!(Token::practice().holds(Moment(i64::MAX)));
    }
}
