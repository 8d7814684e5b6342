import { yearLabel } from "../../fiscal.ts";
import type { TemplateDates } from "./dates.ts";

/** How somebody starts who has never written a plan. */
export const templatesReadme = (dates: TemplateDates, year: number): string => `\
# Pay plans: how to start

A pay plan is a text file that says who is paid for what, and how much. Five of them lie here to copy
from, one a role; every key in them has a comment beside it.

| file | shows |
|---|---|
| \`account_executive.yaml\` | more for each dollar beyond quota (marginal), half paid as cash comes in, a draw, a SPIF |
| \`account_manager.yaml\` | a higher rate on all beyond quota (overage), a multiplier for retention, a gate |
| \`sales_engineer.yaml\` | a payout curve on the team's quota, money for each customer, a pot of the team (cliff) |
| \`manager.yaml\` | one rate for everything by the tier reached (slab), a threshold, an override |
| \`development_rep.yaml\` | money for each customer, large deals that count double, a guarantee |

## Five steps

1. Copy the file of the role to \`plans/compensation/\`, under any name that ends in \`.yaml\`. Files in
   this folder are never read: only copies there pay anybody.
2. Change \`plan\`, \`covers\`, \`effective_from\` and \`effective_until\`. Nobody may be under two plans on
   a day: end the old plan on the day before the new one begins. Only a plan with \`supplements: true\`, such
   as a SPIF of its own, pays beside another. The templates are for ${yearLabel(year)}.
3. Take \`on_target_earnings\` and \`variable_share\` out if \`people/roster.csv\` gives them for everybody
   covered.
4. Change rates and tiers, one at a time, and try each change as below.
5. Put the file under version control with a word about who agreed to it. Change a plan that has paid
   somebody only by a new file from a later date on, or pay of the past is worked out anew.

## Trying a plan

\`quotabook price\` prices a list of deals on one plan file and needs nothing else. \`credits.csv\` beside
this file is such a list; a spreadsheet saved as CSV with the columns \`rep_id,date,amount\` is one, too.

    quotabook price docs/compensation/account_executive.yaml docs/compensation/credits.csv --quota 1000000

\`--quota\` is everybody's for a period, where the plan takes it from \`plans/quotas.csv\`. A list doesn't
say for what somebody is credited with a deal: each row counts for every component whose \`where\` it
meets. So list deals as a role would be credited with them: those of the team for a manager. The other
columns that a list may have stand in \`quotabook price --help\`; a plan that pays as cash comes in needs
\`paid_on\`.

What to try: a deal that just misses quota and one that just reaches it, a deal far beyond quota, a deal
that is cancelled (\`reverses\`), a deal that two share (\`split\`). Is target pay what 100 % of quota pays?

## What the keys of a plan mean

| key | means | unless it is given |
|---|---|---|
| \`plan\` | its name | must be given |
| \`covers\` | \`roles\`, \`teams\`, \`people\` (by person_id), and \`except\` for people | everybody |
| \`effective_from\`, \`effective_until\` | first and last day | no end |
| \`recorded_on\` | when it was agreed | the day on which a rebuild first saw it |
| \`currency\`, \`fiscal_year_starts\` | what it pays in; month in which years begin | the company's |
| \`exchange_rates\` | what one of another currency is worth; a number, or a list of \`{ from, amount }\` | |
| \`on_target_earnings\`, \`variable_share\` | a year's pay at quota, and the part of it that varies | the roster's |
| \`pays\` | how often pay is settled: \`month\`, \`quarter\`, \`year\` | \`month\` |
| \`draw\` | \`kind\` (\`recoverable\`, \`non_recoverable\`), \`amount\` of a pay period, \`until\` a day, or for the first \`months\` of service | no draw |
| \`negative_pay\` | \`carried\` into the next period, or \`floored\` at zero | \`carried\` |
| \`caps\` | the most that a \`period\` or a \`year\` pays | no cap |
| \`leavers\` | \`pay\`: \`earned\`, \`booked_by_last_day\`, \`nothing\`; \`recover_draw\` | \`booked_by_last_day\`, \`true\` |
| \`split_total\` | what the shares of a deal sum to: \`exact\` (1), \`at_most\`, \`any\` | \`exact\` |
| \`supplements\` | \`true\`: it pays beside the plan that people are under; no draw, no \`target_share\` | \`false\` |
| \`components\` | what is paid for | must be given |

## What the keys of a component mean

| key | means | unless it is given |
|---|---|---|
| \`name\` | its name, on every line of a statement | must be given |
| \`measure\` | what is counted: \`bookings\`, \`revenue\`, \`margin\`, \`cash\`, \`units\`, \`new_customers\`, \`retention\`, \`commission\`, \`objectives\`, \`kpi:\` and a name | \`bookings\` |
| \`credit\` | for what: \`owner\`, \`split\`, \`overlay\`, \`manager\`, \`team\`, \`territory\` | \`[owner, split]\` |
| \`where\` | \`types\` (new, expansion, renewal), \`products\`, \`not_products\`, \`min_amount\`, \`max_amount\`, \`from\`, \`until\`, \`first\` (so many a period; one that is taken back keeps its place) | all deals |
| \`less_share_of_amount\` | taken off what is measured first, such as overhead off a margin | 0 |
| \`target_share\`, \`target_pay\` | what 100 % of quota pays: a part of variable pay, or a year's amount | |
| \`quota\` | a number of a period, a list of \`{ from, amount }\`, \`none\`, or whose of \`plans/quotas.csv\`: \`{ of: rep }\`, \`team\`, \`region\`, \`company\` | that of \`plans/quotas.csv\` |
| \`period\` | within which credit adds up: \`month\`, \`quarter\`, \`year\` | \`year\` |
| \`prorate\` | quota and target pay shrink with days not worked | \`true\` |
| \`rate\` | a rule, see below; or a number, or \`target\`, for a flat rate | must be given |
| \`rates_above_one\` | \`true\` where a rate of more than 1 is meant | \`false\` |
| \`threshold\` | nothing under this share of quota; then all of it | no threshold |
| \`gates\` | the same, by the share of quota of another \`component\`, \`at_least\`; one of a shorter period decides at each month's end over all so far | no gate |
| \`multipliers\` | pay times what stands at the tier that another component reaches | none |
| \`caps\` | the most that a \`line\` (a deal), a pay \`period\` or a \`year\` pays; \`attainment\`: the share of quota beyond which credit pays nothing | no cap |
| \`weights\` | how many times a deal counts to quota; the first whose \`where\` it meets | once |
| \`paid\` | what part falls due at \`booking\`, \`invoice\`, as \`cash\` comes in; they sum to 1 | all at booking |
| \`hold_days\` | days that pay waits after that | 0 |
| \`reversal\` | of a cancelled deal: \`returns\` \`original_line\` or \`recompute\`, \`within_days\`, \`lowers_attainment\` | \`original_line\`, without a limit, \`true\` |
| \`budget\` | of a SPIF: \`amount\` of everybody together, \`use\`: \`first_come\`, \`pro_rata\` | no budget |
| \`pool\` | the team's credit is priced as one and shared: \`share_by\` \`even\` (what a month adds, by days in the team in it, leave left out), \`earnings\`, \`credit\` | no pool |

## What the rules of a rate pay

A quota of 100,000, a base rate of 10 %, twice that from 100 % of quota on; 150,000 are sold:

| \`rule\` | pays | here |
|---|---|---|
| \`flat\` | one rate for everything | 10 % of 150,000 = 15,000 |
| \`marginal\` | each stretch its own rate | 10 % of 100,000 + 20 % of 50,000 = 20,000 |
| \`slab\` | everything the rate of the tier reached | 20 % of 150,000 = 30,000 |
| \`overage\` | up to quota the first rate, all beyond it that of the tier reached | 10,000 + 20 % of 50,000 = 20,000 |
| \`cliff\` | nothing under the threshold, from it on one rate for everything | 10 % of 150,000 = 15,000; under quota 0 |
| \`curve\` | a share of target pay, evenly between points | target 10,000; from 1 at 100 % to 3 at 200 %: 20,000 |

\`marginal\` and \`overage\` differ where there are three tiers or more. \`slab\` and \`cliff\` jump: the deal
that reaches the bound pays for all that were sold before it.
With \`reached_by: team\` a \`slab\`'s tier is the one that the team reaches, and each deal counts to the team
that its rep is in on its date.

A rate is written as a fraction (0.05 is 5 %), a bound as a share of quota (1.2 is 120 %), money in
dollars and not in cents. A tier begins at its \`from\` and reaches to the next one's, so there are no gaps.
A mistake in a file is told with its line and what was meant.

The list of deals and the plans begin on ${dates.from}; move their dates together.
`;
