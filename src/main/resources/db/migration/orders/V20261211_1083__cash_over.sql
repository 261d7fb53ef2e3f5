-- What was taken in cash for a sale beyond its total, or less: because it was rounded, or too little was handed over.
create or replace view orders.order_fact with (security_invoker = true) as
select o.store_id, o.id as order_id, o.created_at, o.source, o.province_code, o.delivery_mode, o.payment_method, o.status,
       o.payment_status, o.sub_total - o.discount_total as goods, o.discount_total, o.delivery_fee, o.amount_due,
       o.amount_collected,
       -- Left Pending by another way than Cancelled; an order that was cancelled later tells it by its timeline alone.
       case o.status
           when 'Pending' then false
           when 'Cancelled' then exists (
               select from orders.timeline_entry as t
               where t.store_id = o.store_id and t.order_id = o.id and t.type = 'status' and t.status <> 'Cancelled')
           else true
       end as was_confirmed,
       -- What comes back was delivered, unless it was refused at the door.
       o.status = 'Delivered' or (o.status in ('Returning', 'Returned') and o.payment_status <> 'Void') as is_delivered,
       o.campaign,
       coalesce(o.cash_rounding, 0) as cash_rounding,
       coalesce(o.cash_rounding, 0) - o.cash_shortfall as cash_over
from orders.customer_order as o;
