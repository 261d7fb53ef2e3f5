-- Registers, their cashier sessions, and every dinar that goes in and out of a drawer. Money is in minor units of the
-- store's currency.
create schema if not exists cashier;
grant usage on schema cashier to ${runtime};

-- What a shop has decided for its counter; without a row it works with the defaults. A rounding of 0 is none.
create table cashier.settings (
    store_id             uuid        not null primary key,
    require_pin          boolean     not null,
    opening_cash_default bigint      not null check (opening_cash_default >= 0),
    receipt_footer_note  text        check (receipt_footer_note <> ''),
    cash_rounding        bigint      not null check (cash_rounding >= 0),
    created_at           timestamptz not null,
    updated_at           timestamptz not null
);
alter table cashier.settings enable row level security, force row level security;
create policy own_store on cashier.settings
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on cashier.settings to ${runtime};

-- A register is there from its first session on. Its row is the mutex of opening, closing and of sales that come late, and
-- holds the number of its last Z report: so they run without a gap.
create table cashier.register (
    store_id uuid   not null,
    name     text   collate "C" not null check (name <> ''),
    z_number bigint not null check (z_number >= 0),
    primary key (store_id, name)
);
alter table cashier.register enable row level security, force row level security;
create policy own_store on cashier.register
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on cashier.register to ${runtime};

-- A drawer from its opening count to its closing one. What came in and went out between them is not kept here: it is summed
-- from the rows below, in one place, for the running report and for the closing one.
create table cashier.session (
    store_id       uuid        not null,
    id             uuid        not null,
    register_name  text        collate "C" not null,
    status         text        not null check (status in ('Open', 'Closed')),
    currency       text        not null check (currency in ('IQD', 'USD')),
    opened_at      timestamptz not null,
    opened_by_kind text        not null check (opened_by_kind in ('user', 'key', 'buyer', 'agent', 'system')),
    opened_by_id   uuid,
    opened_by_name text,
    opening_cash   bigint      not null check (opening_cash >= 0),
    closed_at      timestamptz,
    closed_by_kind text        check (closed_by_kind in ('user', 'key', 'buyer', 'agent', 'system')),
    closed_by_id   uuid,
    closed_by_name text,
    closing_cash   bigint      check (closing_cash >= 0),
    -- What should have been in the drawer, which may be less than nothing where somebody forgot a pay-in.
    expected_cash  bigint,
    z_number       bigint      check (z_number > 0),
    notes          text        check (notes <> ''),
    primary key (store_id, id),
    constraint closed_is_all_or_nothing check (
        num_nonnulls(closed_at, closed_by_kind, closing_cash, expected_cash, z_number)
            = case status when 'Closed' then 5 else 0 end),
    constraint one_session_per_z_number unique (store_id, register_name, z_number),
    foreign key (store_id, register_name) references cashier.register (store_id, name)
);
create unique index one_open_session_per_register on cashier.session (store_id, register_name) where status = 'Open';
create index open_session_by_opener on cashier.session (store_id, opened_by_id, opened_at desc);
create index session_by_age on cashier.session (store_id, opened_at desc, id desc);
alter table cashier.session enable row level security, force row level security;
create policy own_store on cashier.session
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on cashier.session to ${runtime};

-- What the drawer took for an order, by whatever means. It belongs to its session by id, set when the sale is stored; one
-- that came when its session was closed and no other was open waits without one. What was handed over less the change is
-- the total, rounded where it was cash.
create table cashier.sale (
    store_id       uuid        not null,
    order_id       uuid        not null,
    register_name  text        collate "C" not null,
    session_id     uuid,
    -- Whether it was made in another session, which was closed when it came.
    late           boolean     not null,
    -- The register's own id of a sale, unique for good, and its own time.
    sale_id        uuid,
    sold_at        timestamptz,
    payment_method text        not null check (payment_method in ('Cash', 'Card', 'BankTransfer', 'Wallet')),
    total          bigint      not null check (total >= 0),
    rounding       bigint      not null,
    taken          bigint      not null check (taken >= 0),
    change         bigint      not null check (change >= 0),
    recorded_at    timestamptz not null,
    primary key (store_id, order_id),
    constraint one_sale_per_sale_id unique (store_id, sale_id),
    constraint sale_adds_up check (taken - change = total + rounding),
    constraint only_cash_is_rounded check (payment_method = 'Cash' or (rounding = 0 and change = 0)),
    constraint only_late_sales_wait check (late or session_id is not null),
    foreign key (store_id, session_id) references cashier.session (store_id, id)
);
create index sale_by_session on cashier.sale (store_id, session_id);
create index waiting_sale on cashier.sale (store_id, register_name) where session_id is null;
alter table cashier.sale enable row level security, force row level security;
create policy own_store on cashier.sale
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update (session_id) on cashier.sale to ${runtime};

-- Cash that went back for what a customer returned; without a session it was paid while no drawer was open. The amount is
-- what was handed out, rounded like the sale; the refund is what was owed.
create table cashier.refund (
    store_id    uuid        not null,
    return_id   uuid        not null,
    order_id    uuid        not null,
    session_id  uuid,
    refund      bigint      not null check (refund > 0),
    amount      bigint      not null check (amount >= 0),
    recorded_at timestamptz not null,
    primary key (store_id, return_id),
    foreign key (store_id, session_id) references cashier.session (store_id, id),
    foreign key (store_id, order_id) references cashier.sale (store_id, order_id)
);
create index refund_by_session on cashier.refund (store_id, session_id);
create index refund_by_order on cashier.refund (store_id, order_id);
alter table cashier.refund enable row level security, force row level security;
create policy own_store on cashier.refund
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on cashier.refund to ${runtime};

-- Cash that went in or out without a sale: change from the bank, a bill that was paid.
create table cashier.cash_movement (
    store_id   uuid        not null,
    id         uuid        not null,
    session_id uuid        not null,
    type       text        not null check (type in ('PayIn', 'PayOut')),
    amount     bigint      not null check (amount > 0),
    reason     text        not null check (reason <> ''),
    actor_kind text        not null check (actor_kind in ('user', 'key', 'buyer', 'agent', 'system')),
    actor_id   uuid,
    actor_name text,
    created_at timestamptz not null,
    primary key (store_id, id),
    foreign key (store_id, session_id) references cashier.session (store_id, id)
);
create index cash_movement_by_session on cashier.cash_movement (store_id, session_id, created_at, id);
alter table cashier.cash_movement enable row level security, force row level security;
create policy own_store on cashier.cash_movement
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on cashier.cash_movement to ${runtime};
