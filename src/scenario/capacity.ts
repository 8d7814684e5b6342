import { expectedMonths, type SalesYear } from "../quota/sales-year.ts";
import { allocateRounded } from "../quota/spread.ts";
import type { PlannedRep } from "./planned.ts";

/** What a month of the year can bring; money in minor units. */
export interface CapacityMonth {
  /** 0 to 11. */
  readonly place: number;
  readonly headcount: number;
  /** Headcount by the share of a ramped rep that each is. */
  readonly ramped: number;
  /** What those who are there are expected to book. */
  readonly capacity: number;
  /** The quotas they carry. */
  readonly deployed: number;
  /** The company's target, by the season of expected bookings. */
  readonly target: number;
}

/** Share of reps who are still there `months` into the year, when a share leaves in each. */
export const survivalOf = (attrition: number, months: number): number =>
  (1 - attrition) ** (months / 12);

/** Headcount × ramp × expected attainment by month; reps who leave aren't replaced. */
export function capacityOf(
  { sellers, ramps }: SalesYear,
  reps: readonly PlannedRep[],
  { target, attrition }: { readonly target: number; readonly attrition: number },
): CapacityMonth[] {
  const curves = new Map(ramps.map((ramp) => [ramp.role, ramp]));
  const rows = sellers.map((seller) => ({
    seller,
    expected: expectedMonths(seller, curves.get(seller.role)),
  }));
  const places = Array.from({ length: 12 }, (_, place) => place);
  const expected = places.map((place) => sum(rows.map((row) => row.expected[place] ?? 0)));
  const targets = allocateRounded(target, expected, 1);
  return places.map((place) => {
    const kept = survivalOf(attrition, place + 0.5);
    const there = rows.filter(({ seller }) => seller.from <= place && place < seller.to);
    const shares = there.map(({ seller, expected: months }) =>
      (seller.full[place] ?? 0) > 0 ? (months[place] ?? 0) / (seller.full[place] ?? 1) : 1,
    );
    return {
      place,
      headcount: there.length * kept,
      ramped: sum(shares) * kept,
      capacity: Math.round((expected[place] ?? 0) * kept),
      deployed: sum(reps.map((rep) => monthQuota(rep, place))),
      target: targets[place] ?? 0,
    };
  });
}

const monthQuota = ({ parts }: PlannedRep, place: number) =>
  parts.find((part) => part.period === "month" && part.place === place)?.quota ?? 0;

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
