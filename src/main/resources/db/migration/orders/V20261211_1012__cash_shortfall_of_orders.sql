-- As its sale at the counter has it.
alter table orders.customer_order
    add column cash_shortfall bigint not null default 0 check (cash_shortfall >= 0),
    add constraint only_sales_lack_cash check (cash_rounding is not null or cash_shortfall = 0);
