-- What a piece costs on average, as the receipts of purchase orders made it: a copy of what inventory works out, so that
-- whoever prices a basket reads it with the product. cost stays the shop's own figure.
alter table catalog.product add column average_cost bigint check (average_cost >= 0);
