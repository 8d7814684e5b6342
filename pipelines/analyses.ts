import { readOwnMetrics } from "../src/metrics/own.ts";
import { addBaselines } from "./baselines.ts";
import { compare } from "./compare.ts";
import { compensate } from "./compensate.ts";
import { costs } from "./costs.ts";
import { forecast } from "./forecast.ts";
import { goals } from "./goals.ts";
import { hygiene } from "./hygiene.ts";
import { accuracy, metrics } from "./metrics.ts";
import { plan } from "./plan.ts";
import { restate } from "./restate.ts";
import type { Run } from "./run.ts";
import { scores } from "./scores.ts";
import { territories } from "./territories.ts";
import { winning } from "./winning.ts";

/** What a rebuild makes of the canonical tables, stage by stage in the order they run. */
export const analyses = {
  metrics: async (run) => {
    const own = readOwnMetrics(run.workspace.company.ownMetrics);
    await metrics(run, own);
    await compare(run, own);
    await restate(run);
    await hygiene(run);
  },
  winning,
  forecast: async (run) => {
    await forecast(run);
    await addBaselines(run);
    await accuracy(run);
    await scores(run);
  },
  goals,
  plan,
  territories,
  compensate,
  costs,
} satisfies Record<string, (run: Run) => Promise<unknown>>;
