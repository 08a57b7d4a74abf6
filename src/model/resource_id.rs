//! Azure Resource Manager ids, read and not matched loosely.

use super::placeholder;

/// `/subscriptions/{id}/resourceGroups/{group}/providers/{namespace}/{type}/{name}…`. Keywords and types are compared
/// without letter case, as ARM does; names keep theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceId<'a> {
    /// The subscription, as written.
    pub subscription: &'a str,
    /// The resource group, as written.
    pub resource_group: &'a str,
    /// The provider namespace, as written.
    pub provider: &'a str,
    /// Types and names, outermost first.
    pub segments: Vec<(&'a str, &'a str)>,
}

/// The parts of a Compute Gallery image id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GalleryImage<'a> {
    /// The gallery.
    pub gallery: &'a str,
    /// The image definition.
    pub definition: &'a str,
    /// The version, unless the id stops at the definition.
    pub version: Option<&'a str>,
}

impl<'a> ResourceId<'a> {
    /// Reads a whole id. `None` when a part is missing, empty or out of place, or a blank stands at an end.
    pub fn parse(text: &'a str) -> Option<ResourceId<'a>> {
        let mut parts = parts(text)?;
        let subscription = keyed(&mut parts, "subscriptions")?;
        let resource_group = keyed(&mut parts, "resourceGroups")?;
        let provider = keyed(&mut parts, "providers")?;
        let mut segments = Vec::new();
        while let Some(kind) = parts.next() {
            segments.push((kind, parts.next().filter(|name| !name.is_empty() && !kind.is_empty())?));
        }
        (!segments.is_empty()).then_some(ResourceId {
            subscription,
            resource_group,
            provider,
            segments,
        })
    }

    /// Whether the id is of this type, such as `Microsoft.Compute/galleries/images`.
    pub fn is(&self, kind: &str) -> bool {
        let mut wanted = kind.split('/');
        wanted
            .next()
            .is_some_and(|provider| provider.eq_ignore_ascii_case(self.provider))
            && self
                .segments
                .iter()
                .all(|(kind, _)| wanted.next().is_some_and(|want| want.eq_ignore_ascii_case(kind)))
            && wanted.next().is_none()
    }

    /// The name of the resource itself: the last one.
    pub fn name(&self) -> &'a str {
        self.segments.last().map_or("", |(_, name)| name)
    }

    /// The type of the resource, in the letter case of the id: `Microsoft.Compute/galleries/images`.
    pub fn kind(&self) -> String {
        let kinds = self.segments.iter().map(|(kind, _)| *kind);
        let parts: Vec<&str> = std::iter::once(self.provider).chain(kinds).collect();
        parts.join("/")
    }

    /// The name that stands behind a type on the way: that of the `virtualNetworks` a subnet belongs to.
    pub fn named(&self, kind: &str) -> Option<&'a str> {
        let mut segments = self.segments.iter();
        segments
            .find(|(own, _)| own.eq_ignore_ascii_case(kind))
            .map(|(_, name)| *name)
    }

    /// Whether it is in this subscription; `None` while one of the two is still to be filled in.
    pub fn in_subscription(&self, subscription: &str) -> Option<bool> {
        (!placeholder(self.subscription) && !placeholder(subscription))
            .then(|| self.subscription.eq_ignore_ascii_case(subscription.trim()))
    }

    /// Whether two ids name one resource. Azure compares names without letter case as well.
    pub fn same(&self, other: &ResourceId) -> bool {
        let equal = |one: &str, two: &str| one.eq_ignore_ascii_case(two);
        equal(self.subscription, other.subscription)
            && equal(self.resource_group, other.resource_group)
            && equal(self.provider, other.provider)
            && self.segments.len() == other.segments.len()
            && self
                .segments
                .iter()
                .zip(&other.segments)
                .all(|((kind, name), (other_kind, other_name))| equal(kind, other_kind) && equal(name, other_name))
    }

    /// The gallery image this id names, with or without a version.
    pub fn gallery_image(&self) -> Option<GalleryImage<'a>> {
        let versioned = self.is("Microsoft.Compute/galleries/images/versions");
        if !versioned && !self.is("Microsoft.Compute/galleries/images") {
            return None;
        }
        let name = |index: usize| self.segments.get(index).map(|(_, name)| *name);
        Some(GalleryImage {
            gallery: name(0)?,
            definition: name(1)?,
            version: name(2),
        })
    }
}

/// What stands around an id, or is missing before it, so that it is none as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// Blanks before or behind it.
    Blanks,
    /// A slash behind it.
    LastSlash,
    /// The slash before it is missing.
    NoFirstSlash,
    /// The address of a management host before it, perhaps a query behind it.
    Address,
}

