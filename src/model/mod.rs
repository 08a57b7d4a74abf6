//! What a plan is made of: one concept a file. Knows nothing of rules, outputs or the browser.

pub mod api_version;
pub mod base64url;
mod calendar_date;
mod decimal;
mod edit;
mod expression;
mod image_reference;
mod iso_duration;
mod json_text;
mod key_address;
mod machine;
mod moment;
pub mod network;
mod node;
pub mod node_setup;
pub mod path;
mod plan;
pub mod readings;
mod region;
mod resource_id;
mod shared_image_id;
mod sizing;
mod vm_size;

pub use api_version::ApiVersion;
pub use calendar_date::CalendarDate;
pub use decimal::Decimal;
pub use edit::Edit;
pub use expression::is_expression;
pub use image_reference::{ImageKind, ImageReference};
pub use iso_duration::{DurationError, IsoDuration};
pub use key_address::{KeyAddress, NoKeyAddress};
pub use machine::ManagedDisk;
pub use moment::{Millis, Moment};
pub use network::{NatPool, NsgRule, Ports, Provision};
pub use node::{Member, Node, Sorted, Span, Value, names};
pub use plan::{
    AllocationMode, Authentication, AutoScale, BasePublisher, Builder, Cloud, FixedScale, Image, ImageSource,
    Neighbour, OsState, OsType, Plan, Pool, Quotas, Target, placeholder, placeholder_in,
};
pub use readings::Reading;
pub use region::same_region;
pub use resource_id::{GalleryImage, ResourceId, Wrapping, unwrapped};
pub use shared_image_id::{SharedImageId, SharedWith};
pub use sizing::{Sizing, portions};
pub use vm_size::VmSize;
