// Drives `poolplan practice` with @azure/arm-batch: `practice.mjs MODULES ADDRESS SUBSCRIPTION`. practice.py calls it.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const [modules, address, subscription] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const { BatchManagementClient } = require("@azure/arm-batch");
const { bearerTokenAuthenticationPolicyName } = require("@azure/core-rest-pipeline");

const patience = 60_000;
const client = new BatchManagementClient({ getToken: async () => null }, subscription, {
  endpoint: address,
  allowInsecureConnection: true,
});
// The client's own policy sends no token without TLS.
client.pipeline.removePolicy({ name: bearerTokenAuthenticationPolicyName });
client.pipeline.addPolicy({
  name: "signed",
  sendRequest(request, next) {
    request.headers.set("Authorization", "Bearer anything");
    return next(request);
  },
});

const all = async (pages) => {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
};
const refused = async (status, call) => {
  const error = await call().then(
    () => assert.fail(`nothing was refused where ${status} was to come`),
    (error) => error,
  );
  assert.equal(error.statusCode, status, error.message);
  assert(error.code, error.message);
};
const scale = (targetDedicatedNodes, resizeTimeout = "PT15M") => ({
  fixedScale: { targetDedicatedNodes, resizeTimeout },
});
const body = (...sizes) => ({
  vmSize: "STANDARD_D4S_V5",
  deploymentConfiguration: {
    virtualMachineConfiguration: {
      imageReference: { publisher: "canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
      nodeAgentSkuId: "batch.node.ubuntu 24.04",
    },
  },
  scaleSettings: scale(...sizes),
  metadata: [{ name: "made", value: "here" }],
});

const accounts = await all(client.batchAccountOperations.list());
const account = accounts.find(({ poolAllocationMode }) => poolAllocationMode === "BatchService");
assert(account && accounts.some(({ poolAllocationMode }) => poolAllocationMode === "UserSubscription"));
const group = /\/resourceGroups\/([^/]+)\//.exec(account.id)[1];
const { dedicatedCoreQuota, location } = await client.batchAccountOperations.get(group, account.name);
assert(dedicatedCoreQuota > 0);
assert((await client.location.getQuotas(location)).accountQuota > 0);
const sizes = await all(client.location.listSupportedVirtualMachineSkus(location, { maxresults: 7 }));
assert(sizes.length > 20 && new Set(sizes.map(({ name }) => name)).size === sizes.length);

const pools = client.poolOperations;
const at = (operation, ...rest) => operation.call(pools, group, account.name, ...rest);
const steady = async (name) => {
  const ends = Date.now() + patience;
  for (;;) {
    const pool = await at(pools.get, name);
    if (pool.allocationState === "Steady") return pool;
    assert(Date.now() < ends, `the allocation does not end: ${JSON.stringify(pool)}`);
    await setTimeout(100);
  }
};

const made = await at(pools.create, "first", body(4), { ifNoneMatch: "*" });
assert.equal(made.provisioningState, "Succeeded");
assert.equal(made.allocationState, "Resizing");
assert(made.creationTime instanceof Date && made.eTag === made.etag);
await refused(412, () => at(pools.create, "first", body(9), { ifNoneMatch: "*" }));
const first = await steady("first");
assert.equal(first.currentDedicatedNodes, 4);
await refused(404, () => at(pools.get, "second"));
await refused(400, () => at(pools.create, "second", {}));

await refused(412, () => at(pools.update, "first", { scaleSettings: scale(6) }, { ifMatch: 'W/"0x1"' }));
const changed = await at(pools.update, "first", { scaleSettings: scale(6) }, { ifMatch: first.etag });
assert.notEqual(changed.etag, first.etag);
assert.equal((await steady("first")).currentDedicatedNodes, 6);

await at(pools.create, "large", body(Math.floor(dedicatedCoreQuota / 4) + 1, "PT10H"), { ifNoneMatch: "*" });
const large = await steady("large");
assert.equal(large.resizeOperationStatus.errors[0].code, "AccountCoreQuotaReached");

await at(pools.create, "stopped", body(2, "PT10H"), { ifNoneMatch: "*" });
assert(["Stopping", "Steady"].includes((await at(pools.stopResize, "stopped")).allocationState));
await steady("stopped");

const names = (await all(at(pools.listByBatchAccount, { maxresults: 2 }))).map(({ name }) => name);
assert.deepEqual(names.sort(), ["first", "large", "stopped"]);
for (const name of names) {
  await at(pools.beginDeleteAndWait, name, { updateIntervalInMs: 1 });
  await refused(404, () => at(pools.get, name));
}
