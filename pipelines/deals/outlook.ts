import { addDays, type FiscalCalendar, type PlainDate, periodOf } from "../../src/calendar.ts";
import { type Fitted, fitDeals, fitLimits } from "../../src/opportunity/hazard/fit.ts";
import { incidenceOf } from "../../src/opportunity/hazard/incidence.ts";
import type { Prospects } from "../../src/opportunity/hazard/month.ts";
import { worthIfWon } from "../../src/opportunity/hazard/realised.ts";
import type { DealSnapshot, FollowedDeal } from "../../src/opportunity/hazard/snapshot.ts";
import { stepsAfter } from "../../src/opportunity/hazard/step.ts";
import type { WonAhead } from "../../src/opportunity/hazard/won-ahead.ts";
import { type Run, sql } from "../run.ts";

/** What becomes of the deals that were open at the end of a cutoff, as known by then. */
export interface DealOutlook extends Prospects {
  readonly isAsOf: boolean;
  /** Whether it is one of the cutoffs a month apart, or else of the last weeks. */
  readonly isMonthly: boolean;
  readonly fitted: Fitted;
  readonly deals: readonly DealSnapshot[];
  readonly wonAhead: readonly WonAhead[];
}

interface CutoffRow {
  readonly cutoff: PlainDate;
  readonly is_as_of: boolean;
  readonly is_monthly: boolean;
}

type Reading = Pick<Run, "warehouse" | "workspace" | "asOf">;

/**
 * The outlook at every cutoff, the earliest first, from `deal_snapshot`. Past cutoffs have the model
 * of what was known before their quarter began, the as-of date that of what it knows itself.
 */
export async function* dealOutlooks(run: Reading): AsyncGenerator<DealOutlook> {
  const { calendar } = run.workspace.company;
  const cutoffs = await run.warehouse.table<CutoffRow>("deal_cutoff", ["cutoff"]);
  const fits: Fitted[] = [];
  for (const { cutoff, is_as_of, is_monthly } of cutoffs) {
    const knownBy = is_as_of ? cutoff : dayBeforeQuarter(cutoff, calendar);
    if (fits.at(-1)?.knownBy !== knownBy) fits.push(await fitKnown(run, knownBy, fits));
    const fitted = fits.at(-1);
    const made = { cutoff, isAsOf: is_as_of, isMonthly: is_monthly };
    if (fitted) yield await outlookAt(run, fitted, made);
  }
}

/** A fit to what was known by a day, of a sample of opportunities where there are many. */
async function fitKnown({ warehouse, workspace }: Reading, knownBy: PlainDate, earlier: Fitted[]) {
  const known = { known_by: knownBy };
  const [count] = await warehouse.all<{ rows: number }>(sql("deals/landmark_count"), known);
  const share = 10_000 * Math.min(1, fitLimits.deals / Math.max(1, count?.rows ?? 1));
  const values = { ...known, share: Math.ceil(share) };
  const deals = await warehouse.all<FollowedDeal>(sql("deals/landmark"), values);
  return fitDeals(deals, { knownBy, calendar: workspace.company.calendar, earlier });
}

async function outlookAt(
  { warehouse, workspace }: Reading,
  fitted: Fitted,
  { cutoff, isAsOf, isMonthly }: Pick<DealOutlook, "cutoff" | "isAsOf" | "isMonthly">,
): Promise<DealOutlook> {
  const { calendar } = workspace.company;
  const deals = await openDeals({ warehouse }, cutoff);
  const wonAhead = await dealsWonAhead({ warehouse }, cutoff);
  const prospects = prospectsOf(fitted, deals, { cutoff, calendar });
  return { isAsOf, isMonthly, fitted, deals, wonAhead, ...prospects };
}

/** Deals open at the end of a cutoff, as known then, in order of their id. */
export const openDeals = (
  { warehouse }: Pick<Run, "warehouse">,
  cutoff: PlainDate,
): Promise<DealSnapshot[]> => warehouse.all<DealSnapshot>(sql("deals/open_deal"), { cutoff });

/** Deals that are won by the end of a cutoff and count for a later day, in order of their id. */
export const dealsWonAhead = (
  { warehouse }: Pick<Run, "warehouse">,
  cutoff: PlainDate,
): Promise<WonAhead[]> => warehouse.all<WonAhead>(sql("deals/won_ahead"), { cutoff });

/** What a model expects of deals after a cutoff. */
export function prospectsOf(
  { hazards, realised }: Fitted,
  deals: readonly DealSnapshot[],
  { cutoff, calendar }: { readonly cutoff: PlainDate; readonly calendar: FiscalCalendar },
): Prospects {
  return {
    cutoff,
    incidence: incidenceOf(hazards, deals, stepsAfter(cutoff, calendar)),
    worth: Float64Array.from(deals, (deal) => worthIfWon(realised, deal) ?? Number.NaN),
  };
}

const dayBeforeQuarter = (cutoff: PlainDate, calendar: FiscalCalendar): PlainDate =>
  addDays(periodOf(cutoff, "quarter", calendar).periodStart, -1);
