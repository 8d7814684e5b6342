import type { TemplateDates } from "./dates.ts";

/** Overage with a multiplier and a weight, and a flat rate with exceptions behind a gate. */
export const accountManagerTemplate = (dates: TemplateDates): string => `\
# Template: account manager. How to use it stands in README.md beside this file.
#
# Renewals and expansion pay target pay over quota; all that is beyond quota pays the rate of the tier
# reached. Who keeps few customers gets four fifths of it, who keeps nearly all a tenth more. Expansion
# pays something on top, once renewals are half of quota.

plan: Account manager                 # its name, as statements show it
covers: { roles: [account_manager] }  # whom it is for, as people/roster.csv writes it
effective_from: ${dates.from}            # the first day on which it holds
effective_until: ${dates.until}           # the last one
on_target_earnings: 170000            # a year's, at 100 % of quota; leave it out: the roster says it
variable_share: 0.4                   # the part of it that depends on results; the roster says it, too
pays: quarter                         # how often pay is settled

components:                           # what is paid for; each has a name of its own
  - name: Renewals and expansion      # its name, as lines of a statement show it
    where: { types: [renewal, expansion] }   # which deals count
    target_share: 1                   # of variable pay, that 100 % of quota pays
    period: year                      # within which credit adds up
    rate:                             # how much credit pays
      rule: overage                   # up to quota the first rate; all beyond it, that of the tier reached
      tiers:                          # from is where a tier begins, as a share of quota
        - { from: 0, times: 1 }       # times the base rate, which is target pay over quota
        - { from: 1, times: 1.2 }
        - { from: 1.1, times: 1.5 }   # at 115 %, the 15 % beyond quota all pay 1.5 times
      base_rate: target               # or a number, such as 0.02
    multipliers:                      # times what is paid so far
      - by: Retention                 # by the attainment of this component
        tiers:
          - { from: 0, times: 0.8 }
          - { from: 0.7, times: 1 }
          - { from: 0.9, times: 1.1 }
    caps: { attainment: 2 }           # credit beyond 200 % of quota pays nothing
    reversal: { returns: original_line, within_days: 365 }   # a cancelled deal takes back what it paid

  - name: Retention                   # pays nothing itself: others look at how much of quota it reaches
    where: { types: [renewal] }
    period: year
    rate: 0                           # short for { rule: flat, rate: 0 }

  - name: Expansion
    where: { types: [expansion] }
    period: year
    quota: none                       # pays from the first dollar
    rate:
      rule: flat
      rate: 0.01                      # of every deal
      exceptions:                     # the first one that a deal meets says its rate
        - { where: { products: [Analytics] }, rate: 0.02 }
        - { where: { products: [Services] }, rate: 0 }
    gates:                            # what must be reached first
      - { component: Retention, at_least: 0.5 }   # nothing until renewals are half of quota, then all of it
`;
