//! The address of one version of a key in Key Vault.

/// `https://{vault}/keys/{name}/{version}`, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyAddress<'a> {
    /// Whether the address begins with `https`, and not with `http`.
    pub secure: bool,
    /// The host of the vault, as written.
    pub host: &'a str,
    /// The key, as written.
    pub name: &'a str,
    /// Its version, as written.
    pub version: &'a str,
}

/// Why a text is no such address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoKeyAddress {
    /// It names no key.
    #[error("no key is named")]
    NoKey,
    /// It names a key and not its version.
    #[error("the version of the key is missing")]
    NoVersion,
}

impl<'a> KeyAddress<'a> {
    /// Reads an address. Slashes too many are overlooked.
    pub fn parse(text: &'a str) -> Result<KeyAddress<'a>, NoKeyAddress> {
        let (scheme, rest) = text.split_once("://").ok_or(NoKeyAddress::NoKey)?;
        let secure = scheme.eq_ignore_ascii_case("https");
        if (!secure && !scheme.eq_ignore_ascii_case("http")) || rest.contains(['?', '#', ' ', '@']) {
            return Err(NoKeyAddress::NoKey);
        }
        let (host, path) = rest.split_once('/').ok_or(NoKeyAddress::NoKey)?;
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let keys = parts.next().is_some_and(|part| part.eq_ignore_ascii_case("keys"));
        let (Some(name), true, false) = (parts.next(), keys, host.is_empty()) else {
            return Err(NoKeyAddress::NoKey);
        };
        let version = parts.next().ok_or(NoKeyAddress::NoVersion)?;
        if parts.next().is_some() {
            return Err(NoKeyAddress::NoKey);
        }
        Ok(KeyAddress {
            secure,
            host,
            name,
            version,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions_of_keys() {
        let key = KeyAddress::parse("https://farm.vault.azure.net/keys/nodes/0123").unwrap();
        assert_eq!(
            (key.secure, key.host, key.name, key.version),
            (true, "farm.vault.azure.net", "nodes", "0123")
        );
        let sloppy = KeyAddress::parse("HTTP://farm.vault.azure.net//Keys/nodes/0123/").unwrap();
        assert_eq!((sloppy.secure, sloppy.version), (false, "0123"));
    }

    #[test]
    fn tells_what_is_missing() {
        for text in [
            "https://farm.vault.azure.net/keys/nodes",
            "https://farm.vault.azure.net/keys/nodes/",
        ] {
            assert_eq!(KeyAddress::parse(text), Err(NoKeyAddress::NoVersion), "{text}");
        }
        for text in [
            "",
            "farm.vault.azure.net/keys/nodes/0123",
            "https:///keys/nodes/0123",
            "https://farm.vault.azure.net",
            "https://farm.vault.azure.net/keys/",
            "https://farm.vault.azure.net/secrets/nodes/0123",
            "https://farm.vault.azure.net/keys/nodes/0123/more",
            "https://farm.vault.azure.net/keys/nodes/0123?x=1",
            "ftp://farm.vault.azure.net/keys/nodes/0123",
        ] {
            assert_eq!(KeyAddress::parse(text), Err(NoKeyAddress::NoKey), "{text}");
        }
    }
}
