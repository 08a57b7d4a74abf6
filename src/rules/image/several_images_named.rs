//! AB0105: an image reference that names more than one image.

use crate::facts::pages;
use crate::model::{Edit, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0105",
    name: "several-images-named",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Image,
    title: words(
        "Several images named at once",
        "Plusieurs images désignées à la fois",
        "Più immagini indicate insieme",
    ),
    why: words(
        "`id`, `sharedGalleryImageId`, `communityGalleryImageId` and the Marketplace members exclude one another. Keep the \
         one from which the pool is to be made and take the others away.",
        "`id`, `sharedGalleryImageId`, `communityGalleryImageId` et les membres de la Place de marché s’excluent \
         mutuellement. Gardez celui dont le pool doit être issu et retirez les autres.",
        "`id`, `sharedGalleryImageId`, `communityGalleryImageId` e i membri del Marketplace si escludono a vicenda. \
         Mantenere quello da cui deve derivare il pool e togliere gli altri.",
    ),
    sources: &[pages::CONTRACT.says(
        "Each of the three image ids excludes all other members of the image reference.",
        "Chacun des trois ids d’image exclut tous les autres membres de la référence d’image.",
        "Ciascuno dei tre ID immagine esclude tutti gli altri membri del riferimento all’immagine.",
    )],
    fields: &[path::IMAGE_REFERENCE],
    versions: None,
    example: example!("AB0105"),
    check: Check::Own(check),
};

/// The members that go together; each line excludes the others.
const GROUPS: [&[&str]; 4] = [
    &["id"],
    &["sharedGalleryImageId"],
    &["communityGalleryImageId"],
    &["publisher", "offer", "sku", "version"],
];

static BESIDE: Words = words(
    "{0} stands beside {1}: only one of them may name the image.",
    "{0} côtoie {1} : un seul des deux peut désigner l’image.",
    "{0} sta accanto a {1}: solo uno dei due può indicare l’immagine.",
);
static KEEP: Words = words("Keep {0} only", "Ne garder que {0}", "Mantieni solo {0}");
static KEEP_MARKETPLACE: Words = words(
    "Keep the Marketplace image only",
    "Ne garder que l’image de la Place de marché",
    "Mantieni solo l’immagine del Marketplace",
);

fn check(context: &Context, report: &mut Report) {
    let Some(reference) = context.plan.pool.image.node else {
        return;
    };
    let present = |group: &[&'static str]| -> Vec<&'static str> {
        group
            .iter()
            .copied()
            .filter(|name| reference.get(name).is_some())
            .collect()
    };
    let named: Vec<Vec<&str>> = GROUPS
        .iter()
        .map(|group| present(group))
        .filter(|group| !group.is_empty())
        .collect();
    let firsts: Vec<&str> = named.iter().filter_map(|group| group.first().copied()).collect();
    let [first, second, ..] = firsts.as_slice() else { return };
    let message = Message::new(&BESIDE, [(*first).into(), (*second).into()]);
    let at = |name: &str| path::child(path::IMAGE_REFERENCE, name);
    let mut finding = Finding::new(&RULE, path::IMAGE_REFERENCE, message);
    for name in named.iter().flatten() {
        finding = finding.related(at(name));
    }
    for kept in &named {
        let title = match kept.as_slice() {
            ["publisher", "offer", "sku", ..] => Message::from(&KEEP_MARKETPLACE),
            [id] if id.ends_with("id") || id.ends_with("Id") => Message::new(&KEEP, [(*id).into()]),
            // Half a Marketplace image names nothing by itself.
            _ => continue,
        };
        let others = named.iter().filter(|group| *group != kept).flatten();
        let edits: Vec<Edit> = others.map(|name| Edit::remove(at(name))).collect();
        finding = finding.fix(title, edits);
    }
    report.add(finding);
}
