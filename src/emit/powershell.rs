//! The request as a PowerShell script that sends it with `Invoke-AzRestMethod`.

use super::pieces::{self, Piece};
use super::{Emitter, LeftOut, Output, Syntax, arm, script, secrets};
use crate::arm::PutPool;
use crate::model::{Cloud, path};
use crate::words::{Message, Words, words};

/// The script.
pub(super) static EMITTER: Emitter = Emitter {
    id: "powershell",
    title: words("PowerShell", "PowerShell", "PowerShell"),
    file_name: "Create-Pool.ps1",
    syntax: Syntax::PowerShell,
    emit,
};

static LOOKS_FIRST: Words = words(
    "`Invoke-AzRestMethod` cannot send `If-None-Match`: the script looks for a pool of this name first and stops if there is \
     one, but a pool made in that very moment would be overwritten.",
    "`Invoke-AzRestMethod` ne peut pas envoyer `If-None-Match` : le script cherche d’abord un pool de ce nom et s’arrête s’il \
     en existe un, mais un pool créé à cet instant précis serait écrasé.",
    "`Invoke-AzRestMethod` non può inviare `If-None-Match`: lo script verifica prima se esiste già un pool con questo \
     nome e, in tal caso, si ferma; un pool creato proprio in quel momento verrebbe però sovrascritto.",
);

const CREATE: &str = "
# This cmdlet cannot send If-None-Match, so the script looks first: a pool of this name is not overwritten.
$answer = Invoke-AzRestMethod -Method GET -Path $path
if ($answer.StatusCode -eq 200) {
    throw 'A pool of this name is there already.'
}
if ($answer.StatusCode -ne 404) {
    throw $answer.Content
}

$answer = Invoke-AzRestMethod -Method PUT -Path $path -Payload $payload
if ($answer.StatusCode -ge 300) {
    throw $answer.Content
}

# The pool is there; its nodes are still being allocated.
do {
    Start-Sleep -Seconds 20
    $answer = Invoke-AzRestMethod -Method GET -Path $path
    if ($answer.StatusCode -ne 200) {
        throw $answer.Content
    }
    $pool = $answer.Content | ConvertFrom-Json
} until ($pool.properties.allocationState -eq 'Steady')

\"Dedicated nodes: $($pool.properties.currentDedicatedNodes)\"
\"Spot nodes: $($pool.properties.currentLowPriorityNodes)\"
foreach ($failure in $pool.properties.resizeOperationStatus.errors) {
    Write-Warning \"$($failure.code): $($failure.message)\"
}
";

fn emit(request: &PutPool) -> Output {
    let parts = script::address(request, |_| true);
    let secrets = secrets::find(&request.body);
    let mut names: Vec<String> = parts
        .iter()
        .filter(|part| part.value.is_none())
        .map(|part| quoted(part.variable))
        .collect();
    names.extend(secrets.iter().map(|secret| quoted(&secret.variable)));

    let mut text = String::from("# Install-Module Az.Accounts\n$ErrorActionPreference = 'Stop'\n\n");
    if !names.is_empty() {
        text.push_str("foreach ($name in ");
        text.push_str(&crate::words::joined(&names, ", "));
        text.push_str(
            ") {\n    if (-not (Test-Path \"Env:$name\")) {\n        throw \"Set the environment variable $name.\"\n    }\n}\n\n",
        );
    }
    text.push_str("Connect-AzAccount");
    let other = match request.cloud {
        Cloud::Public => "",
        Cloud::China => " -Environment AzureChinaCloud",
        Cloud::UsGovernment => " -Environment AzureUSGovernment",
    };
    text.push_str(other);
    // Whoever signs in does so for the subscription of the pool.
    let subscription = match parts.first().map(|part| part.value) {
        Some(Some(value)) if value.bytes().any(|byte| !byte.is_ascii_graphic()) => None,
        Some(Some(value)) => Some(quoted(value)),
        _ => Some(variable("AZURE_SUBSCRIPTION_ID")),
    };
    if let Some(subscription) = subscription {
        text.push_str(" -Subscription ");
        text.push_str(&subscription);
    }
    text.push_str(" | Out-Null\n\n$path = ");
    text.push_str(&script::spliced(&request.route(), &parts, quoted, variable, " + "));
    text.push_str("\n$payload = ");
    for (index, piece) in pieces::pieces(&request.body, &secrets, pieces::ascii_json_text)
        .into_iter()
        .enumerate()
    {
        if index > 0 {
            text.push_str(" + ");
        }
        match piece {
            Piece::Json(json) => text.push_str(&quoted(&json)),
            Piece::Secret(secret) => text.push_str(&variable(&secret.variable)),
        }
    }
    text.push('\n');
    text.push_str(CREATE);

    let mut left_out = script::unknown(&parts);
    left_out.push(LeftOut {
        path: path::POOL_NAME.to_owned(),
        why: Message::from(&LOOKS_FIRST),
    });
    left_out.extend(arm::read_only(request));
    left_out.extend(secrets::notes(&secrets, |secret| secret.variable.clone()));
    Output { text, left_out }
}

/// What the environment says.
fn variable(name: &str) -> String {
    format!("$env:{name}")
}

/// A PowerShell literal that stands for exactly this text. To PowerShell, typographic quotes are quotes.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    for c in text.chars() {
        if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
            out.push(c);
        }
        out.push(c);
    }
    out.push('\'');
    out
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    fn is_quote(c: char) -> bool {
        "'‘’‚‛".contains(c)
    }

    /// Reads a literal back as PowerShell does: of two quotes in a row, whichever they are, the second stands for itself.
    fn read(literal: &str) -> String {
        let mut rest = literal.chars();
        assert!(rest.next().is_some_and(is_quote), "{literal}");
        let mut text = String::new();
        while let Some(c) = rest.next() {
            if !is_quote(c) {
                text.push(c);
                continue;
            }
            match rest.next() {
                Some(second) if is_quote(second) => text.push(second),
                None => return text,
                Some(other) => panic!("{other} after the end of {literal}"),
            }
        }
        panic!("no end: {literal}")
    }

    #[test]
    fn hostile_texts_are_read_back() {
        for text in [
            "",
            "'",
            "''; Remove-Item / #",
            "’; Remove-Item / #",
            "‘’‚‛'\"",
            "$(id) ${x} `n @' \n'@\n \u{202e}\0",
        ] {
            assert_eq!(read(&quoted(text)), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_back(characters in proptest::collection::vec(
            proptest::prop_oneof![proptest::char::any(), proptest::char::range('‘', '‛'), proptest::strategy::Just('\'')],
            0..40,
        )) {
            let text: String = characters.into_iter().collect();
            proptest::prop_assert_eq!(read(&quoted(&text)), text);
        }
    }
}
