-- The code of the share link that an order's buyer came by. What a link brought is read from the orders, so nothing that
-- happens to them has to be told to the link.
alter table orders.customer_order
    add column campaign text check (campaign <> '');

create index order_by_campaign on orders.customer_order (store_id, campaign) include (status, total)
    where campaign is not null;
