import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./publish/repository.ts";

/** What the code here says: two builds by different code never share an id, nor an archive. */
export const codeDigest = digestOfCode();

function digestOfCode(): string {
  const hash = createHash("sha256").update(readFileSync(join(repository, "package.json")));
  for (const folder of ["pipelines", "reports", "src"]) {
    const files = readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => /\.(ts|sql|md|css)$/.test(name)).sort()) {
      hash.update(`${folder}/${file}\0`).update(readFileSync(join(repository, folder, file)));
    }
  }
  return hash.digest("hex").slice(0, 12);
}
