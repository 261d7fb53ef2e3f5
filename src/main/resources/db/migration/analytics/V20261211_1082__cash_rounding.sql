-- What customers paid in cash beyond what they owed, or less, because cash is rounded. Days from before are counted by the
-- check of the next night.
alter table analytics.sales_day add column cash_rounding bigint not null default 0;
