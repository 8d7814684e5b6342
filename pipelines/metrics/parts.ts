import { type Run, sql } from "../run.ts";

/** The events of a mart, and how many of them are held at once. */
interface Held {
  readonly events: string;
  readonly most: number;
}

/** Marts that hold more than the engine spills: the values of quartiles, and counts of reps. */
const held: Readonly<Record<string, Held>> = {
  kpi_stage_days: { events: "kpi_stage_stay", most: 2_000_000 },
  kpi_activity_counted: { events: "kpi_activity_logged", most: 4_000_000 },
  kpi_effort: { events: "kpi_deal_effort", most: 250_000 },
};

export const isParted = (mart: string): boolean => mart in held;

/**
 * Writes a mart part by part of its entities or reps, in the schema that statements write to: its
 * file lays the view of one part.
 *
 * @param most how many events are held at once, where it isn't the mart's own measure
 * @returns how many parts it took
 */
export async function writeParts(
  { warehouse }: Pick<Run, "warehouse">,
  mart: string,
  most?: number,
): Promise<number> {
  const known = held[mart];
  if (known === undefined) throw new Error(`not written in parts: ${mart}`);
  const table = known.events;
  const [events] = await warehouse.all<{ rows: number }>(sql("ingest/count_rows", { table }));
  const parts = Math.max(1, Math.ceil((events?.rows ?? 0) / (most ?? known.most)));
  await warehouse.run(sql("parts/count"), { parts });
  for (let part = 0; part < parts; part++) {
    await warehouse.run(sql("parts/part"), { part });
    await warehouse.run(sql(`marts/${mart}`));
    const written = part === 0 ? "parts/first" : "parts/next";
    await warehouse.run(sql(written, { mart, part: `${mart}_part` }));
  }
  return parts;
}
