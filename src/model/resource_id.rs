//! Azure Resource Manager ids, read and not matched loosely.

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
    /// Reads a whole id. `None` when a part is missing, empty or out of place.
    pub fn parse(text: &'a str) -> Option<ResourceId<'a>> {
        let mut parts = text.strip_prefix('/')?.split('/');
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

    /// The type, as written: `Microsoft.Compute/galleries/images`.
    pub fn kind(&self) -> String {
        let mut kind = self.provider.to_owned();
        for (part, _) in &self.segments {
            kind.push('/');
            kind.push_str(part);
        }
        kind
    }

    /// The name of the resource itself: the last one.
    pub fn name(&self) -> &'a str {
        self.segments.last().map_or("", |(_, name)| name)
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
