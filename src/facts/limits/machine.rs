//! Documented figures of disks, security, placement and upgrades of virtual machines.

use crate::facts::{Limit, pages};

/// The smallest and the largest logical unit number of a data disk.
pub static LUNS: Limit<(i64, i64)> = Limit {
    value: (0, 63),
    from: pages::CONTRACT.says(
        "The logical unit number of a data disk lies between 0 and 63, and each disk should have its own.",
        "Le numéro d’unité logique d’un disque de données est compris entre 0 et 63, et chaque disque devrait avoir \
         le sien.",
        "Il numero di unità logica di un disco dati è compreso tra 0 e 63, e ogni disco deve avere il proprio.",
    ),
};

/// From this version of a series on Azure Disk Encryption is not there.
pub static NO_DISK_ENCRYPTION_SINCE: Limit<u8> = Limit {
    value: 6,
    from: pages::DISK_ENCRYPTION.says(
        "To encrypt the temporary disk without encryption at host takes Azure Disk Encryption, which Basic, A-series, \
         v6, v7 and later sizes and those with less than 2 GB of memory do not have; Batch then refuses the pool with \
         `AzureDiskEncryptionNotSupportedOnVMSize`.",
        "Chiffrer le disque temporaire sans chiffrement sur l’hôte exige Azure Disk Encryption, que n’ont pas les \
         tailles de base, de série A, v6, v7 et suivantes, ni celles de moins de 2 Go de mémoire ; Batch refuse alors \
         le pool avec `AzureDiskEncryptionNotSupportedOnVMSize`.",
        "Crittografare il disco temporaneo senza crittografia nell’host richiede Crittografia dischi di Azure, che non \
         c’è per le dimensioni Basic, della serie A, v6, v7 e successive e per quelle con meno di 2 GB di memoria; \
         Batch rifiuta allora il pool con `AzureDiskEncryptionNotSupportedOnVMSize`.",
    ),
};
