-- no rows: the text of a feed without a file, with content and line
create or replace temp view {{located}} as
select null::integer as content_id, null::bigint as line, {{columns}}
where false
