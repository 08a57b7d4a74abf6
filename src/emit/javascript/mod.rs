//! The request in JavaScript, by @azure/arm-batch: as its models write it when they carry it unchanged, else the ARM body
//! itself through the client's pipeline.

mod carries;

use super::environment::{self, address};
use super::literal::{Language, Literal, quoted};
use super::{Emitter, Output, Syntax, arm, secrets};
use crate::arm::PutPool;
use crate::facts::{client_members, contract};
use crate::model::{Cloud, path};
use crate::words::words;

/// The program.
pub(super) static EMITTER: Emitter = Emitter {
    id: "javascript",
    title: words(
        "JavaScript (@azure/arm-batch)",
        "JavaScript (@azure/arm-batch)",
        "JavaScript (@azure/arm-batch)",
    ),
    file_name: "create-pool.mjs",
    syntax: Syntax::JavaScript,
    emit,
};

/// The ARM body, as prettier formats it.
static BODY: Language = Language {
    name: "JavaScript",
    words: ["null", "false", "true"],
    step: 2,
    width: 80,
    value_below: true,
    long_numbers: false,
    member: |name, _| key(name),
    secret: |is_text| {
        if is_text {
            ("environment(", ")")
        } else {
            ("JSON.parse(environment(", "))")
        }
    },
};

/// The body as the models write it.
static MODEL: Language = Language {
    member: |name, at| {
        let known = contract::member_at(at.strip_prefix(path::POOL).unwrap_or(at));
        match known {
            Some(member) if member.name == name => key(&client_members::JAVASCRIPT.member(name)),
            _ => key(name),
        }
    },
    ..BODY
};

/// A member's name, in quotes only if it needs them. `__proto__` would set the prototype.
fn key(name: &str) -> String {
    let is_letter = |c: char| c.is_ascii_alphabetic() || c == '_' || c == '$';
    if name == "__proto__" {
        "[\"__proto__\"]".to_owned()
    } else if name.starts_with(is_letter) && name.chars().all(|c| is_letter(c) || c.is_ascii_digit()) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

const NAMES: [&str; 4] = ["subscriptionId", "resourceGroupName", "accountName", "poolName"];

const ENVIRONMENT: &str = "/** @param {string} name */
function environment(name) {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`Set the environment variable ${name}.`);
  }
  return value;
}

";

