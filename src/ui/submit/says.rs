//! The words of the pane that sends the pool.

use crate::words::{Words, words};

macro_rules! labels {
    ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( pub static $name: Words = words($en, $fr, $it); )* };
}

labels! {
    SEND_TO = "Send to", "Envoyer à", "Invia a";
    PRACTICE = "Practice cloud", "Cloud d’entraînement", "Cloud di esercitazione";
    PRACTICE_UNDER = "Simulated account, accelerated time, offline", "Compte simulé, temps accéléré, hors ligne", "Account simulato, tempo accelerato, offline";
    AZURE = "Azure", "Azure", "Azure";
    AZURE_UNDER = "{0}, with your token", "{0}, avec votre jeton", "{0}, con il proprio token";
}
