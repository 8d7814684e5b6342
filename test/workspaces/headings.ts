import { join } from "node:path";
import { salesforce } from "../../src/crm/salesforce.ts";
import { workspaceFiles } from "../../src/crm/workspace-files.ts";
import { companyFile, firstDrop } from "./small.ts";
import type { Files } from "./write.ts";

/** A workspace with every file that one may have, and in each no row but its headings. */
export function headingsOnly(): Files {
  const line = (columns: Readonly<Record<string, readonly string[]>>) =>
    `${Object.values(columns)
      .map(([heading]) => heading)
      .join(",")}\n`;
  const exported = salesforce.feeds.map(
    ({ file, columns }) => [join(firstDrop, file), columns] as const,
  );
  const own = workspaceFiles.feeds.map(({ file, columns }) => [file, columns] as const);
  const files = [...exported, ...own].map(([path, columns]) => [`${path}.csv`, line(columns)]);
  return { "company.yaml": companyFile(), ...Object.fromEntries(files) };
}
