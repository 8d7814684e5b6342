-- the fiscal periods that hold a day, by the first day of each
create or replace macro periods_of(month_start, quarter_start, year_start) as [
  {period: 'month', period_start: month_start},
  {period: 'quarter', period_start: quarter_start},
  {period: 'year', period_start: year_start}
]
