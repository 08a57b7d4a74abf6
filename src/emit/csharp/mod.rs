//! The plan in C#: tables say which member of a library each member of the contract is, one walk reads them, and a small
//! writer lays the code out as `dotnet format` does.

pub(super) mod compute;
mod data_plane;
mod expression;
pub(super) mod legacy;
pub(super) mod resource_manager;
mod table;
mod walk;

use super::LeftOut;
use super::pieces::literal;
use crate::model::Cloud;
use crate::words::{Arg, Message, Words, words};

/// A C# string literal that stands for exactly this text.
fn quoted(text: &str) -> String {
    literal(text)
}

/// What the environment says.
fn variable(name: &str) -> String {
    format!("Environment.GetEnvironmentVariable({})!", quoted(name))
}

/// A part of the address that comes from the environment.
pub(super) static UNKNOWN: Words = words(
    "The plan does not say it: set the environment variable {0}.",
    "Le plan ne l’indique pas : définissez la variable d’environnement {0}.",
    "Il piano non lo indica: impostare la variabile di ambiente {0}.",
);

/// A line that declares a part of the address, and a note when it must come from the environment.
fn declared(
    name: &str,
    value: Option<&String>,
    environment: &'static str,
    path: &str,
    left_out: &mut Vec<LeftOut>,
) -> String {
    let value = value.map(|value| quoted(value)).unwrap_or_else(|| {
        left_out.push(LeftOut {
            path: path.to_owned(),
            why: Message::new(&UNKNOWN, [Arg::from(environment)]),
        });
        variable(environment)
    });
    format!("string {name} = {value};\n")
}

/// Signs in, to the plan's cloud.
fn credential(cloud: Cloud) -> String {
    let host = match cloud {
        Cloud::Public => return "var credential = new DefaultAzureCredential();\n".to_owned(),
        Cloud::China => "AzureChina",
        Cloud::UsGovernment => "AzureGovernment",
    };
    format!(
        "var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions\n{{\n    AuthorityHost = AzureAuthorityHosts.{host},\n}});\n"
    )
}

/// The `using` lines, those of the runtime first.
fn usings<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let key = |name: &'a str| (name != "System" && !name.starts_with("System."), name);
    let mut sorted: Vec<&str> = Vec::new();
    for name in names {
        let at = sorted.partition_point(|other| key(other) < key(name));
        if sorted.get(at) != Some(&name) {
            sorted.insert(at, name);
        }
    }
    sorted.into_iter().map(|name| format!("using {name};\n")).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    /// Reads a literal back as the C# compiler does.
    fn read(literal: &str) -> String {
        let inner = literal
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .expect("quotes");
        let mut units: Vec<u16> = Vec::new();
        let mut rest = inner.chars();
        while let Some(c) = rest.next() {
            assert!(
                !matches!(c, '"' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'),
                "{literal}"
            );
            if c != '\\' {
                units.extend(c.encode_utf16(&mut [0; 2]).iter());
                continue;
            }
            units.push(match rest.next().expect("an escape") {
                'n' => 10,
                'r' => 13,
                't' => 9,
                '"' => 34,
                '\\' => 92,
                'u' => {
                    let hex: String = rest.by_ref().take(4).collect();
                    u16::from_str_radix(&hex, 16).expect("four digits")
                }
                other => panic!("\\{other} in {literal}"),
            });
        }
        String::from_utf16(&units).expect("whole characters")
    }

    #[test]
    fn hostile_texts_are_read_back() {
        for text in [
            "",
            "\"; Environment.Exit(1); //",
            "\\",
            "\\\"",
            "a\nb\r\tc\0d\u{85}\u{2028}\u{2029}",
            "\u{202e}abc\u{200f}\u{feff}",
            "🦀 é $(rm) {0} {{x}} %PATH% `x`",
            "\u{1}\u{7f}\u{9f}1234",
        ] {
            assert_eq!(read(&quoted(text)), text);
            assert!(quoted(text).chars().all(|c| !c.is_control() && !crate::emit::unseen(c)));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_back(text in ".*") {
            proptest::prop_assert_eq!(read(&quoted(&text)), text);
        }

        #[test]
        fn any_characters_are_read_back(characters in proptest::collection::vec(proptest::char::any(), 0..40)) {
            let text: String = characters.into_iter().collect();
            proptest::prop_assert_eq!(read(&quoted(&text)), text);
        }
    }

    #[test]
    fn the_runtime_is_used_first() {
        assert_eq!(
            usings(["Azure", "System.Xml", "Azure.Core", "System"]),
            "using System;\nusing System.Xml;\nusing Azure;\nusing Azure.Core;\n"
        );
    }
}
