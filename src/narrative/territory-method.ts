/** How territories are derived and balanced, a paragraph each. */
export const territoryMethod = (hasPlan: boolean): string[] => [
  ...(hasPlan ? [placing] : []),
  "Balance: the reps of one role who may pass accounts to each other share what they have together in proportion to their capacity, which is all of it once they are ramped. Three measures count: potential, what accounts of that segment and size buy by the same regression as quotas (half of the whole); workload, 1 for an account, 2 for each open deal and 0.1 for each activity of the last 90 days (three tenths); history, bookings of the last two years (two tenths). A rep's deviation is the weighted mean over them of how far the load is from the target, as a share of the target, to either side.",
  "Moves: a search tries some millions of changes – one account given, two swapped, one passed on, a move taken back – and keeps what brings the worst rep of each group down, then the next. It is simulated annealing (Kirkpatrick et al. 1983) about a limit a little below the best found, with a fixed seed, so that a rebuild says the same. It moves no more accounts than the plan allows, no account that is held out, excepted or protected, and none whose move takes less off the worst deviation than the plan asks for. On instances for which a solver of integer programs proves the least deviation, it comes within 2 % of it.",
  "Order: the moves are listed so that each brings its two reps as near to balance as the ones left can; its reason says where the two stand before and after it, over all measures.",
];

const placing =
  "Territories: an account that is held out stays with the rep who has it; an exception goes where the plan says; any other account goes to the first territory with a rule of which it meets every condition. Where rules of several territories claim an account, the first has it and all are named below. An account in no territory, or in one without a rep, counts in no balance.";
