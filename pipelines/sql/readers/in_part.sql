-- whether an entity or rep belongs to the part that is being written
create or replace macro in_part(id) as
  hash(id) % getvariable('parts') = getvariable('part')
