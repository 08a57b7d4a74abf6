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
use super::{data_plane, usings};
use crate::arm::PutPool;
use crate::model::{Node, path};
use crate::words::words;

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
            foreach (NameValuePair value in error.Values ?? Array.Empty<NameValuePair>())
            {
                Console.Error.WriteLine($\"  {value.Name}: {value.Value}\");
            }
        }
    }
}
catch (BatchException failure)
    when (failure.RequestInformation?.BatchError?.Code == BatchErrorCodeStrings.PoolExists)
{
    Console.Error.WriteLine($\"The pool {poolId} is there already; nothing was changed.\");
    Environment.ExitCode = 1;
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
    data_plane::scale(&mut made, [pool::FORMULA, pool::DEDICATED, pool::LOW_PRIORITY]);
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
    let resource = data_plane::resource(request.cloud);
    data_plane::address(request, left_out)
        + &format!(
            "async Task<string> GetTokenAsync()
{{
    var context = new TokenRequestContext(new[] {{ \"{resource}/.default\" }});
    return (await credential.GetTokenAsync(context)).Token;
}}

using BatchClient batchClient = BatchClient.Open(new BatchTokenCredentials(accountUrl, GetTokenAsync));
"
        )
}

/// The way to a member in this library.
pub(in super::super) fn member_path(pointer: &str) -> Option<String> {
    super::table::member_path(pool::CREATE.rows, pointer)
}

/// The value of a member in this library.
pub(in super::super) fn literal(pointer: &str, node: &Node) -> Option<String> {
    super::walk::literal(pool::CREATE.rows, pointer, node)
}
