-- the first day of the fiscal period of a grain that holds a day
create or replace macro start_of(period, month_start, quarter_start, year_start) as
  case period when 'month' then month_start when 'quarter' then quarter_start else year_start end
