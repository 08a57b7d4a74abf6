"""Drives `poolplan practice` with the real clients for Python and JavaScript, and holds what their models read against what
the service does: creating only, a conflict, an update, a resize and its error, stopping, deleting, lists in pages, quotas.

    practice.py --poolplan PROGRAM --node PROGRAM --modules FOLDER

The server speaks plain HTTP on this machine. The clients send no token that way by themselves, so both are told to."""

import argparse
import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from azure.core import MatchConditions
from azure.core.exceptions import HttpResponseError, ResourceExistsError, ResourceModifiedError, ResourceNotFoundError
from azure.core.pipeline.policies import SansIOHTTPPolicy
from azure.mgmt.batch import BatchManagementClient, models

HERE = pathlib.Path(__file__).resolve().parent
PATIENCE = 60
# The client wants a credential, though the policy in its place asks it for nothing.
NOBODY = object()


def check(holds, *words):
    if not holds:
        raise AssertionError(" ".join(str(word) for word in words))


class Signed(SansIOHTTPPolicy):
    """Puts a token on every request."""

    def on_request(self, request):
        request.http_request.headers["Authorization"] = "Bearer anything"


@contextlib.contextmanager
def practice(poolplan, *options):
    """A server that runs until the end of the block: its address, and the subscription of its sample accounts."""
    command = [poolplan, "practice", "--port", "0", *options]
    with tempfile.TemporaryFile(mode="w+", encoding="utf-8") as said:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True, encoding="utf-8") as server:
            try:
                # The address is written last, on a line by itself.
                address = server.stdout.readline().strip()
                said.seek(0)
                words = said.read()
                check(address.startswith("http://127.0.0.1:"), "it does not say where it is:", words)
                yield address, re.search(r"/subscriptions/([0-9a-f-]{36})/", words).group(1)
            finally:
                server.terminate()


def body(dedicated, time_out="PT15M"):
    """A pool of a Marketplace image."""
    image = models.ImageReference(publisher="canonical", offer="ubuntu-24_04-lts", sku="server", version="latest")
    machine = models.VirtualMachineConfiguration(image_reference=image, node_agent_sku_id="batch.node.ubuntu 24.04")
    fixed = models.FixedScaleSettings(target_dedicated_nodes=dedicated, resize_timeout=time_out)
    return models.Pool(
        properties=models.PoolProperties(
            vm_size="STANDARD_D4S_V5",
            deployment_configuration=models.DeploymentConfiguration(virtual_machine_configuration=machine),
            scale_settings=models.ScaleSettings(fixed_scale=fixed),
            metadata=[models.MetadataItem(name="made", value="here")],
        )
    )


class Driver:
    """The client for Python on one account."""

    def __init__(self, address, subscription):
        self.client = BatchManagementClient(NOBODY, subscription, base_url=address, authentication_policy=Signed())
        self.group = self.account = None

    def choose(self, mode):
        """The first account of an allocation mode, found as anybody finds it."""
        accounts = list(self.client.batch_account.list())
        check(len(accounts) >= 2, "there are accounts:", accounts)
        found = next(account for account in accounts if account.properties.pool_allocation_mode == mode)
        self.account = found.name
        self.group = re.search(r"/resourceGroups/([^/]+)/", found.id).group(1)
        of_group = [account.name for account in self.client.batch_account.list_by_resource_group(self.group)]
        check(found.name in of_group, found.name, of_group)
        return self.client.batch_account.get(self.group, self.account)

    def at(self, operation, *arguments, **options):
        return operation(self.group, self.account, *arguments, **options)

    def steady(self, name):
        """Reads the pool until no resize goes on."""
        ends = time.monotonic() + PATIENCE
        while True:
            pool = self.at(self.client.pool.get, name)
            if pool.properties.allocation_state == models.AllocationState.STEADY:
                return pool
            check(time.monotonic() < ends, "the allocation does not end:", pool.as_dict())
            time.sleep(0.1)


def refused(kind, status, call):
    try:
        call()
    except kind as error:
        check(error.status_code == status, error)
        check(error.error is not None and error.error.code, "it says no code:", error)
        return
    raise AssertionError(f"nothing was refused where {status} was to come")


