import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recover, swap } from "../../pipelines/publish/swap.ts";

let folder: string;
let moves: { from: string; to: string }[];
let journal: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quotabook-swap-"));
  journal = join(folder, "swap.json");
  moves = ["site", "warehouse"].map((name) => ({
    from: join(folder, "next", name),
    to: join(folder, name),
  }));
  for (const { from, to } of moves) {
    put(from, "new");
    put(to, "old");
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (place: string, text: string) => {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "build"), text);
};
const read = () => moves.map(({ to }) => readFileSync(join(to, "build"), "utf8"));
const clean = () => !existsSync(journal) && moves.every(({ to }) => !existsSync(`${to}.before`));

/** The steps of a swap, of which a crash may leave any number done. */
const steps = () => [
  () => {
    const noted = moves.map((move) => ({ ...move, hadPrevious: existsSync(move.to) }));
    writeFileSync(journal, JSON.stringify(noted));
  },
  ...moves.flatMap(({ from, to }) => [
    () => renameSync(to, `${to}.before`),
    () => renameSync(from, to),
  ]),
];

describe("swap", () => {
  test("puts both in place and leaves nothing behind", () => {
    swap(journal, moves);
    expect(read()).toEqual(["new", "new"]);
    expect(clean()).toBe(true);
  });

  test("works where nothing was published before", () => {
    for (const { to } of moves) rmSync(to, { recursive: true });
    swap(journal, moves);
    expect(read()).toEqual(["new", "new"]);
  });

  test("refuses a build that isn't there and touches nothing", () => {
    rmSync(join(folder, "next", "warehouse"), { recursive: true });
    expect(() => swap(journal, moves)).toThrow("missing build");
    expect(read()).toEqual(["old", "old"]);
  });
});

describe("recover", () => {
  test("does nothing when no swap was begun", () => {
    recover(journal);
    expect(read()).toEqual(["old", "old"]);
  });

  test.each([1, 2, 3, 4, 5])("completes a swap of which %d steps were done", (done) => {
    for (const step of steps().slice(0, done)) step();
    recover(journal);
    expect(read()).toEqual(["new", "new"]);
    expect(clean()).toBe(true);
  });

  test("is the same again when it is itself interrupted", () => {
    for (const step of steps().slice(0, 2)) step();
    recover(journal);
    recover(journal);
    expect(read()).toEqual(["new", "new"]);
  });

  test.each([1, 2, 3, 4])("undoes a swap after %d steps whose build is gone", (done) => {
    for (const step of steps().slice(0, done)) step();
    rmSync(join(folder, "next"), { recursive: true });
    recover(journal);
    expect(read()).toEqual(["old", "old"]);
    expect(clean()).toBe(true);
  });

  test.each([1, 2])("leaves nothing of a first swap after %d steps whose build is gone", (done) => {
    for (const { to } of moves) rmSync(to, { recursive: true });
    const [note, , move] = steps();
    for (const step of [note, move].slice(0, done)) step?.();
    rmSync(join(folder, "next"), { recursive: true });
    recover(journal);
    expect(moves.map(({ to }) => existsSync(to))).toEqual([false, false]);
    expect(clean()).toBe(true);
  });
});
