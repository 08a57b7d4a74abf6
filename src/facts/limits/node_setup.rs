//! Documented figures of start tasks, users, packages and mounts. Constants where the form names them as well.

use crate::facts::{Limit, pages};

/// Retries of a start task when none are given.
pub static START_RETRIES_DEFAULT: Limit<i64> = Limit {
    value: 0,
    from: pages::CONTRACT.says(
        "A start task that fails is not run again unless `maxTaskRetryCount` says so: left out, it is 0.",
        "Une tâche de démarrage qui échoue n’est pas relancée, sauf si `maxTaskRetryCount` le demande : s’il est \
         omis, il vaut 0.",
        "Un’attività di avvio non riuscita non viene rieseguita, a meno che `maxTaskRetryCount` non lo richieda: se \
         manca, vale 0.",
    ),
};

/// The retries of the contract’s own example.
pub static START_RETRIES_EXAMPLE: Limit<i64> = Limit {
    value: 3,
    from: pages::CONTRACT.says(
        "The first try does not count as a retry: with 3 retries, the example given, Batch tries up to 4 times.",
        "Le premier essai ne compte pas : avec 3 nouvelles tentatives, l’exemple donné, Batch fait jusqu’à 4 essais.",
        "Il primo tentativo non conta: con 3 nuovi tentativi, l’esempio indicato, Batch prova fino a 4 volte.",
    ),
};

/// The number that stands for retries without end.
pub static START_RETRIES_ENDLESS: Limit<i64> = Limit {
    value: -1,
    from: pages::DATA_PLANE.says(
        "With -1 the task is retried without limit, which is not recommended for a start task or any other.",
        "Avec -1, la tâche est relancée sans limite, ce qui est déconseillé pour une tâche de démarrage comme pour toute \
         autre.",
        "Con -1 l’attività viene ritentata senza limite, cosa sconsigliata per un’attività di avvio come per ogni altra.",
    ),
};

/// Characters of a user account’s name.
pub static USER_NAME_MOST: Limit<i64> = Limit {
    value: 20,
    from: pages::CONTRACT.says(
        "The name of a user account may hold any Unicode characters, at most 20.",
        "Le nom d’un compte d’utilisateur peut contenir tout caractère Unicode, 20 au maximum.",
        "Il nome di un account utente può contenere qualsiasi carattere Unicode, al massimo 20.",
    ),
};

/// Application packages of a pool.
pub const PACKAGES_MOST: Limit<i64> = Limit {
    value: 10,
    from: pages::CONTRACT.says(
        "A pool refers to at most 10 application packages.",
        "Un pool fait référence à 10 packages d’application au maximum.",
        "Un pool fa riferimento a un massimo di 10 pacchetti dell’applicazione.",
    ),
};

/// File systems mounted on the nodes of a pool.
pub static MOUNTS_MOST: Limit<i64> = Limit {
    value: 10,
    from: pages::FILE_MOUNTS.says(
        "At most 10 file systems are mounted on a pool; the page on quotas lists the same figure.",
        "Un pool monte 10 systèmes de fichiers au maximum ; la page sur les quotas donne le même chiffre.",
        "Su un pool si montano al massimo 10 file system; la pagina sulle quote riporta la stessa cifra.",
    ),
};
