//! A JSON schema of the pool body, made from the table of the contract.

use batch_pool_planner::facts::contract::{Member, POOL, Shape};
use batch_pool_planner::model::ApiVersion;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

use super::Outcome;

/// The schema of one api-version, compiled.
pub fn of(version: ApiVersion) -> Outcome<Validator> {
    let validator = jsonschema::draft202012::new(&object(POOL, version)).map_err(|error| error.to_string())?;
    if validator.is_valid(&json!({ "properties": { "vmSize": 1 } })) {
        return Err("the schema lets a number pass as a size".into());
    }
    Ok(validator)
}

fn object(members: &[Member], version: ApiVersion) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for member in members.iter().filter(|member| member.lives_in(version)) {
        let mut schema = shape(&member.shape, version);
        if let (Some((least, most)), Value::Object(schema)) = (member.range, &mut schema) {
            schema.extend([
                ("minimum".to_owned(), json!(least)),
                ("maximum".to_owned(), json!(most)),
            ]);
        }
        properties.insert(member.name.to_owned(), schema);
        if member.required_in(version) {
            required.push(member.name);
        }
    }
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn shape(shape_of: &Shape, version: ApiVersion) -> Value {
    match shape_of {
        Shape::Text | Shape::DateTime | Shape::Duration | Shape::Uri | Shape::ArmId => json!({ "type": "string" }),
        Shape::Int32 => json!({ "type": "integer", "minimum": i32::MIN, "maximum": i32::MAX }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Any => json!({}),
        Shape::Choice(choices) => {
            let living = choices.iter().filter(|choice| choice.life.covers(version));
            json!({ "enum": living.map(|choice| choice.value).collect::<Vec<_>>() })
        }
        Shape::Object(members) => object(members, version),
        Shape::List(item) => json!({ "type": "array", "items": shape(item, version) }),
        Shape::Map(entry) => json!({ "type": "object", "additionalProperties": shape(entry, version) }),
    }
}
