import { type Day, type Instant, nextWorkday } from "./days.ts";
import type { Deal, Path } from "./deal.ts";
import { instantOn } from "./instants.ts";
import { at, categorical, integer, pick, poisson } from "./random.ts";
import { meetingSubjects, taskSubjects, webinarSubjects } from "./words/deals.ts";

export const activityKinds = ["Email", "Call", "Meeting", "Webinar"] as const;
export type ActivityKind = (typeof activityKinds)[number];

export interface Activity {
  readonly kind: ActivityKind;
  readonly day: Day;
  readonly time: Instant;
  readonly subject: string;
  readonly minutes: number;
}

const kindWeights = [44, 31, 21, 4] as const;
/** Activities of a deal of usual effort that is open for a day, and how that grows with its age. */
const pace = { first: 0.265, growth: 0.66, renewal: 0.6, most: 40 };

/**
 * What a rep does on a deal while it is open, ascending by time. Harder worked deals have more of
 * it; activity thins out as deals age.
 */
export function activitiesOf(deal: Deal, path: Path, asOf: Day): Activity[] {
  const { random, effort, begun } = deal;
  const open = Math.max(2, path.closed - begun);
  const usual = pace.first * open ** pace.growth * (deal.kind === "renewal" ? pace.renewal : 1);
  const count = Math.min(pace.most, poisson(random, usual * effort));
  const activities: Activity[] = [];
  for (let i = 0; i < count; i++) {
    const day = nextWorkday(begun + Math.floor(open * random() ** 1.15));
    if (day <= asOf && day <= path.closed) activities.push(activityOn(deal, day));
  }
  return activities.sort((a, b) => a.time - b.time);
}

function activityOn({ random, account }: Deal, day: Day): Activity {
  const kind = at(activityKinds, categorical(random, kindWeights));
  return {
    kind,
    day,
    time: instantOn(day, account.executiveSeat.team.region, random),
    subject: pick(random, subjects(kind)),
    minutes: kind === "Call" ? integer(random, 2, 45) : pick(random, [30, 30, 45, 60, 60, 90]),
  };
}

function subjects(kind: ActivityKind): readonly string[] {
  if (kind === "Meeting") return meetingSubjects;
  return kind === "Webinar" ? webinarSubjects : taskSubjects[kind];
}
