//! The gallery image: its version with replicas and replication in the account’s region, then its definition.

use super::{Known, Lines, Told, Verdict, known, managed_image};
use crate::arm::Call;
use crate::facts::limits::NODES_PER_REPLICA;
use crate::facts::live_reads::GALLERY_VERSION;
use crate::model::{Moment, Node, ResourceId, path, portions, same_region};
use crate::words::{Words, nouns, words};

pub(super) static TITLE: Words = words("Image of the gallery", "Image de la galerie", "Immagine della raccolta");

static VERSION: Words = words(
    "Version {0}: {1} in {2}.",
    "Version {0} : {1} dans {2}.",
    "Versione {0}: {1} in {2}.",
);
static VERSION_ONLY: Words = words("Version {0}.", "Version {0}.", "Versione {0}.");
static DEFINITION_ONLY: Words = words(
    "Definition {0}; no version is named, so its replicas cannot be read.",
    "Définition {0} ; aucune version n’est indiquée, les réplicas ne peuvent donc pas être lus.",
    "Definizione {0}; nessuna versione è indicata, quindi le repliche non possono essere lette.",
);
static NO_REPLICA: Words = words(
    "The version is not replicated to {0}, the region of the account.",
    "La version n’est pas répliquée dans {0}, la région du compte.",
    "La versione non è replicata in {0}, l’area dell’account.",
);
static REPLICATING: Words = words(
    "The replication to {0} is not complete: {1}.",
    "La réplication dans {0} n’est pas terminée : {1}.",
    "La replica in {0} non è completa: {1}.",
);
static FEW: Words = words(
    "{0} for {1}: one replica serves up to {2} nodes.",
    "{0} pour {1} : un réplica dessert jusqu’à {2} nœuds.",
    "{0} per {1}: una replica serve fino a {2} nodi.",
);
static NOT_LATEST: Words = words(
    "The version is excluded from `latest`; by its own name it can be used.",
    "La version est exclue de `latest` ; elle reste utilisable par son propre nom.",
    "La versione è esclusa da `latest`; resta utilizzabile con il proprio nome.",
);
static ENDS: Words = words(
    "Its end of life is {0}.",
    "Sa fin de vie est fixée au {0}.",
    "La fine del ciclo di vita è il {0}.",
);
static ENDED: Words = words(
    "Its end of life was {0}.",
    "Sa fin de vie remonte au {0}.",
    "La fine del ciclo di vita è stata il {0}.",
);
static SECURITY: Words = words(
    "Security type of the definition: {0}.",
    "Type de sécurité de la définition : {0}.",
    "Tipo di sicurezza della definizione: {0}.",
);
static NEEDS_SECURITY: Words = words(
    "The definition allows only VMs of security type {0}; the plan has {1}.",
    "La définition n’autorise que des machines virtuelles dont le type de sécurité est {0} ; dans le plan : {1}.",
    "La definizione consente solo macchine virtuali con tipo di sicurezza {0}; nel piano: {1}.",
);
static NONE: Words = words("none", "aucun", "nessuno");
static PLAN: Words = words("Purchase plan: {0}.", "Plan d’achat : {0}.", "Piano di acquisto: {0}.");
static NO_DEFINITION: Words = words(
    "The definition could not be read.",
    "La définition n’a pas pu être lue.",
    "Impossibile leggere la definizione.",
);

/// Where the reading of the gallery stands: what the version told, once it did.
#[derive(Clone, Debug, Default)]
pub(super) struct Gallery {
    version: Option<(Lines, String, Option<i64>)>,
}

/// The version, or the definition where no version is named.
pub(super) fn call(known: &Known) -> Option<Call> {
    let id = known.image.as_deref()?;
    let behind = match ResourceId::parse(id)?.gallery_image()?.version {
        Some(_) => "?$expand=ReplicationStatus",
        None => "",
    };
    known::of_resource(id, behind, GALLERY_VERSION.value)
}

