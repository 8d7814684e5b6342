import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatDate } from "../../src/format.ts";
import { repository } from "../publish/repository.ts";
import type { StatementEdition } from "./edition.ts";
import { asHtml, type Content, html } from "./html.ts";
import type { Payee } from "./person.ts";

/** The colours of the site and its answers, and how statements are laid out. */
const style = [
  "reports/style/tokens.css",
  "reports/style/answer.css",
  "pipelines/statements/style.css",
]
  .map((file) => readFileSync(join(repository, file), "utf8"))
  .join("\n");

export interface PageParts {
  readonly title: string;
  readonly payee: Payee;
  readonly edition: StatementEdition;
  readonly body: Content;
  /** Runs on the page, and nothing else does. */
  readonly script: string;
  /** Where the first page is, from this one; null on the first. */
  readonly home: string | null;
}

/** A page that needs nothing but itself: it may ask no network and run no other script. */
export function page({ title, payee, edition, body, script, home }: PageParts): string {
  const { company, asOf, buildId } = edition;
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const brand =
    home === null
      ? html`<span class="brand">${company}</span>`
      : html`<a class="brand" href="${home}">${company}</a>`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="audience" content="person">
<title>${title}: ${payee.name}</title>
<link rel="icon" href="data:,">
<style>${asHtml(style)}</style>
</head>
<body>
<header class="masthead">${brand}<span class="payee">${payee.name} <span class="id">${payee.rep_id}</span></span><span class="edition">As of <time datetime="${asOf}">${formatDate(asOf)}</time></span></header>
<main>
${body}
</main>
<footer><p>${company}, as of ${formatDate(asOf)}. For ${payee.name} alone. Edition ${buildId}.</p></footer>
<script>${asHtml(script)}</script>
</body>
</html>
`.html;
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
