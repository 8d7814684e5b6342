-- one row per opportunity id that two sources use, with where the second has it
select
  opportunity_id,
  min(opportunity.source) as first_source,
  max(opportunity.source) as second_source,
  max_by(input_file.path, opportunity.source) as path,
  max_by(source_line, opportunity.source) as line
from opportunity
join input_file on input_file.file_id = opportunity.source_file_id
group by opportunity_id
having count(*) > 1
order by opportunity_id
