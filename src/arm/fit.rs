//! Why a token cannot be used for a cloud, and the commands that fetch one that can.

use super::{Audience, Claims, host};
use crate::model::{Cloud, Millis, Moment};

/// Clocks differ by so much without a word.
const SKEW: Millis = 5 * 60_000;

/// Why a token cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It expired.
    Expired,
    /// It is for another service, or for Resource Manager of another cloud.
    Audience(Audience),
}

/// Why a token cannot be used for a cloud, if it cannot. One that does not say whom it is for may be tried.
pub fn unfit(claims: &Claims, cloud: Cloud, now: Moment) -> Option<Unfit> {
    if claims.left(now).is_some_and(|left| left <= 0) {
        return Some(Unfit::Expired);
    }
    match claims.audience() {
        Audience::ResourceManager(of) if of == cloud => None,
        Audience::Unknown => None,
        other => Some(Unfit::Audience(other)),
    }
}

/// From when on a token holds, where that is yet to come by more than clocks differ.
pub fn holds_later(claims: &Claims, now: Moment) -> Option<Moment> {
    claims.not_before.filter(|from| from.since(now) > SKEW)
}

/// The commands that fetch a token for a cloud: of Azure CLI and of Azure PowerShell.
pub fn commands(cloud: Cloud, tenant: Option<&str>) -> [String; 2] {
    let (cli_name, powershell_name) = match cloud {
        Cloud::Public => (None, None),
        Cloud::China => (Some("AzureChinaCloud"), Some("AzureChinaCloud")),
        Cloud::UsGovernment => (Some("AzureUSGovernment"), Some("AzureUSGovernment")),
    };
    let fits = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
    };
    let tenant = tenant.filter(|tenant| !tenant.is_empty() && fits(tenant));
    let resource = host(cloud);
    let tenant_of = |option: &str| tenant.map_or_else(String::new, |tenant| [" ", option, " ", tenant].concat());
    let cli = [
        cli_name.map_or_else(String::new, |name| format!("az cloud set --name {name}\naz login\n")),
        format!("az account get-access-token --resource {resource}/"),
        tenant_of("--tenant"),
        " --query accessToken --output tsv".to_owned(),
    ];
    // Since Az 14 the token is a SecureString: this makes text of it in every PowerShell.
    let powershell = [
        powershell_name.map_or_else(String::new, |name| format!("Connect-AzAccount -Environment {name}\n")),
        format!("$token = (Get-AzAccessToken -ResourceUrl {resource}/"),
        tenant_of("-TenantId"),
        " -AsSecureString).Token\n[System.Net.NetworkCredential]::new('', $token).Password".to_owned(),
    ];
    [cli.concat(), powershell.concat()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arm::ARM_HOSTS;

    fn claims(audience: Option<&str>, expires: i64) -> Claims {
        Claims {
            audience: audience.map(str::to_owned),
            expires: Some(Moment(expires)),
            ..Claims::default()
        }
    }

    #[test]
    fn a_token_fits_its_own_cloud_alone_and_only_until_it_expires() {
        let ours = claims(Some("https://management.azure.com/"), 1_000);
        assert_eq!(unfit(&ours, Cloud::Public, Moment(999)), None);
        assert_eq!(unfit(&ours, Cloud::Public, Moment(1_000)), Some(Unfit::Expired));
        assert_eq!(
            unfit(&ours, Cloud::China, Moment(0)),
            Some(Unfit::Audience(Audience::ResourceManager(Cloud::Public)))
        );
        let of_batch = claims(Some("https://batch.core.windows.net/"), 1_000);
        assert_eq!(
            unfit(&of_batch, Cloud::Public, Moment(0)),
            Some(Unfit::Audience(Audience::BatchService))
        );
        let other = claims(Some("https://example.org"), 1_000);
        assert_eq!(
            unfit(&other, Cloud::Public, Moment(0)),
            Some(Unfit::Audience(Audience::Other))
        );
        assert_eq!(unfit(&claims(None, 1_000), Cloud::Public, Moment(0)), None);
    }

    #[test]
    fn a_token_that_holds_only_later_is_doubted_and_not_refused() {
        let mut early = claims(Some("https://management.azure.com/"), 10_000_000);
        assert_eq!(holds_later(&early, Moment(0)), None);
        early.not_before = Some(Moment(300_001));
        assert_eq!(holds_later(&early, Moment(0)), Some(Moment(300_001)));
        assert_eq!(holds_later(&early, Moment(1)), None);
        assert_eq!(unfit(&early, Cloud::Public, Moment(0)), None);
        early.not_before = Some(Moment(i64::MAX));
        assert!(holds_later(&early, Moment(i64::MIN)).is_some());
        early.not_before = Some(Moment(i64::MIN));
        assert_eq!(holds_later(&early, Moment(i64::MAX)), None);
    }

    #[test]
    fn the_commands_ask_for_resource_manager_of_the_cloud() {
        for (cloud, host) in ARM_HOSTS {
            for command in commands(cloud, Some("72f988bf-86f1-41af-91ab-2d7cd011db47")) {
                assert!(command.contains(&format!("{host}/ ")), "{command}");
                assert!(command.contains(" 72f988bf-86f1-41af-91ab-2d7cd011db47"), "{command}");
            }
        }
        let [cli, powershell] = commands(Cloud::UsGovernment, None);
        assert!(cli.starts_with("az cloud set --name AzureUSGovernment\n"));
        assert!(powershell.starts_with("Connect-AzAccount -Environment AzureUSGovernment\n"));
        let [cli, powershell] = commands(Cloud::Public, None);
        assert!(cli.starts_with("az account get-access-token ") && !cli.contains("tenant"));
        assert!(powershell.starts_with("$token = "));
    }

    #[test]
    fn a_tenant_that_is_no_name_is_left_out_of_the_commands() {
        for hostile in ["x; rm -rf /", "$(id)", "a b", "`id`", "\"", ""] {
            let [cli, powershell] = commands(Cloud::Public, Some(hostile));
            assert!(
                !cli.contains("--tenant") && !powershell.contains("-TenantId"),
                "{hostile}"
            );
        }
    }
}
