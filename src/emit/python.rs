//! The request in Python, by azure-mgmt-batch. Its `create` takes the ARM body as a dict and sends it as it is, whatever
//! its models know, so the body needs no table.

use super::environment::{self, address};
use super::literal::{Language, Literal, quoted};
use super::{Emitter, Output, Syntax, arm, secrets};
use crate::arm::PutPool;
use crate::facts::client_members;
use crate::model::{Cloud, path};
use crate::words::words;

/// The program.
pub(super) static EMITTER: Emitter = Emitter {
    id: "python",
    title: words(
        "Python (azure-mgmt-batch)",
        "Python (azure-mgmt-batch)",
        "Python (azure-mgmt-batch)",
    ),
    file_name: "create_pool.py",
    syntax: Syntax::Python,
    emit,
};

/// As black formats it.
static PYTHON: Language = Language {
    name: "Python",
    words: ["None", "False", "True"],
    step: 4,
    width: 88,
    value_below: false,
    long_numbers: true,
    member: |name, _| quoted(name),
    secret: |is_text| {
        if is_text {
            ("os.environ[", "]")
        } else {
            ("json.loads(os.environ[", "])")
        }
    },
};

const NAMES: [&str; 4] = ["subscription_id", "resource_group_name", "account_name", "pool_name"];

const CREATE: &str = "
try:
    # Creates only: a pool of this name is never overwritten.
    pool = client.pool.create(
        resource_group_name,
        account_name,
        pool_name,
        parameters,
        match_condition=MatchConditions.IfMissing,
    )

    # The pool is there; its nodes are still being allocated.
    while pool.properties.allocation_state != AllocationState.STEADY:
        time.sleep(20)
        pool = client.pool.get(resource_group_name, account_name, pool_name)
except HttpResponseError as error:
    sys.exit(f\"The request failed with {error.status_code}: {error.message}\")

print(f\"Dedicated nodes: {pool.properties.current_dedicated_nodes}\")
print(f\"Spot nodes: {pool.properties.current_low_priority_nodes}\")
resize = pool.properties.resize_operation_status
for error in (resize.errors if resize else None) or []:
    print(f\"{error.code}: {error.message}\", file=sys.stderr)
";

fn emit(request: &PutPool) -> Output {
    let secrets = secrets::find(&request.body);
    let address = address(request);
    let mut left_out = Vec::new();
    environment::notes(&address, &secrets, &mut left_out);
    left_out.extend(arm::read_only(request));

    let library = &client_members::PYTHON;
    let mut out = format!(
        "# pip install {}=={} azure-identity\n",
        library.package, library.version
    );
    if secrets.iter().any(|secret| !secret.is_text) {
        out.push_str("import json\n");
    }
    if !secrets.is_empty() || address.iter().any(|part| part.value.is_none()) {
        out.push_str("import os\n");
    }
    out.push_str("import sys\nimport time\n\n");
    let (clouds, hosts, cloud) = match request.cloud {
        Cloud::Public => ("", "", None),
        Cloud::China => (
            "AzureClouds, ",
            "AzureAuthorityHosts, ",
            Some(("AZURE_CHINA_CLOUD", "AZURE_CHINA")),
        ),
        Cloud::UsGovernment => (
            "AzureClouds, ",
            "AzureAuthorityHosts, ",
            Some(("AZURE_US_GOVERNMENT", "AZURE_GOVERNMENT")),
        ),
    };
    for line in [
        "from azure.core import ",
        clouds,
        "MatchConditions\nfrom azure.core.exceptions import HttpResponseError\nfrom azure.identity import ",
        hosts,
        "DefaultAzureCredential\nfrom azure.mgmt.batch import BatchManagementClient\n",
        "from azure.mgmt.batch.models import AllocationState\n\n",
    ] {
        out.push_str(line);
    }

    for (part, name) in address.iter().zip(NAMES) {
        let value = match part.value {
            Some(value) => quoted(value),
            None => format!("os.environ[{}]", quoted(part.variable)),
        };
        out.push_str(&format!("{name} = {value}\n"));
    }

    out.push_str("\n# The body as Azure Resource Manager takes it: the library sends a dict unchanged,\n");
    out.push_str("# including members that its models do not have.\nparameters = ");
    let mut literal = Literal {
        language: &PYTHON,
        secrets: &secrets,
        out,
        left_out,
    };
    literal.value(&request.body, path::POOL, 0);
    let Literal { mut out, left_out, .. } = literal;

    let (authority, setting) = match cloud {
        None => (String::new(), String::new()),
        Some((cloud, host)) => (
            format!("authority=AzureAuthorityHosts.{host}"),
            format!("    cloud_setting=AzureClouds.{cloud},\n"),
        ),
    };
    out.push_str(&format!(
        "\n\ncredential = DefaultAzureCredential({authority})\nclient = BatchManagementClient(\n    credential,\n    subscription_id,\n{setting}    api_version=\"{}\",\n)\n",
        request.api_version
    ));
    out.push_str(CREATE);
    Output { text: out, left_out }
}
