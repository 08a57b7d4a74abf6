// Reads archives and links back with nothing but what node has.

import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";

const crc32 = (bytes) => {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
};

/** The files of an archive by their names: the central directory says where each is. */
export function unpacked(zip) {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  assert(end >= 0, "no archive");
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    assert.equal(zip.toString("latin1", at, at + 4), "PK\x01\x02");
    const [method, check, packed, size, length] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const name = zip.toString("utf8", at + 46, at + 46 + length);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const stored = zip.subarray(from, from + packed);
    const bytes = method === 8 ? inflateRawSync(stored) : stored;
    assert.equal(bytes.length, size, name);
    assert.equal(crc32(bytes), check, name);
    assert(!files.has(name), `${name} twice`);
    files.set(name, { text: bytes.toString("utf8"), method });
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** What is in a link. */
export const inside = (link) => inflateRawSync(Buffer.from(link.trim().split("/1/")[1], "base64url").subarray(0, -4)).toString("utf8");
