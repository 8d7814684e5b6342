import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Loaded, load, reload } from "../workspaces/build.ts";
import { companyFile, small } from "../workspaces/small.ts";
import { type Files, writeFiles, writeWorkspace } from "../workspaces/write.ts";
import { dealHistories, dropDays, type ExportOptions, exportsOf } from "./histories.ts";

/** A workspace without drops. */
const { "people/roster.csv": roster = "" } = small;
const base = ({ drops }: ExportOptions): Files => ({
  "company.yaml": companyFile().replace("drops: delta", `drops: ${drops}`),
  "people/roster.csv": roster,
});

const kinds: ExportOptions[] = [
  { drops: "delta", hasHistory: true, hasModified: true },
  { drops: "delta", hasHistory: true, hasModified: false },
  { drops: "full", hasHistory: true, hasModified: true },
  { drops: "delta", hasHistory: false, hasModified: false },
  { drops: "full", hasHistory: false, hasModified: false },
];
const named = kinds.map((kind) => [Object.entries(kind).flat().join(" "), kind] as const);

const inOrder = "select * from opportunity_version order by opportunity_id, version";
const versions = ({ all }: Loaded) => all<object>(inOrder);

const gaps = `select opportunity_id from (
  select *, lead(valid_from) over (partition by opportunity_id order by version) as next
  from opportunity_version
) where coalesce(next, timestamp '9999-12-31') <> valid_to or valid_to < valid_from`;

const unlike = `select opportunity_id
  from opportunity
  left join opportunity_version as told using (source, opportunity_id)
  where told.valid_to is distinct from timestamp '9999-12-31'
    and not exists (from opportunity_version as last where last.opportunity_id = opportunity.opportunity_id
      and last.valid_to = timestamp '9999-12-31' and last.status = opportunity.status
      and last.stage = opportunity.stage and last.rep_id = opportunity.rep_id
      and last.close_date is not distinct from opportunity.close_date
      and last.amount_minor is not distinct from opportunity.amount_minor)`;

/** What a day's drops had told of each deal's last state, read off the versions. */
const asKnown = `select opportunity_id, valid_from, status, stage, rep_id, amount_minor, close_date
  from opportunity_version
  where known_from <= date '2026-03-15' and basis <> 'inferred'
  qualify row_number() over (partition by opportunity_id order by version desc) = 1
  order by opportunity_id`;

/** As of a moment and as known on a day: more than one state of a deal. */
const several = `select moment, known, opportunity_id, count(*) as n
  from (select unnest(generate_series(timestamp '2026-01-01', timestamp '2026-05-10', interval 61 hour)) as moment)
  cross join (select distinct known_from as known from opportunity_version)
  join (
    select *, lead(valid_from, 1, timestamp '9999-12-31') over (
      partition by opportunity_id order by version) as known_to
    from opportunity_version
  ) on valid_from <= moment and moment < known_to and known_from <= known
  group by all having count(*) > 1`;

describe.each(named)("versions of random histories, %s", (_, kind) => {
  test("have neither gaps nor overlaps, one state a moment, and end as the last export", async () => {
    await fc.assert(
      fc.asyncProperty(dealHistories, async (histories) => {
        const drops = [...exportsOf(histories, kind).values()];
        const { column } = await load(Object.assign({}, base(kind), ...drops));
        expect(await column(gaps)).toEqual([]);
        expect(await column(several)).toEqual([]);
        expect(await column(unlike)).toEqual([]);
      }),
      { numRuns: 2, seed: 3 },
    );
  }, 120_000);

  test("are the same whether drops come one by one, in any order, or all at once", async () => {
    const order = fc.shuffledSubarray([...dropDays], { minLength: dropDays.length });
    await fc.assert(
      fc.asyncProperty(dealHistories, order, async (histories, days) => {
        const drops = exportsOf(histories, kind);
        const folder = writeWorkspace(base(kind));
        for (const date of days.slice(0, -1)) {
          writeFiles(folder, drops.get(date) ?? {});
          await reload(folder);
        }
        writeFiles(folder, drops.get(days.at(-1) ?? "") ?? {});
        const last = await reload(folder);
        const [step, read] = [await versions(last), await last.all(asKnown)];
        const before = await reload(folder, "2026-03-15");
        const past = await versions(before);
        expect(await before.all(asKnown)).toEqual(read);
        expect(step).toEqual(await versions(await reload(folder)));
        const whole = Object.assign({}, base(kind), ...drops.values());
        expect(step).toEqual(await versions(await load(whole)));
        const early = dropDays.filter((date) => date <= "2026-03-15");
        const known = Object.assign({}, base(kind), ...early.map((date) => drops.get(date)));
        expect(past).toEqual(await versions(await load(known, "2026-03-15")));
      }),
      { numRuns: 1, seed: 5 },
    );
  }, 180_000);
});
