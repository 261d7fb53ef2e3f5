-- A refund that no open drawer could pay waits for the next session of the register that sold: that pays it. Those from before
-- name no register and wait for none, since they were paid from elsewhere.
alter table cashier.refund add column register_name text collate "C";
create index waiting_refund on cashier.refund (store_id, register_name) where session_id is null;
grant update (session_id) on cashier.refund to ${runtime};
