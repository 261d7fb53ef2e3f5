-- What other modules may read of orders in statements of their own: those that count or add up what must not be asked for
-- one by one. They ask as their caller, so that the wall between stores stands here too.
create view orders.order_fact with (security_invoker = true) as
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
       end as was_confirmed
from orders.customer_order as o;

create view orders.line_fact with (security_invoker = true) as
select l.store_id, l.order_id, l.id as order_line_id, l.product_id, l.quantity, l.line_total, l.unit_cost
from orders.order_line as l;

grant select on orders.order_fact, orders.line_fact to ${runtime};