const CREATE_BY_MODEL: &str = "
try {
  // Creates only: a pool of this name is never overwritten.
  let pool = await client.poolOperations.create(
    resourceGroupName,
    accountName,
    poolName,
    parameters,
    { ifNoneMatch: \"*\" },
  );
";

const CREATE_BY_BODY: &str = "
const path = [
  \"subscriptions\",
  subscriptionId,
  \"resourceGroups\",
  resourceGroupName,
  \"providers\",
  \"Microsoft.Batch\",
  \"batchAccounts\",
  accountName,
  \"pools\",
  poolName,
];
const url = `${endpoint}/${path.map(encodeURIComponent).join(\"/\")}`;

try {
  // Creates only: a pool of this name is never overwritten.
  const response = await client.sendRequest(
    createPipelineRequest({
      url: `${url}?api-version=${apiVersion}`,
      method: \"PUT\",
      headers: createHttpHeaders({
        \"Content-Type\": \"application/json\",
        \"If-None-Match\": \"*\",
      }),
      body: JSON.stringify(parameters),
    }),
  );
  if (response.status !== 200) {
    throw new RestError(response.bodyAsText ?? \"no answer\", {
      code: String(response.status),
    });
  }
  let pool = await client.poolOperations.get(
    resourceGroupName,
    accountName,
    poolName,
  );
";

const WAIT: &str = "
  // The pool is there; its nodes are still being allocated.
  while (pool.allocationState !== \"Steady\") {
    await setTimeout(20_000);
    pool = await client.poolOperations.get(
      resourceGroupName,
      accountName,
      poolName,
    );
  }

  console.log(`Dedicated nodes: ${pool.currentDedicatedNodes}`);
  console.log(`Spot nodes: ${pool.currentLowPriorityNodes}`);
  for (const { code, message } of pool.resizeOperationStatus?.errors ?? []) {
    console.error(`${code}: ${message}`);
  }
} catch (error) {
  if (!isRestError(error)) {
    throw error;
  }
  console.error(`The request failed with ${error.code}: ${error.message}`);
  process.exitCode = 1;
}
";

fn emit(request: &PutPool) -> Output {
    let secrets = secrets::find(&request.body);
    let address = address(request);
    let mut left_out = Vec::new();
    environment::notes(&address, &secrets, &mut left_out);
    left_out.extend(arm::read_only(request));
    let library = &client_members::JAVASCRIPT;
    let by_model = carries::carries(&request.body);

    let authority = match request.cloud {
        Cloud::Public => None,
        Cloud::China => Some("AzureChina"),
        Cloud::UsGovernment => Some("AzureGovernment"),
    };
    let mut out = format!(
        "// npm install {}@{} @azure/identity @azure/core-rest-pipeline\nimport {{ setTimeout }} from \"node:timers/promises\";\n\nimport {{ BatchManagementClient }} from \"{}\";\nimport {{",
        library.package, library.version, library.package
    );
    out.push_str(if by_model {
        " isRestError }"
    } else {
        "\n  RestError,\n  createHttpHeaders,\n  createPipelineRequest,\n  isRestError,\n}"
    });
    out.push_str(" from \"@azure/core-rest-pipeline\";\nimport { ");
    out.push_str(if authority.is_some() {
        "AzureAuthorityHosts, "
    } else {
        ""
    });
    out.push_str("DefaultAzureCredential } from \"@azure/identity\";\n\n");
    if !secrets.is_empty() || address.iter().any(|part| part.value.is_none()) {
        out.push_str(ENVIRONMENT);
    }
    for (part, name) in address.iter().zip(NAMES) {
        let value = match part.value {
            Some(value) => quoted(value),
            None => format!("environment({})", quoted(part.variable)),
        };
        constant(name, &value, &mut out);
    }
    if !by_model {
        constant("endpoint", &quoted(request.host()), &mut out);
        constant("apiVersion", &quoted(request.api_version.name()), &mut out);
    }
    out.push('\n');

    out.push_str(if by_model {
        "/** @type {import(\"@azure/arm-batch\").Pool} */\nconst parameters = "
    } else {
        "// The body as Azure Resource Manager takes it: the models of this library would drop\n// or change some of it, so the client sends it as it is.\nconst parameters = "
    });
    let mut literal = Literal {
        language: if by_model { &MODEL } else { &BODY },
        secrets: &secrets,
        out,
        left_out,
    };
    if by_model {
        // What the contract has below `properties` stands at the top.
        literal.out.push('{');
        for member in request.body.counting_members() {
            let at = path::child(path::POOL, &member.name);
            if member.name == "properties" {
                for member in member.node.counting_members() {
                    literal.member(&member.name, &member.node, &path::child(&at, &member.name), 1);
                }
            } else {
                literal.member(&member.name, &member.node, &at, 1);
            }
        }
        literal.out.push_str("\n}");
    } else {
        literal.value(&request.body, path::POOL, 0);
    }
    let Literal { mut out, left_out, .. } = literal;

    out.push_str(";\n\nconst credential = new DefaultAzureCredential(");
    if let Some(host) = authority {
        out.push_str(&format!("{{\n  authorityHost: AzureAuthorityHosts.{host},\n}}"));
    }
    out.push_str(");\nconst client = new BatchManagementClient(credential, subscriptionId, {\n");
    if !by_model {
        out.push_str("  endpoint,\n  apiVersion,\n");
    } else {
        if authority.is_some() {
            out.push_str(&format!("  endpoint: {},\n", quoted(request.host())));
        }
        out.push_str(&format!("  apiVersion: \"{}\",\n", request.api_version));
    }
    out.push_str("});\n");
    out.push_str(if by_model { CREATE_BY_MODEL } else { CREATE_BY_BODY });
    out.push_str(WAIT);
    Output { text: out, left_out }
}

/// A constant, on two lines if its value is long.
fn constant(name: &str, value: &str, out: &mut String) {
    let fits = name.len() + value.chars().count() + 10 <= BODY.width;
    let between = if fits { " " } else { "\n  " };
    out.push_str(&format!("const {name} ={between}{value};\n"));
}
