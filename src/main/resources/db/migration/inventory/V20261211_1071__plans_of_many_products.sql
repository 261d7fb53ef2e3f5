-- As of catalog.product: no plan is to rely on stores that have one product.
alter table inventory.product alter column store_id set (n_distinct = 200);
alter table inventory.item alter column store_id set (n_distinct = 200);
