import type { Grain, PlainDate } from "../../src/calendar.ts";
import type { Company } from "../../src/forecast/base.ts";
import type { CellChange } from "../../src/forecast/change/between.ts";
import { type ChangeCause, changeCauses } from "../../src/forecast/change/cause.ts";
import type { PeriodChange } from "../../src/forecast/change/change.ts";
import type { Entity } from "../../src/forecast/hierarchy.ts";
import { grouped } from "../../src/statistics/grouped.ts";

/** What an earlier edition published. */
export interface Published {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: Grain;
  readonly period_start: PlainDate;
  readonly mean_cents: number;
}

export interface Changed {
  /** The earlier cutoff. */
  readonly cutoff: PlainDate;
  readonly periods: readonly PeriodChange[];
}

/** Rows of `forecast_change`: of each entity what changed its periods, in the order of causes. */
export function changeRows(
  { hierarchy }: Company,
  { cutoff, periods, published }: Changed & { readonly published: readonly Published[] },
) {
  const known = new Map(published.map((row) => [keyOf(row), row.mean_cents]));
  return periods.flatMap(({ period: { period, periodStart }, before, after, changes }) => {
    const byCell = grouped(changes, ({ cell }) => cell);
    return hierarchy.entities.flatMap((entity) => {
      const of = {
        entity_type: entity.entityType,
        entity_id: entity.entityId,
        period,
        period_start: periodStart,
      };
      const again = sumAt(entity, before);
      const then = known.get(keyOf(of)) ?? again;
      const own = entity.cells.flatMap((cell) => byCell.get(cell) ?? []);
      const parts = partsOf(own).set("data_corrected", { cents: again - then, deals: 0 });
      const sums = { before_cents: then, after_cents: sumAt(entity, after) };
      return changeCauses.flatMap((cause, place) => {
        const part = parts.get(cause);
        if (!part || part.cents === 0) return [];
        return [
          { cutoff, ...of, ...sums, cause, place, cents: part.cents, count_deals: part.deals },
        ];
      });
    });
  });
}

/** Rows of `forecast_change_deal`: what each deal did to every period. */
export function dealRows({ hierarchy }: Company, { cutoff, periods }: Changed) {
  const { sellers, segments } = hierarchy;
  return periods.flatMap(({ period: { period, periodStart }, changes }) => {
    const own = changes.filter(({ opportunityId }) => opportunityId !== null);
    const parts = grouped(own, ({ opportunityId, cause, cell }) =>
      JSON.stringify([cause, opportunityId, cell]),
    );
    return [...parts.values()].flatMap((same) => {
      const [first] = same;
      const cents = sumOf(same);
      if (!first || cents === 0) return [];
      return [
        {
          cutoff,
          period,
          period_start: periodStart,
          cause: first.cause,
          opportunity_id: first.opportunityId,
          rep_id: sellers[Math.floor(first.cell / segments.length)]?.repId,
          segment: segments[first.cell % segments.length],
          cents,
        },
      ];
    });
  });
}

function partsOf(
  changes: readonly CellChange[],
): Map<ChangeCause, { cents: number; deals: number }> {
  return new Map(
    [...grouped(changes, ({ cause }) => cause)].map(([cause, own]) => {
      const deals = new Set(own.flatMap(({ opportunityId }) => opportunityId ?? []));
      return [cause, { cents: sumOf(own), deals: deals.size }];
    }),
  );
}

const sumOf = (changes: readonly CellChange[]) =>
  changes.reduce((total, { cents }) => total + cents, 0);

const sumAt = ({ cells }: Entity, values: Float64Array) =>
  cells.reduce((total, cell) => total + (values[cell] ?? Number.NaN), 0);

const keyOf = (row: Omit<Published, "mean_cents">) =>
  JSON.stringify([row.entity_type, row.entity_id, row.period, row.period_start]);
