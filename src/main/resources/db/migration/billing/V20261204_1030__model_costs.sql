-- What the platform pays a model's provider for 1,000,000 tokens, in dinars; null is what nobody has said.
alter table billing.ai_model
    add column input_cost_iqd  bigint check (input_cost_iqd >= 0),
    add column output_cost_iqd bigint check (output_cost_iqd >= 0),
    add constraint cost_has_both_directions check ((input_cost_iqd is null) = (output_cost_iqd is null));
