import type { TemplateDates } from "./dates.ts";

/** Money for each customer, at the tier reached, with a guarantee and tiers that weigh deals. */
export const developmentTemplate = (dates: TemplateDates): string => `\
# Template: development rep. How to use it stands in README.md beside this file.
#
# Each new customer with the rep on the deal pays an amount, and all of them a higher one from the
# sixth in a quarter on. Large deals count double. There is a guarantee for the first half year.

plan: Development rep                 # its name, as statements show it
covers: { roles: [development_rep] }  # whom it is for, as people/roster.csv writes it
effective_from: ${dates.from}            # the first day on which it holds
effective_until: ${dates.until}           # the last one
pays: month                           # how often pay is settled
draw:                                 # no less than this is paid in a pay period
  kind: non_recoverable               # a guarantee: nothing of it is owed later
  amount: 500                         # of a month
  until: ${dates.halfYearEnd}                   # the last day

components:                           # what is paid for; each has a name of its own
  - name: New customers               # its name, as lines of a statement show it
    measure: new_customers            # counted, not summed
    credit: [overlay]                 # deals with the rep on the opportunity's team
    where: { types: [new] }           # which deals count
    period: quarter                   # the count begins anew each quarter
    quota: 5                          # customers in a quarter; for a year: with period: year
    rate:                             # how much credit pays
      rule: slab                      # the tier reached pays for all of them
      tiers:                          # from is where a tier begins, as a share of quota
        - { from: 0, per_unit: 400 }  # dollars for each
        - { from: 1.2, per_unit: 500 }   # from six of five on
    weights:                          # how many times a deal counts
      - { where: { min_amount: 100000 }, times: 2 }   # two to the tiers, one in pay
    hold_days: 30                     # paid a month after the deal is signed
    reversal: { returns: original_line, within_days: 180 }   # a cancelled deal takes back what it paid
`;
