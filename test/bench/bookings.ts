import { mstl } from "../../pipelines/mstl.ts";
import { addDays, addMonths } from "../../src/calendar.ts";
import { forecastBookings } from "../../src/forecast/forecast.ts";
import { backtestRows, forecastRows } from "../../src/forecast/forecast-rows.ts";
import type { DayBooking, Seller } from "../../src/forecast/hierarchy.ts";
import { timeline } from "../../src/forecast/timeline.ts";
import { uniformStream } from "../../src/statistics/random.ts";

// npm run bench:bookings: the forecast of 500 reps over 60 months at every cutoff of three years

const size = { reps: 500, teams: 60, regions: 10, segments: 4, months: 60 } as const;
const asOf = "2026-06-17";
const limit = 60;

const uniform = uniformStream(20260617);
const sellers = Array.from({ length: size.reps }, (_, k): Seller => {
  const team = k % size.teams;
  return {
    repId: `R${String(k).padStart(4, "0")}`,
    teamId: `Team ${team}`,
    regionId: `Region ${team % size.regions}`,
    role: "account_executive",
    hiredOn: addMonths("2021-06-10", k % 5 === 0 ? Math.floor(uniform() * size.months) : -12),
    leftOn: null,
  };
});
const days = sellers.flatMap((seller): DayBooking[] => {
  const pace = 0.5 + 2 * uniform();
  return Array.from({ length: Math.round(pace * size.months) }, () => ({
    repId: seller.repId,
    segment: `Segment ${Math.floor(uniform() * size.segments)}`,
    date: addDays("2021-06-01", Math.floor(uniform() * 30.4 * size.months)),
    cents: Math.round(2_000_000 * Math.exp(1.5 * uniform())),
  })).filter(({ date }) => date >= (seller.hiredOn ?? date) && date <= asOf);
});

const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
const line = timeline("2021-06-01", asOf, { startMonth: 2 });
const { company, cutoffs } = forecastBookings({ company: "Bench", sellers, days, line, mstl });
const counts = { cutoffs: 0, rows: 0 };
console.log(`${company.hierarchy.entities.length} entities, ${days.length} days with bookings`);
console.log(`${seconds().padStart(6)} s  every level's own forecasts at ${line.current} origins`);
for (const { published: one } of cutoffs) {
  counts.cutoffs++;
  counts.rows += forecastRows(company, one).length + backtestRows(company, one).length;
}
console.log(`${seconds().padStart(6)} s  with ${counts.cutoffs} cutoffs, ${counts.rows} rows`);
const holds = (performance.now() - started) / 1000 < limit;
console.log(`${holds ? "holds" : "FAILS"}  under ${limit} seconds`);
if (!holds) process.exitCode = 1;
