import { expect, test } from "vitest";
import { grouped } from "../../src/statistics/grouped.ts";
import { type Row, simulateFiles } from "./company.ts";

const files = simulateFiles({ hasTerritories: true });
const accounts = new Map(files.object("Account").map((row) => [row.Id, row]));
const territories = new Map(files.object("Territory2").map((row) => [row.Id, row]));
const links = files.object("ObjectTerritory2Association");
const nameOf = (row: Row | undefined) => territories.get(row?.Territory2Id ?? "")?.Name;

test("each region has a territory with one for each segment below it", () => {
  const names = [...territories.values()].map((row) => row.Name);
  expect(names).toHaveLength(12);
  expect(names.slice(0, 4)).toEqual([
    "Americas",
    "Americas Enterprise",
    "Americas Mid-Market",
    "Americas Small Business",
  ]);
  const [parent, child] = [...territories.values()];
  expect(child?.ParentTerritory2Id).toBe(parent?.Id);
});

test("every account begins in the territory of its segment, and some move to another one", () => {
  const byAccount = grouped(links, (row) => row.ObjectId);
  expect(new Set(byAccount.keys())).toEqual(new Set(accounts.keys()));
  for (const [id, [first]] of byAccount) {
    expect(nameOf(first)).toContain(accounts.get(id)?.Segment__c);
  }
  const moved = [...byAccount.values()].filter((rows) => rows.length > 1);
  expect(moved.length).toBeGreaterThan(1);
  expect(moved.length).toBeLessThan(byAccount.size / 3);
  for (const rows of moved) expect(nameOf(rows[0])).not.toBe(nameOf(rows.at(-1)));
});

test("sellers are in a territory of their region until they leave it", () => {
  const members = files.object("UserTerritory2Association");
  expect(new Set(members.map((row) => row.IsActive))).toContain("true");
  for (const row of members) expect(nameOf(row)).toBeDefined();
});

test("nothing else of the company changes, and without them no file tells of territories", () => {
  const plain = simulateFiles();
  const isTheirs = (path: string) => path.includes("Territory2");
  expect(plain.paths.filter(isTheirs)).toEqual([]);
  const others = files.paths.filter((path) => !isTheirs(path));
  expect(others).toEqual(plain.paths);
  for (const path of others) expect(files.text(path)).toBe(plain.text(path));
});

test("full drops hold the association that stands and no other one", () => {
  const full = simulateFiles({ hasTerritories: true, drops: "full" });
  const last = full.paths.filter((path) => path.endsWith("ObjectTerritory2Association.csv")).at(-1);
  const ids = full.rows(last ?? "").map((row) => row.ObjectId);
  expect(new Set(ids).size).toBe(ids.length);
});
