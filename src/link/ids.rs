//! The names and ids of an account inside any text: between the slashes of a resource id, and GUIDs.

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Nothing that names anything.
    Plain,
    /// What stands behind `/subscriptions/`.
    Subscription,
    /// What stands behind `/resourceGroups/`.
    Group,
    /// What stands behind `/batchAccounts/`.
    Account,
    /// A GUID anywhere else.
    Guid,
}

const KEYWORDS: [(&str, Piece); 3] = [
    ("subscriptions", Piece::Subscription),
    ("resourceGroups", Piece::Group),
    ("batchAccounts", Piece::Account),
];

/// Cuts a text into pieces, in their order and without a gap.
pub(super) fn pieces(text: &str, see: &mut dyn FnMut(Piece, &str)) {
    let (mut at, mut plain) = (0, 0);
    while at < text.len() {
        match keyed(text, at).or_else(|| guid(text, at)) {
            Some((piece, start, end)) => {
                see(Piece::Plain, text.get(plain..start).unwrap_or_default());
                see(piece, text.get(start..end).unwrap_or_default());
                (at, plain) = (end, end);
            }
            None => at += 1,
        }
    }
    see(Piece::Plain, text.get(plain..).unwrap_or_default());
}

/// A slash, as it is or as JSON pointers write it inside a name.
fn slash(text: &str) -> Option<&str> {
    text.strip_prefix('/').or_else(|| text.strip_prefix("~1"))
}

fn keyed(text: &str, at: usize) -> Option<(Piece, usize, usize)> {
    if !matches!(text.as_bytes().get(at), Some(b'/' | b'~')) {
        return None;
    }
    let rest = slash(text.get(at..)?)?;
    let (keyword, piece) = KEYWORDS.into_iter().find(|(keyword, _)| {
        let start = rest.get(..keyword.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(keyword))
    })?;
    if piece == Piece::Account && is_type(text.get(..at)?) {
        return None;
    }
    let value = slash(rest.get(keyword.len()..)?)?;
    let start = text.len() - value.len();
    // A placeholder or a variable of a shell names nothing.
    let ends = |c: char| c.is_whitespace() || "/~?#\"'`<>{}()[]$%&|,;:\\".contains(c);
    let length = value.find(ends).unwrap_or(value.len());
    (length > 0).then_some((piece, start, start + length))
}

/// Whether a namespace stands alone before the keyword: `Microsoft.Batch/batchAccounts/pools` is the type of a resource, and
/// names no account.
fn is_type(before: &str) -> bool {
    const NAMESPACE: &str = "microsoft.batch";
    let ends = |text: &str, with: &str| {
        let start = text.len().checked_sub(with.len());
        start
            .and_then(|start| text.get(start..))
            .is_some_and(|end| end.eq_ignore_ascii_case(with))
    };
    ends(before, NAMESPACE) && {
        let above = before.get(..before.len() - NAMESPACE.len()).unwrap_or_default();
        !ends(above, "providers/") && !ends(above, "providers~1")
    }
}

const GUID: usize = 36;

fn guid(text: &str, at: usize) -> Option<(Piece, usize, usize)> {
    let bytes = text.as_bytes();
    if bytes.get(at + 8) != Some(&b'-') || (at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric)) {
        return None;
    }
    let found = text.get(at..at + GUID)?;
    let goes_on = bytes.get(at + GUID).is_some_and(u8::is_ascii_alphanumeric);
    (is_guid(found) && !goes_on).then_some((Piece::Guid, at, at + GUID))
}

/// Whether a text is a GUID with hyphens and nothing around it.
pub(super) fn is_guid(text: &str) -> bool {
    let fits = |(index, byte): (usize, u8)| match index {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == GUID && text.bytes().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<(Piece, String)> {
        let (mut found, mut whole) = (Vec::new(), String::new());
        pieces(text, &mut |piece, part| {
            whole.push_str(part);
            if piece != Piece::Plain {
                found.push((piece, part.to_owned()));
            }
        });
        assert_eq!(whole, text);
        found
    }

    fn same(text: &str, expected: &[(Piece, &str)]) {
        let expected: Vec<(Piece, String)> = expected
            .iter()
            .map(|(piece, part)| (*piece, (*part).to_owned()))
            .collect();
        assert_eq!(named(text), expected, "{text}");
    }

    const ID: &str = "6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44";

    #[test]
    fn the_type_of_a_resource_names_no_account() {
        same("Microsoft.Batch/batchAccounts/pools", &[]);
        same("\"type\": \"microsoft.batch/BATCHACCOUNTS/pools@2025-06-01\"", &[]);
        same(
            "/providers/Microsoft.Batch/batchAccounts/renderweu/pools/p",
            &[(Piece::Account, "renderweu")],
        );
    }

    #[test]
    fn the_parts_of_ids_are_found_in_any_letter_case() {
        same(
            "/Subscriptions/s/RESOURCEGROUPS/rg-1/providers/Microsoft.Batch/batchaccounts/acct/applications/app",
            &[
                (Piece::Subscription, "s"),
                (Piece::Group, "rg-1"),
                (Piece::Account, "acct"),
            ],
        );
        same(
            "az x --scope /subscriptions/s && /pool/~1subscriptions~1t~1resourceGroups~1g",
            &[
                (Piece::Subscription, "s"),
                (Piece::Subscription, "t"),
                (Piece::Group, "g"),
            ],
        );
    }

    #[test]
    fn guids_are_found_alone_and_whole() {
        same(ID, &[(Piece::Guid, ID)]);
        same(&format!("az login --tenant={ID}é"), &[(Piece::Guid, ID)]);
        same(&format!("/subscriptions/{ID}"), &[(Piece::Subscription, ID)]);
        same(&format!("a{ID}"), &[]);
        same(&format!("{ID}0"), &[]);
    }

    #[test]
    fn placeholders_and_variables_name_nothing() {
        for text in [
            "",
            "/",
            "/subscriptions",
            "/subscriptions/",
            "/subscriptions//x",
            "/subscriptions/{sub id}/x",
            "/subscriptions/<sub>/x",
            "/subscriptions/$SUB/x",
            "subscriptions/s",
            "/subscriptionsé/s",
        ] {
            same(text, &[]);
        }
    }
}
