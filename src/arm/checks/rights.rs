//! What the caller may do with the account, or with the image.

use super::{Known, Lines, Told, Verdict, known};
use crate::arm::Call;
use crate::facts::live_reads::PERMISSIONS_VERSION;
use crate::model::{Moment, Node};
use crate::words::{Arg, Words, words};

pub(super) static ON_ACCOUNT: Words = words(
    "Your rights on the account",
    "Vos droits sur le compte",
    "Diritti sull’account",
);
pub(super) static ON_IMAGE: Words = words(
    "Your rights on the image",
    "Vos droits sur l’image",
    "Diritti sull’immagine",
);

static ALL: Words = words(
    "Everything that is needed is allowed.",
    "Tout ce qui est nécessaire est autorisé.",
    "Tutto il necessario è consentito.",
);
static SOME: Words = words(
    "Rights that may be needed are missing.",
    "Il manque des droits qui peuvent être nécessaires.",
    "Mancano diritti che potrebbero servire.",
);
static LACKS: Words = words(
    "Missing: {0}. Have a role assigned that includes it.",
    "Droit manquant : {0}. Faites-vous attribuer un rôle qui l’inclut.",
    "Manca {0}. Richiedere l’assegnazione di un ruolo che lo comprenda.",
);
/// For one allowed action, for two, for three.
static MAY: [Words; 3] = [
    words("Allowed: {0}.", "Autorisé : {0}.", "Consentito: {0}."),
    words("Allowed: {0}, {1}.", "Autorisés : {0}, {1}.", "Consentiti: {0}, {1}."),
    words(
        "Allowed: {0}, {1}, {2}.",
        "Autorisés : {0}, {1}, {2}.",
        "Consentiti: {0}, {1}, {2}.",
    ),
];

/// An action, and whether nothing works without it.
type Needed = (&'static str, bool);

static OF_ACCOUNT: [Needed; 3] = [
    ("Microsoft.Batch/batchAccounts/pools/write", true),
    ("Microsoft.Batch/batchAccounts/pools/read", true),
    ("Microsoft.Batch/batchAccounts/pools/delete", false),
];
static OF_MANAGED_IMAGE: [Needed; 1] = [("Microsoft.Compute/images/read", true)];
static OF_GALLERY_IMAGE: [Needed; 1] = [("Microsoft.Compute/galleries/images/versions/read", true)];

/// Whose rights are read, and what was listed so far.
#[derive(Clone, Debug)]
pub(super) struct Rights {
    of_image: bool,
    allowed: [bool; 3],
}

const BEHIND: &str = "/providers/Microsoft.Authorization/permissions";

impl Rights {
    pub(super) fn new(of_image: bool) -> Rights {
        Rights {
            of_image,
            allowed: [false; 3],
        }
    }

    pub(super) fn call(&self, known: &Known) -> Option<Call> {
        if self.of_image {
            return known::of_resource(known.image.as_deref()?, BEHIND, PERMISSIONS_VERSION.value);
        }
        let account = known.account.as_deref()?;
        let version = PERMISSIONS_VERSION.value;
        Some(Call::get(format!("{account}{BEHIND}?api-version={version}")))
    }

    fn needed(&self, known: &Known) -> &'static [Needed] {
        match (self.of_image, known.gallery) {
            (false, _) => &OF_ACCOUNT,
            (true, true) => &OF_GALLERY_IMAGE,
            (true, false) => &OF_MANAGED_IMAGE,
        }
    }

    /// Reads a page; `None` when it is none. Any one entry may allow an action, and takes away only from itself.
    pub(super) fn page(&mut self, body: &Node, known: &Known) -> Option<()> {
        let entries = body.get("value")?.items();
        let needed = self.needed(known);
        for (allowed, (action, _)) in self.allowed.iter_mut().zip(needed) {
            *allowed |= entries.iter().any(|entry| {
                let names = |list: &str| {
                    let mut patterns = entry
                        .get(list)
                        .map_or(&[][..], Node::items)
                        .iter()
                        .filter_map(Node::as_text);
                    patterns.any(|pattern| covers(pattern, action))
                };
                names("actions") && !names("notActions")
            });
        }
        Some(())
    }

    /// What all pages told.
    pub(super) fn told(self, known: &Known, now: Moment) -> Told {
        let mut lines = Lines::new(now);
        let needed = self.needed(known);
        let mut may: Vec<Arg> = Vec::new();
        for ((action, vital), allowed) in needed.iter().zip(self.allowed) {
            match (allowed, *vital) {
                (true, _) => may.push((*action).into()),
                (false, true) => lines.say(Verdict::Trouble, &LACKS, [(*action).into()]),
                (false, false) => lines.say(Verdict::Note, &LACKS, [(*action).into()]),
            }
        }
        let all = may.len() == needed.len();
        // What is allowed takes one line, whatever its number; what is missing has one each.
        if let Some(words) = may.len().checked_sub(1).and_then(|at| MAY.get(at)) {
            lines.say(Verdict::Fine, words, may);
        }
        lines.told(if all { &ALL } else { &SOME }, [])
    }
}

/// Whether a pattern such as `Microsoft.Batch/*/read` covers an action, in any letter case.
fn covers(pattern: &str, action: &str) -> bool {
    let (pattern, action) = (pattern.to_ascii_lowercase(), action.to_ascii_lowercase());
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| action.strip_prefix(first)) else {
        return false;
    };
    let mut open = false;
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        open = true;
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part).and_then(|at| rest.get(at + part.len()..)) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    open || rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn wildcards_stand_for_anything() {
        let action = "Microsoft.Batch/batchAccounts/pools/write";
        for pattern in [
            "*",
            "microsoft.batch/*",
            "Microsoft.Batch/batchAccounts/pools/write",
            "*/write",
            "Microsoft.Batch/*/pools/*",
            "Microsoft.Batch/batchAccounts/pools/write*",
        ] {
            assert!(covers(pattern, action), "{pattern}");
        }
        for pattern in [
            "",
            "*/read",
            "Microsoft.Batch/batchAccounts/pools",
            "Microsoft.Compute/*",
            "*/pools",
            "a*b*c",
        ] {
            assert!(!covers(pattern, action), "{pattern}");
        }
    }
}
