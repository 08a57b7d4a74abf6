//! The plan in Go, with `armbatch`.

mod literal;

use super::models::{Reading, member_path as path_by};
use super::{Emitter, LeftOut, Output, Syntax, arm, environment, secrets};
use crate::arm::PutPool;
use crate::model::{ApiVersion, Cloud, Node};
use crate::words::words;
use literal::{Imports, field, quoted};

/// The code.
pub(super) static EMITTER: Emitter = Emitter {
    id: "go",
    title: words("Go (armbatch)", "Go (armbatch)", "Go (armbatch)"),
    file_name: "main.go",
    syntax: Syntax::Go,
    emit,
};

/// What notes call the library.
const LIBRARY: &str = "armbatch 4.0.0";
/// The api-version it speaks by itself.
const SPEAKS: ApiVersion = crate::model::api_version::V2025_06_01;

const HEAD: &str = "// go mod init createpool
// go get github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/batch/armbatch/v4@v4.0.0
// go get github.com/Azure/azure-sdk-for-go/sdk/azidentity
package main

import (
";

const MAIN: &str = ")

func main() {
\tif err := createPool(context.Background()); err != nil {
\t\tlog.Fatal(err)
\t}
}

func createPool(ctx context.Context) error {
";

const FAILED: &str = "\tif err != nil {
\t\treturn err
\t}
";

const CREATE: &str = "
\t// Creates only: a pool of this name is never overwritten.
\tcreated, err := client.Create(ctx, resourceGroupName, accountName, poolName, pool, &armbatch.PoolClientCreateOptions{
\t\tIfNoneMatch: to.Ptr(\"*\"),
\t})
\tvar failure *azcore.ResponseError
\tif errors.As(err, &failure) && failure.StatusCode == http.StatusPreconditionFailed {
\t\treturn fmt.Errorf(\"the pool %s is there already; nothing was changed\", poolName)
\t}
\tif err != nil {
\t\treturn err
\t}

\t// The pool is there; its nodes are still being allocated.
\tfound := created.Pool.Properties
\tfor found.AllocationState == nil || *found.AllocationState != armbatch.AllocationStateSteady {
\t\ttime.Sleep(20 * time.Second)
\t\tresponse, err := client.Get(ctx, resourceGroupName, accountName, poolName, nil)
\t\tif err != nil {
\t\t\treturn err
\t\t}
\t\tfound = response.Pool.Properties
\t}

\tfmt.Println(\"Dedicated nodes:\", number(found.CurrentDedicatedNodes))
\tfmt.Println(\"Spot nodes:\", number(found.CurrentLowPriorityNodes))
\tif resize := found.ResizeOperationStatus; resize != nil {
\t\tprintErrors(resize.Errors, \"\")
\t}
\treturn nil
}

func printErrors(list []*armbatch.ResizeError, indent string) {
\tfor _, each := range list {
\t\tfmt.Fprintf(os.Stderr, \"%s%s: %s\\n\", indent, text(each.Code), text(each.Message))
\t\tprintErrors(each.Details, indent+\"  \")
\t}
}

func number(value *int32) int32 {
\tif value == nil {
\t\treturn 0
\t}
\treturn *value
}

func text(value *string) string {
\tif value == nil {
\t\treturn \"\"
\t}
\treturn *value
}
";

fn emit(request: &PutPool) -> Output {
    let secrets = secrets::find(&request.body);
    let mut reading = Reading {
        library: LIBRARY,
        secrets: &secrets,
        lacks: &[],
        takes: |_| true,
        left_out: arm::read_only(request),
    };
    let mut imports = Imports::default();
    let pool = literal::pool(&reading.pool(&request.body), &mut imports);

    let mut left_out = Vec::new();
    let address = address(request, &mut left_out);
    left_out.extend(reading.left_out);
    let client = client(request, &mut imports);

    let mut text = String::from(HEAD);
    for (import, used) in [
        ("context", true),
        ("encoding/json", imports.json),
        ("errors", true),
        ("fmt", true),
        ("log", true),
        ("net/http", true),
        ("os", true),
        ("time", true),
        ("", true),
        ("sdk/azcore", true),
        ("sdk/azcore/arm", imports.options),
        ("sdk/azcore/cloud", imports.cloud),
        ("sdk/azcore/to", true),
        ("sdk/azidentity", true),
        ("sdk/resourcemanager/batch/armbatch/v4", true),
    ] {
        if !used {
            continue;
        }
        if import.starts_with("sdk/") {
            text.push_str("\t\"github.com/Azure/azure-sdk-for-go/");
            text.push_str(import);
            text.push_str("\"\n");
        } else if import.is_empty() {
            text.push('\n');
        } else {
            text.push_str("\t\"");
            text.push_str(import);
            text.push_str("\"\n");
        }
    }
    for part in [MAIN, &address, "\n", &client, "\n\tpool := ", &pool, "\n", CREATE] {
        text.push_str(part);
    }
    Output { text, left_out }
}

/// The lines that declare the parts of the address.
fn address(request: &PutPool, left_out: &mut Vec<LeftOut>) -> String {
    let line = |name: &str, value: &str| {
        // Go writes an initialism in capitals.
        let name = if name == "subscriptionId" {
            "subscriptionID"
        } else {
            name
        };
        format!("\t{name} := {value}\n")
    };
    environment::declarations(request, left_out, line, quoted, |name| format!("os.Getenv(\"{name}\")"))
}

/// Signs in, to the cloud and in the api-version of the plan.
fn client(request: &PutPool, imports: &mut Imports) -> String {
    let cloud = match request.cloud {
        Cloud::Public => None,
        Cloud::China => Some("AzureChina"),
        Cloud::UsGovernment => Some("AzureGovernment"),
    };
    let version = (request.api_version != SPEAKS).then_some(request.api_version);
    imports.cloud = cloud.is_some();
    imports.options = cloud.is_some() || version.is_some();
    let mut text = String::new();
    let mut credential = "nil".to_owned();
    if let Some(cloud) = cloud {
        text.push_str("\toptions := azcore.ClientOptions{Cloud: cloud.");
        text.push_str(cloud);
        text.push_str("}\n");
        credential = "&azidentity.DefaultAzureCredentialOptions{ClientOptions: options}".to_owned();
    }
    text.push_str("\tcredential, err := azidentity.NewDefaultAzureCredential(");
    text.push_str(&credential);
    text.push_str(")\n");
    text.push_str(FAILED);
    let options = match (cloud, version) {
        (None, None) => "nil".to_owned(),
        (Some(_), None) => "&arm.ClientOptions{ClientOptions: options}".to_owned(),
        (Some(_), Some(version)) => {
            text.push_str(&format!("\toptions.APIVersion = \"{version}\"\n"));
            "&arm.ClientOptions{ClientOptions: options}".to_owned()
        }
        (None, Some(version)) => {
            format!("&arm.ClientOptions{{ClientOptions: azcore.ClientOptions{{APIVersion: \"{version}\"}}}}")
        }
    };
    text.push_str("\tclient, err := armbatch.NewPoolClient(subscriptionID, credential, ");
    text.push_str(&options);
    text.push_str(")\n");
    text.push_str(FAILED);
    text
}

/// The way to a member in this library.
pub(super) fn member_path(pointer: &str) -> Option<String> {
    path_by(pointer, field)
}

/// The value of a member in this library.
pub(super) fn literal(pointer: &str, node: &Node) -> Option<String> {
    literal::line_of(&super::models::typed_at(pointer, node, |_| true)?)
}
