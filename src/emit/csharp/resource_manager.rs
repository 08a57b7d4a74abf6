//! Azure.ResourceManager.Batch: the library whose body is the ARM body.

mod machine;
mod network;
mod pool;
mod tasks;

use super::super::{Emitter, Output, Syntax, arm, environment, secrets};
use super::expression::{Entry, Expression, assignment};
use super::walk::{Made, Walk};
use super::{credential, quoted, usings, variable};
use crate::arm::PutPool;
use crate::model::{ApiVersion, Cloud, Node, path};
use crate::words::words;

use super::table::{Row, Wrapper, Write, row};

/// The code.
pub(in super::super) static EMITTER: Emitter = Emitter {
    id: "csharp-resourcemanager",
    title: words(
        "C# (Azure.ResourceManager.Batch)",
        "C# (Azure.ResourceManager.Batch)",
        "C# (Azure.ResourceManager.Batch)",
    ),
    file_name: "CreatePool.cs",
    syntax: Syntax::CSharp,
    emit,
};

/// The library.
const PACKAGE: &str = "Azure.ResourceManager.Batch";
/// Its version of 2026-06-03.
const VERSION: &str = "1.7.0";
/// What notes call it.
const LIBRARY: &str = "Azure.ResourceManager.Batch 1.7.0";
/// The api-version it speaks by itself.
const SPEAKS: ApiVersion = crate::model::api_version::V2025_06_01;

/// An ARM id.
static ID: Wrapper = Wrapper {
    head: "new ResourceIdentifier",
    using: "Azure.Core",
    takes: |text| !text.is_empty(),
};
/// An identity reference, whose id stands one level higher.
static IDENTITY_ROWS: &[Row] = &[row("resourceId", "IdentityResourceId", Write::In(&ID))];

const CREATE: &str = "
ResourceIdentifier accountId = BatchAccountResource.CreateResourceIdentifier(
    subscriptionId,
    resourceGroupName,
    accountName);
BatchAccountPoolCollection pools = client.GetBatchAccountResource(accountId).GetBatchAccountPools();

try
{
    // Creates only: a pool of this name is never overwritten.
    ArmOperation<BatchAccountPoolResource> operation = await pools.CreateOrUpdateAsync(
        WaitUntil.Completed,
        poolName,
        data,
        new MatchConditions { IfNoneMatch = ETag.All });
    BatchAccountPoolResource pool = operation.Value;

    // The pool is there; its nodes are still being allocated.
    while (pool.Data.AllocationState != BatchAccountPoolAllocationState.Steady)
    {
        await Task.Delay(TimeSpan.FromSeconds(20));
        pool = await pool.GetAsync();
    }

    Console.WriteLine($\"Dedicated nodes: {pool.Data.CurrentDedicatedNodes}\");
    Console.WriteLine($\"Spot nodes: {pool.Data.CurrentLowPriorityNodes}\");
    if (pool.Data.ResizeOperationStatus is { } resize)
    {
        foreach (ResponseError error in resize.Errors)
        {
            Console.Error.WriteLine($\"{error.Code}: {error.Message}\");
        }
    }
}
catch (RequestFailedException failure) when (failure.Status == 412)
{
    Console.Error.WriteLine($\"The pool {poolName} is there already; nothing was changed.\");
    Environment.ExitCode = 1;
}
catch (RequestFailedException failure)
{
    Console.Error.WriteLine($\"{failure.Status} {failure.ErrorCode}: {failure.Message}\");
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
            "Azure",
            "Azure.Core",
            "Azure.Identity",
            "Azure.ResourceManager",
            "Azure.ResourceManager.Batch",
            "Azure.ResourceManager.Batch.Models",
        ]
        .into(),
    };
    let mut made = Made::default();
    walk.members(&request.body, pool::POOL, &[], path::POOL, &mut made);
    if made.0.iter().any(|(name, _)| *name == pool::IDENTITY) {
        walk.usings.push("Azure.ResourceManager.Models");
    }
    let set = |(name, value): (&str, Expression)| Entry::Set(name.to_owned(), value);
    let data = Expression::Call {
        head: "new BatchAccountPoolData".to_owned(),
        arguments: Vec::new(),
        entries: made.0.into_iter().map(set).collect(),
    };

    let mut left_out = Vec::new();
    let line = |name: &str, value: &str| format!("string {name} = {value};\n");
    let address = environment::declarations(request, &mut left_out, line, quoted, variable);
    left_out.extend(walk.left_out);

    let mut text = format!(
        "// dotnet add package {PACKAGE} --version {VERSION}\n// dotnet add package Azure.Identity\n{}\n{address}\n{}\n",
        usings(walk.usings),
        client(request),
    );
    assignment("var data", &data, &mut text, 0);
    text.push_str(";\n");
    text.push_str(CREATE);
    Output { text, left_out }
}

/// Signs in, to the cloud and in the api-version of the plan.
fn client(request: &PutPool) -> String {
    let cloud = match request.cloud {
        Cloud::Public => None,
        Cloud::China => Some("AzureChina"),
        Cloud::UsGovernment => Some("AzureGovernment"),
    };
    let mut text = credential(request.cloud);
    let other_version = (request.api_version != SPEAKS).then_some(request.api_version);
    if cloud.is_none() && other_version.is_none() {
        return text + "var client = new ArmClient(credential);\n";
    }
    text.push_str("var options = new ArmClientOptions");
    match cloud {
        Some(cloud) => text.push_str(&format!("\n{{\n    Environment = ArmEnvironment.{cloud},\n}};\n")),
        None => text.push_str("();\n"),
    }
    if let Some(version) = other_version {
        text.push_str(&format!(
            "options.SetApiVersion(BatchAccountPoolResource.ResourceType, \"{version}\");\n"
        ));
    }
    text + "var client = new ArmClient(credential, subscriptionId, options);\n"
}

/// The way to a member in this library.
pub(in super::super) fn member_path(pointer: &str) -> Option<String> {
    super::table::member_path(pool::POOL, pointer)
}

/// The value of a member in this library.
pub(in super::super) fn literal(pointer: &str, node: &Node) -> Option<String> {
    super::walk::literal(pool::POOL, pointer, node)
}
