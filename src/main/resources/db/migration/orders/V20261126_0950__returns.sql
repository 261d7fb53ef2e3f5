-- What customers send back: what was asked, what came, and what is paid back for it, in minor units of the order's currency.
create table orders.return_request (
    store_id      uuid        not null,
    id            uuid        not null,
    order_id      uuid        not null,
    status        text        not null check (status in ('pending', 'approved', 'rejected', 'completed')),
    reason        text        check (reason <> ''),
    note          text        check (note <> ''),
    currency      text        not null check (currency in ('IQD', 'USD')),
    refund_amount bigint      not null check (refund_amount >= 0),
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (store_id, id),
    foreign key (store_id, order_id) references orders.customer_order (store_id, id)
);
create unique index one_pending_return_per_order on orders.return_request (store_id, order_id) where status = 'pending';
create index return_request_by_order on orders.return_request (store_id, order_id, created_at desc, id desc);
create index return_request_by_age on orders.return_request (store_id, created_at desc, id desc);
alter table orders.return_request enable row level security, force row level security;
create policy own_store on orders.return_request
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on orders.return_request to ${runtime};

-- The pieces of one line that a request is about; an order without items comes back whole and has none.
create table orders.return_item (
    store_id      uuid    not null,
    request_id    uuid    not null,
    position      integer not null check (position > 0),
    order_line_id uuid    not null,
    sku           text    not null check (sku <> ''),
    quantity      bigint  not null check (quantity > 0),
    restocked     bigint  not null check (restocked >= 0),
    damaged       bigint  not null check (damaged >= 0),
    refund        bigint  not null check (refund >= 0),
    primary key (store_id, request_id, position),
    constraint one_item_per_line unique (store_id, request_id, order_line_id),
    constraint no_more_comes_than_was_asked check (restocked + damaged <= quantity),
    foreign key (store_id, request_id) references orders.return_request (store_id, id) deferrable initially deferred,
    foreign key (store_id, order_line_id) references orders.order_line (store_id, id)
);
create index return_item_by_line on orders.return_item (store_id, order_line_id);
alter table orders.return_item enable row level security, force row level security;
create policy own_store on orders.return_item
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on orders.return_item to ${runtime};
