//! Microsoft.Azure.Batch: the older library of the Batch service itself, written as the older articles write it.

mod machine;
mod mounts;
mod network;
mod pool;
mod tasks;

use super::super::{Emitter, LeftOut, Output, Syntax, arm, secrets};
use super::expression::{Expression, assignment, write_arguments};
use super::table::{Row, Type, Write, class, optional, row};
use super::walk::{Made, Walk};
use super::{declared, usings, variable};
use crate::arm::PutPool;
use crate::model::{Cloud, path};
use crate::words::{Arg, Message, Words, words};

/// The code.
pub(in super::super) static EMITTER: Emitter = Emitter {
    id: "csharp-legacy",
    title: words(
        "C# (Microsoft.Azure.Batch, older)",
        "C# (Microsoft.Azure.Batch, ancienne)",
        "C# (Microsoft.Azure.Batch, precedente)",
    ),
    file_name: "CreatePoolLegacy.cs",
    syntax: Syntax::CSharp,
    emit,
};

/// What notes call the library.
const LIBRARY: &str = "Microsoft.Azure.Batch 16.3.1";

static ENDPOINT: Words = words(
    "The account tells its endpoint in this cloud: set the environment variable {0}.",
    "Le compte indique son point de terminaison dans ce cloud : définissez la variable d’environnement {0}.",
    "L’account indica il proprio endpoint in questo cloud: impostare la variabile di ambiente {0}.",
);

/// A reference to an identity of the pool.
static IDENTITY_REFERENCE: Type = &[class(
    "new ComputeNodeIdentityReference",
    &[],
    &[row("resourceId", "ResourceId", Write::Text)],
)];
/// A container registry, of the machine and of a start task.
static REGISTRY: Type = &[class(
    "new ContainerRegistry",
    &[
        optional("userName"),
        optional("password"),
        optional("registryServer"),
        optional("identityReference"),
    ],
    REGISTRY_ROWS,
)];
static REGISTRY_ROWS: &[Row] = &[
    row("username", "userName", Write::Text),
    row("password", "password", Write::Text),
    row("registryServer", "registryServer", Write::Text),
    row(
        "identityReference",
        "identityReference",
        Write::Object(IDENTITY_REFERENCE),
    ),
];

const HEAD: &str = "// dotnet add package Microsoft.Azure.Batch --version 16.3.1
// dotnet add package Azure.Identity
// This library is superseded by Azure.Compute.Batch 1.0.0 (April 2026): for programs that still use it.
";

