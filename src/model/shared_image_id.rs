//! The ids of images that are shared without a subscription: directly, or with everybody.

use super::resource_id::parts;

/// `/sharedGalleries/{gallery}/images/{definition}` or `/communityGalleries/{gallery}/images/{definition}`, perhaps with
/// `/versions/{version}`. Keywords are compared without letter case, as Azure does; names keep theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedImageId<'a> {
    /// Whom the gallery is shared with.
    pub with: SharedWith,
    /// The name of the gallery that is unique in Azure.
    pub gallery: &'a str,
    /// The image definition.
    pub definition: &'a str,
    /// The version, unless the id stops at the definition.
    pub version: Option<&'a str>,
}

/// Whom a gallery is shared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedWith {
    /// Subscriptions and tenants that its owner named.
    Chosen,
    /// Everybody.
    Everybody,
}

impl SharedWith {
    /// The member of an image reference that takes such an id.
    pub fn member(self) -> &'static str {
        match self {
            SharedWith::Chosen => "sharedGalleryImageId",
            SharedWith::Everybody => "communityGalleryImageId",
        }
    }
}

impl<'a> SharedImageId<'a> {
    /// Reads a whole id. `None` when a part is missing, empty or out of place.
    pub fn parse(text: &'a str) -> Option<SharedImageId<'a>> {
        let mut parts = parts(text)?;
        let first = parts.next()?;
        let with = if first.eq_ignore_ascii_case("sharedGalleries") {
            SharedWith::Chosen
        } else if first.eq_ignore_ascii_case("communityGalleries") {
            SharedWith::Everybody
        } else {
            return None;
        };
        let gallery = parts.next().filter(|name| !name.is_empty())?;
        let mut keyed = |keyword: &str| match parts.next() {
            None => Some(None),
            Some(part) if part.eq_ignore_ascii_case(keyword) => parts.next().filter(|name| !name.is_empty()).map(Some),
            Some(_) => None,
        };
        let definition = keyed("images")??;
        let version = keyed("versions")?;
        parts.next().is_none().then_some(SharedImageId {
            with,
            gallery,
            definition,
            version,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_are_read_in_any_letter_case_with_and_without_a_version() {
        let id = SharedImageId::parse("/SharedGalleries/1a2b-FARM/Images/render/Versions/latest").expect("an id");
        assert_eq!(
            (id.with, id.gallery, id.definition, id.version),
            (SharedWith::Chosen, "1a2b-FARM", "render", Some("latest"))
        );
        let id = SharedImageId::parse("/communityGalleries/farm-3f0c/images/render").expect("an id");
        assert_eq!((id.with.member(), id.version), ("communityGalleryImageId", None));
    }

    #[test]
    fn nothing_else_is_one() {
        for wrong in [
            "",
            "/",
            "/sharedGalleries",
            "/sharedGalleries/g",
            "/sharedGalleries//images/i",
            "/sharedGalleries/g/images",
            "/sharedGalleries/g/images/",
            "/sharedGalleries/g/image/i",
            "/sharedGalleries/g/images/i/versions",
            "/sharedGalleries/g/images/i/versions/",
            "/sharedGalleries/g/images/i/versions/1/x",
            "/sharedGalleries/g/images/i/",
            "/sharedGalleries/g/images/i ",
            "sharedGalleries/g/images/i",
            "/galleries/g/images/i",
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/i",
        ] {
            assert_eq!(SharedImageId::parse(wrong), None, "{wrong}");
        }
    }
}
