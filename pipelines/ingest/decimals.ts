import { plainNotation } from "../../src/crm/feed.ts";
import { columnsOf } from "../../src/crm/objects.ts";
import { InputError } from "../../src/errors.ts";
import { type Run, sql } from "../run.ts";
import type { RawFeed } from "./staging.ts";

/** How one file being loaded writes the numbers of a column. */
interface DecimalProfile {
  readonly content_id: number;
  readonly path: string;
  /** A number that makes sense only with a decimal comma, such as 1.234,5. */
  readonly example_comma: string | null;
  /** One that makes sense only with a decimal point. */
  readonly example_point: string | null;
  /** One that could be either, such as 1.234. */
  readonly example_either: string | null;
}

/**
 * A view in which numbers have a decimal point, over one in which some have a comma; that one itself
 * where none has. Each file is judged by its own values.
 *
 * @returns the view's name
 * @throws InputError when a file's column could be read in two ways
 */
export async function pointDecimals(run: Run, rawFeed: RawFeed, located: string): Promise<string> {
  const { raw, feed, settings } = rawFeed;
  if (settings === undefined || settings.decimals === "point") return located;
  let top = located;
  for (const [column, { kind }] of Object.entries(columnsOf(feed.object))) {
    if (kind !== "amount" && kind !== "number" && kind !== "percent") continue;
    if (feed.columns[column] === undefined) continue;
    const contents = await commaContents(run, rawFeed, column);
    if (contents.length === 0) continue;
    const commas = `commas_${raw}_${column}`;
    const names = { pointed: `${top}_${column}`, located: top, column, commas };
    await run.warehouse.run(sql("tables/comma_content", { commas }));
    await run.warehouse.append(commas, contents);
    await run.warehouse.run(sql("ingest/pointed", names));
    top = names.pointed;
  }
  return top;
}

/** The files being loaded whose column has decimal commas. */
async function commaContents(run: Run, rawFeed: RawFeed, column: string) {
  const { raw, feed, settings } = rawFeed;
  const isLocal = (feed.notation ?? plainNotation).numbers === "local";
  const statement = sql("ingest/decimal_profile", { raw, column });
  const profiles = await run.warehouse.all<DecimalProfile>(statement, { is_local: isLocal });
  return settings?.decimals === "comma"
    ? profiles
    : profiles.filter((profile) => hasComma(rawFeed, column, profile, isLocal));
}

/** A CRM that writes points is believed where its commas could be of thousands. */
function hasComma(
  { feed, source }: RawFeed,
  column: string,
  { path, example_comma: comma, example_point: point, example_either: either }: DecimalProfile,
  isLocal: boolean,
): boolean {
  if (comma !== null && point === null) return true;
  if (!isLocal || (comma === null && (point !== null || either === null))) return false;
  const heading = feed.columns[column]?.[0] ?? column;
  const why =
    comma === null
      ? `"${either}" may have a decimal sign or one of thousands`
      : `"${comma}" has a decimal comma, "${point}" a point`;
  throw new InputError(`ambiguous decimals: column ${heading} of ${path} (${why})`, {
    file: "company.yaml",
    column: heading,
    remedy: `Set sources.${source}.decimals to comma or point.`,
  });
}
