import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const packages: Readonly<Record<string, Package>> = read("package-lock.json").packages;

// npm 11 refuses to install from a lock file that lacks one, and npm writes such a lock file
// where the registry doesn't hold the package
test("the lock file holds every platform's package, so that npm ci works everywhere", () => {
  const names = Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  const held = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => !held.has(name))).toEqual([]);
});

test("the lock file gives each package a version and no address of a registry", () => {
  const { "": root, ...installed } = packages;
  expect(root).toBeDefined();
  const incomplete = Object.entries(installed).filter(([, { version }]) => version === undefined);
  expect(incomplete.map(([path]) => path)).toEqual([]);
  expect(Object.values(installed).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies } = read("package.json");
  const versions = Object.values({ ...dependencies, ...devDependencies }) as string[];
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
