//! AB0311: public IP addresses that are listed and not used, or used and not listed.

use super::shapes::length;
use crate::facts::pages;
use crate::model::{Edit, Provision, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0311",
    name: "public-ips-and-provision-disagree",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "The list of public IP addresses does not go with their provision",
        "La liste d’adresses IP publiques ne correspond pas à leur mode d’approvisionnement",
        "L’elenco degli indirizzi IP pubblici non corrisponde al provisioning",
    ),
    why: words(
        "Only with `UserManaged` are the listed addresses used, and then nodes have no others. Left out, `provision` \
         is `BatchManaged`: Batch makes addresses of its own.",
        "Les adresses listées ne sont utilisées qu’avec `UserManaged`, et les nœuds n’en ont alors pas d’autres. S’il \
         est omis, `provision` vaut `BatchManaged` : Batch crée ses propres adresses.",
        "Gli indirizzi elencati sono usati solo con `UserManaged`, e in tal caso i nodi non ne hanno altri. Se manca, \
         `provision` vale `BatchManaged`: Batch crea indirizzi propri.",
    ),
    sources: &[pages::CONTRACT.says(
        "`UserManaged`: the user’s own addresses are used. `BatchManaged`, the default: Batch makes and manages \
             them.",
        "`UserManaged` : les adresses fournies par l’utilisateur sont utilisées. `BatchManaged`, par défaut : \
             Batch les crée et les gère.",
        "`UserManaged`: sono usati gli indirizzi forniti dall’utente. `BatchManaged`, predefinito: Batch li crea e \
             li gestisce.",
    )],
    fields: &[path::PROVISION, path::PUBLIC_IP_IDS],
    versions: None,
    example: example!("AB0311"),
    check: Check::Own(check),
};

static UNUSED: Words = words(
    "Listed without `UserManaged`, and so not used: {0}.",
    "Liste sans `UserManaged`, donc inutilisée : {0}.",
    "Elenco senza `UserManaged`, quindi non usato: {0}.",
);
static NONE: Words = words(
    "`UserManaged` needs public IP addresses in `ipAddressIds`, and there are none.",
    "`UserManaged` exige des adresses IP publiques dans `ipAddressIds`, et il n’y en a pas.",
    "`UserManaged` richiede indirizzi IP pubblici in `ipAddressIds`, e non ce ne sono.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (pointer, ids) = plan.public_ips();
    let listed = length(ids);
    if pointer != path::PUBLIC_IP_IDS {
        return;
    }
    match plan.pool.provision() {
        Some(Provision::UserManaged) if listed == 0 => report.add(Finding::new(&RULE, path::PROVISION, &NONE)),
        Some(Provision::BatchManaged) | None if listed > 0 && !other_provision(context) => {
            let message = Message::new(&UNUSED, [(listed, &nouns::PUBLIC_IPS).into()]);
            report.add(
                Finding::new(&RULE, path::PUBLIC_IP_IDS, message)
                    .related(path::PROVISION)
                    .offer_text_for(path::PROVISION, "UserManaged")
                    .fix(
                        Message::new(&fix_titles::REMOVE, ["ipAddressIds".into()]),
                        [Edit::remove(path::PUBLIC_IP_IDS)],
                    ),
            );
        }
        _ => {}
    }
}

/// Whether something stands there that no api-version knows: the contract rules speak of it.
fn other_provision(context: &Context) -> bool {
    context.plan.pool.provision().is_none() && context.plan.at(path::PROVISION).is_some()
}
