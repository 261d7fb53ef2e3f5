-- What people have decided about the agent at a channel; no row where nobody has decided anything.
create table agent.channel_rule (
    store_id     uuid        not null,
    channel_id   uuid        not null,
    mode         text        not null check (mode in ('auto', 'draft')),
    -- Phones and ids of those whom it answers though they are not of the share.
    allowed      text[]      not null check (cardinality(allowed) <= 200),
    percentage   integer     not null check (percentage between 0 and 100),
    -- Spans of a week such as 'sunday 10:00 22:00', by the store's clock; none is always.
    hours        text[]      not null check (cardinality(hours) <= 21),
    outside      text        not null check (outside in ('answer', 'hand_over')),
    paused_until timestamptz,
    updated_at   timestamptz not null,
    primary key (store_id, channel_id)
);
alter table agent.channel_rule enable row level security, force row level security;
create policy own_store on agent.channel_rule
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on agent.channel_rule to ${runtime};

-- What people wrote for the agent to know of the shop.
create table agent.knowledge_item (
    store_id   uuid        not null,
    id         uuid        not null,
    topic      text        not null check (topic in ('faq', 'delivery', 'returns', 'payment', 'hours', 'about')),
    question   text        check (question <> ''),
    answer     text        not null check (answer <> ''),
    language   text        check (language in ('ar', 'ckb', 'kmr', 'en')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (store_id, id),
    constraint question_has_answer check ((topic = 'faq') = (question is not null))
);
create index knowledge_item_by_age on agent.knowledge_item (store_id, created_at desc, id desc);
alter table agent.knowledge_item enable row level security, force row level security;
create policy own_store on agent.knowledge_item
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on agent.knowledge_item to ${runtime};
