-- Calls whose process died before it told how they ended. They are on the provider's bill or not, and are events all the
-- same, with what was kept for them.

alter table billing.ai_usage_event
    drop constraint ai_usage_event_outcome_check,
    add constraint ai_usage_event_outcome_check check (outcome in ('Answered', 'Faulty', 'Failed', 'Lost'));

-- Null was kept by a process that told no model.
alter table billing.token_reservation
    add column ai_provider_code text check (ai_provider_code in ('openai', 'anthropic', 'sandbox')),
    add column ai_model_code    text check (ai_model_code <> '');
