//! The rows of the form, in the order in which an architect thinks of them.

use super::{Choice, Control, Field, LimitNote, Part, Section, Tick, TickValue, Way, lists};
use crate::facts::{limits, sizes};
use crate::model::{Edit, ImageKind, Node, Plan, VmSize, path, portions};
use crate::words::{Arg, Message, Words, nouns, words};

/// The empty choice of a menu: nothing is said.
pub(super) const UNSET: Words = words("–", "–", "–");
const NOT_KNOWN: Words = words("Not known", "Non connu", "Non noto");

const ALWAYS: fn(&Plan) -> bool = |_| true;

const fn same(value: &'static str) -> Choice {
    Choice {
        value,
        label: Words::same(value),
    }
}

const fn choice(value: &'static str, en: &'static str, fr: &'static str, it: &'static str) -> Choice {
    Choice {
        value,
        label: words(en, fr, it),
    }
}

const fn limit(rule: &'static str, en: &'static str, fr: &'static str, it: &'static str) -> Option<LimitNote> {
    Some(LimitNote {
        words: words(en, fr, it),
        figures: |_| Vec::new(),
        rule,
        until_read: false,
    })
}

/// What stands beside a value that only the account tells.
const fn of_account(rule: &'static str) -> Option<LimitNote> {
    Some(LimitNote {
        words: words("see the account", "voir le compte", "vedere l’account"),
        figures: |_| Vec::new(),
        rule,
        until_read: true,
    })
}

/// A limit whose figures come from `facts`.
const fn figured(rule: &'static str, words: Words, figures: fn(&Plan) -> Vec<Arg>) -> Option<LimitNote> {
    Some(LimitNote {
        words,
        figures,
        rule,
        until_read: false,
    })
}

/// The two ends of a documented length.
fn ends((least, most): (u64, u64)) -> Vec<Arg> {
    [least, most].map(whole).into()
}

fn whole(figure: u64) -> Arg {
    Arg::Number(i64::try_from(figure).unwrap_or(i64::MAX))
}

const fn text() -> Control {
    Control::Text {
        code: false,
        unit: None,
    }
}

const fn code() -> Control {
    Control::Text { code: true, unit: None }
}

/// Every section of the form.
pub static SECTIONS: &[Section] = &[
    Section {
        id: "target",
        title: words("Target", "Destination", "Destinazione"),
        fields: TARGET,
    },
    Section {
        id: "image",
        title: words("Image", "Image", "Immagine"),
        fields: IMAGE,
    },
    Section {
        id: "size",
        title: words("Size and scale", "Dimensionnement", "Dimensioni e scalabilità"),
        fields: SIZE,
    },
    Section {
        id: "vm",
        title: words("Virtual machine", "Machine virtuelle", "Macchina virtuale"),
        fields: VM,
    },
    Section {
        id: "network",
        title: words("Network", "Réseau", "Rete"),
        fields: NETWORK,
    },
    Section {
        id: "tasks",
        title: words("Tasks and users", "Tâches et utilisateurs", "Attività e utenti"),
        fields: TASKS,
    },
];

