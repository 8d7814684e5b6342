/** How the company accounts for commission; what it leaves out is as usual. */
export const accountingFile = `# How commission is accounted for (ASC 340-40). Every key may be left out: what stands here is the usual.
capitalise:                       # what wouldn't be paid without a contract; the rest is expensed at once
  credit: [owner, split, overlay] # not manager, team or territory
  except: []                      # components by name
expedient: true                   # a benefit of a year or less is expensed at once
renewals_commensurate: false      # renewals pay less than first contracts, which so pay for them, too
customer_life_months: 60
amortise: { new: customer_life, expansion: customer_life, renewal: term }   # or a number of months
amortise_by: month
amortise_from: contract_start
lost_after_days: 90               # without a subscription
paid_after_months: 0              # 1 where pay goes out with the payroll of the month after
`;
