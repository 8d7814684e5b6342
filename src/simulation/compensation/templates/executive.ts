import type { TemplateDates } from "./dates.ts";

/** Marginal tiers, a SPIF with a budget, a draw, pay as cash comes in: with every key of a plan. */
export const executiveTemplate = (dates: TemplateDates): string => `\
# Template: account executive. How to use it stands in README.md beside this file.
#
# Every dollar up to quota pays target pay over quota, every dollar beyond it more. Half is paid when
# the deal is signed, half as the customer pays. For one quarter, a product pays something on top.

plan: Account executive               # its name, as statements show it
covers:                               # whom it is for: nobody may be under two plans on a day
  roles: [account_executive]          # as people/roster.csv writes them
  # teams: [Enterprise East]          # only these teams
  # people: [P022, P034]              # or these people, by person_id
  # except: [P040]                    # but not these
effective_from: ${dates.from}            # the first day on which it holds
effective_until: ${dates.until}           # the last one; leave it out for a plan without an end
recorded_on: ${dates.recorded}               # when it was agreed: nothing as of an earlier day knows of it
currency: USD                         # what it pays in; the company's unless it is said here
fiscal_year_starts: ${String(dates.startMonth).padEnd(18)}# month, 1 to 12; the company's unless it is said here
exchange_rates: { EUR: 1.1 }          # what one euro is worth in the plan's currency
on_target_earnings: 200000            # a year's, at 100 % of quota; leave it out: the roster says it
variable_share: 0.5                   # the part of it that depends on results; the roster says it, too
pays: month                           # how often pay is settled: month, quarter or year
draw:                                 # no less than this is paid in a pay period
  kind: recoverable                   # an advance on later pay; non_recoverable: a guarantee
  amount: 2000                        # of a whole pay period
  until: ${dates.halfYearEnd}                   # the last day; leave it out for a draw without an end
negative_pay: carried                 # pay below zero is owed into the next period; or floored: forgotten
caps:                                 # the most that all components together pay
  year: 500000                        # in a fiscal year; period: in a pay period
leavers:                              # of whoever leaves
  pay: booked_by_last_day             # earned: deals signed later, too; nothing: no more after the last period
  recover_draw: true                  # what is owed of a draw is kept back from the last pay
split_total: exact                    # the shares of a deal sum to 1; at_most: or to less; any: to anything

components:                           # what is paid for; each has a name of its own
  - name: New business and expansion  # its name, as lines of a statement show it
    measure: bookings                 # what is counted; see README.md for the others
    credit: [owner, split]            # for what somebody is credited with a deal
    where:                            # which deals count; leave it out for all
      types: [new, expansion]         # the third is renewal
    target_share: 1                   # of variable pay, that 100 % of quota pays
    # target_pay: 100000              # or an amount of a year
    # quota: 1000000                  # that of plans/quotas.csv unless it is said here; none: no quota
    period: year                      # within which credit adds up: month, quarter or year
    prorate: true                     # quota and target pay shrink with days not worked
    rate:                             # how much credit pays
      rule: marginal                  # each stretch of credit pays its own rate
      tiers:                          # from is where a tier begins, as a share of quota; 1.2 is 120 %
        - { from: 0, times: 1 }       # times the base rate, which is target pay over quota
        - { from: 1, times: 1.5 }
        - { from: 1.2, times: 2 }
    caps:                             # the most that this component pays
      attainment: 2.5                 # credit beyond 250 % of quota pays nothing
      line: 75000                     # the most that one deal pays; period, year: in these
    paid: { booking: 0.5, cash: 0.5 } # what falls due when: at booking, at invoice, as cash comes in
    hold_days: 0                      # days that pay waits after that
    reversal:                         # a deal that is cancelled
      returns: original_line          # takes back what it paid; recompute: as if it had never been
      within_days: 365                # afterwards nothing is taken back
      lowers_attainment: true         # and its credit no longer counts to quota

  - name: Analytics                   # a SPIF: something on top, for a while
    where:
      products: [Analytics]           # not_products: all but these
      from: ${dates.from}                # the first day and the last: a SPIF has dates
      until: ${dates.quarterEnd}
      # min_amount: 10000             # of the whole deal; max_amount likewise
      # first: 3                      # only so many deals of a person in a period
    quota: none                       # pays from the first dollar
    rate:
      rule: flat                      # one rate for everything; short: rate: 0.03
      rate: 0.03                      # 3 % of each deal
    budget:                           # the most that it costs
      amount: 5000                    # of everybody together
      use: first_come                 # until it is spent; pro_rata: all are cut alike at the end
`;
