import type { Feed, Layout } from "./feed.ts";
import { columnsOf, type ObjectName } from "./objects.ts";

/** The files that a company writes itself: their headings are the canonical columns' names. */
const files: readonly (readonly [path: string, object: ObjectName])[] = [
  ["people/roster", "roster"],
  ["people/training", "training"],
  ["people/coaching", "coaching"],
  ["people/surveys", "survey"],
  ["plans/quotas", "quota"],
  ["plans/rates", "currency_rate"],
  ["plans/budget", "budget"],
  ["plans/splits", "credit_split"],
  ["plans/calls", "call"],
  ["plans/indicators", "indicator"],
  ["finance/invoices", "invoice"],
  ["finance/payments", "payment"],
  ["finance/subscriptions", "subscription"],
];

export const workspaceFiles: Layout = {
  feeds: files.map(([path, object]) => ownFile(path, object)),
};

function ownFile(file: string, object: ObjectName): Feed {
  const columns = Object.keys(columnsOf(object)).map((name) => [name, [name]] as const);
  return { file, object, columns: Object.fromEntries(columns), strict: true };
}
