import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { silentProgress } from "../../pipelines/progress.ts";
import { rebuild } from "../../pipelines/rebuild.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { csv, deal, firstDrop, small } from "../workspaces/small.ts";
import { type Files, writeWorkspace } from "../workspaces/write.ts";

/** Builds a site, whose pages a rebuild opens in the browser if there is one; answers by page. */
async function answersOf(files: Files) {
  const folder = writeWorkspace(files);
  const { site } = await rebuild(openWorkspace(folder), { progress: silentProgress });
  return (page: string) =>
    /<p class="answer">(.*?)<\/p>/
      .exec(readFileSync(join(site ?? "", `${page}.html`), "utf8"))?.[1]
      ?.replaceAll(/<[^>]+>/g, "");
}

test("every page opens when a company has open deals alone, one of them without an amount", async () => {
  const { "company.yaml": company = "" } = small;
  const answer = await answersOf({
    "company.yaml": company,
    [`${firstDrop}/Opportunity.csv`]: csv(deal("D1"), deal("D2", { Amount: "" })),
  });
  // by its open deals
  expect(answer("forecast")).toMatch(
    /^FY26 Q3 lands at USD \d+, 80 % between \d+ and [\d.]+( k)?\.$/,
  );
  expect(answer("performance")).toMatch(/^No quarter has figures yet/);
  expect(answer("winning")).toMatch(/^No deal has been won or lost yet/);
  expect(answer("team")).toMatch(/^No team is on record yet/);
}, 900_000);

test("every page opens without a quota, an activity or a lead", async () => {
  const answer = await answersOf(small);
  expect(answer("performance")).toMatch(/nothing of the year before is known/);
  expect(answer("goals")).toMatch(/^No goals are on file/);
  expect(answer("quotas")).toMatch(/^No rep had a quota in a complete year/);
  expect(answer("capacity")).toMatch(/^No year is planned yet/);
  expect(answer("planner")).toMatch(/^No year is planned yet/);
  expect(answer("compensation")).toMatch(/^No pay is settled/);
  expect(answer("spifs")).toMatch(/^No SPIF is on file/);
  expect(answer("accounting")).toMatch(/^Nothing is accounted for/);
  expect(answer("modeller")).toMatch(/^Start from 5 templates/);
  expect(answer("territories")).toMatch(/^1 rep has an equal share of accounts/);
}, 900_000);
