import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { at, openSite } from "./site-page.ts";

// npm run bench:modeller [-- workspace]: how soon the plan modeller follows a change, for each of its plans

const changes = 40;
/** Milliseconds that a plan, or one more deal, may take to be worked out anew, at the median. */
const limit = 50;

const { page, site, url, close } = await openSite(process.argv[2]);
await page.goto(`${url}modeller.html`);
await page.waitForSelector(".modeller-deal");

const { plans, templates } = await published(page);
for (const name of plans) await bench("plan", name);
for (const name of templates) await bench("template", name);

await close();

async function bench(kind: "plan" | "template", name: string): Promise<void> {
  const worked = await timesOfWork(page, kind, name);
  await page
    .locator("label.choice", { hasText: "Start from" })
    .locator("select")
    .selectOption(`${kind} ${name}`);
  const shown = await timesOf(page, '[aria-label="Nothing under, %"]', 20);
  const deal = await timesOf(page, '[aria-label="Attainment so far, %"]', 40);
  const holds = at(worked, 0.5) <= limit && at(deal, 0.5) <= limit;
  if (!holds) process.exitCode = 1;
  console.log(
    `${holds ? "holds" : "FAILS"}  ${name}: worked out ${told(worked)}; with all charts drawn ${told(shown)}; one more deal ${told(deal)}`,
  );
}

/** What the page has to start from. */
async function published(opened: Page): Promise<{ plans: string[]; templates: string[] }> {
  const values = await opened
    .locator("option")
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const named = (kind: string) =>
    values
      .filter((value) => value.startsWith(`${kind} `))
      .map((value) => value.slice(kind.length + 1));
  return { plans: named("plan"), templates: named("template") };
}

/** Of the page's own module: payout curves, cost over drawn years, winners and losers. */
function timesOfWork(opened: Page, kind: string, name: string): Promise<number[]> {
  const file = (part: string, pattern: RegExp) => {
    const found = readdirSync(join(site, part)).find((one) => pattern.test(one));
    if (!found) throw new Error(`not published: ${pattern}`);
    return `${url}${part}/${found}`;
  };
  return opened.evaluate(
    async ({ address, data, kind: from, name: which, count }) => {
      const { workedOut } = await import(address);
      const body = await (await fetch(data)).json();
      const known = { ...body, currency: "USD", currency_digits: 2 };
      const list = from === "plan" ? known.plans : known.templates;
      const text = list.find((one: { name: string }) => one.name === which).text;
      return Array.from({ length: count }, (_unused, k) => {
        // a threshold that is another each time, so that nothing is known from before
        const line = `    threshold: 0.${20 + k}\n`;
        const rest = text.replace(/^ {4}threshold:.*\n/m, "");
        const changed = rest.replace("    period:", `${line}    period:`);
        const draft = {
          name: "x",
          origin: { kind: from, name: which },
          text: changed,
          setting: {},
        };
        const started = performance.now();
        workedOut(known, draft);
        return performance.now() - started;
      });
    },
    {
      address: file("_import/components/modeller", /^worked\.\w+\.js$/),
      data: file("_file/data", /^modeller\.\w+\.json$/),
      kind,
      name,
      count: changes,
    },
  );
}

/** From a typed change to the end of what it sets off. */
function timesOf(opened: Page, field: string, first: number): Promise<number[]> {
  return opened.evaluate(
    async ({ selector, start, count }) => {
      const times: number[] = [];
      for (let k = 0; k < count; k++) {
        const typed = document.querySelector<HTMLInputElement>(selector);
        if (!typed) throw new Error(`no field: ${selector}`);
        typed.value = String(start + k);
        const started = performance.now();
        typed.dispatchEvent(new Event("change", { bubbles: true }));
        times.push(performance.now() - started);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
      return times;
    },
    { selector: field, start: first, count: changes },
  );
}

function told(times: readonly number[]): string {
  return `${at(times, 0.5).toFixed(0)} ms (95th percentile ${at(times, 0.95).toFixed(0)})`;
}