def python(address, subscription):
    driver = Driver(address, subscription)
    pool, at = driver.client.pool, driver.at

    account = driver.choose(models.PoolAllocationMode.BATCH_SERVICE)
    quota = account.properties.dedicated_core_quota
    check(quota and account.properties.low_priority_core_quota is not None, account.as_dict())
    check(account.properties.provisioning_state == models.ProvisioningState.SUCCEEDED, account.as_dict())
    check(driver.client.location.get_quotas(account.location).account_quota, "no quota of accounts")
    offered = driver.client.location.list_supported_virtual_machine_skus(account.location, maxresults=7)
    sizes = [size.name for size in offered]
    check(len(sizes) > 20 and len(set(sizes)) == len(sizes), "sizes come in pages:", len(sizes))

    only_new = {"match_condition": MatchConditions.IfMissing}
    made = at(pool.create, "first", body(4), **only_new)
    check(made.properties.provisioning_state == models.PoolProvisioningState.SUCCEEDED, made.as_dict())
    check(made.properties.allocation_state == models.AllocationState.RESIZING and made.etag, made.as_dict())
    refused((ResourceExistsError, ResourceModifiedError), 412, lambda: at(pool.create, "first", body(9), **only_new))
    first = driver.steady("first")
    check(first.properties.current_dedicated_nodes == 4, first.as_dict())
    check(first.properties.metadata[0].value == "here", first.as_dict())

    refused(ResourceNotFoundError, 404, lambda: at(pool.get, "second"))
    nothing = models.Pool(properties=models.PoolProperties())
    refused(HttpResponseError, 400, lambda: at(pool.create, "second", nothing))

    same = {"match_condition": MatchConditions.IfNotModified}
    more = models.Pool(properties=models.PoolProperties(scale_settings=body(6).properties.scale_settings))
    refused(ResourceModifiedError, 412, lambda: at(pool.update, "first", more, etag='W/"0x1"', **same))
    changed = at(pool.update, "first", more, etag=first.etag, **same)
    check(changed.etag != first.etag and changed.properties.metadata, changed.as_dict())
    check(driver.steady("first").properties.current_dedicated_nodes == 6, "the update grew it")

    too_many = quota // 4 + 1
    at(pool.create, "large", body(too_many, "PT10H"), **only_new)
    large = driver.steady("large").properties
    errors = large.resize_operation_status.errors
    check(errors and errors[0].code == "AccountCoreQuotaReached", large.as_dict())
    check(large.current_dedicated_nodes <= quota // 4 - 6, large.current_dedicated_nodes)

    at(pool.create, "stopped", body(2, "PT10H"), **only_new)
    stopping = at(pool.stop_resize, "stopped")
    check(stopping.properties.allocation_state in ("Stopping", "Steady"), stopping.as_dict())
    driver.steady("stopped")

    names = {each.name for each in at(pool.list_by_batch_account, maxresults=2)}
    check(names == {"first", "large", "stopped"}, "pools come in pages:", names)
    for name in names:
        at(pool.begin_delete, name, polling_interval=0).result()
        refused(ResourceNotFoundError, 404, lambda: at(pool.get, name))

    theirs = driver.choose(models.PoolAllocationMode.USER_SUBSCRIPTION)
    check(theirs.properties.dedicated_core_quota is None, theirs.as_dict())


def unsigned(address, subscription):
    """Without a token nothing is answered."""
    accounts = f"/subscriptions/{subscription}/providers/Microsoft.Batch/batchAccounts"
    try:
        urllib.request.urlopen(f"{address}{accounts}?api-version=2025-06-01")
    except urllib.error.HTTPError as error:
        check(error.code == 401, error)
        return
    raise AssertionError("a request without a token was answered")


def main():
    parser = argparse.ArgumentParser()
    for name in ["poolplan", "node", "modules"]:
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    given = parser.parse_args()
    for name in list(os.environ):
        if name.lower() in {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}:
            del os.environ[name]
    for language in ["Python", "JavaScript"]:
        with practice(given.poolplan, "--seed", "5", "--speed", "600") as (address, subscription):
            unsigned(address, subscription)
            if language == "Python":
                python(address, subscription)
            else:
                command = [given.node, HERE / "practice.mjs", given.modules, address, subscription]
                subprocess.run(command, check=True, timeout=300)
        print(f"  {language} created, changed, watched, stopped and deleted pools of the practice cloud")


if __name__ == "__main__":
    sys.exit(main())
