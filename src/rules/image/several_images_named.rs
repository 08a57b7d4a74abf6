//! AB0105: an image reference that names more than one image.

use crate::facts::pages;
use crate::model::{Edit, Value, path};
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
         Conservare quello da cui deve derivare il pool e togliere gli altri.",
    ),
    sources: &[pages::CONTRACT.says(
        "Each of the three image ids excludes all other members of the image reference.",
        "Chacun des trois ID d’image exclut tous les autres membres de la référence d’image.",
        "Ciascuno dei tre ID immagine esclude tutti gli altri membri del riferimento all’immagine.",
    )],
    fields: &[path::IMAGE_REFERENCE],
    versions: None,
    example: example!("AB0105"),
    check: Check::Own(check),
};

/// Each of these names an image by itself.
const IDS: [&str; 3] = ["id", "sharedGalleryImageId", "communityGalleryImageId"];
/// These name one together; the first three are the least that does.
const MARKETPLACE: [&str; 4] = ["publisher", "offer", "sku", "version"];

static BESIDE: Words = words(
    "{0} stands beside {1}: only one of them may name the image.",
    "{0} côtoie {1} : un seul des deux peut désigner l’image.",
    "{0} sta accanto a {1}: solo uno dei due può indicare l’immagine.",
);
static KEEP: Words = words("Keep {0} only", "Ne garder que {0}", "Conserva solo {0}");
static KEEP_MARKETPLACE: Words = words(
    "Keep the Marketplace image only",
    "Ne garder que l’image de la Place de marché",
    "Conserva solo l’immagine del Marketplace",
);

fn check(context: &Context, report: &mut Report) {
    let Some(reference) = context.plan.pool.image.node else {
        return;
    };
    let present = |names: &[&'static str]| -> Vec<&'static str> {
        let names = names.iter().copied();
        names
            .filter(|name| reference.get(name).is_some_and(|node| node.value != Value::Null))
            .collect()
    };
    let (ids, marketplace) = (present(&IDS), present(&MARKETPLACE));
    let named: Vec<&str> = ids.iter().chain(marketplace.first()).copied().collect();
    let [first, second, ..] = named.as_slice() else { return };
    let message = Message::new(&BESIDE, [(*first).into(), (*second).into()]);
    let at = |name: &str| path::child(path::IMAGE_REFERENCE, name);
    let mut finding = Finding::new(&RULE, path::IMAGE_REFERENCE, message);
    for name in ids.iter().chain(&marketplace) {
        finding = finding.related(at(name));
    }
    for kept in &ids {
        let others = ids.iter().chain(&marketplace).filter(|name| *name != kept);
        let edits: Vec<Edit> = others.map(|name| Edit::remove(at(name))).collect();
        finding = finding.fix(Message::new(&KEEP, [(*kept).into()]), edits);
    }
    if let ["publisher", "offer", "sku", ..] = marketplace.as_slice() {
        let edits: Vec<Edit> = ids.iter().map(|name| Edit::remove(at(name))).collect();
        finding = finding.fix(&KEEP_MARKETPLACE, edits);
    }
    report.add(finding);
}
