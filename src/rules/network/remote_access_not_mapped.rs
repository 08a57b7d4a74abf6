//! AB0328: NAT pools of which none leads to SSH or RDP, which Batch no longer maps by itself.

use super::shapes::without_public_ips;
use crate::facts::limits::{REMOTE_ACCESS_MAPPED, REMOTE_PORTS};
use crate::model::api_version::V2024_07_01;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0328",
    name: "remote-access-not-mapped",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Network,
    title: words(
        "SSH and RDP are no longer mapped automatically",
        "SSH et RDP ne sont plus mappés automatiquement",
        "SSH e RDP non sono più mappati automaticamente",
    ),
    why: words(
        "Since api-version 2024-07-01, and since 30 November 2025 in every version, Batch maps no ports for SSH and \
         RDP automatically. Who wants to log in from outside adds a NAT pool with the backend port `22` or `3389`; who \
         does not has nothing to do.",
        "Depuis l’api-version 2024-07-01, et depuis le 30 novembre 2025 dans toutes les versions, Batch ne mappe plus \
         automatiquement de ports pour SSH et RDP. Pour se connecter de l’extérieur, ajoutez un pool NAT avec le port \
         back-end `22` ou `3389` ; sinon, il n’y a rien à faire.",
        "Dall’api-version 2024-07-01, e dal 30 novembre 2025 in ogni versione, Batch non mappa più automaticamente \
         porte per SSH e RDP. Per accedere dall’esterno si aggiunge un pool NAT con la porta back-end `22` o `3389`; \
         altrimenti non c’è nulla da fare.",
    ),
    sources: &[REMOTE_ACCESS_MAPPED.from],
    fields: &[path::NAT_POOLS, path::API_VERSION],
    versions: None,
    example: example!("AB0328"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "No NAT pool leads to port `22` or `3389`, and Batch no longer maps them automatically.",
    "Aucun pool NAT ne mène au port `22` ou `3389`, et Batch ne les mappe plus automatiquement.",
    "Nessun pool NAT conduce alla porta `22` o `3389`, e Batch non le mappa più automaticamente.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let pools = plan.pool.nat_pools();
    let mapped = plan.api_version() < V2024_07_01 && context.as_of <= REMOTE_ACCESS_MAPPED.value;
    let known = pools.iter().all(|pool| pool.backend.is_some());
    let remote = pools.iter().filter_map(|pool| pool.backend);
    if pools.is_empty() || mapped || !known || without_public_ips(plan) {
        return;
    }
    if !remote.into_iter().any(|port| REMOTE_PORTS.value.contains(&port)) {
        report.add(Finding::new(&RULE, path::NAT_POOLS, &SAY));
    }
}
