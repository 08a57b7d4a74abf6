//! AB0516: encryption targets on which the reference text and other sources do not agree for this operating system.

use super::shapes;
use crate::facts::disagreements::ENCRYPTION_TARGETS_BY_OS;
use crate::model::api_version::V2020_03_01;
use crate::model::{ApiVersion, Edit, Node, OsType, Value, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0516",
    name: "encryption-targets-disputed",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Machine,
    title: words(
        "Encryption targets that do not suit the operating system",
        "Des cibles de chiffrement qui ne conviennent pas au système d’exploitation",
        "Destinazioni di crittografia non adatte al sistema operativo",
    ),
    why: words(
        "The reference text allows only `TemporaryDisk` on Linux and wants `OsDisk` and `TemporaryDisk` together on \
         Windows; the page on disk encryption and an official example do otherwise. What the reference text wants is \
         the safe choice.",
        "Le texte de référence n’admet que `TemporaryDisk` sous Linux et exige `OsDisk` et `TemporaryDisk` ensemble \
         sous Windows ; la page sur le chiffrement des disques et un exemple officiel font autrement. Suivre le texte \
         de référence est le choix sûr.",
        "Il testo di riferimento ammette solo `TemporaryDisk` su Linux e vuole `OsDisk` e `TemporaryDisk` insieme su \
         Windows; la pagina sulla crittografia dei dischi e un esempio ufficiale fanno diversamente. Ciò che vuole il \
         testo di riferimento è la scelta sicura.",
    ),
    sources: &ENCRYPTION_TARGETS_BY_OS,
    fields: &[path::ENCRYPTION_TARGETS, path::NODE_AGENT, path::IMAGE_OS],
    versions: Some((V2020_03_01, ApiVersion::DRAFT)),
    example: example!("AB0516"),
    check: Check::Own(check),
};

static LINUX: Words = words(
    "{0} is a target on Linux nodes, for which the reference text allows only {1}.",
    "{0} est une cible sur des nœuds Linux, pour lesquels le texte de référence n’admet que {1}.",
    "{0} è una destinazione su nodi Linux, per i quali il testo di riferimento ammette solo {1}.",
);

static WINDOWS: Words = words(
    "{0} is the only target; on Windows the reference text wants {1} as well.",
    "{0} est la seule cible ; sous Windows, le texte de référence exige aussi {1}.",
    "{0} è l’unica destinazione; su Windows il testo di riferimento vuole anche {1}.",
);

static NOTHING: Words = words(
    "{0} names no target: no disk is encrypted.",
    "{0} n’indique aucune cible : aucun disque n’est chiffré.",
    "{0} non indica alcuna destinazione: nessun disco viene crittografato.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let pool = &plan.pool;
    let Some(configuration) = pool.vm_at("/diskEncryptionConfiguration") else {
        return;
    };
    if !shapes::applies(context, &RULE) {
        return;
    }
    if pool.encryption_targets().is_empty() {
        // Of a key without targets another rule speaks; what is no list is the contract's.
        let empty = configuration
            .get("targets")
            .is_none_or(|node| matches!(node.value, Value::List(_)));
        if empty && configuration.get("customerManagedKey").is_none() {
            let message = Message::new(&NOTHING, [path::last(path::DISK_ENCRYPTION).into()]);
            report.add(Finding::new(&RULE, path::DISK_ENCRYPTION, message).weigh(Severity::Advice));
        }
        return;
    }
    let (os_disk, temporary) = (pool.encryption_target(OS_DISK), pool.encryption_target(TEMPORARY_DISK));
    let (path, words, args, wanted): (_, _, [Arg; 2], &[&str]) = match (plan.os(), os_disk, temporary) {
        // Encryption on Linux from a custom image is a question of its own.
        (Some(OsType::Linux), Some(at), _) if !pool.image.kind().is_custom() => (
            path::item(path::ENCRYPTION_TARGETS, at),
            &LINUX,
            [OS_DISK.into(), TEMPORARY_DISK.into()],
            &[TEMPORARY_DISK],
        ),
        (Some(OsType::Windows), Some(_), None) => {
            let args = [OS_DISK.into(), TEMPORARY_DISK.into()];
            (path::ENCRYPTION_TARGETS.to_owned(), &WINDOWS, args, &BOTH)
        }
        (Some(OsType::Windows), None, Some(_)) => {
            let args = [TEMPORARY_DISK.into(), OS_DISK.into()];
            (path::ENCRYPTION_TARGETS.to_owned(), &WINDOWS, args, &BOTH)
        }
        _ => return,
    };
    let finding = Finding::new(&RULE, path, Message::new(words, args)).related(plan.os_from());
    // A key of one's own is for the OS disk, and a temporary disk may need the encryption at host that is switched off.
    let loses_key = wanted.len() == 1 && configuration.get("customerManagedKey").is_some();
    let lacks_host = temporary.is_none() && pool.host_encryption() == Some(false);
    report.add(if loses_key || lacks_host {
        finding
    } else {
        offer_targets(finding, wanted)
    });
}

const OS_DISK: &str = "OsDisk";
const TEMPORARY_DISK: &str = "TemporaryDisk";
const BOTH: [&str; 2] = [OS_DISK, TEMPORARY_DISK];

/// Offers these encryption targets.
pub(super) fn offer_targets(finding: Finding, targets: &[&str]) -> Finding {
    let list = Node::list(targets.iter().map(|target| Node::text(*target)));
    let title = Message::new(
        &fix_titles::SET_MEMBER,
        [path::last(path::ENCRYPTION_TARGETS).into(), targets.join(", ").into()],
    );
    finding.fix(title, [Edit::set(path::ENCRYPTION_TARGETS, list)])
}
