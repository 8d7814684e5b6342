import { formatRate } from "../format.ts";

/** A rep about a move: how much more than the target the rep has, as a fraction. */
export interface About {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** What a move does: "brings Ann Lee from 18 % over to 4 % over, and Bo Lee from 9 % under to even". */
export const reason = (giver: About, taker: About): string =>
  `brings ${change(giver)}, and ${change(taker)}`;

const change = ({ name, before, after }: About) =>
  `${name} from ${position(before)} to ${position(after)}`;

/** A share over or under the target; under half a thousandth it is even. */
function position(share: number): string {
  if (Math.abs(share) < 0.0005) return "even";
  return `${formatRate(Math.abs(share))} ${share > 0 ? "over" : "under"}`;
}
