create table t(id integer primary key, name text, v real, b blob);
begin;
with recursive c(x) as (values(1) union all select x + 1 from c where x < 20000)
  insert into t select x, printf('name %05d', (x * 7919) % 20011), x * 1.5 / 7, zeroblob(x % 50)
  from c;
commit;
create index by_name on t(name);
create index by_value on t(v desc);
select count(*), sum(v), avg(length(b)), min(name), max(name) from t;
select id, name, v from t where name between 'name 00100' and 'name 00105' order by name;
update t set v = v * 2 where id % 3 = 0;
delete from t where id % 5 = 0;
select count(*), total(v) from t;
select name, row_number() over (order by v desc),
  sum(v) over (order by id rows between 2 preceding and current row) from t limit 7;
create virtual table words using fts5(a, b);
insert into words values('hello world', 'the quick brown fox'), ('foo', 'over the lazy dog');
select rowid, snippet(words, 1, '[', ']', '..', 3) from words where words match 'hello OR lazy';
create virtual table boxes using rtree(id, x0, x1, y0, y1);
insert into boxes select id, id % 100, id % 100 + 1.5, id / 100, id / 100 + 2 from t limit 1000;
select count(*) from boxes where x0 > 10 and x1 < 50 and y0 > 2;
select json_extract('{"a":[1,{"b":"x"}]}', '$.a[1].b'), json_group_array(id)
  from (select id from t limit 5);
select sin(1), exp(2), pow(2, 0.5), log(10), round(2.5), quote(x'00ff'), 9223372036854775807 + 1;
select date('2020-02-29', '+1 year'), strftime('%J %W %s', '2021-03-04 05:06:07');
.mode csv
.headers on
select id, name, v from t where id < 20;
.mode box
select id, name from t limit 3;
pragma integrity_check;
vacuum;
reindex;
analyze;
savepoint a;
delete from t;
rollback to a;
release a;
select count(*) from t;
select * from none;
insert into t(id) values(1);
.once exported.csv
select id, name from t;
.dump words
