import { isZero, zero } from "../exact.ts";
import type { Curve } from "./rule.ts";
import { type Basis, boundAt, needed, type Tariff, zone } from "./tariff.ts";

/**
 * A share of target pay by attainment, linear between points. Under the first point nothing is paid;
 * what the first point pays falls due when it is reached.
 */
export function curveTariff({ points, beyond }: Curve, basis: Basis): Tariff {
  const quota = needed(basis.quota, "quota");
  const target = needed(basis.target, "target pay");
  const perCredit = isZero(quota) ? zero : target.div(quota);
  const slopes = points.map(({ at, pays }, index) => {
    const next = points[index + 1];
    return next === undefined ? null : next.pays.sub(pays).div(next.at.sub(at)).mul(perCredit);
  });
  const last = beyond === "extend" ? (slopes.at(-2) ?? zero) : zero;
  const between = points.map(({ at, pays }, index) =>
    zone(boundAt(at, "attainment", basis), index + 1, slopes[index] ?? last, {
      of: "credit",
      lump: index === 0 ? pays.mul(target) : zero,
    }),
  );
  const under = zone(null, 0, zero, { of: "credit" });
  return { zones: [under, ...between], reached: [], exceptions: [] };
}
