import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Loaded, load, rebuildWarehouse, reload } from "../workspaces/build.ts";
import { companyFile, csv, type Fields, small, won } from "../workspaces/small.ts";
import { type Files, writeFiles, writeWorkspace } from "../workspaces/write.ts";

const dropDays = ["2026-03-31", "2026-04-30", "2026-05-31"] as const;
const { "people/roster.csv": roster = "" } = small;
const headings = "Id,OpportunityId,SplitOwnerId,SplitPercentage,SplitTypeId,IsDeleted\n";

const split = (Id: string, SplitOwnerId: string, SplitPercentage: number, more: Fields = {}) => ({
  Id,
  OpportunityId: "D1",
  SplitOwnerId,
  SplitPercentage,
  SplitTypeId: "Revenue",
  IsDeleted: "false",
  ...more,
});

/** Two deals from the first drop on, and the splits that each drop tells. */
function company(drops: "delta" | "full", ...told: readonly (readonly Fields[])[]): Files {
  const files = told.flatMap((rows, index): [string, string][] => {
    const folder = `exports/crm/${dropDays[index]}`;
    return [
      [`${folder}/Opportunity.csv`, csv(won("D1"), won("D2"))],
      [`${folder}/OpportunitySplit.csv`, rows.length > 0 ? csv(...rows) : headings],
    ];
  });
  return {
    "company.yaml": companyFile().replace("drops: delta", `drops: ${drops}`),
    "people/roster.csv": roster,
    ...Object.fromEntries(files),
  };
}

const always = { valid_from: "0001-01-01", valid_to: "9999-12-31" };
const spans = ({ all }: Loaded, known = "known_from") =>
  all(`select rep_id, credit_rate, valid_from, valid_to, ${known} from opportunity_split
    order by rep_id, valid_from`);
const [march, april] = dropDays;

describe.each(["delta", "full"] as const)("splits of %s drops", (drops) => {
  test("hold from the deal's first drop until a drop tells otherwise", async () => {
    const first = [split("S1", "U1", 60), split("S2", "U2", 40)];
    const second = [split("S1", "U1", 70), split("S2", "U2", 30)];
    expect(await spans(await load(company(drops, first, second)))).toEqual([
      { rep_id: "ann", credit_rate: 0.6, ...always, valid_to: april, known_from: march },
      { rep_id: "ann", credit_rate: 0.7, ...always, valid_from: april, known_from: april },
      { rep_id: "bob", credit_rate: 0.4, ...always, valid_to: april, known_from: march },
      { rep_id: "bob", credit_rate: 0.3, ...always, valid_from: april, known_from: april },
    ]);
  });

  test("end where their row is deleted, and begin where a later drop adds them", async () => {
    const first = [split("S1", "U1", 100)];
    const gone = split("S1", "U1", 100, { IsDeleted: "true" });
    const loaded = await load(company(drops, first, [gone, split("S2", "U2", 100)]));
    expect(await spans(loaded)).toEqual([
      { rep_id: "ann", credit_rate: 1, ...always, valid_to: april, known_from: march },
      { rep_id: "bob", credit_rate: 1, ...always, valid_from: april, known_from: april },
    ]);
  });
});

test("a split that a full drop leaves out ends; in a delta it goes on", async () => {
  const told = [[split("S1", "U1", 100)], []];
  const ends = async (drops: "delta" | "full") =>
    (await load(company(drops, ...told))).column("select valid_to from opportunity_split");
  expect(await ends("full")).toEqual([april]);
  expect(await ends("delta")).toEqual(["9999-12-31"]);
});

const plan = (...rows: readonly Fields[]): Files => ({
  "plans/splits.csv": csv(...rows.map((row) => ({ opportunity_id: "D1", role: "owner", ...row }))),
});

