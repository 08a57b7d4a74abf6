//! AB0410: a VM size the reference text or an older page excludes.

use crate::facts::size_support::{self, Doubt, REFERENCE, SIZE_LIST, TABLE_OF_2021};
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0410",
    name: "vm-size-in-doubt",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Names,
    title: words(
        "A VM size that Microsoft’s texts exclude, or do not agree on",
        "Une taille de machine virtuelle que les textes de Microsoft excluent ou sur laquelle ils divergent",
        "Dimensioni della macchina virtuale che i testi di Microsoft escludono o su cui divergono",
    ),
    why: words(
        "The reference text and the table of 2021 contradict each other on premium-storage sizes, and today’s page \
         has no table any more. The list of supported sizes of the region decides: `az batch location list-skus`.",
        "Le texte de référence et le tableau de 2021 se contredisent sur les tailles à stockage Premium, et la page \
         actuelle n’a plus de tableau. La liste des tailles prises en charge dans la région fait foi : `az batch \
         location list-skus`.",
        "Il testo di riferimento e la tabella del 2021 si contraddicono sulle dimensioni con archiviazione Premium, \
         e la pagina attuale non ha più una tabella. Fa fede l’elenco delle dimensioni supportate nell’area: `az \
         batch location list-skus`.",
    ),
    sources: &[REFERENCE, TABLE_OF_2021, SIZE_LIST],
    fields: &[path::VM_SIZE],
    versions: None,
    example: example!("AB0410"),
    check: Check::Own(check),
};

static EXCLUDED: Words = words(
    "Batch does not support {0}.",
    "Batch ne prend pas en charge {0}.",
    "Batch non supporta {0}.",
);
static DISPUTED: Words = words(
    "The reference text excludes {0}, an older page lists it as supported.",
    "Le texte de référence exclut {0}, une page plus ancienne la donne comme prise en charge.",
    "Il testo di riferimento esclude {0}, una pagina più vecchia le riporta come supportate.",
);
static OLD_TABLE: Words = words(
    "An older page lists {0} as not supported; look it up in the list of the region.",
    "Une page plus ancienne donne {0} comme non prise en charge ; vérifiez-la dans la liste de la région.",
    "Una pagina più vecchia riporta {0} come non supportate; verificarle nell’elenco dell’area.",
);

fn check(context: &Context, report: &mut Report) {
    let Some((size, doubt)) = context
        .plan
        .pool
        .vm_size
        .and_then(|size| Some((size, size_support::doubt(size)?)))
    else {
        return;
    };
    let find = |words| Finding::new(&RULE, path::VM_SIZE, Message::new(words, [Arg::from(size)]));
    report.add(match doubt {
        Doubt::Excluded => find(&EXCLUDED).citing(&[REFERENCE, TABLE_OF_2021]),
        Doubt::Disputed => find(&DISPUTED).weigh(Severity::Warning),
        Doubt::OldTable => find(&OLD_TABLE)
            .weigh(Severity::Advice)
            .on_basis(Basis::Account)
            .citing(&[TABLE_OF_2021, SIZE_LIST]),
    });
}
