.import --csv exported.csv copied
select count(*), min(id), max(name) from copied;
