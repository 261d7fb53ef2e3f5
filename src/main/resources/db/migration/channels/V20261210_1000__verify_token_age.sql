-- When a token was issued: for some minutes its form may show it once more. Those of before are not known to be young.
alter table channels.verify_token add column issued_at timestamptz;
