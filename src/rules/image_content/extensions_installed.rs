//! AB0130: VM extensions that are part of the image.

use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0130",
    name: "extensions-in-image",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "VM extensions installed in the image",
        "Des extensions de machine virtuelle installées dans l’image",
        "Estensioni di macchina virtuale installate nell’immagine",
    ),
    why: words(
        "Azure may run into trouble when it deploys a pool from an image that brings its own extensions, such as \
         Custom Script. Build the image from a VM without them; extensions that Batch supports can be listed under \
         `extensions` of the pool.",
        "Azure peut rencontrer des problèmes en déployant un pool à partir d’une image qui apporte ses propres \
         extensions, comme Script personnalisé. Créez l’image à partir d’une machine virtuelle qui n’en a pas ; les \
         extensions prises en charge par Batch se déclarent dans `extensions` du pool.",
        "Azure può incontrare problemi distribuendo un pool da un’immagine che porta con sé estensioni, come Script \
         personalizzato. Creare l’immagine da una macchina virtuale che non ne ha; le estensioni supportate da Batch \
         si dichiarano in `extensions` del pool.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
        "No Azure extensions in the VM: a preinstalled one can make the deployment of the pool fail.",
        "Aucune extension Azure dans la machine virtuelle : une extension préinstallée peut faire échouer le \
         déploiement du pool.",
        "Nessuna estensione di Azure nella macchina virtuale: una preinstallata può far fallire la distribuzione del \
         pool.",
    ),
        pages::GALLERY_IMAGES.says(
        "The same for gallery images.",
        "Il en va de même pour les images de galerie.",
        "Lo stesso vale per le immagini della raccolta.",
    ),
    ],
    fields: &[path::IMAGE_EXTENSIONS],
    versions: None,
    example: example!("AB0130"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "VM extensions are installed in the image: the deployment of the pool may fail.",
    "Des extensions de machine virtuelle sont installées dans l’image : le déploiement du pool peut échouer.",
    "Nell’immagine sono installate estensioni di macchina virtuale: la distribuzione del pool può fallire.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.image.extensions_installed == Some(true) && plan.pool.image.kind().is_custom() {
        report.add(Finding::new(&RULE, path::IMAGE_EXTENSIONS, &SAY).related(path::IMAGE_REFERENCE));
    }
}
