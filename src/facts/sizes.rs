//! VM sizes: which generations of images they start. Only the families Microsoft's Batch pages name.

/// The hypervisor generations a VM size starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generations {
    /// Generation 1 images.
    pub gen1: bool,
    /// Generation 2 images.
    pub gen2: bool,
}

/// The generations this size starts; `None` when the sources do not tell.
pub fn generations(vm_size: &str) -> Option<Generations> {
    let lower = vm_size.to_ascii_lowercase();
    let size = lower.strip_prefix("standard_")?;
    if (size.starts_with('m') && size.ends_with("_v2")) || size.starts_with("fx") {
        return Some(Generations {
            gen1: false,
            gen2: true,
        });
    }
    (size.starts_with('a') && size.ends_with("_v2")).then_some(Generations {
        gen1: true,
        gen2: false,
    })
}
