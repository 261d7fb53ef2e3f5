-- People look for what is dead, or waits as a draft, among many jobs.
create index ai_message_job_by_state on agent.ai_message_job (store_id, state, created_at desc, id desc);