static TARGET: &[Field] = &[
    Field {
        path: path::CLOUD,
        label: words("Cloud", "Cloud", "Cloud"),
        control: Control::Menu {
            absent: UNSET,
            choices: &[
                choice("AzurePublic", "Azure public", "Azure public", "Azure pubblico"),
                choice(
                    "AzureChina",
                    "Azure China (21Vianet)",
                    "Azure Chine (21Vianet)",
                    "Azure Cina (21Vianet)",
                ),
                choice(
                    "AzureUSGovernment",
                    "Azure US Government",
                    "Azure US Government",
                    "Azure US Government",
                ),
            ],
        },
        limit: None,
        shown: ALWAYS,
    },
    Field {
        path: path::SUBSCRIPTION,
        label: words("Subscription", "Abonnement", "Sottoscrizione"),
        control: code(),
        limit: limit("AB0405", "a UUID", "un UUID", "un UUID"),
        shown: ALWAYS,
    },
    Field {
        path: path::RESOURCE_GROUP,
        label: words("Resource group", "Groupe de ressources", "Gruppo di risorse"),
        control: text(),
        limit: figured(
            "AB0405",
            words(
                "**{0}–{1}** characters",
                "**{0}–{1}** caractères",
                "**{0}–{1}** caratteri",
            ),
            |_| ends(limits::RESOURCE_GROUP.value),
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::ACCOUNT,
        label: words("Batch account", "Compte Batch", "Account Batch"),
        control: text(),
        limit: figured(
            "AB0404",
            words("**{0}–{1}**: a–z 0–9", "**{0}–{1}** : a–z 0–9", "**{0}–{1}**: a–z 0–9"),
            |_| ends(limits::ACCOUNT_NAME.value),
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::REGION,
        label: words("Region", "Région", "Area"),
        control: code(),
        limit: limit("AB0107", "of the account", "celle du compte", "dell’account"),
        shown: ALWAYS,
    },
    Field {
        path: path::TENANT,
        label: words("Tenant", "Locataire", "Tenant"),
        control: code(),
        limit: limit(
            "AB0110",
            "same as the image’s",
            "celui de l’image",
            "quello dell’immagine",
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::ALLOCATION_MODE,
        label: words("Pool allocation", "Allocation de pool", "Allocazione pool"),
        control: Control::Segments(&[
            choice("BatchService", "Batch service", "Service Batch", "Servizio Batch"),
            choice(
                "UserSubscription",
                "User subscription",
                "Abonnement utilisateur",
                "Sottoscrizione utente",
            ),
        ]),
        limit: limit(
            "AB0203",
            "decides which quota applies",
            "détermine le quota",
            "determina la quota",
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::AUTHENTICATION,
        label: words("Authentication", "Authentification", "Autenticazione"),
        control: Control::Segments(&[
            choice("EntraId", "Entra ID", "Entra ID", "Entra ID"),
            choice("SharedKey", "Shared Key", "Clé partagée", "Chiave condivisa"),
        ]),
        limit: limit(
            "AB0112",
            "images: **Entra ID**",
            "images : **Entra ID**",
            "immagini: **Entra ID**",
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::POOL_NAME,
        label: words("Pool name", "Nom du pool", "Nome del pool"),
        control: Control::Text {
            code: false,
            unit: Some(name_length),
        },
        limit: figured(
            "AB0401",
            words(
                "**{0}–{1}**: a–z A–Z 0–9 _ -",
                "**{0}–{1}** : a–z A–Z 0–9 _ -",
                "**{0}–{1}**: a–z A–Z 0–9 _ -",
            ),
            |_| ends(limits::POOL_NAME.value),
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::API_VERSION,
        label: words("api-version", "api-version", "api-version"),
        control: Control::Menu {
            absent: words(
                "2025-06-01 – newest",
                "2025-06-01 – la plus récente",
                "2025-06-01 – la più recente",
            ),
            choices: &[
                same("2025-06-01"),
                same("2024-07-01"),
                same("2024-02-01"),
                same("2023-11-01"),
                same("2023-05-01"),
                same("2022-10-01"),
                same("2022-06-01"),
                same("2022-01-01"),
                same("2021-06-01"),
                same("2021-01-01"),
                same("2020-09-01"),
                same("2020-05-01"),
                same("2020-03-01"),
                same("2019-08-01"),
                same("2019-04-01"),
                same("2018-12-01"),
                same("2017-09-01"),
                choice(
                    "2026-08-01",
                    "2026-08-01 – draft",
                    "2026-08-01 – provisoire",
                    "2026-08-01 – bozza",
                ),
            ],
        },
        limit: limit(
            "AB0413",
            "older ones will be retired",
            "les anciennes seront retirées",
            "le precedenti verranno ritirate",
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::QUOTAS,
        label: words("Core quotas", "Quotas de cœurs", "Quote di core"),
        control: Control::Several(&[
            Part {
                path: path::QUOTA_DEDICATED,
                label: words("Dedicated cores", "Cœurs dédiés", "Core dedicati"),
                control: Control::Number {
                    unit: Some(&const { words("dedicated", "dédiés", "dedicati") }),
                },
            },
            Part {
                path: path::QUOTA_SPOT,
                label: words("Spot cores", "Cœurs Spot", "Core Spot"),
                control: Control::Number {
                    unit: Some(&const { words("Spot", "Spot", "Spot") }),
                },
            },
        ]),
        limit: of_account("AB0223"),
        shown: ALWAYS,
    },
    Field {
        path: path::QUOTA_POOLS,
        label: words("Pool quota", "Quota de pools", "Quota di pool"),
        control: Control::Number {
            unit: Some(&const { words("pools", "pools", "pool") }),
        },
        limit: of_account("AB0224"),
        shown: ALWAYS,
    },
];

fn name_length(plan: &Plan) -> Option<Message> {
    static OF: Words = words("{0} of {1}", "{0} sur {1}", "{0} di {1}");
    let length = plan.target.pool_name?.chars().count() as u64;
    let (_, most) = limits::POOL_NAME.value;
    Some(Message::new(&OF, [whole(length), whole(most)]))
}

static GALLERY_IMAGE: &str = "/galleries/{gallery}/images/{definition}/versions/{version}";

fn image_id(plan: &Plan, tail: &str) -> Vec<Edit> {
    let subscription = plan.target.subscription.unwrap_or("{subscriptionId}");
    let id =
        format!("/subscriptions/{subscription}/resourceGroups/{{resourceGroup}}/providers/Microsoft.Compute{tail}");
    let mut edits: Vec<Edit> = [
        "publisher",
        "offer",
        "sku",
        "version",
        "sharedGalleryImageId",
        "communityGalleryImageId",
    ]
    .into_iter()
    .map(|name| path::child(path::IMAGE_REFERENCE, name))
    .filter(|pointer| plan.at(pointer).is_some())
    .map(Edit::remove)
    .collect();
    edits.push(Edit::set(path::IMAGE_ID, Node::text(id)));
    edits
}

fn is_marketplace(plan: &Plan) -> bool {
    matches!(plan.pool.image.kind(), ImageKind::Marketplace)
}

fn is_own_image(plan: &Plan) -> bool {
    !is_marketplace(plan)
}

static IMAGE: &[Field] = &[
    Field {
        path: path::IMAGE_REFERENCE,
        label: words("Kind", "Type", "Tipo"),
        control: Control::Switch(&[
            Way {
                label: words("Gallery", "Galerie", "Raccolta"),
                is: |plan| plan.pool.image.kind().is_gallery(),
                make: |plan| image_id(plan, GALLERY_IMAGE),
            },
            Way {
                label: words("Managed", "Managée", "Gestita"),
                is: |plan| plan.pool.image.kind().is_retired_source(),
                make: |plan| image_id(plan, "/images/{image}"),
            },
            Way {
                label: words("Marketplace", "Place de marché", "Marketplace"),
                is: is_marketplace,
                make: |_| {
                    let part = |(name, value)| Edit::set(path::child(path::IMAGE_REFERENCE, name), Node::text(value));
                    let ubuntu = [
                        ("publisher", "canonical"),
                        ("offer", "ubuntu-24_04-lts"),
                        ("sku", "server"),
                        ("version", "latest"),
                    ];
                    [Edit::remove(path::IMAGE_ID)]
                        .into_iter()
                        .chain(ubuntu.map(part))
                        .collect()
                },
            },
        ]),
        limit: limit(
            "AB0101",
            "custom images: **gallery** only",
            "personnalisées : **galerie** seulement",
            "personalizzate: solo **raccolta**",
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::IMAGE_ID,
        label: words("Image id", "ID d’image", "ID immagine"),
        control: Control::Lines,
        limit: limit(
            "AB0104",
            "**…/galleries/**{gallery}**/images/**{name}**/versions/**{version}",
            "**…/galleries/**{galerie}**/images/**{nom}**/versions/**{version}",
            "**…/galleries/**{raccolta}**/images/**{nome}**/versions/**{versione}",
        ),
        shown: is_own_image,
    },
    Field {
        path: "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/publisher",
        label: words("Publisher", "Éditeur", "Editore"),
        control: code(),
        limit: limit(
            "AB0136",
            "as the service lists it",
            "tel que le service l’indique",
            "come elencato dal servizio",
        ),
        shown: is_marketplace,
    },
    Field {
        path: "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/offer",
        label: words("Offer", "Offre", "Offerta"),
        control: code(),
        limit: None,
        shown: is_marketplace,
    },
    Field {
        path: "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/sku",
        label: words("SKU", "Référence SKU", "SKU"),
        control: code(),
        limit: None,
        shown: is_marketplace,
    },
    Field {
        path: path::IMAGE_VERSION,
        label: words("Version", "Version", "Versione"),
        control: code(),
        limit: limit("AB0106", "omitted: latest", "omise : latest", "omessa: latest"),
        shown: is_marketplace,
    },
    Field {
        path: path::IMAGE_SOURCE,
        label: words("Made from", "Créée à partir de", "Creata da"),
        control: Control::Menu {
            absent: UNSET,
            choices: &[
                choice(
                    "Snapshot",
                    "Snapshot of the disks",
                    "Instantané des disques",
                    "Snapshot dei dischi",
                ),
                choice(
                    "VirtualMachine",
                    "Generalized VM",
                    "Machine virtuelle généralisée",
                    "Macchina virtuale generalizzata",
                ),
                choice("Vhd", "Uploaded VHD", "VHD chargé", "VHD caricato"),
                Choice {
                    value: "Unknown",
                    label: NOT_KNOWN,
                },
            ],
        },
        limit: limit(
            "AB0124",
            "**snapshot** advised",
            "**instantané** conseillé",
            "**snapshot** consigliato",
        ),
        shown: is_own_image,
    },
    Field {
        path: path::IMAGE_BASE,
        label: words("Base image", "Image de base", "Immagine di base"),
        control: Control::Menu {
            absent: UNSET,
            choices: &[
                choice(
                    "FirstParty",
                    "First-party, no purchase plan",
                    "First-party, sans plan d’achat",
                    "First-party, senza piano di acquisto",
                ),
                choice(
                    "ThirdParty",
                    "Third-party, with a purchase plan",
                    "Tierce, avec plan d’achat",
                    "Di terze parti, con piano di acquisto",
                ),
                Choice {
                    value: "Unknown",
                    label: NOT_KNOWN,
                },
            ],
        },
        limit: limit(
            "AB0127",
            "**first-party**, no purchase plan",
            "**first-party**, sans plan d’achat",
            "**first-party**, senza piano di acquisto",
        ),
        shown: is_own_image,
    },
    Field {
        path: path::IMAGE_BUILT_WITH,
        label: words("Built with", "Créée avec", "Creata con"),
        control: Control::Menu {
            absent: UNSET,
            choices: &[
                choice("Packer", "Packer", "Packer", "Packer"),
                choice("Other", "Other tools", "Autres outils", "Altri strumenti"),
                Choice {
                    value: "Unknown",
                    label: NOT_KNOWN,
                },
            ],
        },
        limit: limit(
            "AB0139",
            "by allocation mode",
            "selon le mode d’allocation",
            "secondo la modalità di allocazione",
        ),
        shown: is_own_image,
    },
    Field {
        path: path::IMAGE_REGION,
        label: words("Image region", "Région de l’image", "Area dell’immagine"),
        control: code(),
        limit: limit(
            "AB0107",
            "managed: **the account’s**",
            "managée : **celle du compte**",
            "gestita: **dell’account**",
        ),
        shown: is_own_image,
    },
    Field {
        path: path::IMAGE_TENANT,
        label: words("Image tenant", "Locataire de l’image", "Tenant dell’immagine"),
        control: code(),
        limit: limit("AB0110", "**the account’s**", "**celui du compte**", "**dell’account**"),
        shown: is_own_image,
    },
    Field {
        path: path::IMAGE_OS,
        label: words("System", "Système", "Sistema"),
        control: Control::Several(&[
            Part {
                path: path::IMAGE_OS,
                label: words("Operating system", "Système d’exploitation", "Sistema operativo"),
                control: Control::Menu {
                    absent: UNSET,
                    choices: &[same("Linux"), same("Windows")],
                },
            },
            Part {
                path: path::IMAGE_GENERATION,
                label: words(
                    "Hypervisor generation",
                    "Génération d’hyperviseur",
                    "Generazione hypervisor",
                ),
                control: Control::Menu {
                    absent: UNSET,
                    choices: &[
                        choice("V1", "Gen 1", "Gén. 1", "Gen 1"),
                        choice("V2", "Gen 2", "Gén. 2", "Gen 2"),
                    ],
                },
            },
            Part {
                path: path::IMAGE_STATE,
                label: words("State of the image", "État de l’image", "Stato dell’immagine"),
                control: Control::Menu {
                    absent: UNSET,
                    choices: &[
                        choice("Generalized", "Generalized", "Généralisée", "Generalizzata"),
                        choice("Specialized", "Specialized", "Spécialisée", "Specializzata"),
                    ],
                },
            },
        ]),
        limit: limit("AB0111", "**generalized**", "**généralisée**", "**generalizzata**"),
        shown: is_own_image,
    },
    Field {
        path: path::IMAGE_REPLICAS,
        label: words("Replicas", "Réplicas", "Repliche"),
        control: Control::Number {
            unit: Some(&const { words("in the region", "dans la région", "nell’area") }),
        },
        limit: figured(
            "AB0123",
            words(
                "**1 per {0}** nodes: {1}",
                "**1 pour {0}** nœuds : {1}",
                "**1 ogni {0}** nodi: {1}",
            ),
            |plan| {
                let each = limits::NODES_PER_REPLICA.value;
                vec![each.into(), portions(plan.pool.nodes(), each).into()]
            },
        ),
        shown: |plan| plan.pool.image.kind().is_gallery(),
    },
    Field {
        path: path::IMAGE_TEMP_DRIVE,
        label: words("Prepared", "Préparation", "Preparazione"),
        control: Control::Ticks(&[
            Tick {
                path: path::IMAGE_TEMP_DRIVE,
                label: words(
                    "Default temp drive",
                    "Lecteur temporaire par défaut",
                    "Unità temporanea predefinita",
                ),
                on: TickValue::Bool(true),
                off: Some(TickValue::Bool(false)),
            },
            Tick {
                path: path::IMAGE_EXTENSIONS,
                label: words("No extensions", "Sans extensions", "Senza estensioni"),
                on: TickValue::Bool(false),
                off: Some(TickValue::Bool(true)),
            },
            Tick {
                path: path::IMAGE_ENCRYPTED,
                label: words(
                    "OS disk not encrypted",
                    "Disque du système d’exploitation non chiffré",
                    "Disco del sistema operativo non crittografato",
                ),
                on: TickValue::Bool(false),
                off: Some(TickValue::Bool(true)),
            },
            Tick {
                path: path::IMAGE_MANAGED_DISK,
                label: words("Managed disks", "Disques managés", "Dischi gestiti"),
                on: TickValue::Bool(true),
                off: Some(TickValue::Bool(false)),
            },
            Tick {
                path: path::IMAGE_PLAN,
                label: words(
                    "Definition has the purchase plan",
                    "Définition avec plan d’achat",
                    "Definizione con piano di acquisto",
                ),
                on: TickValue::Bool(true),
                off: Some(TickValue::Bool(false)),
            },
        ]),
        limit: limit("AB0133", "the first four", "les quatre premiers", "i primi quattro"),
        shown: is_own_image,
    },
    Field {
        path: path::NEIGHBOURS,
        label: words("Shared with", "Partagée avec", "Condivisa con"),
        control: Control::List(&lists::NEIGHBOURS),
        limit: limit(
            "AB0116",
            "all nodes add up",
            "tous les nœuds s’additionnent",
            "tutti i nodi si sommano",
        ),
        shown: is_own_image,
    },
];

fn is_fixed(plan: &Plan) -> bool {
    plan.pool.auto.is_none()
}

fn is_auto(plan: &Plan) -> bool {
    plan.pool.auto.is_some()
}

static NODES_UNIT: Words = words("nodes", "nœuds", "nodi");

static SIZE: &[Field] = &[
    Field {
        path: path::SCALE,
        label: words("Scaling", "Mise à l’échelle", "Scalabilità"),
        control: Control::Switch(&[
            Way {
                label: words("Fixed", "Fixe", "Fissa"),
                is: is_fixed,
                make: |_| vec![Edit::remove(path::AUTO), Edit::set(path::DEDICATED, Node::number(1))],
            },
            Way {
                label: words("By formula", "Par formule", "Con formula"),
                is: is_auto,
                make: |_| {
                    let formula = Node::text("$TargetDedicatedNodes = 1;");
                    vec![
                        Edit::remove(path::FIXED),
                        Edit::set(path::FORMULA, formula),
                        Edit::set(path::INTERVAL, Node::text("PT15M")),
                    ]
                },
            },
        ]),
        limit: limit("AB0201", "exactly one", "exactement une", "esattamente una"),
        shown: ALWAYS,
    },
    Field {
        path: path::DEDICATED,
        label: words("Dedicated nodes", "Nœuds dédiés", "Nodi dedicati"),
        control: Control::Number {
            unit: Some(&NODES_UNIT),
        },
        limit: figured(
            "AB0117",
            words(
                "managed: **max {0}** or {1}",
                "managée : **max. {0}** ou {1}",
                "gestita: **max {0}** o {1}",
            ),
            |_| {
                vec![
                    limits::MANAGED_MAX_DEDICATED.value.into(),
                    limits::MANAGED_MAX_DEDICATED_QUOTA_PAGE.value.into(),
                ]
            },
        ),
        shown: is_fixed,
    },
    Field {
        path: path::SPOT,
        label: words("Spot nodes", "Nœuds Spot", "Nodi Spot"),
        control: Control::Number {
            unit: Some(&NODES_UNIT),
        },
        limit: figured(
            "AB0118",
            words("managed: **max {0}**", "managée : **max. {0}**", "gestita: **max {0}**"),
            |_| vec![limits::MANAGED_MAX_SPOT.value.into()],
        ),
        shown: is_fixed,
    },
    Field {
        path: path::RESIZE_TIMEOUT,
        label: words(
            "Resize time-out",
            "Délai de redimensionnement",
            "Timeout di ridimensionamento",
        ),
        control: Control::Text {
            code: true,
            unit: Some(timeout_in_words),
        },
        limit: figured(
            "AB0205",
            words(
                "at least **{0}**; no maximum published",
                "au moins **{0}** ; aucun maximum publié",
                "almeno **{0}**; nessun massimo pubblicato",
            ),
            |_| vec![limits::RESIZE_TIMEOUT_LEAST.value.into()],
        ),
        shown: is_fixed,
    },
    Field {
        path: path::DEALLOCATION,
        label: words("When nodes leave", "Retrait de nœuds", "Rimozione di nodi"),
        control: Control::Menu {
            absent: UNSET,
            choices: &[
                choice(
                    "Requeue",
                    "Requeue tasks",
                    "Remettre les tâches en file",
                    "Rimettere in coda le attività",
                ),
                choice(
                    "Terminate",
                    "Terminate tasks",
                    "Arrêter les tâches",
                    "Terminare le attività",
                ),
                choice(
                    "TaskCompletion",
                    "Wait for task completion",
                    "Attendre la fin des tâches",
                    "Attendere la fine delle attività",
                ),
                choice(
                    "RetainedData",
                    "Wait for retained data",
                    "Attendre les données conservées",
                    "Attendere i dati conservati",
                ),
            ],
        },
        limit: limit(
            "AB0208",
            "omitted: requeue",
            "omis : remise en file",
            "omesso: rimessa in coda",
        ),
        shown: is_fixed,
    },
    Field {
        path: path::FORMULA,
        label: words("Formula", "Formule", "Formula"),
        control: Control::Lines,
        limit: figured(
            "AB0210",
            words(
                "**{0} KB**, **{1}** statements",
                "**{0} Ko**, **{1}** instructions",
                "**{0} KB**, **{1}** istruzioni",
            ),
            |_| {
                let kilobytes = limits::FORMULA_BYTES.value / 1_024;
                vec![kilobytes.into(), limits::FORMULA_STATEMENTS.value.into()]
            },
        ),
        shown: is_auto,
    },
    Field {
        path: path::INTERVAL,
        label: words(
            "Evaluation interval",
            "Intervalle d’évaluation",
            "Intervallo di valutazione",
        ),
        control: Control::Text {
            code: true,
            unit: Some(interval_in_words),
        },
        limit: figured(
            "AB0212",
            words("**{0} – {1} h**", "**{0} – {1} h**", "**{0} – {1} h**"),
            |_| {
                let hours = limits::EVALUATION_MOST.value.seconds() / 3_600;
                vec![limits::EVALUATION_LEAST.value.into(), whole(hours)]
            },
        ),
        shown: is_auto,
    },
    Field {
        path: path::INTER_NODE,
        label: words("Inter-node", "Entre nœuds", "Tra i nodi"),
        control: Control::Tick(Tick {
            path: path::INTER_NODE,
            label: words(
                "Nodes talk to each other",
                "Les nœuds communiquent entre eux",
                "I nodi comunicano tra loro",
            ),
            on: TickValue::Text("Enabled"),
            off: Some(TickValue::Text("Disabled")),
        }),
        limit: figured(
            "AB0203",
            words(
                "on: **max {0}** nodes, or {1}",
                "activée : **max. {0}** nœuds, ou {1}",
                "attiva: **max {0}** nodi, o {1}",
            ),
            |_| {
                vec![
                    limits::INTER_NODE_MOST.value.into(),
                    limits::INTER_NODE_MOST_OWN.value.into(),
                ]
            },
        ),
        shown: ALWAYS,
    },
];

static IN_WORDS: Words = words("{0}", "{0}", "{0}");

fn in_words(text: Option<&str>) -> Option<Message> {
    let span = crate::model::IsoDuration::parse(text?).ok()?;
    Some(Message::new(&IN_WORDS, [span.into()]))
}

fn timeout_in_words(plan: &Plan) -> Option<Message> {
    in_words(plan.pool.fixed?.resize_timeout)
}

fn interval_in_words(plan: &Plan) -> Option<Message> {
    in_words(plan.pool.auto?.interval)
}

static VM: &[Field] = &[
    Field {
        path: path::VM_SIZE,
        label: words(
            "VM size",
            "Taille de machine virtuelle",
            "Dimensioni della macchina virtuale",
        ),
        control: Control::Text {
            code: true,
            unit: Some(size_in_words),
        },
        limit: limit(
            "AB0410",
            "vCPUs: from the name (derived)",
            "vCPU : d’après le nom (déduit)",
            "vCPU: dal nome (derivato)",
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::NODE_AGENT,
        label: words("Node agent", "Agent de nœud", "Agente del nodo"),
        control: code(),
        limit: limit(
            "AB0135",
            "must match the image",
            "doit correspondre à l’image",
            "deve corrispondere all’immagine",
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::OS_DISK,
        label: words(
            "OS disk",
            "Disque du système d’exploitation",
            "Disco del sistema operativo",
        ),
        control: Control::Several(&[
            Part {
                path: path::OS_CACHING,
                label: words(
                    "OS disk caching",
                    "Mise en cache du disque du système d’exploitation",
                    "Cache del disco del sistema operativo",
                ),
                control: Control::Menu {
                    absent: UNSET,
                    choices: &[same("ReadWrite"), same("ReadOnly"), same("None")],
                },
            },
            Part {
                path: "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/osDisk/diskSizeGB",
                label: words(
                    "OS disk size",
                    "Taille du disque du système d’exploitation",
                    "Dimensioni del disco del sistema operativo",
                ),
                control: Control::Number {
                    unit: Some(&const { words("GB", "Go", "GB") }),
                },
            },
        ]),
        limit: limit(
            "AB0142",
            "**ReadWrite** is quicker",
            "**ReadWrite** est plus rapide",
            "**ReadWrite** è più rapido",
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::EPHEMERAL,
        label: words("Ephemeral OS disk", "Disque éphémère", "Disco effimero"),
        control: Control::Tick(Tick {
            path: "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/osDisk/ephemeralOSDiskSettings/placement",
            label: words("On the cache disk", "Sur le disque de cache", "Sul disco della cache"),
            on: TickValue::Text("CacheDisk"),
            off: None,
        }),
        limit: limit(
            "AB0220",
            "not with Spot nodes",
            "pas avec des nœuds Spot",
            "non con nodi Spot",
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::DATA_DISKS,
        label: words("Data disks", "Disques de données", "Dischi dati"),
        control: Control::List(&lists::DATA_DISKS),
        limit: limit(
            "AB0132",
            "format them inside the VM",
            "à formater dans la machine virtuelle",
            "da formattare nella macchina virtuale",
        ),
        shown: ALWAYS,
    },
    Field {
        path: "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/nodePlacementConfiguration/policy",
        label: words("Placement", "Placement", "Posizionamento"),
        control: Control::Segments(&[
            choice("Regional", "Regional", "Régional", "Regionale"),
            choice("Zonal", "Zonal", "Zonal", "Zonale"),
        ]),
        limit: None,
        shown: ALWAYS,
    },
    Field {
        path: path::SECURITY_TYPE,
        label: words("Security type", "Type de sécurité", "Tipo di sicurezza"),
        control: Control::Menu {
            absent: words("Standard", "Standard", "Standard"),
            choices: &[
                choice(
                    "trustedLaunch",
                    "Trusted launch",
                    "Lancement fiable",
                    "Avvio attendibile",
                ),
                choice(
                    "confidentialVM",
                    "Confidential VM",
                    "Machine virtuelle confidentielle",
                    "Macchina virtuale riservata",
                ),
            ],
        },
        limit: limit(
            "AB0143",
            "gallery images only",
            "images de galerie seulement",
            "solo immagini della raccolta",
        ),
        shown: ALWAYS,
    },
];

static SIZE_IN_WORDS: [Words; 3] = [
    words("{0}", "{0}", "{0}"),
    words("Gen {1}", "Gén. {1}", "Gen {1}"),
    words("{0} · Gen {1}", "{0} · Gén. {1}", "{0} · Gen {1}"),
];

/// What a size is by its name and by the pages on its series: derived, and `None` where neither tells.
fn size_in_words(plan: &Plan) -> Option<Message> {
    let name = plan.pool.vm_size?;
    let vcpus = VmSize::parse(name).and_then(|size| size.vcpus);
    let generations = sizes::generations(name);
    let [only_vcpus, only_generations, both] = &SIZE_IN_WORDS;
    let words = match (vcpus, generations) {
        (Some(_), Some(_)) => both,
        (Some(_), None) => only_vcpus,
        (None, Some(_)) => only_generations,
        (None, None) => return None,
    };
    let starts = generations.map_or("", |starts| match (starts.gen1, starts.gen2) {
        (true, true) => "1, 2",
        (true, false) => "1",
        _ => "2",
    });
    let vcpus = Arg::Count(vcpus.unwrap_or_default().into(), &nouns::VCPUS);
    Some(Message::new(words, [vcpus, Arg::Text(starts.to_owned())]))
}

static NETWORK: &[Field] = &[
    Field {
        path: path::SUBNET,
        label: words("Subnet", "Sous-réseau", "Subnet"),
        control: Control::Lines,
        limit: None,
        shown: ALWAYS,
    },
    Field {
        path: "/pool/properties/networkConfiguration/publicIPAddressConfiguration/provision",
        label: words("Public IPs", "Adresses IP publiques", "Indirizzi IP pubblici"),
        control: Control::Segments(&[
            choice("BatchManaged", "Batch managed", "Gérées par Batch", "Gestiti da Batch"),
            choice("UserManaged", "Own", "Les vôtres", "Propri"),
            choice("NoPublicIPAddresses", "None", "Aucune", "Nessuno"),
        ]),
        limit: None,
        shown: ALWAYS,
    },
    Field {
        path: path::NAT_POOLS,
        label: words("Inbound NAT", "NAT entrante", "NAT in ingresso"),
        control: Control::List(&lists::NAT_POOLS),
        limit: limit(
            "AB0119",
            "lowers a managed image’s limits",
            "abaisse les limites d’une image managée",
            "abbassa i limiti di un’immagine gestita",
        ),
        shown: ALWAYS,
    },
    Field {
        path: "/pool/properties/networkConfiguration/enableAcceleratedNetworking",
        label: words("Acceleration", "Accélération", "Accelerazione"),
        control: Control::Tick(Tick {
            path: "/pool/properties/networkConfiguration/enableAcceleratedNetworking",
            label: words("Accelerated networking", "Mise en réseau accélérée", "Rete accelerata"),
            on: TickValue::Bool(true),
            off: None,
        }),
        limit: None,
        shown: ALWAYS,
    },
];

static TASKS: &[Field] = &[
    Field {
        path: path::DISPLAY_NAME,
        label: words("Display name", "Nom d’affichage", "Nome visualizzato"),
        control: text(),
        limit: figured(
            "AB0406",
            words(
                "**max {0}** characters",
                "**max. {0}** caractères",
                "**max {0}** caratteri",
            ),
            |_| vec![whole(limits::DISPLAY_NAME.value)],
        ),
        shown: ALWAYS,
    },
    Field {
        path: path::SLOTS,
        label: words("Task slots", "Emplacements de tâche", "Slot attività"),
        control: Control::Number {
            unit: Some(&const { words("per node", "par nœud", "per nodo") }),
        },
        limit: figured(
            "AB0218",
            words(
                "**{0}–{1}**, at most {2} × vCPU",
                "**{0}–{1}**, au plus {2} × vCPU",
                "**{0}–{1}**, al massimo {2} × vCPU",
            ),
            |_| {
                vec![
                    limits::SLOTS_LEAST.value.into(),
                    limits::SLOTS_MOST.value.into(),
                    limits::SLOTS_PER_CORE.value.into(),
                ]
            },
        ),
        shown: ALWAYS,
    },
    Field {
        path: "/pool/properties/taskSchedulingPolicy/nodeFillType",
        label: words("Fill", "Remplissage", "Riempimento"),
        control: Control::Segments(&[
            choice("Spread", "Spread", "Répartir", "Distribuire"),
            choice("Pack", "Pack", "Regrouper", "Raggruppare"),
        ]),
        limit: None,
        shown: ALWAYS,
    },
    Field {
        path: "/pool/properties/startTask/commandLine",
        label: words("Start task", "Tâche de démarrage", "Attività di avvio"),
        control: Control::Lines,
        limit: None,
        shown: ALWAYS,
    },
    Field {
        path: path::START_TASK,
        label: words("Execution", "Exécution", "Esecuzione"),
        control: Control::Ticks(&[
            Tick {
                path: "/pool/properties/startTask/waitForSuccess",
                label: words("Wait for success", "Attendre la réussite", "Attendere l’esito positivo"),
                on: TickValue::Bool(true),
                off: Some(TickValue::Bool(false)),
            },
            Tick {
                path: "/pool/properties/startTask/userIdentity/autoUser/elevationLevel",
                label: words("As administrator", "En tant qu’administrateur", "Come amministratore"),
                on: TickValue::Text("Admin"),
                off: Some(TickValue::Text("NonAdmin")),
            },
        ]),
        limit: None,
        shown: |plan| plan.at(path::START_TASK).is_some(),
    },
    Field {
        path: "/pool/properties/userAccounts",
        label: words("Users", "Utilisateurs", "Utenti"),
        control: Control::List(&lists::USERS),
        limit: None,
        shown: ALWAYS,
    },
    Field {
        path: "/pool/properties/applicationPackages",
        label: words("Packages", "Packages", "Pacchetti"),
        control: Control::List(&lists::PACKAGES),
        limit: None,
        shown: ALWAYS,
    },
    Field {
        path: path::METADATA,
        label: words("Metadata", "Métadonnées", "Metadati"),
        control: Control::List(&lists::METADATA),
        limit: None,
        shown: ALWAYS,
    },
];
