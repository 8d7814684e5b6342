import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folderNames } from "../../pipelines/statements/folder-names.ts";

const nameOf = (repId: string) => folderNames([repId]).get(repId) ?? "";

/** A name that every file system takes for a folder in its own place: Windows, macOS and Linux. */
const isSafe = (name: string) =>
  /^[\w@.=~-]{1,200}$/.test(name) &&
  !/^[.-]|\.$|\.\./.test(name) &&
  !/^(con|prn|aux|nul|com\d|lpt\d|payroll)(\.|$)/i.test(name);

describe("a person's folder", () => {
  test.each(["P069", "ann", "ann.smith", "ann@example.com", "0055g00000AbCdE", "e-12_b"])(
    "is the id itself where it is plain: %s",
    (repId) => {
      expect(nameOf(repId)).toBe(repId);
    },
  );

  test.each([
    ["../x", "=2E.=2Fx"],
    ["..", "=2E=2E"],
    ["a/b\\c", "a=2Fb=5Cc"],
    ["payroll", "=70ayroll"],
    ["PayRoll", "=50ayRoll"],
    ["CON", "=43ON"],
    ["aux.ann", "=61ux.ann"],
    ["a=b", "a=3Db"],
    ["a~b", "a=7Eb"],
    ["Zoë", "Zo=C3=AB"],
    ["-rf", "=2Drf"],
    ["ann.", "ann=2E"],
    [" ", "=20"],
    ["", "="],
  ])("is written in characters that are safe anywhere: %j", (repId, name) => {
    expect(nameOf(repId)).toBe(name);
  });

  test("differs by more than case from any other's", () => {
    const names = folderNames(["ann", "Ann", "bob"]);
    expect(names.get("bob")).toBe("bob");
    const [small, large] = [names.get("ann") ?? "", names.get("Ann") ?? ""];
    expect(small).toMatch(/^ann~[0-9a-f]{12}$/);
    expect(large).toMatch(/^Ann~[0-9a-f]{12}$/);
    expect(small.toLowerCase()).not.toBe(large.toLowerCase());
  });

  test("is safe and nobody else's, whatever the ids", () => {
    const ids = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.stringMatching(/^[.aA/~=-]{0,6}$/),
      fc.constantFrom("con", "CON", "Con.x", "payroll", "PAYROLL", "..", ".", "a", "A"),
    );
    fc.assert(
      fc.property(fc.uniqueArray(ids, { maxLength: 30 }), (repIds) => {
        const names = [...folderNames(repIds).values()];
        expect(names.filter((name) => !isSafe(name))).toEqual([]);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(repIds.length);
      }),
      { numRuns: 500 },
    );
  });

  test("doesn't depend on the order of people", () => {
    const ids = ["b", "B", "../b", "a"];
    const sorted = (names: ReadonlyMap<string, string>) => [...names].sort();
    expect(sorted(folderNames(ids))).toEqual(sorted(folderNames(ids.toReversed())));
  });
});
