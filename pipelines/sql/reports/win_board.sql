-- one row per span and scope with a decided deal: how many were won and lost, and the days that the span covers
select
  win_board.span,
  win_board.scope,
  win_span.starts,
  win_span.ends,
  win_span.quarters,
  win_board.account_count,
  win_board.won_count,
  win_board.lost_count
from win_board
join win_span using (span)
where win_board.won_count + win_board.lost_count > 0
order by win_board.span, win_board.scope