describe("splits of plans/splits.csv", () => {
  const told = [[split("S1", "U1", 100)]];
  const shares = [
    { person_id: "ann", credit_share: 0.5, pay_share: 0.4, effective_from: "2026-02-01" },
    { person_id: "bob", credit_share: 0.5, role: "split", effective_from: "2026-02-01" },
  ];

  test("count before those of the CRM, from the day they take effect", async () => {
    const { all } = await load({ ...company("delta", ...told), ...plan(...shares) });
    const rows = `select rep_id, role, credit_rate, pay_rate, valid_from from opportunity_split
      order by valid_from, rep_id`;
    expect(await all(rows)).toEqual([
      { rep_id: "ann", role: "Revenue", credit_rate: 1, pay_rate: null, valid_from: "0001-01-01" },
      { rep_id: "ann", role: "owner", credit_rate: 0.5, pay_rate: 0.4, valid_from: "2026-02-01" },
      { rep_id: "bob", role: "split", credit_rate: 0.5, pay_rate: null, valid_from: "2026-02-01" },
    ]);
  });

  test("are superseded by a row of a later day, and end with a share of nothing", async () => {
    const rows = [
      { person_id: "ann", credit_share: 1 },
      { person_id: "ann", credit_share: 0, effective_from: "2026-03-01" },
      { person_id: "bob", credit_share: 1, effective_from: "2026-03-01" },
    ];
    expect(await spans(await load({ ...company("delta", ...told), ...plan(...rows) }))).toEqual([
      {
        rep_id: "ann",
        credit_rate: 1,
        ...always,
        valid_to: "2026-03-01",
        known_from: "0001-01-01",
      },
      {
        rep_id: "bob",
        credit_rate: 1,
        ...always,
        valid_from: "2026-03-01",
        known_from: "0001-01-01",
      },
    ]);
  });

  test("recorded after the as-of don't exist", async () => {
    const later = shares.map((row) => ({ ...row, recorded_on: "2026-06-01" }));
    const loaded = await load({ ...company("delta", ...told), ...plan(...later) });
    expect(await spans(loaded)).toMatchObject([{ rep_id: "ann", credit_rate: 1, ...always }]);
  });

  test("edited in place keep the past as it was", async () => {
    const before = { ...company("delta", ...told), ...plan({ person_id: "ann", credit_share: 1 }) };
    const folder = writeWorkspace(before);
    await rebuildWarehouse(folder);
    const after = company("delta", ...told, []);
    writeFiles(folder, { ...after, ...plan({ person_id: "ann", credit_share: 0.8 }) });
    expect(await spans(await reload(folder))).toMatchObject([
      { credit_rate: 1, ...always, valid_to: april },
      { credit_rate: 0.8, ...always, valid_from: april },
    ]);
    await rebuildWarehouse(folder);
    expect(await spans(await reload(folder, march))).toMatchObject([{ credit_rate: 1, ...always }]);
  });
});

const tellings = fc.array(
  fc.array(
    fc.record({
      id: fc.constantFrom("S1", "S2", "S3"),
      deal: fc.constantFrom("D1", "D2"),
      owner: fc.constantFrom("U1", "U2", "U404"),
      share: fc.constantFrom(0, 50, 100),
      type: fc.constantFrom("Revenue", "Overlay"),
      isDeleted: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  { minLength: dropDays.length, maxLength: dropDays.length },
);
const asRow = (one: {
  id: string;
  deal: string;
  owner: string;
  share: number;
  type: string;
  isDeleted: boolean;
}) =>
  split(one.id, one.owner, one.share, {
    OpportunityId: one.deal,
    SplitTypeId: one.type,
    IsDeleted: String(one.isDeleted),
  });
const overlaps = `select opportunity_id, rep_id, role from (
  select *, lead(valid_from) over (
    partition by opportunity_id, rep_id, role order by valid_from) as next
  from opportunity_split
) where next < valid_to or valid_to <= valid_from`;

test.each(["delta", "full"] as const)(
  "spans of random %s drops never overlap, and as of a day use what was known on it alone",
  async (drops) => {
    await fc.assert(
      fc.asyncProperty(tellings, fc.constantFrom(march, april), async (told, asOf) => {
        const rows = told.map((drop) => drop.map(asRow));
        const whole = company(drops, ...rows);
        const { column } = await load(whole);
        expect(await column(overlaps)).toEqual([]);
        const until = dropDays.indexOf(asOf) + 1;
        const known = await spans(await load(company(drops, ...rows.slice(0, until))), "*");
        expect(await spans(await load(whole, asOf), "*")).toEqual(known);
      }),
      { numRuns: 2, seed: 11 },
    );
  },
  240_000,
);
