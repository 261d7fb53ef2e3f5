-- What other modules may read of refunds in cash, as of whoever asks: what was owed, and what was handed out for it.
create view cashier.refund_fact with (security_invoker = true) as
select r.store_id, r.return_id, r.order_id, r.refund, r.amount from cashier.refund as r;

grant select on cashier.refund_fact to ${runtime};
