import type { TemplateDates } from "./dates.ts";

/** A slab with a threshold, a cliff on attainment, and an override to take or leave. */
export const managerTemplate = (dates: TemplateDates): string => `\
# Template: manager. How to use it stands in README.md beside this file.
#
# What the team sells in a quarter pays by the tier that it reaches, all of it, from 60 % of the team's
# quota on. A quarter at quota pays a bonus. What the team's people are paid may pay a share, too.

plan: Manager                         # its name, as statements show it
covers: { roles: [manager] }          # whom it is for, as people/roster.csv writes it
effective_from: ${dates.from}            # the first day on which it holds
effective_until: ${dates.until}           # the last one
on_target_earnings: 280000            # a year's, at 100 % of quota; leave it out: the roster says it
variable_share: 0.4                   # the part of it that depends on results; the roster says it, too
pays: quarter                         # how often pay is settled

components:                           # what is paid for; each has a name of its own
  - name: Bookings of the team        # its name, as lines of a statement show it
    credit: [team]                    # every deal of the team, against the team's quota
    target_share: 0.9                 # of variable pay, that 100 % of quota pays
    period: quarter                   # credit begins anew each quarter
    rate:                             # how much credit pays
      rule: slab                      # the tier reached pays for everything, from the first dollar on
      tiers:                          # from is where a tier begins, as a share of quota
        - { from: 0, times: 0.8 }     # times the base rate, which is target pay over quota
        - { from: 1, times: 1 }       # at quota, what was sold before pays the full rate after all
        - { from: 1.2, times: 1.25 }
      reached_by: own                 # or team: a rep's rate by what the whole team reaches
    threshold: 0.6                    # nothing under 60 % of quota; then all of it
    caps: { attainment: 2 }           # credit beyond 200 % of quota pays nothing

  - name: Quarter at quota
    credit: [team]
    target_share: 0.1
    period: quarter
    rate:
      rule: cliff                     # nothing under the threshold; from it on, all of it pays
      threshold: 1                    # 100 % of quota
      rate: target                    # target pay over quota
    caps: { period: 2800 }            # what 100 % pays of 28,000 a quarter: no more for more

  # To pay a share of what the team's people earn, take the # away:
  # - name: Override
  #   measure: commission             # what deals pay them, before gates, multipliers, caps
  #   credit: [manager]               # of everybody who reports to the manager
  #   quota: none
  #   rate: 0.03
`;
