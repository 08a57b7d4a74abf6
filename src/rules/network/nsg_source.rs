//! AB0326: a security rule whose source is no address, subnet, default tag or `*`.

use std::net::IpAddr;

use crate::facts::pages;
use crate::model::{path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0326",
    name: "security-rule-source",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "The source of a security rule cannot be read",
        "La source d’une règle de sécurité est illisible",
        "L’origine di una regola di sicurezza non è leggibile",
    ),
    why: words(
        "A source is one address, one subnet such as `10.0.0.0/24`, a default tag or `*`; the service refuses any \
         other. A list, or a range with a hyphen, needs a rule for each.",
        "Une source est une adresse, un sous-réseau comme `10.0.0.0/24`, une étiquette par défaut ou `*` ; le service \
         refuse toute autre. Une liste, ou une plage avec trait d’union, demande une règle par élément.",
        "Un’origine è un indirizzo, una subnet come `10.0.0.0/24`, un tag predefinito o `*`; il servizio rifiuta ogni \
         altra. Un elenco, o un intervallo con trattino, richiede una regola per ciascuno.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "A source is a single IP address, an IP subnet, a default tag or `*`; anything else is answered with 400.",
            "Une source est une seule adresse IP, un sous-réseau IP, une étiquette par défaut ou `*` ; sinon, le \
             service répond 400.",
            "Un’origine è un solo indirizzo IP, una subnet IP, un tag predefinito o `*`; altrimenti il servizio \
             risponde 400.",
        ),
        pages::SECURITY_RULES.says(
            "The default tags are `VirtualNetwork`, `AzureLoadBalancer` and `Internet`.",
            "Les étiquettes par défaut sont `VirtualNetwork`, `AzureLoadBalancer` et `Internet`.",
            "I tag predefiniti sono `VirtualNetwork`, `AzureLoadBalancer` e `Internet`.",
        ),
        pages::ENDPOINTS.says(
            "A rule can name a service tag such as `Internet`.",
            "Une règle peut nommer une étiquette de service comme `Internet`.",
            "Una regola può indicare un tag di servizio come `Internet`.",
        ),
    ],
    fields: &[path::NAT_POOLS],
    versions: None,
    example: example!("AB0326"),
    check: Check::Own(check),
};

static UNREADABLE: Words = words(
    "{0} is no address, no subnet, no default tag and not `*`.",
    "{0} n’est ni une adresse, ni un sous-réseau, ni une étiquette par défaut, ni `*`.",
    "{0} non è né un indirizzo, né una subnet, né un tag predefinito, né `*`.",
);
static PREFIX: Words = words(
    "{0} is no subnet: the length of its prefix goes from `0` to {1}.",
    "{0} n’est pas un sous-réseau : la longueur de son préfixe va de `0` à {1}.",
    "{0} non è una subnet: la lunghezza del prefisso va da `0` a {1}.",
);
static EMPTY: Words = words(
    "The source of the security rule is empty.",
    "La source de la règle de sécurité est vide.",
    "L’origine della regola di sicurezza è vuota.",
);
static OTHER_TAG: Words = words(
    "{0} looks like a service tag; the contract names default tags only.",
    "{0} ressemble à une étiquette de service ; le contrat ne nomme que les étiquettes par défaut.",
    "{0} sembra un tag di servizio; il contratto nomina solo i tag predefiniti.",
);
static OTHER_TAG_WHY: Words = words(
    "The default tags are `VirtualNetwork`, `AzureLoadBalancer` and `Internet`. The page on remote access speaks of \
     service tags, and whether others than these are taken is not documented: a misspelt one would be refused.",
    "Les étiquettes par défaut sont `VirtualNetwork`, `AzureLoadBalancer` et `Internet`. La page sur l’accès à \
     distance parle d’étiquettes de service, sans dire si d’autres que celles-ci sont acceptées : une faute de frappe \
     serait refusée.",
    "I tag predefiniti sono `VirtualNetwork`, `AzureLoadBalancer` e `Internet`. La pagina sull’accesso remoto parla di \
     tag di servizio, e non è documentato se ne siano accettati altri: un errore di battitura verrebbe rifiutato.",
);

/// The tags of every virtual network.
const DEFAULT_TAGS: [&str; 3] = ["VirtualNetwork", "AzureLoadBalancer", "Internet"];

fn check(context: &Context, report: &mut Report) {
    for rule in context.plan.pool.nsg_rules() {
        let Some(source) = rule.source.filter(|source| !placeholder(source)) else {
            continue;
        };
        let finding = |message| Finding::new(&RULE, rule.pointer("sourceAddressPrefix"), message);
        match read(source) {
            Source::Good => {}
            Source::Empty => report.add(finding(Message::from(&EMPTY))),
            Source::Unreadable => report.add(finding(Message::new(&UNREADABLE, [source.into()]))),
            Source::Prefix(bits) => {
                let args = [source.into(), bits.to_string().into()];
                report.add(finding(Message::new(&PREFIX, args)));
            }
            Source::OtherTag => {
                let found = finding(Message::new(&OTHER_TAG, [source.into()]));
                report.add(found.weigh(Severity::Warning).because(&OTHER_TAG_WHY));
            }
        }
    }
}

/// What a source turns out to be.
#[derive(Debug, PartialEq, Eq)]
enum Source {
    Good,
    Empty,
    Unreadable,
    /// An address with a prefix that is no length up to so many bits.
    Prefix(u8),
    OtherTag,
}

fn read(source: &str) -> Source {
    if source == "*" || DEFAULT_TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(source)) {
        return Source::Good;
    }
    let (address, prefix) = match source.split_once('/') {
        Some((address, prefix)) => (address, Some(prefix)),
        None => (source, None),
    };
    if let Ok(address) = address.parse::<IpAddr>() {
        let bits = if address.is_ipv4() { 32 } else { 128 };
        let fits = prefix.is_none_or(|prefix| {
            let digits = prefix.bytes().all(|b| b.is_ascii_digit());
            digits && prefix.parse::<u8>().is_ok_and(|length| length <= bits)
        });
        return if fits { Source::Good } else { Source::Prefix(bits) };
    }
    let is_word = source.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    if source.trim().is_empty() {
        Source::Empty
    } else if is_word && source.starts_with(|c: char| c.is_ascii_alphabetic()) {
        Source::OtherTag
    } else {
        Source::Unreadable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_really_read() {
        for good in [
            "*",
            "10.1.2.3",
            "10.0.0.0/8",
            "0.0.0.0/0",
            "192.168.1.7/32",
            "2001:db8::1",
            "2001:db8::/128",
            "::/0",
            "Internet",
            "virtualnetwork",
        ] {
            assert_eq!(read(good), Source::Good, "{good}");
        }
        for wrong in [
            "10.1.2",
            "10.1.2.256",
            "010.1.2.3",
            "10.0.0.1-10.0.0.9",
            "10.0.0.1,10.0.0.2",
            " 10.0.0.1",
            "1.2.3.4/24/8",
            "2001:db8:::1",
            "**",
            "https://example.org",
        ] {
            assert!(!matches!(read(wrong), Source::Good | Source::OtherTag), "{wrong}");
        }
        for (wrong, bits) in [
            ("10.0.0.0/33", 32),
            ("10.0.0.0/", 32),
            ("::/129", 128),
            ("10.0.0.0/+8", 32),
        ] {
            assert_eq!(read(wrong), Source::Prefix(bits), "{wrong}");
        }
        assert_eq!(read("Storage.WestEurope"), Source::OtherTag);
        assert_eq!(read(" "), Source::Empty);
    }
}
