-- What a piece cost the shop when the line was taken; null where nobody knew, and on lines from before.
alter table orders.order_line add column unit_cost bigint check (unit_cost >= 0);
