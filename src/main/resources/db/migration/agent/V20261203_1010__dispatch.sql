-- What a job needs to be worked off: who has it, what came while it was being sent, and what was counted.
alter table agent.ai_message_job
    add column contact_id          uuid,
    -- The first message that it answers: so far back is read when it is driven again by hand.
    add column first_number        bigint      not null default 0 check (first_number >= 0),
    -- Who of those that ever held it has it: the token grows, and whoever has an older one writes nothing.
    add column lease_token         bigint      not null default 0,
    -- How often a model was asked about it in all, lost and given-back attempts too.
    add column run_count           integer     not null default 0 check (run_count >= 0),
    -- How often whoever had it died or froze.
    add column lost_count          integer     not null default 0 check (lost_count >= 0),
    -- When a model was asked first: the contact has had a turn since then.
    add column asked_at            timestamptz,
    -- When a person drove it again; its messages are as fresh as that.
    add column driven_at           timestamptz,
    -- What is sent, as its parts and buttons: JSON.
    add column reply_content       jsonb,
    -- What came while the reply was on its way: it is answered by a job of its own, once that is settled.
    add column next_message_id     uuid,
    add column next_number         bigint,
    add column next_first_number   bigint,
    add column next_began_at       timestamptz,
    add constraint next_is_whole check (num_nulls(next_message_id, next_number, next_first_number, next_began_at) in (0, 4));
create index ai_message_job_of_contact on agent.ai_message_job (store_id, contact_id, asked_at) where asked_at is not null;
