//! AB0317: endpoints or addresses on a pool without public IP addresses.

use super::shapes::without_public_ips;
use crate::facts::pages;
use crate::model::{Edit, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0317",
    name: "no-public-ip-excludes",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "A pool without public IP addresses has no endpoints and no list of addresses",
        "Un pool sans adresse IP publique n’a ni points de terminaison ni liste d’adresses",
        "Un pool senza indirizzi IP pubblici non ha né endpoint né elenco di indirizzi",
    ),
    why: words(
        "Inbound NAT pools lead from a public IP address to the nodes: without addresses they cannot be, and neither \
         can addresses of one’s own. Take them out, or choose another `provision`.",
        "Les pools NAT entrants mènent d’une adresse IP publique aux nœuds : sans adresses, ils sont impossibles, et \
         les adresses fournies aussi. Supprimez-les, ou choisissez un autre `provision`.",
        "I pool NAT in ingresso conducono da un indirizzo IP pubblico ai nodi: senza indirizzi non sono possibili, e \
         nemmeno gli indirizzi forniti dall’utente. Toglierli, o scegliere un altro `provision`.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "Inbound NAT pools cannot be given with `NoPublicIPAddresses` (since 2020-09-01).",
            "Les pools NAT entrants ne peuvent pas être indiqués avec `NoPublicIPAddresses` (depuis 2020-09-01).",
            "I pool NAT in ingresso non si possono indicare con `NoPublicIPAddresses` (da 2020-09-01).",
        ),
        pages::NO_PUBLIC_IPS.says(
            "An endpoint configuration does not work without public IP addresses, and addresses of one’s own cannot be \
             used (limitations).",
            "Une configuration de points de terminaison ne fonctionne pas sans adresses IP publiques, et des adresses \
             fournies ne peuvent pas être utilisées (limitations).",
            "Una configurazione di endpoint non funziona senza indirizzi IP pubblici, e non si possono usare indirizzi \
             forniti dall’utente (limitazioni).",
        ),
    ],
    fields: &[path::PROVISION, path::ENDPOINTS, path::PUBLIC_IP_IDS],
    versions: None,
    example: example!("AB0317"),
    check: Check::Own(check),
};

static ENDPOINTS: Words = words(
    "`NoPublicIPAddresses` excludes inbound NAT pools.",
    "`NoPublicIPAddresses` exclut les pools NAT entrants.",
    "`NoPublicIPAddresses` esclude i pool NAT in ingresso.",
);
static ADDRESSES: Words = words(
    "`NoPublicIPAddresses` excludes a list of public IP addresses.",
    "`NoPublicIPAddresses` exclut une liste d’adresses IP publiques.",
    "`NoPublicIPAddresses` esclude un elenco di indirizzi IP pubblici.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if !without_public_ips(plan) {
        return;
    }
    let (pointer, ids) = plan.public_ips();
    let excluded = [
        (plan.pool.nat_pool_nodes(), path::ENDPOINTS, &ENDPOINTS, "BatchManaged"),
        (ids, pointer, &ADDRESSES, "UserManaged"),
    ];
    for (items, pointer, words, instead) in excluded {
        if !items.is_empty() {
            let title = Message::new(&fix_titles::REMOVE, [path::last(pointer).into()]);
            report.add(
                Finding::new(&RULE, pointer, words)
                    .related(path::PROVISION)
                    .fix(title, [Edit::remove(pointer)])
                    .offer_text_for(path::PROVISION, instead),
            );
        }
    }
}
