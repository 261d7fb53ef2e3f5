-- Deliveries are read from their own table, some at once: a job no longer stands for each, but one for all that wait.
-- What nothing could be made of for a reason that may pass is tried again later, and holds up no other.
alter table messaging.inbound_delivery
    add column failures integer not null default 0 check (failures >= 0),
    add column retry_at timestamptz;
