-- The dashboard lists what goes to one province. Without it a rare one would be looked for among all orders.
create index order_by_province on orders.customer_order (store_id, province_code, created_at desc, number desc)
    where province_code is not null;