impl Gallery {
    /// Whether the definition is what is read now.
    fn is_at_definition(&self, known: &Known) -> bool {
        self.version.is_some() || !names_version(known)
    }

    /// Takes an answer: the call that comes next, or what is told. `None` for an answer that is none.
    pub(super) fn heard(&mut self, body: &Node, known: &Known, now: Moment) -> Option<Result<Told, Call>> {
        let own = body.get("properties")?;
        if self.is_at_definition(known) {
            let (mut lines, version, replicas) = self.version.take().unwrap_or((Lines::new(now), String::new(), None));
            definition(body, own, known, now, &mut lines);
            return Some(Ok(ended(lines, version, replicas, known)));
        }
        let mut lines = Lines::new(now);
        let replicas = version(own, known, now, &mut lines);
        let name = body.get("name").and_then(Node::as_text).unwrap_or_default().to_owned();
        let id = known.image.as_deref()?;
        let definition = id.to_ascii_lowercase().rfind("/versions/").and_then(|at| id.get(..at));
        match definition.and_then(|id| known::of_resource(id, "", GALLERY_VERSION.value)) {
            Some(call) => {
                self.version = Some((lines, name, replicas));
                Some(Err(call))
            }
            None => Some(Ok(ended(lines, name, replicas, known))),
        }
    }

    /// The definition could not be read: what the version told stands.
    pub(super) fn missed(&mut self, known: &Known) -> Option<Told> {
        let (mut lines, version, replicas) = self.version.take()?;
        lines.say(Verdict::Note, &NO_DEFINITION, []);
        Some(ended(lines, version, replicas, known))
    }
}

fn names_version(known: &Known) -> bool {
    let image = known.image.as_deref().and_then(ResourceId::parse);
    image.is_some_and(|id| id.gallery_image().is_some_and(|image| image.version.is_some()))
}

/// Reads the version, and gives its replicas in the region of the account.
fn version(own: &Node, known: &Known, now: Moment, lines: &mut Lines) -> Option<i64> {
    managed_image::ready(own, lines);
    let publishing = own.get("publishingProfile");
    let of = |name: &str| publishing.and_then(|publishing| publishing.get(name));
    let region = known.region.as_deref();
    let here = |list: Option<&'_ Node>, name: &str| {
        let items = list.map_or(&[][..], Node::items);
        let is_here = |item: &&Node| {
            let own = item.get(name).and_then(Node::as_text);
            own.is_some_and(|own| region.is_some_and(|region| same_region(own, region)))
        };
        items.iter().find(is_here).cloned()
    };
    let targets = of("targetRegions");
    let target = here(targets, "name");
    let status = here(own.at("/replicationStatus/summary"), "region");
    let mut replicas = None;
    if let Some(region) = region.filter(|_| targets.is_some_and(|targets| !targets.items().is_empty())) {
        let count = target
            .as_ref()
            .map(|target| target.get("regionalReplicaCount").or_else(|| of("replicaCount")));
        replicas = match count {
            None => Some(0),
            Some(count) => count.and_then(Node::as_whole).filter(|count| *count >= 0),
        };
        if replicas == Some(0) {
            lines.say(Verdict::Trouble, &NO_REPLICA, [region.into()]);
        }
        let state = status.as_ref().and_then(|status| status.get("state")?.as_text());
        match state.filter(|state| !state.eq_ignore_ascii_case("Completed")) {
            Some(state) => lines.say(Verdict::Trouble, &REPLICATING, [region.into(), state.into()]),
            None => {
                if let Some(count) = replicas {
                    lines.read(path::IMAGE_REPLICAS, Node::number(count));
                }
            }
        }
        enough(replicas, known, lines);
    }
    let excluded = |node: Option<&Node>| node.and_then(Node::as_bool) == Some(true);
    if excluded(of("excludeFromLatest")) || excluded(target.as_ref().and_then(|target| target.get("excludeFromLatest")))
    {
        lines.say(Verdict::Note, &NOT_LATEST, []);
    }
    end_of_life(of("endOfLifeDate"), now, lines);
    let id = |pointer: &str| own.at(pointer).and_then(Node::as_text);
    let named = [
        "/storageProfile/source/virtualMachineId",
        "/storageProfile/source/id",
        "/storageProfile/osDiskImage/source/id",
    ];
    let of_kind = |kind: &str| {
        let mut ids = named.iter().filter_map(|pointer| id(pointer));
        ids.find(|id| ResourceId::parse(id).is_some_and(|id| id.is(kind)))
    };
    managed_image::source(
        of_kind("Microsoft.Compute/virtualMachines"),
        of_kind("Microsoft.Compute/snapshots"),
        id("/storageProfile/osDiskImage/source/uri"),
        lines,
    );
    managed_image::disks(own.at("/storageProfile/dataDiskImages"), lines);
    replicas
}

