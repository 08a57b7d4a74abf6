//! AB0136: a node agent that no source names.

use crate::facts::node_agents::{NAMED, NAMED_FROM, PREFIX};
use crate::facts::pages;
use crate::model::{path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0136",
    name: "unknown-node-agent",
    severity: Severity::Warning,
    basis: Basis::Account,
    area: Area::Image,
    title: words(
        "A node agent to look up in the list of the account",
        "Un agent de nœud à chercher dans la liste du compte",
        "Un agente del nodo da cercare nell’elenco dell’account",
    ),
    why: words(
        "Which images and agents are supported is told by List Supported Images (formerly List Node Agent SKUs), and \
         it changes: ask it for the exact name, for example with `az batch pool supported-images list`.",
        "Les images et les agents pris en charge sont donnés par l’opération List Supported Images (anciennement List \
         Node Agent SKUs), et ils changent : demandez-lui le nom exact, par exemple avec `az batch pool \
         supported-images list`.",
        "Le immagini e gli agenti supportati si leggono con l’operazione List Supported Images (in precedenza List \
         Node Agent SKUs) e cambiano: chiedere il nome esatto, ad esempio con `az batch pool supported-images list`.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
            "The supported images and agents are in the answer of List Supported Images.",
            "Les images et agents pris en charge sont dans la réponse de List Supported Images.",
            "Le immagini e gli agenti supportati sono nella risposta di List Supported Images.",
        ),
        NAMED_FROM,
    ],
    fields: &[path::NODE_AGENT],
    versions: None,
    example: example!("AB0136"),
    check: Check::Own(check),
};

static ALMOST: Words = words(
    "{0} is not quite the name of an agent: {1} is.",
    "{0} n’est pas tout à fait le nom d’un agent : {1} l’est.",
    "{0} non è proprio il nome di un agente: lo è {1}.",
);
static UNKNOWN: Words = words(
    "{0} is not among the agents Microsoft’s notices name: check it against the list of the account.",
    "{0} n’est pas parmi les agents que nomment les avis de Microsoft : vérifiez-le dans la liste du compte.",
    "{0} non è tra gli agenti citati negli avvisi di Microsoft: verificarlo nell’elenco dell’account.",
);

fn check(context: &Context, report: &mut Report) {
    let Some(agent) = context.plan.pool.node_agent.filter(|agent| !placeholder(agent)) else {
        return;
    };
    if agent.is_empty() || NAMED.contains(&agent) {
        return;
    }
    let meant = NAMED.into_iter().find(|named| bare(named) == bare(agent));
    report.add(match meant {
        Some(named) => Finding::new(
            &RULE,
            path::NODE_AGENT,
            Message::new(&ALMOST, [Arg::from(agent), named.into()]),
        )
        .offer_text(path::NODE_AGENT, named),
        None => {
            Finding::new(&RULE, path::NODE_AGENT, Message::new(&UNKNOWN, [Arg::from(agent)])).weigh(Severity::Advice)
        }
    });
}

/// What is left of an agent’s name without its prefix, punctuation and letter case: `ubuntu2404`.
fn bare(agent: &str) -> String {
    let lower = agent.trim().to_ascii_lowercase();
    let name = lower.strip_prefix(PREFIX).unwrap_or(&lower);
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}
