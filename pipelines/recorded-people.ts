import { existsSync } from "node:fs";
import { join } from "node:path";
import { recordedDays, recordsFolder } from "./recorded.ts";
import { readTableFile } from "./table-file.ts";

/**
 * Everybody whom a recorded roster names, be it that their rows were deleted on the day of its record,
 * of which nothing else knows any more.
 *
 * @throws InputError for a record that can't be read
 */
export async function recordedPeople(folder: string): Promise<Set<string>> {
  const people = new Set<string>();
  for (const day of recordedDays(folder)) {
    const file = join(recordsFolder(folder), day, "people/roster.csv");
    if (!existsSync(file)) continue;
    const { headings, rows } = await readTableFile(file, "Put it back from version control.");
    const place = headings.map((heading) => heading.trim().toLowerCase()).indexOf("person_id");
    for (const { cells } of rows) people.add(cells[place]?.trim() ?? "");
  }
  return people;
}
