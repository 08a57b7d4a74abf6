//! AB0417: a VM size whose series is retired or will be.

use super::ending;
use crate::facts::size_retirements;
use crate::facts::size_support::{self, Doubt};
use crate::facts::{Citation, later_pages, pages};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0417",
    name: "retiring-vm-size",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Names,
    title: words(
        "A VM size that is retired or will be",
        "Une taille de machine virtuelle retirée ou appelée à l’être",
        "Dimensioni della macchina virtuale ritirate o destinate al ritiro",
    ),
    why: words(
        "At its retirement date the machines of a series are deallocated and stop working, so the pool has no nodes any \
         more; a retired series can no longer be provisioned. Choose a newer series from the list of the region: `az \
         batch location list-skus`.",
        "À la date de retrait, les machines d’une série sont désallouées et cessent de fonctionner : le pool n’a plus de \
         nœuds ; une série retirée ne peut plus être provisionnée. Choisissez une série plus récente dans la liste de la \
         région : `az batch location list-skus`.",
        "Alla data di ritiro le macchine di una serie vengono deallocate e smettono di funzionare: il pool resta senza \
         nodi; una serie ritirata non può più essere sottoposta a provisioning. Scegliere una serie più recente \
         dall’elenco dell’area: `az batch location list-skus`.",
    ),
    sources: &[LIFECYCLE, ANNOUNCED],
    fields: &[path::VM_SIZE, path::REGION, path::CLOUD],
    versions: None,
    example: example!("AB0417"),
    check: Check::Own(check),
};

const LIFECYCLE: Citation = later_pages::SIZE_LIFECYCLE.says(
    "The list of retired and retiring series, with the last day of each.",
    "La liste des séries retirées ou en cours de retrait, avec le dernier jour de chacune.",
    "L’elenco delle serie ritirate e in via di ritiro, con l’ultimo giorno di ciascuna.",
);
const ANNOUNCED: Citation = pages::NOTICES.says(
    "Batch announces the end of VM families: Basic and Standard A, NCv3, D, Ds, Dv2, Dsv2, Ls, HBv2, HC and NP.",
    "Batch annonce la fin de familles de machines virtuelles : A de base et standard, NCv3, D, Ds, Dv2, Dsv2, Ls, HBv2, HC \
     et NP.",
    "Batch annuncia la fine di famiglie di macchine virtuali: A Basic e Standard, NCv3, D, Ds, Dv2, Dsv2, Ls, HBv2, HC e \
     NP.",
);

static INSTEAD: Words = words(
    "At its retirement date the machines of a series are deallocated and stop working, so the pool has no nodes any more. \
     Microsoft names {0} in its place; the list of the region decides: `az batch location list-skus`.",
    "À la date de retrait, les machines d’une série sont désallouées et cessent de fonctionner : le pool n’a plus de \
     nœuds. Microsoft cite {0} à la place ; la liste de la région fait foi : `az batch location list-skus`.",
    "Alla data di ritiro le macchine di una serie vengono deallocate e smettono di funzionare: il pool resta senza nodi. \
     Microsoft indica al suo posto {0}; fa fede l’elenco dell’area: `az batch location list-skus`.",
);
static CLOSED: Words = words(
    "Since July 2026 Microsoft approves no more quota for this series, and new subscriptions cannot deploy it; at its \
     retirement date its machines are deallocated. Microsoft names {0} in its place; the list of the region decides: `az \
     batch location list-skus`.",
    "Depuis juillet 2026, Microsoft n’accorde plus de quota pour cette série, et les nouveaux abonnements ne peuvent pas \
     la déployer ; à la date de retrait, ses machines sont désallouées. Microsoft cite {0} à la place ; la liste de la \
     région fait foi : `az batch location list-skus`.",
    "Da luglio 2026 Microsoft non approva aumenti di quota per questa serie, e le nuove sottoscrizioni non possono \
     distribuirla; alla data di ritiro le sue macchine vengono deallocate. Microsoft indica al suo posto {0}; fa fede \
     l’elenco dell’area: `az batch location list-skus`.",
);
static LONGER: Words = words(
    "In a few regions this series has a later last day, which the source gives. Say in `region` where the account is, or \
     choose a newer series: {0}.",
    "Dans quelques régions, cette série a un dernier jour plus tardif, que la source indique. Précisez dans `region` où \
     se trouve le compte, ou choisissez une série plus récente : {0}.",
    "In alcune aree l’ultimo giorno di questa serie è successivo, come indica la fonte. Indicare in `region` dove si \
     trova l’account, oppure scegliere una serie più recente: {0}.",
);

fn check(context: &Context, report: &mut Report) {
    let (target, pool) = (&context.plan.target, &context.plan.pool);
    let Some((size, end)) = pool
        .vm_size
        .and_then(|size| Some((size, size_retirements::of(size, target.cloud)?)))
    else {
        return;
    };
    // That Batch does not support it at all says more.
    if size_support::doubt(size) == Some(Doubt::Excluded) {
        return;
    }
    let last_day = end.last_day_in(target.region);
    // Past its day, the series may still be there in a region that the plan does not rule out.
    let somewhere = end.longer.iter().any(|(_, on)| *on >= context.as_of);
    let region_decides = target.region.is_none() && somewhere && context.as_of > last_day;
    let after = if region_decides {
        Severity::Warning
    } else {
        Severity::Error
    };
    let finding = ending::finding(&RULE, path::VM_SIZE, size, (last_day, context.as_of), after).citing(end.sources);
    let words = match () {
        () if region_decides => &LONGER,
        () if end.closed => &CLOSED,
        () => &INSTEAD,
    };
    report.add(match end.instead {
        "" => finding,
        instead => finding.because(Message::new(words, [instead.into()])),
    });
}
