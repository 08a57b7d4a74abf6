//! AB0106: a Marketplace image without a version.

use crate::facts::pages;
use crate::model::{ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0106",
    name: "marketplace-version-left-open",
    severity: Severity::Advice,
    basis: Basis::Contract,
    area: Area::Image,
    title: words(
        "A Marketplace image without a version",
        "Une image de la Place de marché sans version",
        "Un’immagine del Marketplace senza versione",
    ),
    why: words(
        "When the version is left out, `latest` is taken: pools created on different days may then run on different images. \
         Write `latest` to say so on purpose, or name one version.",
        "Quand la version est omise, `latest` s’applique : des pools créés à des jours différents peuvent alors \
         reposer sur des images différentes. Écrivez `latest` pour l’indiquer explicitement, ou indiquez une version.",
        "Quando la versione è omessa si usa `latest`: pool creati in giorni diversi possono allora basarsi su \
         immagini diverse. Scrivere `latest` per indicarlo esplicitamente, oppure indicare una versione.",
    ),
    sources: &[pages::CONTRACT.says(
        "Without a version, a Marketplace image stands for `latest`.",
        "Sans version, une image de la Place de marché équivaut à `latest`.",
        "Senza versione, un’immagine del Marketplace equivale a `latest`.",
    )],
    fields: &[path::IMAGE_VERSION],
    versions: None,
    example: example!("AB0106"),
    check: Check::Own(check),
};

/// What the contract takes for a version that is left out.
const DEFAULT: &str = "latest";

static OPEN: Words = words(
    "The Marketplace image {0} names no version: {1} is taken.",
    "L’image {0} de la Place de marché n’indique aucune version : {1} s’applique.",
    "L’immagine {0} del Marketplace non indica alcuna versione: si usa {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let image = &context.plan.pool.image;
    let (ImageKind::Marketplace, Some(sku)) = (image.kind(), image.sku) else {
        return;
    };
    if context.plan.at(path::IMAGE_VERSION).is_some() {
        return;
    }
    let message = Message::new(&OPEN, [sku.into(), DEFAULT.into()]);
    let finding = Finding::new(&RULE, path::IMAGE_VERSION, message);
    report.add(finding.offer_text(path::IMAGE_VERSION, DEFAULT));
}
