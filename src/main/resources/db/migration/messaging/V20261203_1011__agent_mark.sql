-- Where the agent begins to read: what was said before the conversation was resolved or given to people is over.
alter table messaging.conversation add column agent_from bigint not null default 0 check (agent_from >= 0);
