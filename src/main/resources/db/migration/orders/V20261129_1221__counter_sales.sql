-- A sale at the counter is an order too. What its session took is the cashier's to say; here is what the order shows of it.
alter table orders.customer_order
    add column cashier_session_id uuid,
    add column sale_id uuid,
    add column sold_at timestamptz,
    add column cash_change bigint check (cash_change >= 0),
    -- Null of an order that is no sale.
    add column cash_rounding bigint,
    add column price_differs boolean not null default false,
    add constraint only_sales_are_at_the_counter check (
        cash_rounding is not null
        or (num_nonnulls(cashier_session_id, sale_id, sold_at, cash_change) = 0 and not price_differs));

-- Pieces of a line that were sold without a network and that the stock does not have.
alter table orders.order_line
    add column short_quantity bigint not null default 0 check (short_quantity between 0 and quantity);
