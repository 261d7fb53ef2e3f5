-- Discounts, codes and who used them, shipping rules. Money is in minor units of the store's currency.
create schema if not exists pricing;
grant usage on schema pricing to ${runtime};

-- A deleted code stays: orders that used it may still be cancelled, and its word is free for another.
create table pricing.discount_code (
    store_id        uuid        not null,
    id              uuid        not null,
    code            text        not null check (code ~ '^[A-Z0-9_-]{2,32}$'),
    discount_type   text        not null check (discount_type in ('percentage', 'fixed_amount')),
    -- Basis points, or an amount.
    discount_value  bigint      not null check (discount_value > 0),
    min_order_value bigint      check (min_order_value >= 0),
    max_uses        bigint      check (max_uses > 0),
    per_user_limit  bigint      check (per_user_limit > 0),
    starts_at       timestamptz,
    expires_at      timestamptz,
    is_active       boolean     not null,
    notes           text        check (notes <> ''),
    used_count      bigint      not null check (used_count >= 0),
    deleted_at      timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (store_id, id),
    constraint at_most_the_whole check (discount_type <> 'percentage' or discount_value <= 10000),
    constraint starts_before_it_expires check (starts_at < expires_at)
);
create unique index one_code_per_word on pricing.discount_code (store_id, code) where deleted_at is null;
create index discount_code_by_word on pricing.discount_code (store_id, code);
create index discount_code_by_age on pricing.discount_code (store_id, created_at desc, id desc) where deleted_at is null;
alter table pricing.discount_code enable row level security, force row level security;
create policy own_store on pricing.discount_code
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on pricing.discount_code to ${runtime};

-- How often a phone has used a code, counted under the code's lock.
create table pricing.phone_use (
    store_id   uuid   not null,
    code_id    uuid   not null,
    phone      text   not null check (phone ~ '^9647[3-9][0-9]{8}$'),
    used_count bigint not null check (used_count >= 0),
    primary key (store_id, code_id, phone),
    foreign key (store_id, code_id) references pricing.discount_code (store_id, id)
);
alter table pricing.phone_use enable row level security, force row level security;
create policy own_store on pricing.phone_use
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on pricing.phone_use to ${runtime};

-- A code used by an order. Giving back is a change of state, so it happens once.
create table pricing.redemption (
    store_id      uuid        not null,
    id            uuid        not null,
    order_id      uuid        not null,
    code_id       uuid        not null,
    phone         text        check (phone ~ '^9647[3-9][0-9]{8}$'),
    used_at       timestamptz not null,
    given_back_at timestamptz,
    primary key (store_id, id),
    foreign key (store_id, code_id) references pricing.discount_code (store_id, id)
);
create unique index one_live_redemption_per_order on pricing.redemption (store_id, order_id) where given_back_at is null;
create index redemption_by_code on pricing.redemption (store_id, code_id);
alter table pricing.redemption enable row level security, force row level security;
create policy own_store on pricing.redemption
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on pricing.redemption to ${runtime};

create table pricing.discount_rule (
    store_id       uuid        not null,
    id             uuid        not null,
    name           text        not null check (name <> ''),
    discount_type  text        not null check (discount_type in ('percentage', 'fixed_amount')),
    discount_value bigint      not null check (discount_value > 0),
    category_id    uuid,
    channels       text[]      not null
                   check (channels <@ array['Api', 'Dashboard', 'Storefront', 'Pos', 'Social']),
    priority       integer     not null,
    starts_at      timestamptz,
    expires_at     timestamptz,
    is_active      boolean     not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    primary key (store_id, id),
    constraint at_most_the_whole check (discount_type <> 'percentage' or discount_value <= 10000),
    constraint starts_before_it_expires check (starts_at < expires_at)
);
create index discount_rule_by_age on pricing.discount_rule (store_id, created_at desc, id desc);
alter table pricing.discount_rule enable row level security, force row level security;
create policy own_store on pricing.discount_rule
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on pricing.discount_rule to ${runtime};

create table pricing.shipping_rule (
    store_id         uuid        not null,
    id               uuid        not null,
    name             text        not null check (name <> ''),
    rule_type        text        not null
                     check (rule_type in ('FlatRate', 'FreeShipping', 'WeightBased', 'OrderValueBased')),
    cost             bigint      check (cost >= 0),
    min_order_value  bigint      check (min_order_value >= 0),
    max_order_value  bigint      check (max_order_value >= 0),
    min_weight_grams bigint      check (min_weight_grams >= 0),
    max_weight_grams bigint      check (max_weight_grams >= 0),
    cost_per_kg      bigint      check (cost_per_kg >= 0),
    province_codes   text[]      not null,
    priority         integer     not null,
    is_active        boolean     not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (store_id, id),
    constraint value_band_is_not_empty check (min_order_value < max_order_value),
    constraint weight_band_is_not_empty check (min_weight_grams < max_weight_grams),
    constraint it_says_what_it_costs check (cost is not null or rule_type = 'FreeShipping'
                                            or (rule_type = 'WeightBased' and cost_per_kg is not null))
);
create index shipping_rule_by_age on pricing.shipping_rule (store_id, created_at desc, id desc);
alter table pricing.shipping_rule enable row level security, force row level security;
create policy own_store on pricing.shipping_rule
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on pricing.shipping_rule to ${runtime};

-- Written anew by every change of a rule, in its own transaction: rules are kept in memory under it. A UUID and not a
-- count, so that a change that was rolled back cannot lend its version to another.
create table pricing.rule_version (
    store_id uuid not null,
    version  uuid not null,
    primary key (store_id)
);
alter table pricing.rule_version enable row level security, force row level security;
create policy own_store on pricing.rule_version
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on pricing.rule_version to ${runtime};
