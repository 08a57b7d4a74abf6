//! Whether a body is refused: the same rules as the page's judge a plan made of the request and of what the account itself
//! knows. What is written down as refused, by the contract or by the documentation, is refused.

use super::Cloud;
use super::account::Account;
use super::contract_body::put;
use super::pool::Pool;
use super::reply::Refused;
use crate::analysis::analyse;
use crate::facts::error_texts::{self, Related};
use crate::model::{AllocationMode, ApiVersion, Node, path};
use crate::rules::{Basis, Finding, Severity};
use crate::words::{Language, Message};

/// What is judged.
pub(super) struct Case<'a> {
    /// The account it was sent to.
    pub(super) account: &'a Account,
    /// The name of the pool.
    pub(super) pool: &'a str,
    /// The api-version of the request.
    pub(super) version: ApiVersion,
    /// The body, as it would be after the call.
    pub(super) body: &'a Node,
    /// Pointers of the members that were given; findings elsewhere are not the caller's. Empty for all.
    pub(super) given: &'a [String],
}

/// So many findings are told.
const TOLD: usize = 5;

impl Cloud {
    /// Refuses a body for what the rules say of it.
    pub(super) fn judge(&self, case: &Case) -> Result<(), Box<Refused>> {
        let analysis = analyse(&self.plan(case).to_json(), self.now.date());
        let located = analysis.findings.iter().map(|located| &located.finding);
        let wrong: Vec<&Finding> = located
            .filter(|finding| is_refused(finding) && concerns(finding, case))
            .collect();
        let Some(first) = wrong.first() else {
            return Ok(());
        };
        let mut refused = Refused::by_batch(400, code_of(first), said(&first.message));
        for finding in wrong.iter().take(TOLD) {
            if let Some(named) = property(finding.place.path()) {
                refused = refused
                    .detail("PropertyName", &path::last(finding.place.path()))
                    .detail("PropertyPath", &named);
            }
            refused = refused.detail("Reason", &said(&finding.message));
        }
        Err(refused)
    }

    /// The plan that a request amounts to.
    fn plan(&self, case: &Case) -> Node {
        let account = case.account;
        let mode = match account.mode {
            AllocationMode::BatchService => "BatchService",
            AllocationMode::UserSubscription => "UserSubscription",
        };
        let cloud = crate::model::Cloud::NAMES.get(account.cloud as usize).copied();
        let target = [
            ("cloud", cloud.unwrap_or_default()),
            ("subscriptionId", &account.subscription),
            ("resourceGroup", &account.group),
            ("accountName", &account.name),
            ("region", &account.region),
            ("tenantId", &account.tenant),
            ("poolAllocationMode", mode),
            ("poolName", case.pool),
            ("apiVersion", case.version.name()),
        ];
        let reference = case.body.at(&path::IMAGE_REFERENCE[path::POOL.len()..]);
        let key = reference.and_then(image_key);
        let mut plan = vec![(
            "target",
            Node::object(target.map(|(name, text)| (name, Node::text(text)))),
        )];
        if let Some(image) = key.as_deref().and_then(|key| self.resource_there(key)) {
            let mut facts = image.facts.clone();
            if image
                .replicas_in
                .as_ref()
                .is_some_and(|region| !crate::model::same_region(region, &account.region))
            {
                put(&mut facts, "replicasInRegion", Node::number(0));
            }
            plan.push(("image", facts));
        }
        let same = |pool: &&Pool| {
            pool.image()
                .and_then(image_key)
                .is_some_and(|own| key.as_ref().is_some_and(|key| own.eq_ignore_ascii_case(key)))
        };
        let others = account
            .pools
            .iter()
            .filter(|pool| !pool.name.eq_ignore_ascii_case(case.pool) && !pool.is_deleting());
        let neighbours = others.filter(same).map(|pool| {
            Node::object([
                ("poolName", Node::text(pool.name.as_str())),
                ("dedicated", Node::number(pool.allocation.target.dedicated)),
                ("spot", Node::number(pool.allocation.target.spot)),
            ])
        });
        plan.push(("neighbours", Node::list(neighbours)));
        plan.push(("pool", case.body.clone()));
        Node::object(plan)
    }
}

/// By what an image is known: its id, or publisher, offer and SKU.
pub(super) fn image_key(reference: &Node) -> Option<String> {
    let text = |name: &str| reference.get(name).and_then(Node::as_text);
    let ids = ["id", "sharedGalleryImageId", "communityGalleryImageId"];
    if let Some(id) = ids.into_iter().find_map(text) {
        return Some(id.to_owned());
    }
    let parts = ["publisher", "offer", "sku"].map(|name| text(name).unwrap_or_default());
    parts.iter().any(|part| !part.is_empty()).then(|| parts.join(":"))
}

fn is_refused(finding: &Finding) -> bool {
    // What the form of a plan is wrong in is nothing that was sent.
    let of_form = finding.rule.id == "AB0005";
    !of_form && finding.severity == Severity::Error && matches!(finding.basis, Basis::Contract | Basis::Documented)
}

/// Whether a finding stands in what was given.
fn concerns(finding: &Finding, case: &Case) -> bool {
    let lies_in = |outer: &String| {
        let rest = finding.place.path().strip_prefix(outer.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    case.given.is_empty() || case.given.iter().any(lies_in)
}

/// A pointer of the plan as the service names a property: `properties.dataDisks[0].lun`.
fn property(pointer: &str) -> Option<String> {
    let mut named = String::new();
    for part in pointer.strip_prefix(path::POOL)?.split('/').skip(1) {
        let part = path::unescape(part);
        match part.parse::<usize>() {
            Ok(index) => named.push_str(&format!("[{index}]")),
            Err(_) if named.is_empty() => named = part,
            Err(_) => {
                named.push('.');
                named.push_str(&part);
            }
        }
    }
    (!named.is_empty()).then_some(named)
}

/// Codes of refused requests; others of the dictionary belong to resizes and nodes.
const CODES: [&str; 4] = [
    "InvalidRequestBody",
    "MissingRequiredProperty",
    "AzureDiskEncryptionNotSupportedOnVMSize",
    "CertificateRetired",
];

/// The code with which a finding is refused: what the body cannot be read for, what it lacks, what the dictionary of errors
/// has for the rule, else that a value is wrong.
fn code_of(finding: &Finding) -> &'static str {
    let of_dictionary = || {
        let related = |known: &&error_texts::KnownError| match known.rules {
            Related::These(ids) => ids.contains(&finding.rule.id),
            Related::AtField => false,
        };
        let codes = error_texts::all()
            .filter(related)
            .flat_map(|known| known.codes.iter().copied());
        codes.into_iter().find(|code| CODES.contains(code))
    };
    match finding.rule.id {
        "AB0009" | "AB0011" | "AB0012" | "AB0013" | "AB0014" | "AB0018" => "InvalidRequestBody",
        "AB0016" | "AB0409" => "MissingRequiredProperty",
        _ => of_dictionary().unwrap_or("InvalidPropertyValue"),
    }
}

/// A message in English, as the service speaks; in a page that has loaded another language, in that one.
fn said(message: &Message) -> String {
    let texts = Language::ALL.into_iter().map(|language| message.plain(language));
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}
