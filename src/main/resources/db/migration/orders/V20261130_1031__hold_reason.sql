-- Why somebody has to call before an order goes on its way; no reason, and it is as any other.
alter table orders.customer_order
    add column hold_reason text
        check (hold_reason in ('UnprovedPhone', 'RefusedBefore', 'ManyPieces', 'ManyNewcomers'));
