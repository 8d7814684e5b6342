import { join } from "node:path";
import { expect, test } from "vitest";
import { quotabook } from "./workspaces/command.ts";
import { temporaryFolder } from "./workspaces/write.ts";

test("simulate, rebuild and query make a whole, exit code 0", async () => {
  const folder = join(temporaryFolder(), "company");
  const size = ["--reps", "4", "--accounts", "15", "--years", "1", "--seed", "3"];
  const simulated = await quotabook("simulate", folder, ...size);
  expect(simulated).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`Workspace written to ${folder}`),
  });
  const built = await quotabook("rebuild", folder, "--no-site");
  expect(built.stdout).toMatch(/^Warehouse built as of \d{4}-\d\d-\d\d \([0-9a-f]{12}\)\.\n$/);
  expect(built.stderr).toMatch(/^ +[\d.]+ s {2}ingest$/m); // plain progress where there is no terminal
  const asked = await quotabook(
    "query",
    folder,
    "select count(*) as n from opportunity",
    "--format",
    "json",
  );
  expect((JSON.parse(asked.stdout) as { n: number }[])[0]?.n).toBeGreaterThan(5);
});
