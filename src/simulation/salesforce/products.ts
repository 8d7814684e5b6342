import { field } from "../csv.ts";
import { type Day, instantText, secondsPerDay } from "../days.ts";
import { products } from "../products.ts";
import type { SalesforceExports } from "./exports.ts";

export const productHeader = [
  "Id",
  "Name",
  "ProductCode",
  "Family",
  "IsActive",
  "CreatedDate",
  "SystemModstamp",
] as const;

/** The catalogue, there from the first day on. */
export function writeProducts(exports: SalesforceExports, start: Day): void {
  const time = (start - 300) * secondsPerDay + 15 * 3600;
  for (const { id, name, code, family } of products) {
    exports.append("Product2", time, () =>
      [id, field(name), code, family, true, instantText(time), instantText(time)].join(),
    );
  }
}
