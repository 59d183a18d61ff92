import { randomBytes } from "node:crypto";

let time = 0;
let count = 0;

/** A UUIDv7: begins with the time, so that rows made after one another stand beside one another in an index. */
export function uuidv7(): string {
  const now = Date.now();
  // The 12 bits after the version count within a millisecond: order of making is order of ids.
  count = now > time ? 0 : count + 1;
  time = Math.max(now, time);
  if (count > 0xfff) {
    time += 1;
    count = 0;
  }
  const random = randomBytes(8);
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0);
  const hex = time.toString(16).padStart(12, "0") + (0x7000 | count).toString(16) + random.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
