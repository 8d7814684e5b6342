-- one row per role and month of service: production as a share of a ramped rep's
select *
from quota_ramp_curve
order by role, service_month
