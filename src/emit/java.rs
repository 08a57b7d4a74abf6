//! The plan in Java, with `azure-resourcemanager-batch`.

mod expression;

use super::models::{Reading, Set, Typed, member_path as path_by};
use super::{Emitter, LeftOut, Output, Syntax, arm, environment, secrets};
use crate::arm::PutPool;
use crate::model::{ApiVersion, Cloud, Node, Value, path};
use crate::words::{Arg, Message, Words, words};
use expression::{Call, Expression, Imports, LINE, getter, quoted};

/// The code.
pub(super) static EMITTER: Emitter = Emitter {
    id: "java",
    title: words(
        "Java (azure-resourcemanager-batch)",
        "Java (azure-resourcemanager-batch)",
        "Java (azure-resourcemanager-batch)",
    ),
    file_name: "CreatePool.java",
    syntax: Syntax::Java,
    emit,
};

/// What notes call the library.
const LIBRARY: &str = "azure-resourcemanager-batch 3.0.0";
/// The one api-version it speaks.
const SPEAKS: ApiVersion = crate::model::api_version::V2025_06_01;

static OTHER_VERSION: Words = words(
    "The library {0} speaks the api-version {1} only.",
    "La bibliothèque {0} n’utilise que l’api-version {1}.",
    "La libreria {0} usa soltanto l’api-version {1}.",
);

const HEAD: &str = "// Maven: com.azure.resourcemanager:azure-resourcemanager-batch:3.0.0 and com.azure:azure-identity

";