fn enough(replicas: Option<i64>, known: &Known, lines: &mut Lines) {
    let [dedicated, spot] = known.nodes;
    let nodes = dedicated.saturating_add(spot);
    let each = NODES_PER_REPLICA.value;
    if let Some(count) = replicas.filter(|count| *count > 0 && *count < portions(nodes, each)) {
        lines.say(
            Verdict::Note,
            &FEW,
            [
                (count, &nouns::REPLICAS).into(),
                (nodes, &nouns::NODES).into(),
                each.into(),
            ],
        );
    }
}

fn end_of_life(node: Option<&Node>, now: Moment, lines: &mut Lines) {
    if let Some(end) = node.and_then(|node| Moment::parse(node.as_text()?)) {
        let words = if end <= now { &ENDED } else { &ENDS };
        lines.say(Verdict::Note, words, [end.date().into()]);
    }
}

fn definition(body: &Node, own: &Node, known: &Known, now: Moment, lines: &mut Lines) {
    let text = |name: &str| own.get(name).and_then(Node::as_text);
    managed_image::kind(text("osType"), text("osState"), text("hyperVGeneration"), lines);
    if let Some(region) = body.get("location").and_then(Node::as_text) {
        lines.read(path::IMAGE_REGION, Node::text(region));
    }
    end_of_life(own.get("endOfLifeDate"), now, lines);
    let plan = own.get("purchasePlan").filter(|plan| !plan.members().is_empty());
    lines.read(path::IMAGE_PLAN, Node::bool(plan.is_some()));
    if let Some(name) = plan.and_then(|plan| plan.get("name")?.as_text()) {
        lines.say(Verdict::Note, &PLAN, [name.into()]);
    }
    let features = own.get("features").map_or(&[][..], Node::items);
    let security = features
        .iter()
        .find(|one| one.get("name").is_some_and(|name| name.says("SecurityType")));
    let Some(security) = security.and_then(|one| one.get("value")?.as_text()) else {
        return;
    };
    // `…Supported` and `None` leave a choice.
    let only = ["TrustedLaunch", "ConfidentialVM"]
        .iter()
        .find(|only| only.eq_ignore_ascii_case(security));
    let planned = known.security.as_deref();
    match only.filter(|only| !planned.is_some_and(|planned| planned.eq_ignore_ascii_case(only))) {
        Some(_) => {
            let planned = planned.map_or((&NONE).into(), Into::into);
            lines.say(Verdict::Trouble, &NEEDS_SECURITY, [security.into(), planned]);
        }
        None => lines.say(Verdict::Fine, &SECURITY, [security.into()]),
    }
}

fn ended(lines: Lines, version: String, replicas: Option<i64>, known: &Known) -> Told {
    match (replicas, known.region.as_deref()) {
        _ if version.is_empty() && !names_version(known) => {
            let image = known.image.as_deref().and_then(ResourceId::parse);
            lines.told(&DEFINITION_ONLY, [image.map_or("", |id| id.name()).into()])
        }
        (Some(count), Some(region)) => lines.told(
            &VERSION,
            [version.into(), (count, &nouns::REPLICAS).into(), region.into()],
        ),
        _ => lines.told(&VERSION_ONLY, [version.into()]),
    }
}
