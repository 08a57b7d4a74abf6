//! What is read of Terraform files, and what is kept as it stands.

use super::*;
use crate::input::Trouble;

fn pools_of(text: &str) -> Vec<Pool> {
    read(text).unwrap_or_else(|| panic!("no pool in {text}"))
}

fn root(pool: &Pool) -> &Node {
    pool.reading.root.as_ref().expect("readable")
}

fn text<'a>(pool: &'a Pool, pointer: &str) -> Option<&'a str> {
    root(pool).at(pointer).and_then(Node::as_text)
}

fn json(pool: &Pool, pointer: &str) -> String {
    root(pool)
        .at(pointer)
        .map_or_else(|| "nothing".to_owned(), Node::to_json)
}

fn notes(pool: &Pool, kind: &NoteKind) -> Vec<String> {
    let of_kind = pool.reading.notes.iter().filter(|note| note.kind == *kind);
    of_kind.map(|note| note.name.clone()).collect()
}

const AZAPI: &str = r#"
# a comment
variable "size" {
  type    = string
  default = "Standard_D2s_v3"
}
variable "nodes" { default = 4 }
variable "unset" {}
locals {
  account = "acc"
  image = {
    publisher = "Canonical"
    offer : "jammy",
    "sku" = "22_04-lts"
  }
  far = local.image.publisher
}
provider "azapi" {
  environment = "usgovernment"
}
/* the
   pool */
resource "azapi_resource" "pool" {
  type      = "Microsoft.Batch/batchAccounts/Pools@2024-07-01"
  name      = "p-${var.nodes}"
  parent_id = "/subscriptions/${data.x.y.z}/resourceGroups/rg/providers/Microsoft.Batch/batchAccounts/${local.account}"
  count     = 2
  location  = "westeurope"
  depends_on = [a.b]
  identity {
    type         = "UserAssigned"
    identity_ids = ["/a"]
  }
  tags = { a = "b" }
  body = {
    properties = {
      vmSize = var.size // the size
      displayName = <<-EOT
        two
          lines $${x}

        of ${var.size}
      EOT
      "metadata" = [{ name = "a", value = "\u00e9\n\U0001F600 \"$${b}\"" }, { name = "n", value = var.unset }]
      deploymentConfiguration = { virtualMachineConfiguration = {
        imageReference = local.image
        nodeAgentSkuId = "batch.node.ubuntu ${1 + 1}"
      } }
      scaleSettings = { fixedScale = { targetDedicatedNodes = var.nodes, targetLowPriorityNodes = -0.5e+3, resizeTimeout = null } }
      taskSlotsPerNode = (2)
      far = local.far
      (var.size) = true
      list = [for x in [1, 2] : x]
      object = { for k, v in {} : k => v }
      choice = var.nodes > 3 ? "a" : "b"
      function = merge({ a = 1 }, { b = "}" })
    }
  }
}
"#;

