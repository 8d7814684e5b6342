import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Grain, PlainDate } from "../../src/calendar.ts";
import { InputError } from "../../src/errors.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import type { AssetMonthRow } from "./accounting/rows.ts";
import type { CreditRow, PayRows } from "./pay-tables.ts";

/** Where closed pay periods are kept, from the workspace's folder. */
export const sealFolder = "state/pay";

/** A pay period that is closed: what it paid and knew, by plan. */
export interface Seal {
  /** `2026-06`, `FY27-Q1`. */
  readonly label: string;
  readonly period: Grain;
  readonly period_start: PlainDate;
  readonly period_end: PlainDate;
  /** The as-of of the rebuild that it was closed from. */
  readonly closed_on: PlainDate;
  readonly build_id: string;
  /** Every file that it was settled from, by name; not there where it was closed before they were kept. */
  readonly inputs?: readonly SealedInput[];
  readonly plans: readonly SealedPlan[];
}

/** A file that pay was settled from, from the workspace's folder, as it was read. */
export interface SealedInput {
  readonly file: string;
  readonly sha256: string;
}

/** A plan's pay in a closed period, and the file that it was settled by. */
export interface SealedPlan extends PayRows {
  readonly plan: string;
  readonly file: string;
  readonly sha256: string;
  /** Those up to the end of the period that earlier seals don't hold, or hold otherwise. */
  readonly credits: readonly CreditRow[];
  /** Ids of credits that earlier seals hold and that are gone; not there where it was closed before they were kept. */
  readonly withdrawn?: readonly string[];
  /** What became of its pay in the books, by month; not there where it was closed before books were kept. */
  readonly assetMonths?: readonly AssetMonthRow[];
}

/** The text of a seal: its content and the hash that shows whether it was touched since. */
export const sealText = (seal: Seal): string =>
  `${JSON.stringify({ sha256: hashOf(seal), seal }, null, 1)}\n`;

/** The line of a seal's file that says when it was closed. */
export const closedLine = (seal: Seal): number =>
  sealText(seal)
    .split("\n")
    .findIndex((line) => line.includes('"closed_on"')) + 1;

const hashOf = (seal: Seal) => createHash("sha256").update(JSON.stringify(seal)).digest("hex");

/**
 * The pay periods of a workspace that were closed by a day, in order.
 *
 * @throws InputError for a seal that was changed since
 */
export function readSeals({ folder }: Workspace, asOf: PlainDate): Seal[] {
  const path = join(folder, sealFolder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .map((name) => readSeal(folder, `${sealFolder}/${name}`))
    .filter(({ closed_on }) => closed_on <= asOf)
    .sort((a, b) => (a.period_end < b.period_end ? -1 : 1));
}

function readSeal(folder: string, file: string): Seal {
  const { sha256, seal } = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
    sha256: string;
    seal: Seal;
  };
  if (hashOf(seal) === sha256) return seal;
  throw new InputError("changed seal of a closed pay period", {
    file,
    remedy: "Take the file back from the repository: what is closed doesn't change.",
  });
}

/** The pay of a plan in all closed periods. */
export function rowsOf(plan: string, seals: readonly Seal[]): Omit<PayRows, "credits"> {
  const own = seals.flatMap(({ plans }) => plans.filter((one) => one.plan === plan));
  return {
    lines: own.flatMap(({ lines }) => lines.map((row) => ({ ...untold, ...row }))),
    statements: own.flatMap(({ statements }) => statements),
    balances: own.flatMap(({ balances }) => balances.map((row) => ({ ...keptOnPlan, ...row }))),
  };
}

/** Credits as closed periods told them last, by what tells them apart. */
export type KnownCredits = ReadonlyMap<string, CreditRow>;

/** What tells the credits of all plans apart. */
export const creditKey = ({ plan, credit_id }: Pick<CreditRow, "plan" | "credit_id">): string =>
  `${plan} ${credit_id}`;

/** What closed periods know of credits, each seal going on from those before it. */
export function knownCredits(seals: readonly Seal[], before: KnownCredits = new Map()) {
  const known = new Map(before);
  for (const { plan, credits, withdrawn = [] } of seals.flatMap(({ plans }) => plans)) {
    for (const credit_id of withdrawn) known.delete(creditKey({ plan, credit_id }));
    for (const credit of credits) known.set(creditKey(credit), credit);
  }
  return known;
}

/** What periods tell that were closed before lines told of it. */
const untold = { by_component: null, late_rule: null, late_paid_cents: null } as const;

/** What periods tell that were closed before balances went on from plan to plan. */
const keptOnPlan = { taken_over_cents: 0, handed_over_cents: 0 } as const;
