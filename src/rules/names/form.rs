//! The form of the names in `target` and of the display name: lengths and alphabets, checked by `validator`'s derive.

use validator::{Validate, ValidationError, ValidationErrors};

use crate::facts::limits::{ACCOUNT_NAME, DISPLAY_NAME, POOL_NAME, RESOURCE_GROUP};
use crate::model::{Plan, placeholder};

/// A name whose form is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    PoolName,
    Account,
    ResourceGroup,
    Subscription,
    DisplayName,
    Tenant,
    ImageTenant,
}

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// Too short or too long.
    Length,
    /// Characters that are never allowed.
    Characters,
    /// Upper case where the text wants lower case and the pattern does not.
    LetterCase,
    /// Neither a UUID nor whatever else may stand there.
    Identifier,
}

/// The names of a plan. Absent ones and those with a placeholder, which has a rule of its own, are not checked.
#[derive(Validate)]
struct Names<'a> {
    #[validate(length(min = POOL_NAME.value.0, max = POOL_NAME.value.1), custom(function = "has_pool_characters"))]
    pool_name: Option<&'a str>,
    #[validate(
        length(min = ACCOUNT_NAME.value.0, max = ACCOUNT_NAME.value.1),
        custom(function = "has_account_characters")
    )]
    account: Option<&'a str>,
    #[validate(length(min = RESOURCE_GROUP.value.0, max = RESOURCE_GROUP.value.1))]
    resource_group: Option<&'a str>,
    #[validate(custom(function = "names_subscription"))]
    subscription: Option<&'a str>,
    #[validate(length(max = DISPLAY_NAME.value))]
    display_name: Option<&'a str>,
    #[validate(custom(function = "names_tenant"))]
    tenant: Option<&'a str>,
    #[validate(custom(function = "names_tenant"))]
    image_tenant: Option<&'a str>,
}

impl Field {
    /// The name of the member of [`Names`].
    fn key(self) -> &'static str {
        match self {
            Field::PoolName => "pool_name",
            Field::Account => "account",
            Field::ResourceGroup => "resource_group",
            Field::Subscription => "subscription",
            Field::DisplayName => "display_name",
            Field::Tenant => "tenant",
            Field::ImageTenant => "image_tenant",
        }
    }
}

/// What is wrong with these names of the plan, in the order asked for: the names as written and their flaws.
pub(super) fn flaws<'a>(plan: &Plan<'a>, fields: &[Field]) -> Vec<(Field, &'a str, Flaw)> {
    let filled = |name: Option<&'a str>| name.filter(|name| !placeholder(name));
    let names = Names {
        pool_name: filled(plan.target.pool_name),
        account: filled(plan.target.account),
        resource_group: filled(plan.target.resource_group),
        subscription: filled(plan.target.subscription),
        // Braces and angle brackets are free text in a display name.
        display_name: plan.pool.display_name,
        tenant: filled(plan.target.tenant),
        image_tenant: filled(plan.image.tenant),
    };
    let Err(errors) = names.validate() else {
        return Vec::new();
    };
    let written = |field| match field {
        Field::PoolName => names.pool_name,
        Field::Account => names.account,
        Field::ResourceGroup => names.resource_group,
        Field::Subscription => names.subscription,
        Field::DisplayName => names.display_name,
        Field::Tenant => names.tenant,
        Field::ImageTenant => names.image_tenant,
    };
    let found = fields.iter().flat_map(|&field| {
        let flaws = in_order(&errors, field).into_iter();
        flaws.filter_map(move |flaw| Some((field, written(field)?, flaw)))
    });
    found.collect()
}

/// `validator` keeps errors in a map without order; within a field they stand in the order of the attributes.
fn in_order(errors: &ValidationErrors, field: Field) -> Vec<Flaw> {
    let of_field = errors
        .field_errors()
        .get(field.key())
        .copied()
        .cloned()
        .unwrap_or_default();
    let flaw = |error: &ValidationError| match error.code.as_ref() {
        "characters" => Flaw::Characters,
        "letter_case" => Flaw::LetterCase,
        "identifier" => Flaw::Identifier,
        _ => Flaw::Length,
    };
    of_field.iter().map(flaw).collect()
}

/// Whether a pool name may have this character.
pub(super) fn is_pool_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
}

fn has_pool_characters(name: &str) -> Result<(), ValidationError> {
    check(name.chars().all(is_pool_character), "characters")
}

fn has_account_characters(name: &str) -> Result<(), ValidationError> {
    check(name.chars().all(|c| c.is_ascii_alphanumeric()), "characters")?;
    check(!name.chars().any(|c| c.is_ascii_uppercase()), "letter_case")
}

fn names_subscription(text: &str) -> Result<(), ValidationError> {
    check(is_uuid(text), "identifier")
}

fn names_tenant(text: &str) -> Result<(), ValidationError> {
    check(is_uuid(text) || is_domain(text), "identifier")
}

fn check(holds: bool, code: &'static str) -> Result<(), ValidationError> {
    if holds { Ok(()) } else { Err(ValidationError::new(code)) }
}

/// Groups of 8, 4, 4, 4 and 12 hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    let mut groups = text.split('-');
    let fits = [8, 4, 4, 4, 12].iter().all(|length| {
        groups
            .next()
            .is_some_and(|group| group.len() == *length && group.bytes().all(|b| b.is_ascii_hexdigit()))
    });
    fits && groups.next().is_none()
}

/// Labels of letters, digits and inner hyphens, at least two of them.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.contains('.') && text.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_have_five_groups() {
        assert!(is_uuid("6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44"));
        assert!(is_uuid("6F1C0F6E-3B0A-4A57-9D0E-2F5A9C1B7E44"));
        for wrong in [
            "",
            "6f1c0f6e3b0a4a579d0e2f5a9c1b7e44",
            "6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e4",
            "6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44-",
            "6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e4g",
        ] {
            assert!(!is_uuid(wrong), "{wrong}");
        }
    }

    #[test]
    fn domains_have_at_least_two_labels() {
        assert!(is_domain("contoso.onmicrosoft.com"));
        for wrong in ["", "contoso", "contoso.", ".com", "a b.com", "-a.com", "common"] {
            assert!(!is_domain(wrong), "{wrong}");
        }
    }
}
