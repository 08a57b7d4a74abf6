//! AB0522: the address of a disk encryption key that names no version of a key in Key Vault.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2025_06_01;
use crate::model::{ApiVersion, KeyAddress, NoKeyAddress, Node, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0522",
    name: "disk-key-address-form",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Machine,
    title: words(
        "An address that names no version of a key",
        "Une adresse qui ne désigne pas une version de clé",
        "Un indirizzo che non indica una versione di una chiave",
    ),
    why: words(
        "`keyUrl` points to one version of a key in Key Vault, \
         `https://{vault}.vault.azure.net/keys/{name}/{version}`. The version must be there even when \
         `rotationToLatestKeyVersionEnabled` follows newer ones.",
        "`keyUrl` désigne une version d’une clé dans Key Vault, \
         `https://{vault}.vault.azure.net/keys/{name}/{version}`. La version doit y figurer même si \
         `rotationToLatestKeyVersionEnabled` suit les plus récentes.",
        "`keyUrl` indica una versione di una chiave in Key Vault, \
         `https://{vault}.vault.azure.net/keys/{name}/{version}`. La versione deve esserci anche se \
         `rotationToLatestKeyVersionEnabled` segue quelle più recenti.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "The fully versioned address of a key in Key Vault; the version is required, whatever the rotation.",
            "L’adresse complète, version comprise, d’une clé dans Key Vault ; la version est obligatoire, quelle que \
             soit la rotation.",
            "L’indirizzo completo, versione compresa, di una chiave in Key Vault; la versione è obbligatoria, \
             qualunque sia la rotazione.",
        ),
        pages::KEY_ADDRESSES.says(
            "The general form is `https://{vault}.vault.azure.net/{type}/{name}/{version}`.",
            "La forme générale est `https://{vault}.vault.azure.net/{type}/{name}/{version}`.",
            "La forma generale è `https://{vault}.vault.azure.net/{type}/{name}/{version}`.",
        ),
        pages::CONTRACT_FOLDER.says(
            "An official example of 2025-06-01 writes `http://` and two slashes.",
            "Un exemple officiel de 2025-06-01 écrit `http://` et deux barres obliques.",
            "Un esempio ufficiale di 2025-06-01 scrive `http://` e due barre.",
        ),
    ],
    fields: &[path::DISK_KEY_URL],
    versions: Some((V2025_06_01, ApiVersion::DRAFT)),
    example: example!("AB0522"),
    check: Check::Own(check),
};

static NO_KEY: Words = words(
    "{0} is not the address of a key in Key Vault.",
    "{0} n’est pas l’adresse d’une clé dans Key Vault.",
    "{0} non è l’indirizzo di una chiave in Key Vault.",
);

static NO_VERSION: Words = words(
    "{0} names a key without its version.",
    "{0} désigne une clé sans sa version.",
    "{0} indica una chiave senza la versione.",
);

static NOT_SECURE: Words = words(
    "{0} begins with `http`; addresses of Key Vault begin with `https`.",
    "{0} commence par `http` ; les adresses de Key Vault commencent par `https`.",
    "{0} inizia con `http`; gli indirizzi di Key Vault iniziano con `https`.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let url = pool.vm_at("/diskEncryptionConfiguration/customerManagedKey/keyUrl");
    let Some(url) = url.and_then(Node::as_text).filter(|url| !placeholder(url)) else {
        return;
    };
    if !shapes::applies(context, &RULE) {
        return;
    }
    let finding = |words| Finding::new(&RULE, path::DISK_KEY_URL, Message::new(words, [url.into()]));
    match KeyAddress::parse(url) {
        Err(NoKeyAddress::NoKey) => report.add(finding(&NO_KEY)),
        Err(NoKeyAddress::NoVersion) => report.add(finding(&NO_VERSION)),
        Ok(key) if !key.secure => {
            let secure = ["https://", key.host, "/keys/", key.name, "/", key.version].concat();
            report.add(
                finding(&NOT_SECURE)
                    .weigh(Severity::Warning)
                    .offer_text(path::DISK_KEY_URL, &secure),
            );
        }
        Ok(_) => {}
    }
}