const MAIN: &str = "
public final class CreatePool {
  public static void main(String[] args) throws Exception {
";

const CREATE: &str = "
      // The pool is there; its nodes are still being allocated.
      while (!AllocationState.STEADY.equals(pool.allocationState())) {
        Thread.sleep(20_000);
        pool.refresh();
      }

      System.out.println(\"Dedicated nodes: \" + pool.currentDedicatedNodes());
      System.out.println(\"Spot nodes: \" + pool.currentLowPriorityNodes());
      if (pool.resizeOperationStatus() != null) {
        printErrors(pool.resizeOperationStatus().errors(), \"\");
      }
    } catch (ManagementException failure) {
      if (failure.getResponse() != null && failure.getResponse().getStatusCode() == 412) {
        System.err.println(\"The pool \" + poolName + \" is there already; nothing was changed.\");
      } else {
        System.err.println(failure.getMessage());
      }
      System.exit(1);
    }
  }

  private static void printErrors(List<ResizeError> errors, String indent) {
    if (errors == null) {
      return;
    }
    for (ResizeError error : errors) {
      System.err.println(indent + error.code() + \": \" + error.message());
      printErrors(error.details(), indent + \"  \");
    }
  }
";

const JSON: &str = "
  private static Object json(String text) throws IOException {
    return SerializerFactory.createDefaultManagementSerializerAdapter()
        .deserialize(text, Object.class, SerializerEncoding.JSON);
  }
";

/// Enumerations have no values but their own; durations are those of `java.time`, and numbers are doubles at most.
fn takes(value: &Typed) -> bool {
    match value {
        Typed::Choice(_, _, known) => *known,
        Typed::Duration(text) => is_duration(text),
        Typed::Json(node) => finite(node),
        _ => true,
    }
}

/// Whether `Duration.parse` reads it: days, hours, minutes and seconds, not years, months and weeks.
fn is_duration(text: &str) -> bool {
    let date = text.split(['T', 't']).next().unwrap_or_default();
    crate::model::IsoDuration::parse(text).is_ok() && !date.contains(['Y', 'y', 'M', 'm', 'W', 'w'])
}

fn finite(node: &Node) -> bool {
    match &node.value {
        Value::Number(_) => node.to_json().parse().is_ok_and(f64::is_finite),
        Value::List(items) => items.iter().all(finite),
        Value::Object(members) => members.iter().all(|member| finite(&member.node)),
        _ => true,
    }
}

fn emit(request: &PutPool) -> Output {
    let secrets = secrets::find(&request.body);
    let mut reading = Reading {
        library: LIBRARY,
        secrets: &secrets,
        // The definition of a pool has no tags.
        lacks: &[("Pool", "tags")],
        takes,
        left_out: arm::read_only(request),
    };
    let members = reading.pool(&request.body);

    let mut left_out = Vec::new();
    let address = address(request, &mut left_out);
    left_out.extend(reading.left_out);
    if request.api_version != SPEAKS {
        left_out.push(LeftOut {
            path: path::API_VERSION.to_owned(),
            why: Message::new(&OTHER_VERSION, [Arg::from(LIBRARY), Arg::from(SPEAKS.to_string())]),
        });
    }

    let mut imports = Imports::new();
    for name in ["AllocationState", "Pool", "ResizeError"] {
        imports.model(name);
    }
    imports.list = true;
    let plain = |text: &str| Expression::Plain(text.to_owned());
    let mut chain = vec![
        Call::new("pools", Vec::new()),
        Call::new("define", vec![plain("poolName")]),
        Call::new(
            "withExistingBatchAccount",
            vec![plain("resourceGroupName"), plain("accountName")],
        ),
    ];
    for set in &members {
        // The members of `properties` stand at the top.
        if let ("Pool", "properties", Typed::Object(_, inner)) = (set.of, set.name, &set.value) {
            chain.extend(inner.iter().map(|set| expression::with(set, &mut imports)));
        } else {
            chain.push(expression::with(set, &mut imports));
        }
    }
    chain.push(Call::new(
        "withIfNoneMatch",
        vec![Expression::Plain("\"*\"".to_owned())],
    ));
    chain.push(Call::new("create", Vec::new()));
    let pool = Expression::Chain("manager".to_owned(), chain);

    let json = members.iter().any(any_json);
    let mut text = String::from(HEAD);
    text.push_str(&imports.lines(json));
    text.push_str(MAIN);
    text.push_str(&address);
    text.push('\n');
    text.push_str(&sign_in(request.cloud));
    text.push_str(
        "\n    try {\n      // Creates only: a pool of this name is never overwritten.\n      Pool pool =\n          ",
    );
    pool.broken(10, 1, &mut text);
    text.push_str(";\n");
    text.push_str(CREATE);
    if json {
        text.push_str(JSON);
    }
    text.push_str("}\n");
    Output { text, left_out }
}

fn any_json(set: &Set) -> bool {
    fn within(value: &Typed) -> bool {
        match value {
            Typed::Json(_) | Typed::Secret(_, true) => true,
            Typed::Object(_, members) => members.iter().any(any_json),
            Typed::List(_, items) => items.iter().any(within),
            _ => false,
        }
    }
    within(&set.value)
}

/// The lines that declare the parts of the address.
fn address(request: &PutPool, left_out: &mut Vec<LeftOut>) -> String {
    let line = |name: &str, value: &str| format!("    String {name} = {value};\n");
    environment::declarations(request, left_out, line, quoted, |name| {
        format!("System.getenv(\"{name}\")")
    })
}

/// Signs in, to the plan's cloud.
fn sign_in(cloud: Cloud) -> String {
    let name = match cloud {
        Cloud::Public => "AZURE",
        Cloud::China => "AZURE_CHINA",
        Cloud::UsGovernment => "AZURE_US_GOVERNMENT",
    };
    let profile = format!("new AzureProfile(null, subscriptionId, AzureEnvironment.{name});");
    let declared = "    AzureProfile profile =";
    // One line where it fits.
    let space = if declared.len() + 1 + profile.len() <= LINE {
        " "
    } else {
        "\n        "
    };
    format!(
        "{declared}{space}{profile}
    TokenCredential credential =
        new DefaultAzureCredentialBuilder()
            .authorityHost(profile.getEnvironment().getActiveDirectoryEndpoint())
            .build();
    BatchManager manager = BatchManager.authenticate(credential, profile);
"
    )
}

/// The way to a member in this library.
pub(super) fn member_path(pointer: &str) -> Option<String> {
    let below = pointer.strip_prefix(path::POOL).unwrap_or(pointer);
    if below == "/tags" || below.starts_with("/tags/") {
        return None;
    }
    path_by(pointer, getter)
}

/// The value of a member in this library.
pub(super) fn literal(pointer: &str, node: &Node) -> Option<String> {
    expression::line_of(&super::models::typed_at(pointer, node, takes)?)
}
