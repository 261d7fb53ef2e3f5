-- Until when people keep the agent out of a conversation; null while they do not.
alter table messaging.conversation add column agent_paused_until timestamptz;
