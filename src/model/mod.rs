//! What a plan is made of: one concept a file. Knows nothing of rules, outputs or the browser.

pub mod api_version;
mod calendar_date;
mod decimal;
mod edit;
mod image_reference;
mod iso_duration;
mod json_text;
pub mod network;
mod node;
pub mod path;
mod plan;
mod resource_id;
mod sizing;
mod vm_size;

pub use api_version::ApiVersion;
pub use calendar_date::CalendarDate;
pub use decimal::Decimal;
pub use edit::Edit;
pub use image_reference::{ImageKind, ImageReference};
pub use iso_duration::{DurationError, IsoDuration};
pub use network::{NatPool, NsgRule, Ports, Provision};
pub use node::{Member, Node, Span, Value};
pub use plan::{
    AllocationMode, Authentication, AutoScale, BasePublisher, Builder, Cloud, FixedScale, Image, ImageSource,
    Neighbour, OsState, OsType, Plan, Pool, Quotas, Target, placeholder, placeholder_in,
};
pub use resource_id::{GalleryImage, ResourceId};
pub use sizing::{Sizing, portions};
pub use vm_size::VmSize;
