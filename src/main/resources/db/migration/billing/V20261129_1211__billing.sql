-- What a store may use of the platform and what that costs it; lists that operators keep for all stores. Money is whole dinars.
create schema if not exists billing;
grant usage on schema billing to ${runtime};

-- Null is no limit. Prices of tokens are for 1,000 of them.
create table billing.plan (
    id                      uuid        primary key,
    name                    text        not null check (name <> ''),
    price_iqd               bigint      not null check (price_iqd >= 0),
    included_input_tokens   bigint      check (included_input_tokens >= 0),
    included_output_tokens  bigint      check (included_output_tokens >= 0),
    overage_input_price     bigint      not null check (overage_input_price >= 0),
    overage_output_price    bigint      not null check (overage_output_price >= 0),
    staff_limit             bigint      check (staff_limit >= 0),
    orders_per_period       bigint      check (orders_per_period >= 0),
    allows_social_messaging boolean     not null,
    is_default              boolean     not null,
    created_at              timestamptz not null,
    updated_at              timestamptz not null
);
create unique index one_default_plan on billing.plan (is_default) where is_default;
create index plan_by_age on billing.plan (created_at desc, id desc);
grant select, insert, update on billing.plan to ${runtime};

-- Stores that stand lose nothing: the first default has no limit of staff or orders.
insert into billing.plan
    (id, name, price_iqd, included_input_tokens, included_output_tokens, overage_input_price, overage_output_price,
     staff_limit, orders_per_period, allows_social_messaging, is_default, created_at, updated_at)
values
    ('019ad04f-3c00-7000-8000-5e4d79000001', 'Sendy', 0, 1000000, 250000, 3, 15, null, null, true, true,
     '2026-11-29T00:00:00Z', '2026-11-29T00:00:00Z');

-- A store without a row, or without a plan in it, has the default plan, and its periods begin with the store.
create table billing.subscription (
    store_id         uuid        not null,
    plan_id          uuid,
    anchored_at      timestamptz,
    spend_cap_iqd    bigint      check (spend_cap_iqd >= 0),
    spend_cap_tokens bigint      check (spend_cap_tokens >= 0),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (store_id)
);
alter table billing.subscription enable row level security, force row level security;
create policy own_store on billing.subscription
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on billing.subscription to ${runtime};

-- One row for each call of a model; the id of the call counts it once. A period's usage is the sum of its rows.
create table billing.token_use (
    store_id      uuid        not null,
    id            uuid        not null,
    used_at       timestamptz not null,
    input_tokens  bigint      not null check (input_tokens >= 0),
    output_tokens bigint      not null check (output_tokens >= 0),
    primary key (store_id, id)
);
create index token_use_by_time on billing.token_use (store_id, used_at) include (input_tokens, output_tokens);
alter table billing.token_use enable row level security, force row level security;
create policy own_store on billing.token_use
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on billing.token_use to ${runtime};

-- Which models the agent of a store may be set to.
create table billing.ai_model (
    id               uuid        primary key,
    ai_provider_code text        not null check (ai_provider_code in ('openai', 'anthropic', 'sandbox')),
    ai_model_code    text        not null check (ai_model_code <> ''),
    context_limit    bigint      not null check (context_limit > 0),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    constraint one_row_per_model unique (ai_provider_code, ai_model_code)
);
create index ai_model_by_age on billing.ai_model (created_at desc, id desc);
grant select, insert, update, delete on billing.ai_model to ${runtime};

-- The provider that is part of Sendy, which needs no network.
insert into billing.ai_model (id, ai_provider_code, ai_model_code, context_limit, created_at, updated_at)
values ('019ad04f-3c00-7000-8000-5e4d79000002', 'sandbox', 'sandbox-1', 32000,
        '2026-11-29T00:00:00Z', '2026-11-29T00:00:00Z');

create table billing.courier_company (
    id         uuid        primary key,
    name       text        not null check (name <> ''),
    phone      text        check (phone <> ''),
    notes      text        check (notes <> ''),
    is_active  boolean     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index courier_company_by_age on billing.courier_company (created_at desc, id desc);
grant select, insert, update on billing.courier_company to ${runtime};
