-- Whether a line is of a product without a price and nobody has named one, so that its 0 is none yet.
alter table orders.order_line
    add column price_to_confirm boolean not null default false;
