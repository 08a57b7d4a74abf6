//! The one place where links come in: what packs two plans into an address, and takes them out again.

use crate::analysis::Analysis;
use crate::ui::workspace::Workspace;

/// Both plans that an address held, or nothing when it cannot be read.
pub type Opened = Box<dyn FnOnce(Option<[String; 2]>)>;

/// How two plans become an address.
pub struct Codec {
    /// Offers the address of two plans to be copied, and says what was left out of it.
    pub offer: fn(Workspace, [&Analysis; 2]),
    /// Takes both texts out of what stood behind `/compare/`.
    pub open: fn(&str, Opened),
}

/// The codec; without one the room offers no link, and says of a link that it cannot be read.
pub static CODEC: Option<Codec> = None;
