import { join } from "node:path";
import { build } from "esbuild";
import { repository } from "../publish/repository.ts";
import type { StatementEdition } from "./edition.ts";

/** What runs in statements, each as one script with all that it imports, the engine of pay included. */
export const bundledScripts = async (): Promise<StatementEdition["scripts"]> => ({
  whatIf: await bundled("what-if"),
  copy: await bundled("copy"),
});

async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(repository, "pipelines", "statements", "script", `${name}.ts`)],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
  });
  // what would end the element that it stands in
  return outputFiles.map(({ text }) => text.replaceAll("</script", "<\\/script").trim()).join("");
}
