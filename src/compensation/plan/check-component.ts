import { exact, one } from "../exact.ts";
import { attainmentMistakes } from "./check-attained.ts";
import { combinationMistakes } from "./check-combination.ts";
import { levelMistakes } from "./check-level.ts";
import { tierMistakes } from "./check-rate.ts";
import { componentTerms } from "./component.ts";
import type { Mistake } from "./mistake.ts";
import { needsQuota, needsTarget } from "./needs.ts";
import type { ComponentEntry } from "./schema.ts";
import type { DatedEntry, WhereEntry } from "./values.ts";

/** What is wrong with a component but its rates, beside all of its plan; paths from the component. */
export function componentMistakes(
  entry: ComponentEntry,
  all: readonly ComponentEntry[],
): Mistake[] {
  return [
    ...basisMistakes(entry, all),
    ...spiffMistakes(entry),
    ...combinationMistakes(entry),
    ...levelMistakes(entry),
    ...attainmentMistakes(entry),
    ...paidMistakes(entry),
    ...[entry.where, ...entry.weights.map(({ where }) => where)].flatMap(whereMistakes),
    ...datedMistakes("quota", isWritten(entry.quota) ? entry.quota : undefined),
    ...datedMistakes("target_pay", entry.target_pay),
    ...entry.multipliers.flatMap(({ tiers }, index) =>
      tierMistakes(tiers, true).map((mistake) => ({
        ...mistake,
        path: ["multipliers", index, ...mistake.path],
      })),
    ),
  ];
}

/** Quota and target pay, where the component can't do without them. */
function basisMistakes(entry: ComponentEntry, all: readonly ComponentEntry[]): Mistake[] {
  const terms = componentTerms(entry, 100);
  const others = all.map((component) => componentTerms(component, 100));
  const mistakes: Mistake[] = [];
  if (entry.quota === "none" && needsQuota(terms, others)) {
    const remedy = "Leave quota: none out, or let nothing depend on the component's attainment.";
    mistakes.push({ path: ["quota"], what: `missing quota: ${entry.name}`, remedy });
  }
  if (needsTarget(terms.rule) && terms.target === null) {
    const remedy = "Give target_share, of variable pay, or target_pay, a year's.";
    mistakes.push({ path: ["rate"], what: `missing target pay: ${entry.name}`, remedy });
  }
  if (entry.target_share !== undefined && entry.target_pay !== undefined) {
    const remedy = "Give one of target_share and target_pay.";
    mistakes.push({ path: ["target_pay"], what: `two target pays: ${entry.name}`, remedy });
  }
  return mistakes;
}

function spiffMistakes({ budget, where, name }: ComponentEntry): Mistake[] {
  if (budget === undefined || (where?.from !== undefined && where.until !== undefined)) return [];
  const remedy = "Say where: { from: …, until: … }: a budget is for a stretch of days.";
  return [{ path: ["budget"], what: `SPIF without dates: ${name}`, remedy }];
}

function paidMistakes({ paid }: ComponentEntry): Mistake[] {
  const sum = exact(paid.booking).add(exact(paid.invoice)).add(exact(paid.cash));
  if (sum.equals(one)) return [];
  const remedy = "Let the shares of booking, invoice and cash sum to 1.";
  return [{ path: ["paid"], what: `shares of payment sum to ${sum.toString()}`, remedy }];
}

function whereMistakes(where: WhereEntry | undefined): Mistake[] {
  const { from, until, min_amount: least, max_amount: most } = where ?? {};
  const mistakes: Mistake[] = [];
  if (from !== undefined && until !== undefined && until < from) {
    const remedy = "Write the first day as from and the last as until.";
    mistakes.push({
      path: ["where", "until"],
      what: `reversed dates: ${from} to ${until}`,
      remedy,
    });
  }
  if (least !== undefined && most !== undefined && most < least) {
    const remedy = "Let max_amount be at least min_amount.";
    mistakes.push({
      path: ["where", "max_amount"],
      what: `no amount is in: ${least} to ${most}`,
      remedy,
    });
  }
  return mistakes;
}

const isWritten = (quota: ComponentEntry["quota"]) =>
  typeof quota === "number" || Array.isArray(quota);

/** Numbers by date stand in the order in which they hold. */
export function datedMistakes(key: PropertyKey, entry: DatedEntry | undefined): Mistake[] {
  if (entry === undefined || typeof entry === "number") return [];
  return entry.flatMap(({ from }, index) => {
    const before = entry[index - 1]?.from;
    if (before === undefined || from > before) return [];
    const remedy = "Sort them by from, each day once.";
    return [
      { path: [key, index, "from"], what: `dates not rising: ${from} after ${before}`, remedy },
    ];
  });
}
