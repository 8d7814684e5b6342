import fc from "fast-check";
import { expect, test } from "vitest";
import { tellVersions } from "../../pipelines/versions.ts";
import { load } from "../workspaces/build.ts";
import { companyFile, small } from "../workspaces/small.ts";
import { dealHistories, exportsOf } from "./histories.ts";

const { "people/roster.csv": roster = "" } = small;

test("versions are the same whether all opportunities are told at once or part by part", async () => {
  const [histories = []] = fc.sample(dealHistories, { numRuns: 1, seed: 7 });
  const drops = exportsOf(histories, { drops: "delta", hasHistory: true, hasModified: true });
  const files = { "company.yaml": companyFile(), "people/roster.csv": roster };
  const { all, run, staged } = await load(Object.assign(files, ...drops.values()));
  const kept = () => all<object>("select * from kept_version order by all");
  const atOnce = await kept();
  expect(atOnce.length).toBeGreaterThan(3);
  await all("delete from archive.version_cover");
  await tellVersions(run, staged, 1);
  expect(await kept()).toEqual(atOnce);
});
