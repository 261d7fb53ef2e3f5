-- A search finds a reference in any letter case and spelling, as it does a name. Orders from before keep to the letter:
-- the folded form is made in Java, and no statement may look across stores to make it later.
alter table orders.customer_order add column external_ref_folded text check (external_ref_folded <> '');
create index order_by_folded_ref on orders.customer_order (store_id, external_ref_folded)
    where external_ref_folded is not null;
