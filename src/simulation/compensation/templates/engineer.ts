import type { TemplateDates } from "./dates.ts";

/** A payout curve, money for each customer, and a pot of the team behind a cliff. */
export const engineerTemplate = (dates: TemplateDates): string => `\
# Template: sales engineer. How to use it stands in README.md beside this file.
#
# Most of variable pay follows the team's attainment on a curve; each new customer won with an engineer
# on the deal pays an amount; and the engineers of a team share a pot once their deals are large enough.

plan: Sales engineer                  # its name, as statements show it
covers: { roles: [sales_engineer] }   # whom it is for, as people/roster.csv writes it
effective_from: ${dates.from}            # the first day on which it holds
effective_until: ${dates.until}           # the last one
on_target_earnings: 180000            # a year's, at 100 % of quota; leave it out: the roster says it
variable_share: 0.2                   # the part of it that depends on results; the roster says it, too
pays: quarter                         # how often pay is settled

components:                           # what is paid for; each has a name of its own
  - name: Bookings of the team        # its name, as lines of a statement show it
    credit: [team]                    # every deal of the team, against the team's quota
    target_share: 1                   # of variable pay, that 100 % of quota pays
    period: year                      # within which credit adds up
    rate:                             # how much credit pays
      rule: curve                     # pay rises evenly from point to point
      points:                         # at: a share of quota; pays: a share of target pay
        - { at: 0, pays: 0 }
        - { at: 0.6, pays: 0.4 }
        - { at: 1, pays: 1 }
        - { at: 1.5, pays: 2 }
      beyond: flat                    # no more beyond the last point; extend: on as before it

  - name: Technical wins
    measure: new_customers            # counted, not summed
    credit: [overlay]                 # deals with the engineer on the opportunity's team
    where: { types: [new] }           # which deals count
    period: year
    quota: none                       # pays from the first one on
    rate:
      rule: marginal
      bounds: amount                  # tiers begin at amounts; here, at numbers of customers
      tiers:                          # from is where a tier begins
        - { from: 0, per_unit: 250 }  # dollars for each
        - { from: 10, per_unit: 400 } # beyond ten of them

  - name: Pot of the team
    credit: [overlay]
    period: quarter
    quota: none
    rate:
      rule: cliff                     # nothing under the threshold; from it on, all of it pays
      bounds: amount
      threshold: 500000               # credit of the team in a quarter
      rate: 0.002                     # 0.2 % of it
    pool: { share_by: even }          # the team's credit is priced as one; even, or by earnings or credit
`;
