pragma journal_mode = truncate;
insert into t(name) values('one more');
select max(id), count(*), sum(v) from t;
select * from t limit 3;
