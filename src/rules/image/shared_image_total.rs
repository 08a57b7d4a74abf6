//! AB0116: pools that share a managed image and together have more nodes than it allows.

use crate::facts::disagreements::SHARED_IMAGE;
use crate::facts::limits::{MANAGED_MAX_DEDICATED, MANAGED_MAX_DEDICATED_QUOTA_PAGE, MANAGED_MAX_SPOT};
use crate::model::{ImageKind, Neighbour, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Noun, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0116",
    name: "shared-image-total-exceeded",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "Pools of one managed image have too many nodes together",
        "Les pools d’une même image managée ont ensemble trop de nœuds",
        "I pool di una stessa immagine gestita hanno insieme troppi nodi",
    ),
    why: words(
        "The limits of a managed image hold for all pools that use it, or images from the same snapshot, taken together; \
         the Italian page alone says “in the pool”. For dedicated nodes one page gives 2 500 and another 2 000. Use fewer \
         nodes, or an image of its own for this pool.",
        "Les limites d’une image managée valent pour l’ensemble des pools qui l’utilisent, ou qui utilisent des images du \
         même instantané ; seule la page italienne dit « dans le pool ». Pour les nœuds dédiés, une page donne 2 500 et une \
         autre 2 000. Réduisez le nombre de nœuds, ou donnez à ce pool sa propre image.",
        "I limiti di un’immagine gestita valgono per l’insieme dei pool che la usano, o che usano immagini dello stesso \
         snapshot; solo la pagina italiana dice «nel pool». Per i nodi dedicati una pagina indica 2 500 e un’altra 2 000. \
         Ridurre i nodi, o dare a questo pool un’immagine propria.",
    ),
    sources: &[
        SHARED_IMAGE[0],
        SHARED_IMAGE[1],
        SHARED_IMAGE[2],
        MANAGED_MAX_DEDICATED.from,
        MANAGED_MAX_DEDICATED_QUOTA_PAGE.from,
        MANAGED_MAX_SPOT.from,
    ],
    fields: &[path::DEDICATED, path::SPOT, path::NEIGHBOURS],
    versions: None,
    example: example!("AB0116"),
    check: Check::Own(check),
};

static BEYOND: Words = words(
    "{0} here and {1} in the other pools make {2} from one managed image: the most is {3}.",
    "{0} ici et {1} dans les autres pools font {2} issus d’une même image managée : le maximum est de {3}.",
    "{0} qui e {1} negli altri pool fanno {2} da una stessa immagine gestita: il massimo è {3}.",
);
static BETWEEN: Words = words(
    "{0} here and {1} in the other pools make {2} from one managed image: one page allows {3}, another {4}.",
    "{0} ici et {1} dans les autres pools font {2} issus d’une même image managée : une page en autorise {3}, une autre {4}.",
    "{0} qui e {1} negli altri pool fanno {2} da una stessa immagine gestita: una pagina ne consente {3}, un’altra {4}.",
);

/// One kind of node: what this pool asks for, and what all pools may have together.
struct Share {
    path: &'static str,
    own: i64,
    of_neighbour: fn(&Neighbour) -> i64,
    member: &'static str,
    noun: &'static Noun,
    most: i64,
    safe: i64,
}

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Managed(_) = plan.pool.image.kind() else {
        return;
    };
    let shares = [
        Share {
            path: path::DEDICATED,
            own: plan.pool.dedicated(),
            of_neighbour: |neighbour| neighbour.dedicated,
            member: "dedicated",
            noun: &nouns::DEDICATED_NODES,
            most: MANAGED_MAX_DEDICATED.value,
            safe: MANAGED_MAX_DEDICATED_QUOTA_PAGE.value,
        },
        Share {
            path: path::SPOT,
            own: plan.pool.spot(),
            of_neighbour: |neighbour| neighbour.spot,
            member: "spot",
            noun: &nouns::SPOT_NODES,
            most: MANAGED_MAX_SPOT.value,
            safe: MANAGED_MAX_SPOT.value,
        },
    ];
    for share in &shares {
        if let Some(finding) = judge(share, &plan.neighbours) {
            report.add(finding);
        }
    }
}

fn judge(share: &Share, neighbours: &[Neighbour]) -> Option<Finding> {
    let &Share { own, most, safe, .. } = share;
    let counts = || {
        neighbours
            .iter()
            .map(|neighbour| (share.of_neighbour)(neighbour).max(0))
    };
    let others = counts().fold(0, i64::saturating_add);
    let total = own.saturating_add(others);
    let severity = verdict(total, most, safe)?;
    // What the pool's own number is reproached with already (AB0117, AB0118) is not said again of the sum.
    if own <= 0 || verdict(own, most, safe).is_some_and(|alone| alone <= severity) {
        return None;
    }
    let words = if severity == Severity::Error { &BEYOND } else { &BETWEEN };
    let args = [
        own.into(),
        others.into(),
        (total, share.noun).into(),
        most.into(),
        safe.into(),
    ];
    let mut finding = Finding::new(&RULE, share.path, Message::new(words, args)).weigh(severity);
    for (index, _) in counts().enumerate().filter(|(_, count)| *count > 0) {
        finding = finding.related(path::child(&path::item(path::NEIGHBOURS, index), share.member));
    }
    let room = safe.saturating_sub(others);
    Some(if room > 0 {
        finding.offer_number(share.path, room)
    } else {
        finding
    })
}

/// How bad a number of nodes is; the heavier the smaller.
fn verdict(nodes: i64, most: i64, safe: i64) -> Option<Severity> {
    if nodes > most {
        Some(Severity::Error)
    } else {
        (nodes > safe).then_some(Severity::Warning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dedicated(own: i64, others: &[i64]) -> Option<(Severity, usize)> {
        let share = Share {
            path: path::DEDICATED,
            own,
            of_neighbour: |neighbour| neighbour.dedicated,
            member: "dedicated",
            noun: &nouns::DEDICATED_NODES,
            most: 2_500,
            safe: 2_000,
        };
        let neighbour = |dedicated: &i64| Neighbour {
            pool_name: None,
            dedicated: *dedicated,
            spot: 0,
        };
        let neighbours: Vec<_> = others.iter().map(neighbour).collect();
        judge(&share, &neighbours).map(|finding| (finding.severity, finding.fixes.len()))
    }

    #[test]
    fn the_sum_is_judged_where_the_own_number_is_not() {
        assert_eq!(dedicated(1_000, &[1_000]), None);
        assert_eq!(dedicated(1_000, &[1_001]), Some((Severity::Warning, 1)));
        assert_eq!(dedicated(1_000, &[1_500]), Some((Severity::Warning, 1)));
        assert_eq!(dedicated(1_000, &[1_000, 501]), Some((Severity::Error, 1)));
        assert_eq!(dedicated(1, &[3_000]), Some((Severity::Error, 0)));
    }

    #[test]
    fn what_the_own_number_says_is_not_repeated() {
        assert_eq!(dedicated(2_501, &[1]), None);
        assert_eq!(dedicated(2_001, &[1]), None);
        assert_eq!(dedicated(2_001, &[1_000]), Some((Severity::Error, 1)));
        assert_eq!(dedicated(0, &[3_000]), None);
    }

    #[test]
    fn wild_numbers_do_no_harm() {
        assert_eq!(dedicated(1, &[i64::MAX, i64::MAX]), Some((Severity::Error, 0)));
        assert_eq!(dedicated(100, &[-5_000, 1_900]), None);
    }
}
