/** How a cause of a changed forecast reads. */
export interface CauseWords {
  readonly label: string;
  /** Who took or gave, in a sentence: when the part is below zero, and when it is above. */
  readonly taker: string;
  readonly giver: string;
  /** What its part is. */
  readonly meaning: string;
  /** Where no deals are behind it, what is. */
  readonly behind?: string;
}

/** Causes by name, in the order in which one thing after another is replaced. */
export const causeWords: Readonly<Record<string, CauseWords>> = {
  time_passed: {
    label: "Time passed",
    taker: "time that passed",
    giver: "time that passed",
    meaning:
      "What the forecast would have lost had nothing happened but time: nothing won, lost or created, no deal touched. It counted on such things; those that came are in the rows below.",
    behind:
      "No single deal is behind it. The same deals, those expected to be created and the trend of past bookings are looked at from the later day, as if nothing had happened in between: the days in which they could have brought something are gone.",
  },
  won: {
    label: "Won",
    taker: "won deals",
    giver: "won deals",
    meaning:
      "What won deals booked in the period, or will on a close date that is still to come, less what they were still expected to bring to it. Below zero where they were counted on here and booked in another period.",
  },
  lost: {
    label: "Lost",
    taker: "lost deals",
    giver: "lost deals",
    meaning: "What deals were still expected to bring that were lost or removed.",
  },
  created: {
    label: "Created",
    taker: "new deals",
    giver: "new deals",
    meaning:
      "What deals that came in since, or were reopened, are expected to bring. Those won or lost already are not among them.",
  },
  pulled_in: {
    label: "Pulled in",
    taker: "dates moved earlier",
    giver: "dates moved earlier",
    meaning: "What it did to a deal’s chances that its close date was moved to an earlier one.",
  },
  pushed: {
    label: "Pushed",
    taker: "dates moved later",
    giver: "dates moved later",
    meaning:
      "What it did to a deal’s chances that its close date was moved to a later one. A new date for an overdue deal can raise them.",
  },
  repriced: {
    label: "Amounts changed",
    taker: "changed amounts",
    giver: "changed amounts",
    meaning: "Amounts that were raised, cut or filled in, and exchange rates.",
  },
  odds_moved: {
    label: "Odds moved",
    taker: "worse odds",
    giver: "better odds",
    meaning:
      "All else that tells how likely a deal is won and when: its stage, activities, its rep’s and account’s record.",
  },
  handed_over: {
    label: "Handed over",
    taker: "deals handed to others",
    giver: "deals taken over from others",
    meaning: "Deals that changed owner or segment; over the company that adds up to nothing.",
  },
  calls: {
    label: "People’s calls",
    taker: "people’s calls",
    giver: "people’s calls",
    meaning: "Always nothing: calls stand beside the forecast and don’t enter it.",
  },
  data_corrected: {
    label: "Data corrected",
    taker: "corrected data",
    giver: "corrected data",
    meaning:
      "What was published on that day against the same forecast made again from what is known of that day now.",
    behind:
      "No single deal is told apart: the forecast of that day is made again as a whole from what is known of it now, and set against what was published then.",
  },
  model_changed: {
    label: "New estimates",
    taker: "new estimates",
    giver: "new estimates",
    meaning:
      "What was learnt since: chances by stage and week, the pace of new deals, the trend of bookings, and how much deals and trend count.",
    behind:
      "No single deal is behind it. All deals are as they are now; it is the estimates by which they, deals to come and the trend of bookings are judged that were learnt anew from what has happened since.",
  },
};