const CREATE: &str = "
try
{
    // Nothing is sent before this. It creates only: a pool of this name is never overwritten.
    await pool.CommitAsync();
    CloudPool created = await batchClient.PoolOperations.GetPoolAsync(poolId);

    // The pool is there; its nodes are still being allocated.
    while (created.AllocationState != AllocationState.Steady)
    {
        await Task.Delay(TimeSpan.FromSeconds(20));
        await created.RefreshAsync();
    }

    Console.WriteLine($\"Dedicated nodes: {created.CurrentDedicatedComputeNodes}\");
    Console.WriteLine($\"Spot nodes: {created.CurrentLowPriorityComputeNodes}\");
    if (created.ResizeErrors is { } errors)
    {
        foreach (ResizeError error in errors)
        {
            Console.Error.WriteLine($\"{error.Code}: {error.Message}\");
        }
    }
}
catch (BatchException failure)
{
    Console.Error.WriteLine(failure.RequestInformation?.BatchError?.Code ?? failure.Message);
    Environment.ExitCode = 1;
}
";

fn emit(request: &PutPool) -> Output {
    let secrets = secrets::find(&request.body);
    let mut walk = Walk {
        library: LIBRARY,
        secrets: &secrets,
        left_out: arm::read_only(request),
        usings: [
            "System",
            "System.Threading.Tasks",
            "Azure.Core",
            "Azure.Identity",
            "Microsoft.Azure.Batch",
            "Microsoft.Azure.Batch.Auth",
            "Microsoft.Azure.Batch.Common",
        ]
        .into(),
    };
    let mut made = Made::default();
    walk.members(&request.body, pool::CREATE.rows, &[], path::POOL, &mut made);
    let mut arguments = vec![(Some("poolId"), Expression::Plain("poolId".to_owned()))];
    arguments.extend(walk.arguments(&pool::CREATE, path::POOL, &mut made));

    let mut left_out = Vec::new();
    let address = address(request, &mut left_out);
    left_out.extend(walk.left_out);

    let mut text = format!("{HEAD}{}\n{address}", usings(walk.usings));
    let configuration = arguments
        .iter_mut()
        .find(|(name, value)| *name == Some(pool::MACHINE) && matches!(value, Expression::Call { .. }));
    if let Some((_, value)) = configuration {
        let call = std::mem::replace(value, Expression::Plain(pool::MACHINE.to_owned()));
        text.push('\n');
        assignment(&format!("var {}", pool::MACHINE), &call, &mut text, 0);
        text.push_str(";\n");
    }
    text.push_str("\nCloudPool pool = batchClient.PoolOperations.CreatePool");
    let mut lines = String::new();
    write_arguments(&arguments, &mut lines, 0);
    text.push_str(&lines);
    text.push_str(";\n");
    if made.0.iter().any(|(name, _)| *name == pool::FORMULA) {
        text.push_str("pool.AutoScaleEnabled = true;\n");
    }
    for (name, value) in made.0 {
        assignment(&format!("pool.{name}"), &value, &mut text, 0);
        text.push_str(";\n");
    }
    text.push_str(CREATE);
    Output { text, left_out }
}

/// Signs in to the account.
fn address(request: &PutPool, left_out: &mut Vec<LeftOut>) -> String {
    let mut text = String::new();
    let resource = match request.cloud {
        Cloud::Public => "https://batch.core.windows.net/",
        Cloud::China => "https://batch.chinacloudapi.cn/",
        Cloud::UsGovernment => "https://batch.core.usgovcloudapi.net/",
    };
    let (endpoint, host) = if request.cloud == Cloud::Public {
        let account = request.account.as_ref();
        text.push_str(&declared(
            "accountName",
            account,
            "AZURE_BATCH_ACCOUNT",
            path::ACCOUNT,
            left_out,
        ));
        let region = request.region.as_ref();
        text.push_str(&declared("region", region, "AZURE_REGION", path::REGION, left_out));
        ("$\"https://{accountName}.{region}.batch.azure.com\"".to_owned(), None)
    } else {
        left_out.push(LeftOut {
            path: path::ACCOUNT.to_owned(),
            why: Message::new(&ENDPOINT, [Arg::from("AZURE_BATCH_ENDPOINT")]),
        });
        let host = if request.cloud == Cloud::China {
            "AzureChina"
        } else {
            "AzureGovernment"
        };
        (variable("AZURE_BATCH_ENDPOINT"), Some(host))
    };
    let pool = request.pool_name.as_ref();
    text.push_str(&declared("poolId", pool, "POOL_NAME", path::POOL_NAME, left_out));
    text.push_str(&format!("string accountUrl = {endpoint};\n\n"));
    text.push_str(&match host {
        None => "var credential = new DefaultAzureCredential();\n".to_owned(),
        Some(host) => format!(
            "var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions\n{{\n    AuthorityHost = AzureAuthorityHosts.{host},\n}});\n"
        ),
    });
    text + &format!(
        "async Task<string> GetTokenAsync()
{{
    var context = new TokenRequestContext(new[] {{ \"{resource}/.default\" }});
    return (await credential.GetTokenAsync(context)).Token;
}}

using BatchClient batchClient = BatchClient.Open(new BatchTokenCredentials(accountUrl, GetTokenAsync));
"
    )
}
