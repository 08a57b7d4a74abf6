//! AB0321: a NAT pool that leads to a port which does not exist or is reserved.

use crate::facts::limits::{BACKEND_PORTS, BACKEND_RESERVED, REMOTE_ACCESS_MAPPED, REMOTE_PORTS};
use crate::model::api_version::V2025_06_01;
use crate::model::{Ports, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0321",
    name: "backend-port-not-allowed",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Network,
    title: words(
        "The backend port is not allowed",
        "Le port back-end n’est pas autorisé",
        "La porta back-end non è consentita",
    ),
    why: words(
        "Backend ports lie between `1` and `65535`; `29876` and `29877` are Batch’s own. The service refuses any \
         other.",
        "Les ports back-end sont compris entre `1` et `65535` ; `29876` et `29877` sont réservés à Batch. Le service \
         refuse tout autre port.",
        "Le porte back-end sono comprese tra `1` e `65535`; `29876` e `29877` sono riservate a Batch. Il servizio \
         rifiuta ogni altra porta.",
    ),
    sources: &[BACKEND_PORTS.from, REMOTE_PORTS.from, REMOTE_ACCESS_MAPPED.from],
    fields: &[path::NAT_POOLS, path::API_VERSION],
    versions: None,
    example: example!("AB0321"),
    check: Check::Own(check),
};

static OUTSIDE: Words = words(
    "Port {0} does not exist: backend ports go from {1} to {2}.",
    "Le port {0} n’existe pas : les ports back-end vont de {1} à {2}.",
    "La porta {0} non esiste: le porte back-end vanno da {1} a {2}.",
);
static RESERVED: Words = words(
    "Port {0} is reserved for Batch itself.",
    "Le port {0} est réservé à Batch.",
    "La porta {0} è riservata a Batch.",
);
static REMOTE: Words = words(
    "Port {0} is still reserved by the text of api-version {1}.",
    "Le port {0} est encore réservé selon le texte de l’api-version {1}.",
    "La porta {0} è ancora riservata secondo il testo dell’api-version {1}.",
);
static REMOTE_WHY: Words = words(
    "The texts before 2025-06-01 reserve `22` and `3389`, since Batch mapped them automatically; that of 2025-06-01 \
     does not, and the page on remote access has a NAT pool made for them. Take `2025-06-01` to be sure.",
    "Les textes antérieurs à 2025-06-01 réservent `22` et `3389`, que Batch mappait automatiquement ; celui de \
     2025-06-01 ne le fait plus, et la page sur l’accès à distance leur consacre un pool NAT. Prenez `2025-06-01` pour \
     en être sûr.",
    "I testi anteriori a 2025-06-01 riservano `22` e `3389`, che Batch mappava automaticamente; quello di 2025-06-01 \
     non più, e la pagina sull’accesso remoto vi dedica un pool NAT. Usare `2025-06-01` per sicurezza.",
);

fn check(context: &Context, report: &mut Report) {
    let version = context.plan.api_version();
    for pool in context.plan.pool.nat_pools() {
        let Some(port) = pool.backend else { continue };
        let at = Ports {
            first: port,
            last: port,
        };
        let shown = port.to_string();
        let all = BACKEND_PORTS.value;
        let finding = |message| Finding::new(&RULE, pool.pointer("backendPort"), message);
        if !all.holds(at) {
            let args = [shown, all.first.to_string(), all.last.to_string()];
            report.add(finding(Message::new(&OUTSIDE, args.map(Into::into))));
        } else if BACKEND_RESERVED.value.holds(at) {
            report.add(finding(Message::new(&RESERVED, [shown.into()])));
        } else if version < V2025_06_01 && REMOTE_PORTS.value.contains(&port) {
            let message = Message::new(&REMOTE, [shown.into(), version.name().into()]);
            let found = finding(message).weigh(Severity::Warning).because(&REMOTE_WHY);
            report.add(found.related(path::API_VERSION));
        }
    }
}