/// The id inside a text that is none only for what stands around it, and what that is. `holds` says which ids count;
/// the text is not read any more loosely than this.
pub fn unwrapped(text: &str, holds: fn(&str) -> bool) -> Option<(Wrapping, String)> {
    if holds(text) {
        return None;
    }
    let trimmed = text.trim();
    let (mut wrapping, mut inner) = (Wrapping::Blanks, trimmed);
    if let Some(rest) = trimmed.strip_prefix("https://management.") {
        let end = rest.find(['?', '#']).unwrap_or(rest.len());
        (wrapping, inner) = (Wrapping::Address, rest.get(rest.find('/')?..end)?);
    }
    if inner.ends_with('/') {
        (wrapping, inner) = (Wrapping::LastSlash, inner.trim_end_matches('/'));
    }
    if holds(inner) {
        return Some((wrapping, inner.to_owned()));
    }
    let with_slash = ["/", inner].concat();
    holds(&with_slash).then_some((Wrapping::NoFirstSlash, with_slash))
}

/// What stands between the slashes of an id.
pub(super) fn parts(text: &str) -> Option<std::str::Split<'_, char>> {
    let blank = text.ends_with(char::is_whitespace);
    text.strip_prefix('/').filter(|_| !blank).map(|rest| rest.split('/'))
}

fn keyed<'a>(parts: &mut std::str::Split<'a, char>, keyword: &str) -> Option<&'a str> {
    parts.next().filter(|part| part.eq_ignore_ascii_case(keyword))?;
    parts.next().filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_managed_images_whatever_the_letter_case() {
        let id =
            ResourceId::parse("/Subscriptions/s/RESOURCEGROUPS/g/providers/microsoft.compute/Images/i").expect("an id");
        assert!(id.is("Microsoft.Compute/images"));
        assert!(!id.is("Microsoft.Compute/galleries/images"));
        assert_eq!(id.kind(), "microsoft.compute/Images");
        assert_eq!((id.subscription, id.resource_group, id.name()), ("s", "g", "i"));
        assert_eq!(id.gallery_image(), None);
    }

    #[test]
    fn reads_gallery_images_with_and_without_a_version() {
        let base = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/gal/images/def";
        let image = |text: &str| {
            ResourceId::parse(text).and_then(|id| id.gallery_image().map(|i| i.version.map(str::to_owned)))
        };
        assert_eq!(image(base), Some(None));
        assert_eq!(image(&format!("{base}/versions/1.0.0")), Some(Some("1.0.0".to_owned())));
        assert_eq!(image(&format!("{base}/versions")), None);
        assert_eq!(image(&format!("{base}/versions/")), None);
    }

    const SUBNET: &str =
        "/subscriptions/S/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/net/subnets/nodes";

    #[test]
    fn parts_are_told_by_their_types() {
        let id = ResourceId::parse(SUBNET).expect("an id");
        assert_eq!(id.kind(), "Microsoft.Network/virtualNetworks/subnets");
        assert_eq!(id.named("VirtualNetworks"), Some("net"));
        assert_eq!(id.named("networks"), None);
        assert_eq!(id.in_subscription("s"), Some(true));
        assert_eq!(id.in_subscription("t"), Some(false));
        assert_eq!(id.in_subscription("{subscription}"), None);
    }

    #[test]
    fn letter_case_makes_no_other_resource() {
        let (upper, other) = (SUBNET.to_ascii_uppercase(), format!("{SUBNET}2"));
        let same = |other: &str| Some(ResourceId::parse(SUBNET)?.same(&ResourceId::parse(other)?));
        assert_eq!(same(&upper), Some(true));
        assert_eq!(same(&other), Some(false));
        assert_eq!(
            same("/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/net"),
            Some(false)
        );
    }

    #[test]
    fn what_stands_around_an_id_is_named() {
        let holds = |text: &str| ResourceId::parse(text).is_some();
        for (text, wrapping) in [
            (format!(" {SUBNET}\t"), Wrapping::Blanks),
            (format!("{SUBNET}/"), Wrapping::LastSlash),
            (format!("{SUBNET}// "), Wrapping::LastSlash),
            (SUBNET.trim_start_matches('/').to_owned(), Wrapping::NoFirstSlash),
            (
                format!("https://management.azure.com{SUBNET}?api-version=1"),
                Wrapping::Address,
            ),
            (
                format!("https://management.chinacloudapi.cn{SUBNET}"),
                Wrapping::Address,
            ),
        ] {
            assert_eq!(unwrapped(&text, holds), Some((wrapping, SUBNET.to_owned())), "{text}");
        }
        for text in [
            SUBNET,
            "",
            "/",
            " ",
            "https://management.azure.com",
            "https://example.com/x",
            "nodes",
        ] {
            assert_eq!(unwrapped(text, holds), None, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_id() {
        for wrong in [
            "",
            "/",
            "subscriptions/s",
            "/subscriptions//resourceGroups/g/providers/p/t/n",
            "/subscriptions/s/resourceGroups/g/providers/p",
        ] {
            assert_eq!(ResourceId::parse(wrong), None, "{wrong}");
        }
    }
}
