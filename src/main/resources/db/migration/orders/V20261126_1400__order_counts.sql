-- How many orders a store has in each status, and how many go to each name, is kept: a first page of two million delivered
-- orders, or of fifty thousand that go to one first name, would count them all. The migration runs as the owner, whom the
-- forced policies would bind.
alter table orders.customer_order no force row level security;
alter table platform.store_counter no force row level security;
insert into platform.store_counter (store_id, name, value)
select store_id, 'order.' || status, count(*) from orders.customer_order group by store_id, status;

-- A name's count grows with each of its orders, in its place on its page.
alter table orders.buyer_name
    set (fillfactor = 80),
    add column orders bigint not null default 0 check (orders >= 0);
update orders.buyer_name as n set orders = o.orders
from (select store_id, customer_name_folded as folded, count(*) as orders
      from orders.customer_order where customer_name_folded <> '' group by 1, 2) as o
where n.store_id = o.store_id and n.folded = o.folded;
grant update (orders) on orders.buyer_name to ${runtime};
alter table platform.store_counter force row level security;
alter table orders.customer_order force row level security;

-- Answers names of the transaction's own store and nothing else; the caller reads the rows behind the wall.
drop function orders.names_like(text);
create function orders.buyers_like(pattern text) returns table (folded text, orders bigint)
    language sql stable security definer rows 100
    set search_path = pg_catalog, pg_temp
    as $$
        select n.folded, n.orders from orders.buyer_name as n
        where n.store_id = current_setting('app.store_id')::uuid and n.folded like pattern
    $$;
revoke all on function orders.buyers_like(text) from public;
grant execute on function orders.buyers_like(text) to ${runtime};

-- The newest orders to a name, without a look at the others.
create index order_by_name_and_age
    on orders.customer_order (store_id, customer_name_folded, created_at desc, number desc) include (id);
drop index orders.order_by_name;
