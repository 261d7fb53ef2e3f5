-- The accounts at WhatsApp and Instagram by which stores talk to their customers, and what leads from Meta to a store.
create schema if not exists channels;
grant usage on schema channels to ${runtime};

-- A deleted channel stays, as its conversations name it; its secrets and its place in the directories go.
create table channels.channel (
    store_id               uuid        not null,
    id                     uuid        not null,
    channel_type           text        not null check (channel_type in ('WhatsApp', 'Instagram')),
    external_account_id    text        not null check (external_account_id <> ''),
    -- Which host takes the token of an Instagram account.
    instagram_login        text        check (instagram_login in ('Instagram', 'Facebook')),
    display_name           text        not null check (display_name <> ''),
    ai_provider_code       text        not null check (ai_provider_code in ('openai', 'anthropic', 'sandbox')),
    ai_model_code          text        not null check (ai_model_code <> ''),
    system_prompt_override text        check (system_prompt_override <> ''),
    is_enabled             boolean     not null,
    is_agent_enabled       boolean     not null,
    -- Whether it has an app secret of its own; without one that of the deployment counts.
    has_own_secret         boolean     not null,
    -- When the access token was given or renewed, and until when it is good, where that is known.
    token_since            timestamptz not null,
    token_expires_at       timestamptz,
    webhook_verified_at    timestamptz,
    -- What Meta holds against it; Well means nothing.
    condition              text        not null check (condition in ('Well', 'AuthBroken', 'Policy', 'Billing')),
    condition_code         text        check (condition_code <> ''),
    condition_since        timestamptz,
    created_at             timestamptz not null,
    updated_at             timestamptz not null,
    deleted_at             timestamptz,
    primary key (store_id, id),
    constraint login_is_of_instagram check ((channel_type = 'Instagram') = (instagram_login is not null)),
    constraint trouble_has_its_time check ((condition = 'Well') = (condition_since is null))
);
create unique index one_channel_per_account on channels.channel (store_id, channel_type, external_account_id)
    where deleted_at is null;
create index channel_by_age on channels.channel (store_id, created_at desc, id desc) where deleted_at is null;
alter table channels.channel enable row level security, force row level security;
create policy own_store on channels.channel
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on channels.channel to ${runtime};

-- Its secrets, each sealed for its row and column.
create table channels.channel_secret (
    store_id     uuid  not null,
    channel_id   uuid  not null,
    access_token bytea not null,
    app_secret   bytea,
    primary key (store_id, channel_id),
    foreign key (store_id, channel_id) references channels.channel (store_id, id)
);
alter table channels.channel_secret enable row level security, force row level security;
create policy own_store on channels.channel_secret
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on channels.channel_secret to ${runtime};

-- Whose an account is, asked when a delivery comes. Two stores may both name one, as only the right app secret verifies; but
-- those that rely on the secret of the deployment would read each other's messages, so of them one alone may have it.
create table channels.account_owner (
    channel_type        text    not null check (channel_type in ('WhatsApp', 'Instagram')),
    external_account_id text    not null check (external_account_id <> ''),
    store_id            uuid    not null,
    channel_id          uuid    not null,
    has_own_secret      boolean not null,
    primary key (channel_type, external_account_id, store_id),
    constraint one_place_per_channel unique (store_id, channel_id)
);
create unique index one_store_per_secret_of_deployment on channels.account_owner (channel_type, external_account_id)
    where not has_own_secret;
grant select, insert, update, delete on channels.account_owner to ${runtime};

-- Which channel a verify token proves, by the token's digest.
create table channels.verify_token (
    digest       bytea primary key check (octet_length(digest) = 32),
    channel_type text  not null check (channel_type in ('WhatsApp', 'Instagram')),
    store_id     uuid  not null,
    channel_id   uuid  not null,
    constraint one_token_per_channel unique (store_id, channel_id)
);
grant select, insert, update, delete on channels.verify_token to ${runtime};
