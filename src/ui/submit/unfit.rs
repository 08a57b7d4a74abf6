//! Why a token cannot be used for a cloud, and the commands that fetch one that can.

use crate::arm::{Audience, Claims};
use crate::model::{Cloud, Moment};

use super::place::host;

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

/// The commands that fetch a token for a cloud: of Azure CLI and of Azure PowerShell.
pub fn commands(cloud: Cloud, tenant: Option<&str>) -> [String; 2] {
    let (cli_name, powershell_name) = match cloud {
        Cloud::Public => (None, None),
        Cloud::China => (Some("AzureChinaCloud"), Some("AzureChinaCloud")),
        Cloud::UsGovernment => (Some("AzureUSGovernment"), Some("AzureUSGovernment")),
    };
    let tenant = tenant.filter(|tenant| {
        tenant
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
    });
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
