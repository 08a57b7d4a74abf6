//! Plan → findings. A rule is data with one function; numbers come from `facts`, sentences are [`Words`].

pub mod acceptance;
mod boundary;
mod catalogue;
mod contract;
pub mod document;
mod finding;
mod fix_titles;
mod id_wrapping;
mod image;
mod image_content;
mod machine;
mod names;
mod near;
mod network;
mod node_setup;
mod reading;
mod report;
mod scale;

pub use boundary::{Difference, differences};
pub use catalogue::{all, find};
pub use finding::{Finding, Fix, Place};
pub use report::Report;

use crate::facts::Citation;
use crate::facts::disagreements::{DISAGREEMENTS, Disagreement};
use crate::facts::pages::READ_ON;
use crate::model::{ApiVersion, CalendarDate, Plan};
use crate::words::{Words, words};

/// What a finding means. The order is that of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The documentation says the service refuses it, or it cannot work.
    Error,
    /// Accepted, but documented to fail at scale, to cost, to end on a date, or the sources disagree.
    Warning,
    /// A recommended practice, or something worth knowing.
    Advice,
}

impl Severity {
    /// Every severity, heaviest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];

    /// The name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

/// How sure a rule can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A page of Microsoft's says so.
    Documented,
    /// The published REST contract says so.
    Contract,
    /// Arithmetic on documented figures.
    Derived,
    /// Only the account can tell.
    Account,
}

impl Basis {
    /// Every basis, the surest first.
    pub const ALL: [Basis; 4] = [Basis::Documented, Basis::Contract, Basis::Derived, Basis::Account];

    /// The name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Documented => "documented",
            Basis::Contract => "contract",
            Basis::Derived => "derived",
            Basis::Account => "account",
        }
    }

    /// What a basis is called.
    pub fn title(self) -> &'static Words {
        static DOCUMENTED: Words = words("documented", "documenté", "documentato");
        static CONTRACT: Words = words("contract", "contrat", "contratto");
        static DERIVED: Words = words("derived", "déduit", "derivato");
        static ACCOUNT: Words = words("depends on the account", "dépend du compte", "dipende dall’account");
        match self {
            Basis::Documented => &DOCUMENTED,
            Basis::Contract => &CONTRACT,
            Basis::Derived => &DERIVED,
            Basis::Account => &ACCOUNT,
        }
    }
}

/// The part of a plan a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// The text and the published contract.
    Document,
    /// The image.
    Image,
    /// Size and scale.
    Scale,
    /// Virtual network, addresses and ports.
    Network,
    /// Names, ids and top-level members.
    Names,
    /// Disks, security, placement, extensions, containers and upgrade of the virtual machines.
    Machine,
    /// Start task, users, packages and mounts of a node.
    NodeSetup,
}

impl Area {
    /// Every area, in the order of the catalogue.
    pub const ALL: [Area; 7] = [
        Area::Document,
        Area::Image,
        Area::Scale,
        Area::Network,
        Area::Names,
        Area::Machine,
        Area::NodeSetup,
    ];

    /// The name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Area::Document => "document",
            Area::Image => "image",
            Area::Scale => "scale",
            Area::Network => "network",
            Area::Names => "names",
            Area::Machine => "machine",
            Area::NodeSetup => "node-setup",
        }
    }

    /// What the area is called.
    pub fn title(self) -> &'static Words {
        match self {
            Area::Document => &const { words("Text and contract", "Texte et contrat", "Testo e contratto") },
            Area::Image => &const { words("Custom image", "Image personnalisée", "Immagine personalizzata") },
            Area::Scale => &const { words("Scale", "Mise à l’échelle", "Scalabilità") },
            Area::Network => &const { words("Network", "Réseau", "Rete") },
            Area::Names => &const { words("Names and top level", "Noms et premier niveau", "Nomi e primo livello") },
            Area::Machine => &const { words("Virtual machine", "Machine virtuelle", "Macchina virtuale") },
            Area::NodeSetup => {
                &const { words("Set-up of the nodes", "Préparation des nœuds", "Preparazione dei nodi") }
            }
        }
    }
}

/// A plan text that breaks a rule, and the nearest one that does not: both are test fixtures,
/// `tests/fixtures/rules/{id}.fires.jsonc` and `{id}.passes.jsonc`.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The texts themselves; in the page the names under which they are loaded when somebody reads them.
    held: [&'static str; 2],
}

