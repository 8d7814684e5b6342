import type { Grain, PlainDate } from "../../src/calendar.ts";
import type { Company } from "../../src/forecast/base.ts";
import { unfinished } from "../../src/forecast/forecast-rows.ts";
import type { CutoffForecast } from "../../src/forecast/track.ts";
import type { Run } from "../run.ts";

interface Asked {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: Grain;
  readonly period_start: PlainDate;
}

interface TargetRow extends Asked {
  readonly target_cents: number;
  readonly target_source: "plan" | "quota";
}

/** The target of an entity's period, where there is one. */
export type TargetOf = (asked: Asked) => TargetRow | undefined;

/** Reads `bookings_target`. */
export async function targetsOf({ warehouse }: Run): Promise<TargetOf> {
  const rows = await warehouse.table<TargetRow>("bookings_target", [
    ...["entity_type", "entity_id", "period", "period_start"],
  ]);
  const targets = new Map(rows.map((row) => [keyOf(row), row]));
  return (asked) => targets.get(keyOf(asked));
}

const keyOf = ({ entity_type, entity_id, period, period_start }: Asked) =>
  JSON.stringify([entity_type, entity_id, period, period_start]);

/**
 * Rows of `forecast_target`: the chances of the targets of periods that aren't over, as seen at a
 * cutoff; of reps only where they are asked for.
 */
export function targetRows(
  company: Company,
  forecast: CutoffForecast,
  { targetOf, withReps }: { readonly targetOf: TargetOf; readonly withReps: boolean },
) {
  return unfinished(company, forecast).flatMap((outlook) => {
    const entity = company.hierarchy.entities[outlook.entity];
    if (!entity || (entity.entityType === "rep" && !withReps)) return [];
    const target = targetOf({
      entity_type: entity.entityType,
      entity_id: entity.entityId,
      period: outlook.period,
      period_start: outlook.periodStart,
    });
    if (!target) return [];
    return [
      {
        ...target,
        cutoff: forecast.months.cutoff.date,
        booked_cents: outlook.done,
        mean_cents: outlook.mean,
        chance: forecast.chance(outlook, target.target_cents),
      },
    ];
  });
}
