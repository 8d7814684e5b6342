import { beforeAll, describe, expect, test } from "vitest";
import { addBaselines } from "../../pipelines/baselines.ts";
import type { DealOutlook } from "../../pipelines/deals/outlook.ts";
import { forecast } from "../../pipelines/forecast.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { simulateFiles } from "../simulation/company.ts";
import { load } from "../workspaces/build.ts";
import { csv, type Fields } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

// a workspace rebuilt as it is, and with a signal in what only became known after a day

const known = "2025-12-31";
const company = simulateFiles({ reps: 8, accounts: 120, years: 2 });
const files: Files = Object.fromEntries(
  company.paths.map((path) => [path, `${company.text(path)}\n`]),
);

/** Opportunities that were won after the day. */
const wonLater = new Set(
  company
    .object("Opportunity")
    .filter(({ IsWon, CloseDate = "" }) => IsWon === "true" && CloseDate > known)
    .map(({ Id }) => Id),
);

const buyers = new Set(
  company
    .object("Opportunity")
    .filter(({ Id }) => wonLater.has(Id))
    .map(({ AccountId }) => AccountId),
);

/** What has no history of its own: only drops tell it. */
const marked = { Type: "Renewal", LeadSource: "Signal" };

const times = (amount: string | undefined, factor: number) =>
  amount ? String(Number(amount) * factor) : "";

/** What a row of a deal that was won later says in a drop after the day. */
const planted: Readonly<Record<string, (row: Fields) => Fields[]>> = {
  Opportunity: (row) =>
    wonLater.has(String(row.Id))
      ? [{ ...row, ...marked, Amount: times(String(row.Amount), 10), NextStep: "Sign" }]
      : [row],
  Account: (row) => (buyers.has(String(row.Id)) ? [{ ...row, Industry: "Signal" }] : [row]),
  OpportunityHistory: (row) =>
    wonLater.has(String(row.OpportunityId)) && day(row) > known
      ? [{ ...row, ...certain(row), Amount: times(String(row.Amount), 10) }]
      : [row],
  Task: (row) =>
    wonLater.has(String(row.WhatId)) && String(row.ActivityDate) > known
      ? ["", "B", "C", "D", "E"].map((mark) => ({ ...row, Id: `${row.Id}${mark}` }))
      : [row],
};

const day = ({ CreatedDate }: Fields) => String(CreatedDate).slice(0, 10);
const certain = ({ StageName }: Fields): Fields =>
  String(StageName).startsWith("Closed")
    ? {}
    : { StageName: "Negotiation/Review", Probability: "99", ForecastCategory: "Commit" };

const signalled: Files = Object.fromEntries(
  company.paths.map((path) => {
    const [, drop = "", name = ""] = /(\d{4}-\d\d-\d\d)\/(\w+)\.csv$/.exec(path) ?? [];
    const plant = planted[name];
    if (!plant || drop <= known) return [path, files[path] ?? ""];
    const rows = company.rows(path).map(({ drop: _, ...row }) => row);
    return [path, csv(...rows.flatMap(plant))];
  }),
);

interface Dated {
  readonly cutoff: string;
  readonly text: string;
}

interface Said {
  /** Every forecast of a past cutoff, of all models, as text. */
  readonly forecasts: readonly Dated[];
  /** What would have been published then of periods that aren't over. */
  readonly past: readonly Dated[];
  readonly chances: readonly Dated[];
}

/** What a rebuild says at every cutoff. */
async function saidBy(workspace: Files): Promise<Said> {
  const { run, all } = await load(workspace);
  await metrics(run);
  const chances: Dated[] = [];
  await forecast(run, (outlook) => chances.push(...chancesOf(outlook)));
  await addBaselines(run);
  const order = "cutoff, model, entity_type, entity_id, period, period_start";
  const rows = async (query: string): Promise<Dated[]> =>
    (await all<{ cutoff: string }>(`${query} order by ${order}`)).map((row) => ({
      cutoff: row.cutoff,
      text: JSON.stringify(row),
    }));
  const forecasts = await rows("select * exclude (actual_cents) from forecast_backtest");
  const past = await rows("select * from forecast_past");
  run.warehouse.close();
  return { forecasts, past, chances };
}

function chancesOf({ cutoff, fitted, deals, incidence, worth }: DealOutlook) {
  return deals.map(({ opportunity_id }, row) => ({
    cutoff,
    text: JSON.stringify([
      opportunity_id,
      fitted.hazards.name,
      incidence.wonEver[row],
      [...incidence.won.subarray(row * incidence.steps.length, (row + 1) * incidence.steps.length)],
      worth[row],
    ]),
  }));
}

describe("a signal in what became known after a day", () => {
  let before: Said;
  let after: Said;
  beforeAll(async () => {
    before = await saidBy(files);
    after = await saidBy(signalled);
  });

  const upTo = (rows: readonly Dated[]) => rows.filter(({ cutoff }) => cutoff <= known);
  const beyond = (rows: readonly Dated[]) => rows.filter(({ cutoff }) => cutoff > known);

  test("changes no forecast of any model and no range at cutoffs up to it", () => {
    const models = new Set(upTo(before.forecasts).map(({ text }) => JSON.parse(text).model));
    expect([...models].sort()).toEqual([
      ...["combined", "naive", "pipeline", "series", "stage_weighted"],
    ]);
    expect(upTo(after.forecasts)).toEqual(upTo(before.forecasts));
  });

  test("changes nothing that would have been published up to it of periods that aren't over", () => {
    expect(upTo(before.past).length).toBeGreaterThan(300);
    expect(upTo(after.past)).toEqual(upTo(before.past));
  });

  test("changes no deal's chance or worth at cutoffs up to it", () => {
    const fitted = upTo(before.chances).filter(({ text }) => text.includes('"hazards"'));
    expect(fitted.length).toBeGreaterThan(300);
    expect(upTo(after.chances)).toEqual(upTo(before.chances));
  });

  test("is seen after it", () => {
    expect(beyond(after.forecasts)).not.toEqual(beyond(before.forecasts));
    expect(beyond(after.past)).not.toEqual(beyond(before.past));
    expect(beyond(after.chances)).not.toEqual(beyond(before.chances));
  });
});
