-- Jobs of the agent that answers customers, and what each of them did.
create schema if not exists agent;
grant usage on schema agent to ${runtime};

-- One for each burst of messages that the agent is to answer. Of the jobs of a conversation one is live at most, and the
-- index says so to whoever races.
create table agent.ai_message_job (
    store_id           uuid        not null,
    id                 uuid        not null,
    conversation_id    uuid        not null,
    channel_id         uuid        not null,
    -- The newest message that it answers, and its place in the conversation.
    trigger_message_id uuid        not null,
    trigger_number     bigint      not null,
    state              text        not null check (state in ('Pending', 'Generating', 'Generated', 'Sending', 'Done',
                                                            'Superseded', 'Skipped', 'HandedOff', 'Retry', 'Dead')),
    -- Why it was skipped, handed off or died.
    reason             text        check (reason <> ''),
    attempts           integer     not null default 0 check (attempts >= 0),
    not_before         timestamptz not null,
    -- When the burst began: no answer waits longer than ten seconds after that.
    burst_began_at     timestamptz not null,
    reply              text        check (reply <> ''),
    reply_language     text        check (reply_language in ('ar', 'ckb', 'kmr', 'en')),
    -- The row of the outbound queue, once there is one.
    reply_message_id   uuid,
    input_tokens       bigint      not null default 0 check (input_tokens >= 0),
    output_tokens      bigint      not null default 0 check (output_tokens >= 0),
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    finished_at        timestamptz,
    primary key (store_id, id)
);
create unique index one_live_job_per_conversation on agent.ai_message_job (store_id, conversation_id)
    where state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry');
create index ai_message_job_of_conversation on agent.ai_message_job (store_id, conversation_id, created_at desc, id desc);
create index ai_message_job_by_age on agent.ai_message_job (store_id, created_at desc, id desc);
create index ai_message_job_of_reply on agent.ai_message_job (store_id, reply_message_id) where reply_message_id is not null;
alter table agent.ai_message_job enable row level security, force row level security;
create policy own_store on agent.ai_message_job
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on agent.ai_message_job to ${runtime};

-- What a job did, in its order: calls of the model and of tools, guards, the gate, the reply. Never the text of a message.
create table agent.job_step (
    store_id   uuid        not null,
    job_id     uuid        not null,
    attempt    integer     not null,
    number     integer     not null,
    kind       text        not null check (kind in ('Guard', 'ModelCall', 'ToolCall', 'Gate', 'HandOff', 'Send', 'Failure')),
    -- What was asked or judged: a tool, a rule, a model.
    name       text        not null check (name <> ''),
    outcome    text        not null check (outcome <> ''),
    -- Figures and digests, JSON.
    details    jsonb,
    at         timestamptz not null,
    primary key (store_id, job_id, attempt, number)
);
alter table agent.job_step enable row level security, force row level security;
create policy own_store on agent.job_step
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on agent.job_step to ${runtime};
