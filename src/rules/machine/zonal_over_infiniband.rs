//! AB0507: a zonal pool whose nodes talk to each other over InfiniBand.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2021_01_01;
use crate::model::{ApiVersion, VmSize, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0507",
    name: "zonal-over-infiniband",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "Zonal placement with inter-node communication over InfiniBand",
        "Un placement par zones avec communication entre nœuds par InfiniBand",
        "Posizionamento di zona con comunicazione tra nodi su InfiniBand",
    ),
    why: words(
        "InfiniBand does not reach from one zone to another: with inter-node communication on such a size Batch \
         refuses the zonal policy. Place the nodes regionally, or give up one of the two.",
        "InfiniBand ne va pas d’une zone à l’autre : avec la communication entre nœuds sur une telle taille, \
         Batch refuse la stratégie par zones. Placez les nœuds par région, ou renoncez à l’un des deux.",
        "InfiniBand non passa da una zona all’altra: con la comunicazione tra nodi su tali dimensioni Batch rifiuta il \
         criterio di zona. Posizionare i nodi a livello di area, o rinunciare a una delle due cose.",
    ),
    sources: &[
        pages::ZONES.says(
            "A pool cannot be zonal when it has inter-node communication and a size that supports InfiniBand.",
            "Un pool ne peut pas être réparti par zones s’il utilise la communication entre nœuds et une taille qui \
             prend en charge InfiniBand.",
            "Un pool non può essere di zona se ha la comunicazione tra nodi e dimensioni che supportano InfiniBand.",
        ),
        pages::VM_NAMING.says(
            "The letter `r` in the name of a size stands for RDMA, that is InfiniBand. (Whether a size has it is \
             derived from that.)",
            "La lettre `r` dans le nom d’une taille désigne RDMA, donc InfiniBand. (La présence d’InfiniBand sur une \
             taille en est déduite.)",
            "La lettera `r` nel nome delle dimensioni indica RDMA, cioè InfiniBand. (Se ci sia viene dedotto da \
             questo.)",
        ),
    ],
    fields: &[path::PLACEMENT, path::INTER_NODE, path::VM_SIZE],
    versions: Some((V2021_01_01, ApiVersion::DRAFT)),
    example: example!("AB0507"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} talks over InfiniBand: with inter-node communication its nodes cannot be spread over zones.",
    "{0} communique par InfiniBand : avec la communication entre nœuds, ses nœuds ne peuvent pas être répartis \
     entre zones.",
    "{0} comunica su InfiniBand: con la comunicazione tra nodi non si possono distribuire i nodi tra le zone.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    if !pool.is_zonal() || pool.inter_node != Some(true) || !shapes::applies(context, &RULE) {
        return;
    }
    if let Some(name) = pool
        .vm_size
        .filter(|name| VmSize::parse(name).is_some_and(|size| size.rdma()))
    {
        report.add(
            Finding::new(&RULE, path::PLACEMENT, Message::new(&SAY, [name.into()]))
                .on_basis(Basis::Derived)
                .related(path::INTER_NODE)
                .related(path::VM_SIZE)
                .offer_text(path::PLACEMENT, "Regional")
                .offer_text_for(path::INTER_NODE, "Disabled"),
        );
    }
}
