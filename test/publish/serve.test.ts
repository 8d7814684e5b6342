import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../../pipelines/serve.ts";

const folder = mkdtempSync(join(tmpdir(), "quotabook-serve-"));
let served: Served;

beforeAll(async () => {
  const site = join(folder, "site");
  mkdirSync(site);
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(site, "index.html"), "<h1>home</h1>");
  writeFileSync(join(site, "forecast.html"), "<h1>forecast</h1>");
  writeFileSync(join(site, "404.html"), "<h1>not here</h1>");
  writeFileSync(join(site, "a.js"), "export const a = 1;".repeat(100));
  served = await serve(site);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for a path as it is: fetch would tidy the dots away. */
const status = (path: string) =>
  new Promise<number | undefined>((resolve) => {
    request(new URL(served.url), { path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });

test("finds pages with and without their ending", async () => {
  for (const path of ["", "index.html", "forecast", "forecast.html?rep=P1"]) {
    const response = await fetch(served.url + path);
    expect(response.status, path).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
  }
});

test("compresses and types", async () => {
  const response = await fetch(`${served.url}a.js`);
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(response.headers.get("content-type")).toContain("text/javascript");
});

test("shows the site's own page for what isn't there", async () => {
  const response = await fetch(`${served.url}gone`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("not here");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/a.js/../../secret.txt",
  "/%00",
  "/%E0%A4%A",
])("%s doesn't leave the site", async (path) => expect(await status(path)).toBe(404));

test("only reads", async () => {
  expect((await fetch(served.url, { method: "POST" })).status).toBe(405);
});
