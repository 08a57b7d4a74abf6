//! Which image a pool is made from.

use super::{Node, ResourceId};

/// `imageReference`, read.
#[derive(Clone, Debug, Default)]
pub struct ImageReference<'a> {
    /// The object itself.
    pub node: Option<&'a Node>,
    /// `id`.
    pub id: Option<&'a str>,
    /// `sharedGalleryImageId`.
    pub shared_gallery: Option<&'a str>,
    /// `communityGalleryImageId`.
    pub community_gallery: Option<&'a str>,
    /// `publisher`.
    pub publisher: Option<&'a str>,
    /// `offer`.
    pub offer: Option<&'a str>,
    /// `sku`.
    pub sku: Option<&'a str>,
    /// `version`.
    pub version: Option<&'a str>,
    kind: ImageKind<'a>,
}

/// What an [`ImageReference`] names. Where it names several things, the id speaks first.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ImageKind<'a> {
    /// `…/Microsoft.Compute/images/{name}`: retired as a source of pools.
    Managed(ResourceId<'a>),
    /// `…/Microsoft.Compute/galleries/…`.
    Gallery(ResourceId<'a>),
    /// A URL of a VHD blob.
    Vhd,
    /// An id of no known form.
    OtherId,
    /// A directly shared gallery image.
    SharedGallery,
    /// A community gallery image.
    CommunityGallery,
    /// Publisher, offer and SKU.
    Marketplace,
    /// Nothing is named.
    #[default]
    Missing,
}

impl<'a> ImageReference<'a> {
    pub(super) fn read(node: Option<&'a Node>) -> ImageReference<'a> {
        let text = |name| node.and_then(|node| node.get(name)).and_then(Node::as_text);
        let mut reference = ImageReference {
            node,
            id: text("id"),
            shared_gallery: text("sharedGalleryImageId"),
            community_gallery: text("communityGalleryImageId"),
            publisher: text("publisher"),
            offer: text("offer"),
            sku: text("sku"),
            version: text("version"),
            kind: ImageKind::Missing,
        };
        reference.kind = reference.read_kind();
        reference
    }

    /// What is named.
    pub fn kind(&self) -> &ImageKind<'a> {
        &self.kind
    }

    fn read_kind(&self) -> ImageKind<'a> {
        if let Some(id) = self.id {
            return match ResourceId::parse(id) {
                Some(parsed) if parsed.is("Microsoft.Compute/images") => ImageKind::Managed(parsed),
                Some(parsed) if parsed.gallery_image().is_some() => ImageKind::Gallery(parsed),
                _ if is_vhd(id) => ImageKind::Vhd,
                _ => ImageKind::OtherId,
            };
        }
        if self.shared_gallery.is_some() {
            ImageKind::SharedGallery
        } else if self.community_gallery.is_some() {
            ImageKind::CommunityGallery
        } else if self.publisher.is_some() || self.offer.is_some() || self.sku.is_some() {
            ImageKind::Marketplace
        } else {
            ImageKind::Missing
        }
    }
}

impl ImageKind<'_> {
    /// A managed image or a VHD: the two sources that were retired together.
    pub fn is_retired_source(&self) -> bool {
        matches!(self, ImageKind::Managed(_) | ImageKind::Vhd)
    }

    /// Any image of one's own: managed, VHD, or from a gallery of any kind.
    pub fn is_custom(&self) -> bool {
        !matches!(self, ImageKind::Marketplace | ImageKind::Missing | ImageKind::OtherId)
    }

    /// An image from a Compute Gallery: one's own, directly shared or a community's.
    pub fn is_gallery(&self) -> bool {
        matches!(
            self,
            ImageKind::Gallery(_) | ImageKind::SharedGallery | ImageKind::CommunityGallery
        )
    }
}

fn is_vhd(id: &str) -> bool {
    let lower = id.to_ascii_lowercase();
    let path = lower.split(['?', '#']).next().unwrap_or_default();
    (lower.starts_with("https://") || lower.starts_with("http://")) && path.ends_with(".vhd")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vhd_is_told_from_other_addresses() {
        assert!(is_vhd("https://a.blob.core.windows.net/vhds/os.VHD?sig=x"));
        assert!(!is_vhd("https://a.blob.core.windows.net/vhds/os.txt"));
        assert!(!is_vhd("os.vhd"));
    }
}
