//! AB0332: the same public IP address twice in the list.

use super::shapes::each_repeat;
use crate::facts::pages;
use crate::model::network::LOOKED_AT;
use crate::model::{Edit, Node, ResourceId, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0332",
    name: "public-ip-named-twice",
    severity: Severity::Warning,
    basis: Basis::Derived,
    area: Area::Network,
    title: words(
        "The same public IP address twice",
        "La même adresse IP publique deux fois",
        "Lo stesso indirizzo IP pubblico due volte",
    ),
    why: words(
        "An address serves one load balancer, and must be used by nothing else: named twice it cannot count twice. It \
         follows from the documented requirements; what the service answers is not documented.",
        "Une adresse sert un seul équilibreur de charge, sans autre usage : nommée deux fois, elle ne peut pas compter \
         deux fois. Cela découle des exigences documentées ; la réponse du service n’est pas documentée.",
        "Un indirizzo serve un solo servizio di bilanciamento del carico, senza altri usi: indicato due volte, non può \
         contare due volte. Deriva dai requisiti documentati; la risposta del servizio non è documentata.",
    ),
    sources: &[pages::OWN_PUBLIC_IPS.says(
        "No other resource uses the addresses, else the allocation can fail (requirements).",
        "Aucune autre ressource n’utilise les adresses, sinon l’allocation peut échouer (exigences).",
        "Nessun’altra risorsa usa gli indirizzi, altrimenti l’allocazione può fallire (requisiti).",
    )],
    fields: &[path::PUBLIC_IP_IDS, path::OLD_PUBLIC_IPS],
    versions: None,
    example: example!("AB0332"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is listed already.",
    "{0} est déjà dans la liste.",
    "{0} è già nell’elenco.",
);

fn check(context: &Context, report: &mut Report) {
    let (list, ids) = context.plan.public_ips();
    let id = |index: usize| {
        ids.get(index)
            .and_then(Node::as_text)
            .filter(|id| !id.trim().is_empty())
    };
    let same = |one, two| {
        id(one)
            .zip(id(two))
            .is_some_and(|(one, two)| one.eq_ignore_ascii_case(two))
    };
    each_repeat(ids.len().min(LOOKED_AT), &same, &mut |earlier, later| {
        let whole = id(later).unwrap_or_default();
        let name = ResourceId::parse(whole).map_or(whole, |resource| resource.name());
        let at = path::item(list, later);
        let title = Message::new(&fix_titles::REMOVE, [name.into()]);
        let finding = Finding::new(&RULE, &*at, Message::new(&SAY, [name.into()]));
        report.add(
            finding
                .related(path::item(list, earlier))
                .fix(title, [Edit::remove(at)]),
        );
    });
}
