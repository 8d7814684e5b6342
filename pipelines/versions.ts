import type { Identifiers } from "../src/warehouse/statement.ts";
import type { Staged } from "./ingest.ts";
import { everyRow } from "./latest.ts";
import { type Run, sql } from "./run.ts";

/** How a rebuild's files compare with those that the kept versions were made of. */
interface Cover {
  readonly count_cover: number;
  /** Of the cover, but not of this rebuild. */
  readonly count_gone: number;
  /** Of this rebuild, but not of the cover. */
  readonly count_new: number;
  /** Of these, the ones that aren't later than all of the cover. */
  readonly count_late: number;
}

/** Makes the versions of opportunities that are due, each from what the one before it makes. */
const steps = ["told_drop", "told", "told_before", "version", "told_version"] as const;

/**
 * Writes the states of every opportunity through time to the view `kept_version`. The archive keeps
 * them; where only later drops have come since, the opportunities that these tell of are told anew.
 *
 * @param partSize how many opportunities are told at once: their tellings must fit in memory
 */
export async function tellVersions(run: Run, staged: Staged, partSize = 500_000): Promise<void> {
  const { warehouse, progress } = run;
  const rows = everyRow(staged);
  await warehouse.run(sql("versions/drop_moment", rows));
  await warehouse.run(sql("versions/merged_drop", rows));
  await warehouse.run(sql("versions/telling_column"));
  await warehouse.run(sql("marts/repeated_history", rows));
  const rules = await rulesOf(run);
  const course = await courseOf(run, rules);
  await warehouse.run(sql(course === "later" ? "versions/due" : "versions/due_all", rows));
  const told = await tellParts(run, rows, { course, partSize });
  if (course !== "past") await warehouse.run(sql("versions/cover"), { rules });
  await warehouse.run(
    sql(course === "past" ? "versions/past_kept_version" : "versions/kept_version"),
  );
  progress.step("versions told", told);
}

/** Tells the opportunities that are due, part by part; how many versions they have. */
async function tellParts(
  run: Run,
  rows: Identifiers,
  { course, partSize }: { readonly course: Course; readonly partSize: number },
): Promise<number> {
  const { warehouse } = run;
  const [due] = await warehouse.all<{ count_due: number }>(sql("versions/count_due"));
  const parts = Math.max(1, Math.ceil((due?.count_due ?? 0) / partSize));
  let told = 0;
  for (let part = 0; part < parts; part++) {
    await warehouse.run(sql("versions/version_due"), { part, parts });
    for (const step of steps) await warehouse.run(sql(`versions/${step}`, rows));
    if (part === 0) await makeRoom(run, course);
    told += await warehouse.run(sql(course === "past" ? "versions/keep_past" : "versions/keep"));
  }
  return told;
}

/** Forgets what is told anew; before that, the kept versions stop being of anything. */
async function makeRoom({ warehouse }: Run, course: Course): Promise<void> {
  await warehouse.run(sql("versions/opportunity_version"));
  if (course === "past") {
    await warehouse.run(sql("versions/past_version"));
    return;
  }
  await warehouse.run(sql("versions/uncover"));
  await warehouse.run(sql(course === "all" ? "versions/forget_all" : "versions/forget_due"));
}

type Course = "all" | "later" | "past";

/** All anew; what later drops tell of; or, as of a day before the kept ones, beside them. */
async function courseOf({ warehouse }: Run, rules: string): Promise<Course> {
  await warehouse.run(sql("versions/version_cover"));
  const [cover] = await warehouse.all<Cover>(sql("versions/covered"), { rules });
  if (cover === undefined || cover.count_cover === 0) return "all";
  if (cover.count_gone > 0) return cover.count_new === 0 ? "past" : "all";
  return cover.count_late > 0 ? "all" : "later";
}

/** What versions rest on besides the drops: the stages, what histories tell, and whether a drop is full. */
async function rulesOf({ warehouse, workspace }: Run): Promise<string> {
  const digests = [];
  for (const table of ["stage", "stage_alias", "telling_column"]) {
    const statement = sql("marts/table_digest", { table });
    digests.push(...(await warehouse.all<{ digest: string }>(statement)));
  }
  const drops = Object.entries(workspace.company.sources).map(([name, one]) => [name, one.drops]);
  return JSON.stringify([digests.map(({ digest }) => digest), drops]);
}
