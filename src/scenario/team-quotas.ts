import { InputError } from "../errors.ts";
import { equalOdds } from "../quota/equal-odds.ts";
import type { Guardrails } from "../quota/guardrails.ts";
import type { Candidate } from "../quota/recommend.ts";
import { grouped } from "../statistics/grouped.ts";
import type { ScenarioEntry } from "./schema.ts";

interface TeamQuotaOptions {
  readonly teamOf: (repId: string) => string | undefined;
  readonly guardrails: Guardrails;
  /** Over-assignment of reps on their team. */
  readonly buffer: number;
  /** Minor units that quotas are multiples of. */
  readonly unit: number;
  readonly currencyDigits: number;
}

/**
 * Reps of teams whose quota is settled, each locked at what gives equal odds within the team.
 *
 * @throws InputError where the team's guardrails can't be met, or nobody is there to carry it
 */
export function settledTeams(
  candidates: readonly Candidate[],
  { locked_teams = {} }: ScenarioEntry,
  options: TeamQuotaOptions,
): readonly Candidate[] {
  const byTeam = grouped(candidates, ({ carrier }) => options.teamOf(carrier.repId) ?? "");
  const settled = new Map(
    Object.entries(locked_teams).flatMap(([team, amount]) =>
      settledTeam(team, byTeam.get(team) ?? [], amount, options),
    ),
  );
  if (settled.size === 0) return candidates;
  return candidates.map((candidate) => ({
    ...candidate,
    carrier: {
      ...candidate.carrier,
      locked: settled.get(candidate.carrier.repId) ?? candidate.carrier.locked,
    },
  }));
}

function settledTeam(
  team: string,
  members: readonly Candidate[],
  amount: number,
  { buffer, guardrails, unit, currencyDigits }: TeamQuotaOptions,
): (readonly [string, number])[] {
  if (members.length === 0) {
    throw new InputError(`team with a quota and no reps: ${team}`, {
      remedy: "Take its quota out of locked_teams, or hire somebody for it.",
    });
  }
  const total = Math.round(amount * (1 + buffer) * 10 ** currencyDigits);
  const carriers = members.map(({ carrier }) => carrier);
  try {
    const { quotas } = equalOdds(carriers, { total, guardrails, unit, currencyDigits });
    return quotas.map(({ repId, quota }) => [repId, quota] as const);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`quota of ${team}: ${error.message}`, { remedy: error.remedy });
  }
}
