-- Another one with every change of whose an account is and of the app secret that vouches for it: so a process that has opened
-- a secret once knows by this row whether it still counts.
alter table channels.account_owner add column revision uuid not null default gen_random_uuid();
