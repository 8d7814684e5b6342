import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentProgress } from "../../pipelines/progress.ts";
import { rebuild } from "../../pipelines/rebuild.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";

/** A copy of the sample, rebuilt: the folder, which is the caller's to remove. */
export async function buildSample(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "quotabook-bench-"));
  await cp("data/sample", copy, {
    recursive: true,
    filter: (path) => !/sample\/(\.build|site|statements|truth)$/.test(path),
  });
  await rebuild(openWorkspace(copy), { progress: silentProgress });
  return copy;
}
