import { effortWords } from "./winning-words.ts";

/** How the figures of “Where we win” are made, a paragraph each. */
export function winningMethod(measure: string): string[] {
  const [, many = measure] = effortWords[measure] ?? [];
  return [
    "A win rate is won deals ÷ won and lost deals, by the day they closed; all history counts the quarter in which the data begin too, which may hold only what was decided fast. Its range is Wilson’s 95 % score interval (Wilson 1927; Brown, Cai and DasGupta 2001): if deals came in anew under the same conditions, the rate behind them would lie in such a range 19 times out of 20. Deals of one account tend to end alike; where they do, they count as fewer (Rao and Scott 1992).",
    "Adjusted for few deals: a rate from few deals is mostly luck. The adjusted rate moves each value towards the rate of all, the further the fewer its deals and the more alike the values of the dimension are (empirical Bayes, beta-binomial; Carlin and Louis 2000).",
    "With all else alike: a logistic regression of winning on segment, industry, size, lead source, region, type of deal and product at once, as far as each is known for won and lost deals alike. The rate shown is the one that all deals would have with that value and everything else as it is. Where two dimensions say nearly the same, their effects can’t be told apart, and that is said.",
    "A value is called different only when its dimension makes a difference as a whole, and the value differs from the rest by more than chance explains, both corrected for how many were looked at (Holm 1979). Where nothing makes a difference, 1 such page in 20 names something all the same.",
    `Effort is what was spent on deals that were won or lost: ${many}, unless another measure is chosen. Its yield is the share of won value ÷ the share of effort; the range treats an account as one observation (infinitesimal jackknife). A rep-day is a day on which a rep did something for a deal. Where deals are large a yield is high, unless they take more effort in the same proportion.`,
    "Won and lost by age: the cumulative incidence of winning with losing as the competing risk (Aalen and Johansen 1978), of all deals by the days since they were created. Open deals are censored at the age they have reached.",
    "Means of size and cycle have Student’s t intervals moved by the skew of the deals (Johnson 1978). Velocity is open deals × mean size × win rate ÷ mean cycle. Retention compares the recurring revenue of accounts on the day before the first of the quarters with that on their last day: gross counts no account above what it began with.",
    "The stage that a deal was lost from is the last open one in its history; days in a stage are those that decided deals spent in it. A deal of several products counts for each, with its amount and effort split by the products’ amounts.",
  ];
}
