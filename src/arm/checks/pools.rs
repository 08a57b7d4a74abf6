//! The other pools of the account: the same name, nodes on the same image, cores in use, and their number.

use super::{Known, Lines, Told, Verdict};
use crate::model::{Moment, Node, ResourceId, VmSize, path};
use crate::words::{Noun, Words, nouns, words};

pub(super) static TITLE: Words = words("Pools of the account", "Pools du compte", "Pool dell’account");

static SUM: Words = words(
    "{0} in the account; cores in use: {1} dedicated, {2} Spot (derived from the sizes).",
    "{0} dans le compte ; cœurs utilisés : {1} en dédié, {2} en Spot (déduits des tailles).",
    "{0} nell’account; core in uso: {1} dedicati, {2} Spot (ricavati dalle dimensioni).",
);
static SAME_NAME: Words = words(
    "There is a pool {0} already.",
    "Un pool {0} existe déjà.",
    "Esiste già un pool {0}.",
);
static SAME_IMAGE: Words = words(
    "On the same image: {0} with {1} and {2}.",
    "Sur la même image : {0} avec {1} et {2}.",
    "Sulla stessa immagine: {0} con {1} e {2}.",
);
static NO_ROOM: Words = words(
    "The quota is {0}, of which other pools use {1}: there is no room for {2}.",
    "Le quota est de {0}, et d’autres pools utilisent {1} : il n’y a pas de place pour {2}.",
    "La quota è di {0} e altri pool usano {1}: non c’è posto per {2}.",
);
static TOO_MANY: Words = words(
    "The quota of {0} is used up: there is no room for another one.",
    "Le quota de {0} est épuisé : il n’y a plus de place pour un autre.",
    "La quota di {0} è esaurita: non c’è posto per un altro.",
);
static UNKNOWN_SIZES: Words = words(
    "Pools whose size does not tell its vCPUs, so their cores are not counted: {0}.",
    "Pools dont la taille n’indique pas de vCPU, et dont les cœurs ne sont donc pas comptés : {0}.",
    "Pool dalle cui dimensioni non si ricavano le vCPU e i cui core, quindi, non sono contati: {0}.",
);

/// What was counted so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Pools {
    count: i64,
    cores: [i64; 2],
    uncounted: i64,
    exists: bool,
    neighbours: Vec<(String, [i64; 2])>,
}

impl Pools {
    /// Counts the pools of a page; `None` when it is none.
    pub(super) fn page(&mut self, body: &Node, known: &Known) -> Option<()> {
        let image = known.image.as_deref().and_then(ResourceId::parse);
        for pool in body.get("value")?.items() {
            self.count = self.count.saturating_add(1);
            let name = pool.get("name").and_then(Node::as_text).unwrap_or_default();
            if known.pool.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name)) {
                self.exists = true;
                continue;
            }
            let Some(own) = pool.get("properties") else { continue };
            let nodes = |current: &str, target: &str| {
                let whole = |node: Option<&Node>| node.and_then(Node::as_whole).unwrap_or_default().max(0);
                let target = own.at("/scaleSettings/fixedScale").and_then(|fixed| fixed.get(target));
                [whole(own.get(current)), whole(target)]
            };
            let kinds = [
                nodes("currentDedicatedNodes", "targetDedicatedNodes"),
                nodes("currentLowPriorityNodes", "targetLowPriorityNodes"),
            ];
            self.count_cores(own, kinds.map(|[current, _]| current));
            let reference = own.at("/deploymentConfiguration/virtualMachineConfiguration/imageReference/id");
            let other = reference.and_then(Node::as_text).and_then(ResourceId::parse);
            if let (Some(image), Some(other)) = (&image, other)
                && image.same(&other)
            {
                let most = kinds.map(|[current, target]| current.max(target));
                self.neighbours.push((name.to_owned(), most));
            }
        }
        Some(())
    }

    fn count_cores(&mut self, own: &Node, current: [i64; 2]) {
        let size = own.get("vmSize").and_then(Node::as_text).and_then(VmSize::parse);
        match size.and_then(|size| size.vcpus) {
            Some(vcpus) => {
                for (cores, nodes) in self.cores.iter_mut().zip(current) {
                    *cores = cores.saturating_add(nodes.saturating_mul(i64::from(vcpus)));
                }
            }
            None if current.iter().any(|nodes| *nodes > 0) => self.uncounted += 1,
            None => {}
        }
    }

    /// What all pages told.
    pub(super) fn told(self, known: &Known, now: Moment) -> Told {
        let mut lines = Lines::new(now);
        if let Some(name) = known.pool.as_deref().filter(|_| self.exists) {
            lines.say(Verdict::Note, &SAME_NAME, [name.into()]);
        }
        if known.image.is_some() {
            self.on_the_image(&mut lines);
        }
        let [dedicated, spot, pools] = known.quotas;
        let kinds: [(&Noun, Option<i64>); 2] = [(&nouns::DEDICATED_NODES, dedicated), (&nouns::SPOT_NODES, spot)];
        for (((noun, quota), used), nodes) in kinds.into_iter().zip(self.cores).zip(known.nodes) {
            let needed = known.vcpus.map_or(0, |vcpus| nodes.saturating_mul(vcpus));
            let Some(quota) = quota.filter(|quota| needed > 0 && used.saturating_add(needed) > *quota) else {
                continue;
            };
            let args = [
                (quota, &nouns::CORES).into(),
                (used, &nouns::CORES).into(),
                (nodes, noun).into(),
            ];
            lines.say(Verdict::Trouble, &NO_ROOM, args);
        }
        if let Some(quota) = pools.filter(|quota| !self.exists && self.count >= *quota) {
            lines.say(Verdict::Trouble, &TOO_MANY, [(quota, &nouns::POOLS).into()]);
        }
        if self.uncounted > 0 {
            lines.say(Verdict::Note, &UNKNOWN_SIZES, [self.uncounted.into()]);
        }
        let [dedicated, spot] = self.cores;
        lines.told(
            &SUM,
            [(self.count, &nouns::POOLS).into(), dedicated.into(), spot.into()],
        )
    }

    /// The neighbours, for the plan.
    fn on_the_image(&self, lines: &mut Lines) {
        let sum = |kind: fn(&[i64; 2]) -> i64| {
            let nodes = self.neighbours.iter().map(|(_, nodes)| kind(nodes));
            nodes.fold(0, i64::saturating_add)
        };
        let (dedicated, spot) = (sum(|[dedicated, _]| *dedicated), sum(|[_, spot]| *spot));
        let one = |(name, [dedicated, spot]): &(String, [i64; 2])| {
            Node::object([
                ("poolName", Node::text(&**name)),
                ("dedicated", Node::number(*dedicated)),
                ("spot", Node::number(*spot)),
            ])
        };
        lines.read(path::NEIGHBOURS, Node::list(self.neighbours.iter().map(one)));
        if !self.neighbours.is_empty() {
            let count = i64::try_from(self.neighbours.len()).unwrap_or(i64::MAX);
            let args = [
                (count, &nouns::POOLS).into(),
                (dedicated, &nouns::DEDICATED_NODES).into(),
                (spot, &nouns::SPOT_NODES).into(),
            ];
            lines.say(Verdict::Note, &SAME_IMAGE, args);
        }
    }
}
