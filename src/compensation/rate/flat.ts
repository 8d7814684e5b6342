import type { Flat } from "./rule.ts";
import { type Basis, ratio, type Tariff, zone } from "./tariff.ts";

/** Every credit at the rate, or at that of the first exception that it meets. */
export function flatTariff({ rate, exceptions }: Flat, basis: Basis): Tariff {
  return {
    zones: [zone(null, 1, ratio(rate, basis))],
    reached: [],
    exceptions: exceptions.map((exception) => ratio(exception.rate, basis)),
  };
}
