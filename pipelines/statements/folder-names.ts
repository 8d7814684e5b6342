import { createHash } from "node:crypto";
import { grouped } from "../../src/statistics/grouped.ts";

/** Names that Windows keeps for devices, with any ending, and the folder of files for payroll. */
const kept = /^(?:con|prn|aux|nul|com\d|lpt\d|payroll)(?=$|\.)/i;

/** Longer names are cut, well under the 255 bytes that file systems allow. */
const longest = 100;

/**
 * The folder of each person under `statements/`: the id itself wherever it is made of letters, digits,
 * `-`, `_`, `@` and single dots. Other characters are written as `=` and their bytes in hexadecimal, so
 * that no id leaves the folder or takes a name that a system keeps; ids that differ by case only get a
 * part of their hash, since some file systems take them for one.
 */
export function folderNames(repIds: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const byName = grouped([...new Set(repIds)], (repId) => escaped(repId).toLowerCase());
  for (const alike of byName.values()) {
    for (const repId of alike) {
      names.set(repId, alike.length === 1 ? escaped(repId) : hashed(escaped(repId), repId));
    }
  }
  return names;
}

function escaped(repId: string): string {
  const safe = repId
    .replaceAll(/[^\w@.-]|^\.|\.$|\.(?=\.)/gu, hex)
    .replace(/^-/, hex("-"))
    .replace(kept, (name) => hex(name.charAt(0)) + name.slice(1));
  if (safe === "") return "=";
  return safe.length > longest ? hashed(safe.slice(0, longest), repId) : safe;
}

/** `~` stands in no other name. */
const hashed = (name: string, repId: string) =>
  `${name}~${createHash("sha256").update(repId).digest("hex").slice(0, 12)}`;

const hex = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