#[test]
fn a_resource_of_azapi_is_the_body_it_holds() {
    let pools = pools_of(AZAPI);
    let pool = &pools[0];
    assert_eq!((pools.len(), pool.name.as_str()), (1, "p-4"));
    assert_eq!(text(pool, path::POOL_NAME), Some("p-4"));
    assert_eq!(text(pool, path::API_VERSION), Some("2024-07-01"));
    assert_eq!(text(pool, path::CLOUD), Some("AzureUSGovernment"));
    assert_eq!(text(pool, path::SUBSCRIPTION), None);
    assert_eq!(text(pool, path::RESOURCE_GROUP), Some("rg"));
    assert_eq!(text(pool, path::ACCOUNT), Some("acc"));
    assert_eq!(text(pool, path::VM_SIZE), Some("Standard_D2s_v3"));
    assert_eq!(
        text(pool, path::DISPLAY_NAME),
        Some("two\n  lines ${x}\n\nof Standard_D2s_v3\n")
    );
    assert_eq!(
        json(pool, path::IDENTITY),
        r#"{"type":"UserAssigned","userAssignedIdentities":{"/a":{}}}"#
    );
    assert_eq!(json(pool, "/pool/tags"), r#"{"a":"b"}"#);
    assert_eq!(
        json(pool, path::METADATA),
        r#"[{"name":"a","value":"é\n😀 \"${b}\""},{"name":"n","value":"[terraform(var.unset)]"}]"#
    );
    assert_eq!(
        json(pool, path::IMAGE_REFERENCE),
        r#"{"publisher":"Canonical","offer":"jammy","sku":"22_04-lts"}"#
    );
    assert_eq!(
        text(pool, path::NODE_AGENT),
        Some(r#"[terraform("batch.node.ubuntu ${1 + 1}")]"#)
    );
    assert_eq!(
        json(pool, path::FIXED),
        r#"{"targetDedicatedNodes":4,"targetLowPriorityNodes":-0.5e+3,"resizeTimeout":null}"#
    );
    assert_eq!(json(pool, path::SLOTS), "2");
    assert_eq!(text(pool, "/pool/properties/far"), Some("Canonical"));
    assert_eq!(json(pool, "/pool/properties/Standard_D2s_v3"), "true");
    for (member, source) in [
        ("list", "[for x in [1, 2] : x]"),
        ("object", "{ for k, v in {} : k => v }"),
        ("choice", "var.nodes > 3 ? \"a\" : \"b\""),
        ("function", "merge({ a = 1 }, { b = \"}\" })"),
    ] {
        let pointer = path::child(path::PROPERTIES, member);
        assert_eq!(text(pool, &pointer), Some(format!("[terraform({source})]").as_str()));
        let span = root(pool).at(&pointer).expect("there").span;
        assert_eq!(&AZAPI[span.start..span.end], source);
    }
    assert_eq!(
        notes(pool, &NoteKind::NotLiteral),
        [
            "data.x.y.z",
            "count",
            "value",
            "nodeAgentSkuId",
            "list",
            "object",
            "choice",
            "function"
        ]
    );
    assert_eq!(notes(pool, &NoteKind::NotCarried), ["location"]);
    for note in &pool.reading.notes {
        assert!(!AZAPI[note.span.start..note.span.end].trim().is_empty(), "{note:?}");
    }
}

#[test]
fn values_have_their_places() {
    let pool = &pools_of(AZAPI)[0];
    let at = |pointer: &str| {
        let span = root(pool).at(pointer).expect("there").span;
        &AZAPI[span.start..span.end]
    };
    assert_eq!(at(path::VM_SIZE), "var.size");
    assert_eq!(at(path::IMAGE_REFERENCE), "local.image");
    assert_eq!(at("/pool/properties/metadata/0/name"), "\"a\"");
    assert_eq!(at(path::SPOT), "-0.5e+3");
    assert!(at(path::DISPLAY_NAME).starts_with("<<-EOT") && at(path::DISPLAY_NAME).ends_with("EOT"));
    assert!(AZAPI[pool.span.start..pool.span.end].starts_with("resource \"azapi_resource\""));
}

#[test]
fn a_body_may_be_json() {
    let text_of = |body: &str| {
        format!(
            "resource \"azapi_resource\" \"x\" {{\n type = \"Microsoft.Batch/batchAccounts/pools@2025-06-01\"\n {body}\n}}\n"
        )
    };
    for body in [
        r#"body = jsonencode({ properties = { vmSize = "a" } })"#,
        "body = jsonencode({ properties = { vmSize = \"a\" } },)",
        r#"body = "{\"properties\": {\"vmSize\": \"a\"}}""#,
        "body = <<EOT\n{ \"properties\": { \"vmSize\": \"a\" } }\nEOT",
        "body = { properties = { b = 1 } }\n sensitive_body = { properties = { vmSize = \"a\" } }",
    ] {
        let file = text_of(body);
        let pools = pools_of(&file);
        assert_eq!(text(&pools[0], path::VM_SIZE), Some("a"), "{body}");
        assert_eq!(pools[0].name, "x");
    }
    let file = text_of("body = file(\"pool.json\")");
    let pools = pools_of(&file);
    assert_eq!(text(&pools[0], path::POOL), Some("[terraform(file(\"pool.json\"))]"));
}

const AZURERM: &str = r#"
provider "azurerm" {
  features {}
  subscription_id = "sub"
}
resource "azurerm_resource_group" "rg" {
  name = "group"
}
resource "azurerm_batch_pool" "first" {
  name                = "one"
  resource_group_name = azurerm_resource_group.rg.name
  account_name        = var.account
  vm_size             = "Standard_D2s_v3"
  node_agent_sku_id   = "batch.node.ubuntu 22.04"
  max_tasks_per_node  = "2"
  certificate {
    id = "x"
  }
  surprise = 1
  metadata = { k = "v", n = 1 }
  fixed_scale {
    target_low_priority_nodes = 2
  }
  container_configuration {
    container_registries = [{ registry_server = "r", user_name = "u" }]
  }
  data_disks {
    lun          = 1
    disk_size_gb = 2
  }
  data_disks {
    lun          = 2
    disk_size_gb = 2
    caching      = "None"
  }
  disk_encryption {
    disk_encryption_target = "OsDisk"
  }
  disk_encryption {
    disk_encryption_target = "TemporaryDisk"
  }
  extensions {
    name          = "e"
    settings_json = jsonencode({ a = [1] })
  }
  network_configuration {
    endpoint_configuration {
      name                = "n"
      frontend_port_range = "1-2"
    }
    endpoint_configuration {
      frontend_port_range = var.range
    }
  }
  start_task {
    command_line                  = "c"
    common_environment_properties = { A = "b" }
    user_identity {
      auto_user {}
    }
  }
  lifecycle {
    ignore_changes = [fixed_scale]
  }
}
resource "azurerm_batch_pool" "second" {
  for_each                 = toset(["a"])
  name                     = each.value
  inter_node_communication = "Disabled"
  dynamic "mount" {
    for_each = var.mounts
    content {}
  }
}
"#;

#[test]
fn azurerm_is_read_by_its_table() {
    let pools = pools_of(AZURERM);
    let pool = &pools[0];
    assert_eq!(pools.len(), 2);
    assert_eq!(text(pool, path::SUBSCRIPTION), Some("sub"));
    assert_eq!(text(pool, path::RESOURCE_GROUP), Some("group"));
    assert_eq!(text(pool, path::ACCOUNT), None);
    assert_eq!(text(pool, path::API_VERSION), Some("2024-07-01"));
    assert_eq!(json(pool, path::SLOTS), "2");
    assert_eq!(
        json(pool, path::METADATA),
        r#"[{"name":"k","value":"v"},{"name":"n","value":"1"}]"#
    );
    assert_eq!(json(pool, path::ENCRYPTION_TARGETS), r#"["OsDisk","TemporaryDisk"]"#);
    assert_eq!(
        json(pool, &format!("{}/containerRegistries", path::CONTAINERS)),
        r#"[{"registryServer":"r","username":"u"}]"#
    );
    assert_eq!(json(pool, path::EXTENSIONS), r#"[{"name":"e","settings":{"a":[1]}}]"#);
    assert_eq!(
        json(pool, path::NAT_POOLS),
        r#"[{"name":"n","frontendPortRangeEnd":2,"frontendPortRangeStart":1},{"frontendPortRangeStart":"[terraform(var.range)]"}]"#
    );
    // What the provider would send and the service would not have taken.
    assert_eq!(
        json(pool, path::FIXED),
        r#"{"targetLowPriorityNodes":2,"targetDedicatedNodes":1}"#
    );
    assert_eq!(text(pool, path::INTER_NODE), Some("Enabled"));
    assert_eq!(
        json(pool, path::DATA_DISKS),
        r#"[{"lun":1,"diskSizeGB":2,"caching":"ReadOnly"},{"lun":2,"diskSizeGB":2,"caching":"None"}]"#
    );
    assert_eq!(
        json(pool, path::START_TASK),
        r#"{"commandLine":"c","environmentSettings":[{"name":"A","value":"b"}],"userIdentity":{"autoUser":{"scope":"Task"}},"waitForSuccess":false}"#
    );
    assert_eq!(
        notes(pool, &NoteKind::Default),
        [
            "target_dedicated_nodes",
            "caching",
            "scope",
            "wait_for_success",
            "inter_node_communication"
        ]
    );
    assert_eq!(notes(pool, &NoteKind::NotCarried), ["certificate", "surprise"]);
    assert_eq!(
        notes(pool, &NoteKind::NotLiteral),
        ["account_name", "frontend_port_range"]
    );
    let second = &pools[1];
    assert_eq!(second.name, "second");
    assert_eq!(text(second, path::INTER_NODE), Some("Disabled"));
    assert_eq!(notes(second, &NoteKind::NotLiteral), ["name", "for_each", "mount"]);
    assert!(text(second, "/pool/properties/mountConfiguration").is_some_and(|text| text.contains("var.mounts")));
}

#[test]
fn other_texts_are_left_alone() {
    for text in [
        "",
        "{ \"azurerm_batch_pool\": 1 }",
        "resource \"azurerm_batch_account\" \"a\" {}",
        "# resource \"azurerm_batch_pool\" \"a\"",
        "PUT https://x \"azurerm_batch_pool\"",
        "var pool = \"azurerm_batch_pool\";",
        "data \"azurerm_batch_pool\" \"a\" {}",
        "resource \"azapi_resource\" \"a\" {\n  type = \"Microsoft.Batch/batchAccounts@2025-06-01\" // Microsoft.Batch/batchAccounts/pools@x\n}",
    ] {
        assert!(read(text).is_none(), "{text}");
    }
}

#[test]
fn what_cannot_be_read_says_where() {
    for (inside, trouble) in [
        ("  a = ", Trouble::MissingValue),
        ("  a = \"\\q\"", Trouble::BadEscape),
        ("  a = \"open\n", Trouble::Unclosed),
        ("  a = <<EOT\nx\n", Trouble::Unclosed),
        ("  a = [1, 2\n}", Trouble::Unexpected),
        ("  a = { b 1 }\n}", Trouble::MissingColon),
        ("  a {\n", Trouble::Unclosed),
        ("}\n}", Trouble::ClosedTooOften),
        ("  = 1\n}", Trouble::Unexpected),
        ("  /* \n}", Trouble::Unclosed),
    ] {
        let text = format!("resource \"azurerm_batch_pool\" \"p\" {{\n{inside}");
        let pools = pools_of(&text);
        let found = pools[0].reading.root.as_ref().expect_err(inside);
        assert_eq!(found.trouble, trouble, "{inside}");
        assert!(text.get(found.span.start..found.span.end).is_some(), "{inside}");
    }
    for open in ["[", "{ a = ", "(", "\"${", "jsonencode(", "{ for a in ", "f("] {
        let text = format!(
            "resource \"azurerm_batch_pool\" \"p\" {{\n a = {}",
            open.repeat(100_000)
        );
        assert!(pools_of(&text)[0].reading.root.is_err(), "{open}");
    }
}

#[test]
fn names_of_names_stay_small() {
    let mut text = String::from("locals {\n  a0 = \"0123456789\"\n");
    for level in 1..40 {
        let last = level - 1;
        text.push_str(&format!("  a{level} = [local.a{last}, local.a{last}, local.a{last}]\n"));
        text.push_str(&format!("  b{level} = \"${{local.b{last}}}${{local.b{last}}}\"\n"));
    }
    text.push_str("  b0 = \"xxxxxxxxxxxxxxxx\"\n  c = local.d\n  d = local.c\n}\n");
    text.push_str("resource \"azurerm_batch_pool\" \"p\" {\n  display_name = local.b25\n  vm_size = local.c\n  metadata = local.a25\n}\n");
    let pools = pools_of(&text);
    let size = root(&pools[0]).to_json().len();
    assert!(size < 64 << 20, "{size}");
    assert!(text_is_kept(&pools[0], path::VM_SIZE));
}

#[test]
fn names_do_not_lead_deeper_than_any_value() {
    let mut text = String::from("locals {\n");
    for level in 0..40 {
        let (open, close) = ("[".repeat(80), "]".repeat(80));
        text.push_str(&format!("  a{level} = {open}local.a{}{close}\n", level + 1));
    }
    text.push_str("}\nresource \"azurerm_batch_pool\" \"p\" {\n  metadata = local.a0\n}\n");
    let pools = pools_of(&text);
    let json = json(&pools[0], path::METADATA);
    assert!(json.starts_with("[[[") && json.contains("[terraform("), "{json}");
}

#[test]
fn a_resource_has_the_provider_it_names() {
    let text_of = |provider: &str| {
        format!(
            "provider \"azurerm\" {{\n  environment = \"public\"\n}}\nprovider \"azurerm\" {{\n  alias = \"cn\"\n  environment = \"china\"\n}}\nresource \"azurerm_batch_pool\" \"p\" {{\n  {provider}\n}}\n"
        )
    };
    for (provider, cloud) in [
        ("", Some("AzurePublic")),
        ("provider = azurerm.cn", Some("AzureChina")),
        ("provider = azurerm.none", None),
    ] {
        let file = text_of(provider);
        assert_eq!(text(&pools_of(&file)[0], path::CLOUD), cloud, "{provider}");
    }
}

fn text_is_kept(pool: &Pool, pointer: &str) -> bool {
    text(pool, pointer).is_some_and(|text| text.starts_with("[terraform("))
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn large_files_take_no_longer_by_the_byte() {
    let start = std::time::Instant::now();
    for (begin, again, end) in [
        ("  metadata = {\n", "    a = \"${var.x}\"\n", "  }\n"),
        ("", "  data_disks {\n    lun = 1\n  }\n", ""),
        ("  a = ", "<<", "\n"),
        ("  a = [", "\"x\", ", "]\n"),
        ("  a = f(", "{ b = [1, ", ""),
        ("  display_name = <<-EOT\n", "    x ${y} $${z}\n", "  EOT\n"),
        ("  display_name = \"", "$$%%{", "\"\n"),
        ("", "# resource\n", ""),
        ("}\nlocals {\n", "  a = local.b\n", ""),
    ] {
        let text = format!(
            "resource \"azurerm_batch_pool\" \"p\" {{\n{begin}{}{end}}}\n",
            again.repeat(40_000)
        );
        let _ = read(&text);
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[cfg(not(target_arch = "wasm32"))]
proptest::proptest! {
    #[test]
    fn any_text_is_survived(text in ".{0,200}") {
        let _ = read(&text);
        let _ = read(&format!("resource \"azurerm_batch_pool\" \"p\" {{\n{text}\n}}"));
    }

    #[test]
    fn any_words_of_the_language_are_survived(words in proptest::collection::vec(
        proptest::sample::select(vec![
            "resource", "\"azurerm_batch_pool\"", "\"azapi_resource\"", "type", "=", "{", "}", "[", "]", "(", ")", "\n",
            "\"", "${", "%{", "$${", "}", "<<EOT\n", "EOT\n", "<<-", "jsonencode(", "var.x", "local.a.b", ",", ":", "for ",
            "null", "true", "-1", "1e5", "0007", "#", "//", "/*", "*/", "\\n", "\\u12", "~", "~}", "?", "é", "body", "name",
            "data_disks", "dynamic", "metadata", "fixed_scale", "identity", "variable", "locals", "default", ".", "\r\n",
            "Microsoft.Batch/batchAccounts/pools@2025-06-01", "frontend_port_range", "\"1-2\"", "start_task",
        ]), 0..60)) {
        let text = words.concat();
        let texts = [
            text.clone(),
            format!("resource \"azurerm_batch_pool\" \"p\" {{\n{text}\n}}\n"),
            format!("resource \"azapi_resource\" \"p\" {{\ntype = \"Microsoft.Batch/batchAccounts/pools@1\"\nbody = {{\n{text}\n}}\n}}\nlocals {{\na = {{ b = local.a }}\n}}\n"),
        ];
        for text in &texts {
            for pool in read(text).unwrap_or_default() {
                for note in &pool.reading.notes {
                    proptest::prop_assert!(text.get(note.span.start..note.span.end).is_some());
                }
                match &pool.reading.root {
                    Ok(root) => proptest::prop_assert!(places_are_in(root, text)),
                    Err(trouble) => proptest::prop_assert!(text.get(trouble.span.start..trouble.span.end).is_some()),
                }
            }
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn places_are_in(node: &Node, text: &str) -> bool {
    text.get(node.span.start..node.span.end).is_some()
        && node.items().iter().all(|item| places_are_in(item, text))
        && node.members().iter().all(|member| places_are_in(&member.node, text))
}
