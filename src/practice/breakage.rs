//! What somebody can break in the practice cloud, and mend again.

use super::Cloud;
use super::account::Account;
use super::address::Address;
use super::judge::image_key;
use super::pool::Pool;
use super::resource::Resource;
use crate::words::{Words, words};

/// Something to break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// The image is deleted.
    ImageDeleted,
    /// The core quotas are cut to what is used.
    QuotaCut,
    /// All Spot nodes are taken back.
    SpotEvicted,
    /// Other machines take the addresses that are left in the subnet.
    SubnetFull,
    /// There is no capacity for further nodes.
    CapacityShort,
    /// Somebody else deletes the pool.
    PoolDeleted,
}

/// Something to break about a pool, as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breakage {
    /// What.
    pub kind: Break,
    /// Whether it is broken.
    pub broken: bool,
}

impl Break {
    /// Everything.
    pub const ALL: [Break; 6] = [
        Break::ImageDeleted,
        Break::QuotaCut,
        Break::SpotEvicted,
        Break::SubnetFull,
        Break::CapacityShort,
        Break::PoolDeleted,
    ];

    /// The name in machine-readable form.
    pub fn name(self) -> &'static str {
        match self {
            Break::ImageDeleted => "image-deleted",
            Break::QuotaCut => "quota-cut",
            Break::SpotEvicted => "spot-evicted",
            Break::SubnetFull => "subnet-full",
            Break::CapacityShort => "capacity-short",
            Break::PoolDeleted => "pool-deleted",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Break> {
        Break::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What it is called.
    pub fn title(self) -> &'static Words {
        match self {
            Break::ImageDeleted => &const { words("Image deleted", "Suppression de l’image", "Immagine eliminata") },
            Break::QuotaCut => {
                &const { words("Core quota cut", "Réduction du quota de cœurs", "Quota di core ridotta") }
            }
            Break::SpotEvicted => {
                &const { words("Spot nodes evicted", "Éviction des nœuds Spot", "Nodi Spot rimossi") }
            }
            Break::SubnetFull => &const { words("Subnet full", "Saturation du sous-réseau", "Subnet piena") },
            Break::CapacityShort => {
                &const { words("Capacity exhausted", "Épuisement de la capacité", "Capacità esaurita") }
            }
            Break::PoolDeleted => {
                &const {
                    words(
                        "Pool deleted by somebody else",
                        "Suppression du pool par un tiers",
                        "Pool eliminato da altri",
                    )
                }
            }
        }
    }

    /// What happens then.
    pub fn explanation(self) -> &'static Words {
        match self {
            Break::ImageDeleted => {
                &const {
                    words(
                        "Nodes that are there stay. A resize that needs new ones fails with `AllocationFailed`, and no new \
                         pool can be made from the image.",
                        "Les nœuds présents restent. Un redimensionnement qui en demande de nouveaux échoue avec \
                         `AllocationFailed`, et aucun nouveau pool ne peut être créé à partir de l’image.",
                        "I nodi presenti restano. Un ridimensionamento che ne richiede di nuovi non riesce, con \
                         `AllocationFailed`, e dall’immagine non si può creare alcun nuovo pool.",
                    )
                }
            }
            Break::QuotaCut => {
                &const {
                    words(
                        "No cores beyond those in use now. The allocation stops there, with `AccountCoreQuotaReached` or its \
                         sibling for Spot nodes.",
                        "Aucun cœur au-delà de ceux qui sont utilisés maintenant. L’allocation s’arrête là, avec \
                         `AccountCoreQuotaReached` ou son équivalent pour les nœuds Spot.",
                        "Nessun core oltre a quelli usati ora. L’allocazione si ferma a quel punto, con \
                         `AccountCoreQuotaReached` o il suo equivalente per i nodi Spot.",
                    )
                }
            }
            Break::SpotEvicted => {
                &const {
                    words(
                        "Azure takes all Spot nodes of the pool back. Their count does not fall: preempted nodes are counted as \
                         well. Batch keeps seeking its target: they return when this is mended.",
                        "Azure reprend tous les nœuds Spot du pool. Leur nombre affiché ne baisse pas : les nœuds évincés y \
                         sont comptés aussi. Batch continue de viser sa cible : ils reviennent une fois la panne réparée.",
                        "Azure si riprende tutti i nodi Spot del pool. Il loro numero non scende: sono conteggiati anche i nodi \
                         annullati. Batch continua a cercare di raggiungere \
                         l’obiettivo: i nodi ritornano quando il guasto è riparato.",
                    )
                }
            }
            Break::SubnetFull => {
                &const {
                    words(
                        "Other machines take every address that is left. A resize that needs further ones stops with \
                         `AllocationFailed`.",
                        "D’autres machines prennent toutes les adresses restantes. Un redimensionnement qui en demande \
                         davantage s’arrête avec `AllocationFailed`.",
                        "Altre macchine occupano tutti gli indirizzi rimasti. Un ridimensionamento che ne richiede altri si \
                         ferma con `AllocationFailed`.",
                    )
                }
            }
            Break::CapacityShort => {
                &const {
                    words(
                        "The region has no further machines of this size. A quota is no guarantee of capacity.",
                        "La région n’a plus de machines de cette taille. Un quota n’est pas une garantie de capacité.",
                        "L’area non ha altre macchine di queste dimensioni. Una quota non è una garanzia di capacità.",
                    )
                }
            }
            Break::PoolDeleted => {
                &const {
                    words(
                        "Somebody else deletes the pool while you watch it. This cannot be mended: the pool is gone.",
                        "Quelqu’un d’autre supprime le pool pendant que vous le suivez. Cela ne peut pas être \
                         réparé : le pool a disparu.",
                        "Qualcun altro elimina il pool mentre lo si segue. Non si può riparare: il pool non esiste più.",
                    )
                }
            }
        }
    }
}

