//! The cores a plan asks for, beside the quotas somebody noted in it.

use crate::model::{AllocationMode, Plan, Sizing, path};
use crate::rules::{Finding, Rule, Severity};
use crate::words::{Arg, Message, Noun, Words, nouns, words};

/// Nodes of one kind and the quota of their cores.
pub(super) struct Demand<'a> {
    /// The member that sets their number.
    pub path: &'static str,
    /// What they are called.
    pub noun: &'static Noun,
    /// How many of them.
    pub nodes: i64,
    /// vCPUs of each, from the name of the size.
    pub vcpus: i64,
    /// The size, as written.
    pub size: &'a str,
    /// Where the quota of all such cores is noted.
    pub quota_path: &'static str,
    /// That quota.
    pub quota: Option<i64>,
    /// Such nodes of the neighbouring pools: each has at least one core.
    pub neighbours: i64,
}

impl Demand<'_> {
    /// The cores asked for.
    pub fn cores(&self) -> i64 {
        self.nodes.saturating_mul(self.vcpus)
    }

    /// How many nodes have room in so many cores.
    pub fn fitting(&self, cores: i64) -> i64 {
        cores.max(0) / self.vcpus
    }

    /// Offers as many nodes as have room in so many cores, if any have.
    pub fn offer(&self, finding: Finding, cores: i64) -> Finding {
        match self.fitting(cores) {
            ..=0 => finding,
            fitting => finding.offer_number(self.path, fitting),
        }
    }

    /// The finding that these are more cores than a quota has, in `words`.
    pub fn beyond(
        &self,
        rule: &'static Rule,
        words: &'static Words,
        quota: i64,
        quota_path: &str,
        plan: &Plan,
    ) -> Finding {
        let args: [Arg; 7] = [
            (self.nodes, self.noun).into(),
            (self.vcpus, &nouns::VCPUS).into(),
            (self.cores(), &nouns::CORES).into(),
            (quota, &nouns::CORES).into(),
            self.size.into(),
            (self.fitting(quota), self.noun).into(),
            path::last(quota_path).into(),
        ];
        let finding = Finding::new(rule, self.path, Message::new(words, args))
            .weigh(Severity::Warning)
            .related(quota_path)
            .related(path::VM_SIZE);
        match (plan.target.mode, plan.read_at(quota_path)) {
            (Some(AllocationMode::UserSubscription), _) => finding.because(&OF_SUBSCRIPTION),
            _ if quota == 0 => finding.because(&NONE),
            (_, Some(at)) => finding.because(Message::new(&READ, [at.into()])),
            _ => finding,
        }
    }
}

/// What it weighs to be beyond a quota of cores: an error once the quota was read from an account in Batch service mode,
/// whose own quota it is.
pub(super) fn weight(plan: &Plan, quota_path: &str) -> Severity {
    let own = plan.target.mode == Some(AllocationMode::BatchService);
    match plan.read_at(quota_path) {
        Some(_) if own => Severity::Error,
        _ => Severity::Warning,
    }
}

static READ: Words = words(
    "Batch stops adding nodes when the core quota is used up, and the pool stays below its target. The quota was read from \
     the account on {0}; the vCPUs are derived from the name of the size, and other pools draw on the same quota. Ask for a \
     larger quota, or lower the target or the size.",
    "Batch cesse d’ajouter des nœuds quand le quota de cœurs est épuisé, et le pool reste en deçà de sa cible. Le quota a \
     été lu dans le compte le {0} ; les vCPU sont déduits du nom de la taille, et d’autres pools puisent dans le même quota. \
     Demandez un quota plus élevé, ou réduisez la cible ou la taille.",
    "Batch smette di aggiungere nodi quando la quota di core è esaurita e il pool resta al di sotto dell’obiettivo. \
     La quota è stata letta nell’account il {0}; le vCPU sono ricavate dal nome delle dimensioni e altri pool \
     attingono alla stessa quota. Chiedere una quota maggiore, oppure ridurre l’obiettivo o le dimensioni.",
);
static NONE: Words = words(
    "New accounts can have a quota of 0, and then no node is allocated. Ask for a quota before you create the pool: an \
     increase takes from minutes to two business days.",
    "Les nouveaux comptes peuvent avoir un quota de 0 ; aucun nœud n’est alors alloué. Demandez un quota avant de créer le \
     pool : une augmentation prend de quelques minutes à deux jours ouvrés.",
    "I nuovi account possono avere una quota di 0, e in tal caso non viene allocato alcun nodo. Chiedere una quota \
     prima di creare il pool: un aumento richiede da pochi minuti a due giorni lavorativi.",
);
static OF_SUBSCRIPTION: Words = words(
    "In user subscription mode the nodes are VMs of your own subscription, so its quotas count, that of the region and \
     that of the VM series, and whatever else runs there draws on them. Ask for larger ones, or lower the target or the \
     size.",
    "En mode abonnement utilisateur, les nœuds sont des machines virtuelles de votre propre abonnement : ce sont ses \
     quotas qui comptent, celui de la région et celui de la série, et tout ce qui s’y exécute y puise. Demandez leur \
     augmentation, ou réduisez la cible ou la taille.",
    "In modalità sottoscrizione utente i nodi sono macchine virtuali della propria sottoscrizione: contano le sue quote, \
     quella dell’area e quella della serie, e vi attinge anche tutto il resto che vi è in esecuzione. Chiederne di \
     maggiori, oppure ridurre l’obiettivo o le dimensioni.",
);

/// The dedicated and the Spot nodes of a fixed scale; `None` where no quota is noted or the size tells no vCPUs.
pub(super) fn demands<'a>(plan: &Plan<'a>) -> Option<[Demand<'a>; 2]> {
    let quotas = plan.target.quotas;
    if quotas.dedicated_cores.is_none() && quotas.spot_cores.is_none() && quotas.per_family.is_none() {
        return None;
    }
    let sizing = Sizing::of(plan);
    let (size, vcpus) = (plan.pool.vm_size?, i64::from(sizing.vcpus?));
    let sum = |nodes: fn(&crate::model::Neighbour) -> i64| {
        let nodes = plan.neighbours.iter().map(|other| nodes(other).max(0));
        nodes.fold(0, i64::saturating_add)
    };
    Some([
        Demand {
            path: path::DEDICATED,
            noun: &nouns::DEDICATED_NODES,
            nodes: sizing.dedicated,
            vcpus,
            size,
            quota_path: path::QUOTA_DEDICATED,
            quota: quotas.dedicated_cores,
            neighbours: sum(|other| other.dedicated),
        },
        Demand {
            path: path::SPOT,
            noun: &nouns::SPOT_NODES,
            nodes: sizing.spot,
            vcpus,
            size,
            quota_path: path::QUOTA_SPOT,
            quota: quotas.spot_cores,
            neighbours: sum(|other| other.spot),
        },
    ])
}