impl Example {
    /// The rule fires on it. Empty in a page that has not loaded its examples.
    pub fn fires(&self) -> String {
        let [fires, _] = self.held;
        read(fires)
    }

    /// The rule is silent on it, though only just. Empty in a page that has not loaded its examples.
    pub fn passes(&self) -> String {
        let [_, passes] = self.held;
        read(passes)
    }
}

/// The text without what only the tests are told (`// severity: …`, `// path: …`); `cargo xtask texts` leaves out the same.
#[cfg(not(target_arch = "wasm32"))]
fn read(text: &str) -> String {
    let for_tests = |line: &&str| !line.starts_with("// severity: ") && !line.starts_with("// path: ");
    text.split_inclusive('\n').filter(for_tests).collect()
}

#[cfg(target_arch = "wasm32")]
fn read(name: &str) -> String {
    crate::words::read_later(name)
}

/// The day on which an example is judged: the one its head names (`// as-of: 2026-03-31`), else that on which the pages
/// were read.
pub fn day_of(example: &str) -> CalendarDate {
    let named = example.lines().find_map(|line| line.strip_prefix("// as-of: "));
    named.and_then(CalendarDate::parse).unwrap_or(READ_ON)
}

/// The two fixtures of a rule.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! example {
    ($id:literal) => {
        $crate::rules::Example {
            held: [
                include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"),
                    "/tests/fixtures/rules/",
                    $id,
                    ".fires.jsonc"
                )),
                include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"),
                    "/tests/fixtures/rules/",
                    $id,
                    ".passes.jsonc"
                )),
            ],
        }
    };
}

/// The names of the two fixtures of a rule.
#[cfg(target_arch = "wasm32")]
macro_rules! example {
    ($id:literal) => {
        $crate::rules::Example {
            held: [concat!($id, ".fires"), concat!($id, ".passes")],
        }
    };
}
pub(crate) use example;

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Permanent and opaque: `AB0118`. Never used again for another rule.
    pub id: &'static str,
    /// States the problem: `too-many-spot-from-managed-image`.
    pub name: &'static str,
    /// The heaviest severity its findings have.
    pub severity: Severity,
    /// How sure it is.
    pub basis: Basis,
    /// The part of the plan it is about.
    pub area: Area,
    /// The problem in general, without anybody's values. No full stop.
    pub title: Words,
    /// Why it is a problem, and what happens.
    pub why: Words,
    /// The pages it rests on, the weightiest first. Never empty.
    pub sources: &'static [Citation],
    /// The members of the plan it looks at, as pointers.
    pub fields: &'static [&'static str],
    /// The first and last api-version it speaks about; `None` for all.
    pub versions: Option<(ApiVersion, ApiVersion)>,
    /// A plan that breaks it and the nearest that does not.
    pub example: Example,
    /// Looks at a plan and reports.
    pub check: Check,
}

/// How a rule comes to its findings.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// By a function of its own.
    Own(fn(&Context, &mut Report)),
    /// In one of the walks that serve several rules: the reading of the text or of a formula, or the walk along the contract.
    Walk,
}

/// What a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan<'a>,
    /// The day on which dated rules are judged.
    pub as_of: CalendarDate,
}

/// What the pages behind a rule do not agree on, each with a sentence about it.
pub fn disagreements(rule: &Rule) -> impl Iterator<Item = &'static Disagreement> {
    let cites = |side: &Citation| {
        let mut sources = rule.sources.iter();
        sources.any(|source| std::ptr::eq(source.page, side.page) && source.says == side.says)
    };
    DISAGREEMENTS
        .iter()
        .filter(move |disagreement| disagreement.sides.iter().all(cites))
}

/// Whether the pages behind a rule do not agree.
pub fn sources_disagree(rule: &Rule) -> bool {
    disagreements(rule).next().is_some()
}

/// Runs every rule over a plan.
pub fn check(context: &Context) -> Vec<Finding> {
    let mut report = Report::default();
    contract::walk(context, &mut report);
    scale::walk_formula(context, &mut report);
    for rule in all() {
        if let Check::Own(check) = rule.check {
            check(context, &mut report);
        }
    }
    let mut findings = report.into_findings();
    // Of a value that is not known, nothing else can be said.
    findings.retain(|finding| !reading::rests_on_unknown(finding, context.plan.root));
    if !context.plan.readings.is_empty() {
        for finding in &mut findings {
            finding.read_at = finding.oldest_reading(context.plan);
        }
    }
    findings
}
