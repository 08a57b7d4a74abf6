//! Azure.Compute.Batch: the current library of the Batch service itself.

mod machine;
mod network;
mod pool;
mod tasks;

use super::super::{Emitter, Output, Syntax, arm, secrets};
use super::expression::{Entry, Expression, assignment};
use super::table::{Row, Type, Wrapper, Write, class, row};
use super::walk::{Made, Walk};
use super::{data_plane, usings};
use crate::arm::PutPool;
use crate::model::{Cloud, Node, path};
use crate::words::words;

/// The code.
pub(in super::super) static EMITTER: Emitter = Emitter {
    id: "csharp-compute",
    title: words(
        "C# (Azure.Compute.Batch)",
        "C# (Azure.Compute.Batch)",
        "C# (Azure.Compute.Batch)",
    ),
    file_name: "CreatePoolDataPlane.cs",
    syntax: Syntax::CSharp,
    emit,
};

/// What notes call the library.
const LIBRARY: &str = "Azure.Compute.Batch 1.0.0";

/// An ARM id.
static ID: Wrapper = Wrapper {
    head: "new ResourceIdentifier",
    using: "Azure.Core",
    takes: |text| !text.is_empty(),
};
/// The member of a reference to an identity.
static IDENTITY: &[Row] = &[row("resourceId", "ResourceId", Write::In(&ID))];
/// A reference to an identity of the nodes.
static NODE_IDENTITY: Type = &[class("new BatchNodeIdentityReference", &[], IDENTITY)];
/// A container registry, of the machine and of a start task.
static REGISTRY: Type = &[class(
    "new ContainerRegistryReference",
    &[],
    &[
        row("username", "Username", Write::Text),
        row("password", "Password", Write::Text),
        row("registryServer", "RegistryServerUri", Write::Server),
        row("identityReference", "IdentityReference", Write::Object(NODE_IDENTITY)),
    ],
)];

const HEAD: &str = "// dotnet add package Azure.Compute.Batch --version 1.0.0
// dotnet add package Azure.Identity
";

const CREATE: &str = "
try
{
    // Creates only: the service refuses a second pool of this name.
    await batchClient.CreatePoolAsync(options);
    BatchPool created = await batchClient.GetPoolAsync(poolId);

    // The pool is there; its nodes are still being allocated.
    while (created.AllocationState != AllocationState.Steady)
    {
        await Task.Delay(TimeSpan.FromSeconds(20));
        created = await batchClient.GetPoolAsync(poolId);
    }

    Console.WriteLine($\"Dedicated nodes: {created.CurrentDedicatedNodes}\");
    Console.WriteLine($\"Spot nodes: {created.CurrentLowPriorityNodes}\");
    if (created.ResizeErrors is { } errors)
    {
        foreach (ResizeError error in errors)
        {
            Console.Error.WriteLine($\"{error.Code}: {error.Message}\");
            foreach (NameValuePair value in error.Values)
            {
                Console.Error.WriteLine($\"  {value.Name}: {value.Value}\");
            }
        }
    }
}
catch (RequestFailedException failure) when (failure.Status == 409 && failure.Message.Contains(\"PoolExists\"))
{
    Console.Error.WriteLine($\"The pool {poolId} is there already; nothing was changed.\");
    Environment.ExitCode = 1;
}
catch (RequestFailedException failure)
{
    Console.Error.WriteLine($\"{failure.Status} {failure.ErrorCode}: {failure.Message}\");
    Environment.ExitCode = 1;
}
";

/// The library's own tokens are for the public cloud only.
fn client(cloud: Cloud) -> String {
    let resource = data_plane::resource(cloud);
    if cloud == Cloud::Public {
        return "var batchClient = new BatchClient(new Uri(accountUrl), credential);\n".to_owned();
    }
    format!(
        "// The library asks for tokens of the public cloud; the Batch service of this cloud wants its own.
var context = new TokenRequestContext(new[] {{ \"{resource}/.default\" }});
TokenCredential batchCredential = DelegatedTokenCredential.Create(
    (_, cancellationToken) => credential.GetToken(context, cancellationToken),
    (_, cancellationToken) => credential.GetTokenAsync(context, cancellationToken));
var batchClient = new BatchClient(new Uri(accountUrl), batchCredential);
"
    )
}

fn emit(request: &PutPool) -> Output {
    let secrets = secrets::find(&request.body);
    let mut walk = Walk {
        library: LIBRARY,
        secrets: &secrets,
        left_out: arm::read_only(request),
        usings: [
            "System",
            "System.Threading.Tasks",
            "Azure",
            "Azure.Compute.Batch",
            "Azure.Identity",
        ]
        .into(),
    };
    if request.cloud != Cloud::Public {
        walk.usings.push("Azure.Core");
    }
    let mut made = Made::default();
    walk.members(&request.body, pool::ROWS, &[], path::POOL, &mut made);
    data_plane::scale(&mut made, [pool::FORMULA, pool::DEDICATED, pool::LOW_PRIORITY]);
    let mut arguments = vec![(None, Expression::Plain("poolId".to_owned()))];
    arguments.extend(walk.arguments(&pool::CREATE, path::POOL, &mut made));
    if let Some(at) = made.0.iter().position(|(name, _)| *name == pool::FORMULA) {
        made.0
            .insert(at, ("EnableAutoScale", Expression::Plain("true".to_owned())));
    }
    let set = |(name, value): (&str, Expression)| Entry::Set(name.to_owned(), value);
    let options = Expression::Call {
        head: pool::CREATE.head.to_owned(),
        arguments,
        entries: made.0.into_iter().map(set).collect(),
    };

    let mut left_out = Vec::new();
    let address = data_plane::address(request, &mut left_out);
    left_out.extend(walk.left_out);
    let mut text = format!("{HEAD}{}\n{address}{}\n", usings(walk.usings), client(request.cloud));
    assignment("var options", &options, &mut text, 0);
    text.push_str(";\n");
    text.push_str(CREATE);
    Output { text, left_out }
}

/// The way to a member in this library.
pub(in super::super) fn member_path(pointer: &str) -> Option<String> {
    super::table::member_path(pool::ROWS, pointer)
}

/// The value of a member in this library.
pub(in super::super) fn literal(pointer: &str, node: &Node) -> Option<String> {
    super::walk::literal(pool::ROWS, pointer, node)
}