impl Cloud {
    /// What can be broken about the pool of a route, and what is broken.
    pub fn breakages(&self, pool_route: &str) -> Vec<Breakage> {
        let Some((at, name)) = self.found(pool_route) else {
            return Vec::new();
        };
        let Some((account, pool)) = self
            .accounts
            .get(at)
            .and_then(|account| Some((account, account.pool(&name)?)))
        else {
            return Vec::new();
        };
        let can_be = |kind: &Break| match kind {
            Break::ImageDeleted => self.image_of(pool).is_some(),
            Break::SpotEvicted => pool.allocation.spot > 0 || pool.spot_left.is_some(),
            Break::SubnetFull => pool.subnet().is_some_and(|id| self.resource(id).is_some()),
            Break::QuotaCut | Break::CapacityShort | Break::PoolDeleted => true,
        };
        let state = |kind: Break| Breakage {
            kind,
            broken: self.is_broken(account, pool, kind),
        };
        Break::ALL.into_iter().filter(can_be).map(state).collect()
    }

    fn is_broken(&self, account: &Account, pool: &Pool, kind: Break) -> bool {
        match kind {
            Break::ImageDeleted => self.image_of(pool).is_some_and(|image| image.gone),
            Break::QuotaCut => account.cut.is_some(),
            Break::SpotEvicted => pool.spot_left.is_some(),
            Break::SubnetFull => pool
                .subnet()
                .and_then(|id| self.resource(id))
                .is_some_and(|subnet| subnet.full),
            Break::CapacityShort => pool.capacity.is_some(),
            Break::PoolDeleted => false,
        }
    }

    /// An image of one's own that was held.
    fn image_of(&self, pool: &Pool) -> Option<&Resource> {
        let marketplace = pool.image()?.get("publisher").is_some();
        self.resource(&image_key(pool.image()?)?).filter(|_| !marketplace)
    }

    /// Breaks something about the pool of a route.
    pub fn break_it(&mut self, pool_route: &str, kind: Break) {
        self.set_broken(pool_route, kind, true);
    }

    /// Mends it.
    pub fn mend(&mut self, pool_route: &str, kind: Break) {
        self.set_broken(pool_route, kind, false);
    }

    fn set_broken(&mut self, pool_route: &str, kind: Break, broken: bool) {
        let Some((at, name)) = self.found(pool_route) else {
            return;
        };
        let now = self.now;
        let Some(account) = self.accounts.get_mut(at) else {
            return;
        };
        let cores = account.cores(None);
        let Some(pool) = account.pool_mut(&name) else { return };
        let (image, subnet) = (pool.image().and_then(image_key), pool.subnet().map(str::to_owned));
        match kind {
            Break::ImageDeleted => {
                if let Some(image) = image.as_deref().and_then(|id| self.resource_mut(id)) {
                    image.gone = broken;
                }
            }
            Break::SubnetFull => {
                if let Some(subnet) = subnet.as_deref().and_then(|id| self.resource_mut(id)) {
                    subnet.full = broken;
                }
            }
            Break::SpotEvicted => {
                if broken {
                    pool.allocation.evict_spot(pool.allocation.spot, now);
                }
                pool.spot_left = broken.then_some(0);
            }
            Break::CapacityShort => {
                let Pool { allocation, .. } = &*pool;
                let there = (allocation.dedicated, (allocation.spot - allocation.preempted).max(0));
                pool.capacity = broken.then_some(there.0);
                pool.spot_capacity = broken.then_some(there.1);
            }
            Break::QuotaCut => account.cut = broken.then_some(cores),
            Break::PoolDeleted if broken => account.pools.retain(|pool| pool.name != name),
            Break::PoolDeleted => {}
        }
    }

    fn resource_mut(&mut self, id: &str) -> Option<&mut Resource> {
        self.resources
            .iter_mut()
            .find(|resource| resource.id.eq_ignore_ascii_case(id))
    }

    /// The account and the pool of a route, if they are there.
    fn found(&self, pool_route: &str) -> Option<(usize, String)> {
        let address = Address::read(pool_route);
        let [_, subscription, _, group, _, _, _, account, _, pool] = address.segments().try_into().ok()?;
        let at = self.account(subscription, group, account)?;
        let pool = self.accounts.get(at)?.pool(pool)?;
        Some((at, pool.name.clone()))
    }
}
