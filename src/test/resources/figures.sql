-- The figures of each day are those of its orders, counted from the orders alone: no row is ever answered.
-- A store whose days have just moved is counted anew by a job, and holds when that is done.
with counted as (
    select s.id as store_id, coalesce(z.timezone, 'Asia/Baghdad') as zone
    from stores.store as s left join stores.settings as z on z.store_id = s.id
    where s.id = any (:stores) and not exists (
        select from jobs.job as j
        where j.store_id = s.id and j.kind = 'analytics.rebuild' and (j.due_at <= now() or j.token > 0))
)
select coalesce(o.store_id, s.store_id) as store_id, 'I11 figures of a day are not those of its orders' as broken,
       concat_ws(' ', coalesce(o.day, s.day), coalesce(o.source, s.source), coalesce(o.province_code, s.province_code), 'are',
                 s.figures, 'and not', o.figures) as thing
from (select o.store_id, (o.created_at at time zone z.zone)::date as day, o.source,
             coalesce(o.province_code, '') as province_code,
             array[count(*),
                   count(*) filter (where exists (
                       select from orders.timeline_entry as t
                       where t.store_id = o.store_id and t.order_id = o.id and t.status not in ('Pending', 'Cancelled'))),
                   count(*) filter (where o.status not in ('Pending', 'Confirmed', 'Ready', 'Cancelled')),
                   count(*) filter (where o.payment_status in ('Collected', 'Remitted', 'Refunded')),
                   count(*) filter (where o.payment_status = 'Void' and o.status <> 'Cancelled'),
                   count(*) filter (where o.payment_status = 'Refunded'),
                   count(*) filter (where o.status = 'Cancelled'),
                   coalesce(sum(o.total - o.delivery_fee - r.refund)
                       filter (where o.payment_status in ('Collected', 'Remitted', 'Refunded')), 0),
                   coalesce(sum(l.cost) filter (where o.payment_status in ('Collected', 'Remitted', 'Refunded')), 0),
                   coalesce(sum(o.discount_total)
                       filter (where o.payment_status in ('Collected', 'Remitted', 'Refunded')), 0),
                   coalesce(sum(o.delivery_fee)
                       filter (where o.payment_status in ('Collected', 'Remitted', 'Refunded')), 0),
                   coalesce(sum(o.amount_due) filter (where o.payment_method in ('CashOnDelivery', 'Cash')), 0),
                   coalesce(sum(o.amount_collected - r.refund + c.rounding)
                       filter (where o.payment_method in ('CashOnDelivery', 'Cash')), 0),
                   coalesce(sum(o.amount_collected)
                       filter (where o.payment_method in ('CashOnDelivery', 'Cash') and o.payment_status = 'Collected'
                               and o.source <> 'Pos' and o.delivery_mode <> 'Pickup'), 0),
                   coalesce(sum(c.rounding) filter (where o.payment_method in ('CashOnDelivery', 'Cash')), 0)]::bigint[]
                 as figures
      from orders.customer_order as o
          join counted as z on z.store_id = o.store_id
          cross join lateral (select coalesce(sum(r.refund_amount), 0) as refund from returns.return_request as r
                              where r.store_id = o.store_id and r.order_id = o.id and r.status = 'completed') as r
          cross join lateral (select coalesce(o.cash_rounding, 0) - o.cash_shortfall + coalesce(sum(c.refund - c.amount), 0) as rounding
                              from cashier.refund as c where c.store_id = o.store_id and c.order_id = o.id) as c
          cross join lateral (
              select coalesce(sum(l.unit_cost * (l.quantity - coalesce(t.restocked, 0))), 0) as cost
              from orders.order_line as l
                  left join (select t.order_line_id, sum(t.restocked) as restocked
                             from returns.return_item as t
                                 join returns.return_request as r on r.store_id = t.store_id and r.id = t.request_id
                             where t.store_id = o.store_id and r.order_id = o.id and r.status = 'completed'
                             group by 1) as t on t.order_line_id = l.id
              where l.store_id = o.store_id and l.order_id = o.id) as l
      group by 1, 2, 3, 4) as o
    full join (select store_id, day, source, province_code,
                      array[orders, confirmed, handed_over, delivered, refused, returned, cancelled, revenue, cost,
                            discount_total, delivery_fees, cash_due, cash_collected, cash_with_courier,
                            cash_rounding] as figures
               from analytics.sales_day where store_id in (select store_id from counted)) as s
        on s.store_id = o.store_id and s.day = o.day and s.source = o.source and s.province_code = o.province_code
where coalesce(o.figures, array_fill(0::bigint, array[15])) <> coalesce(s.figures, array_fill(0::bigint, array[15]))
union all
select coalesce(l.store_id, p.store_id), 'I11 figures of a product are not those of its lines',
       concat_ws(' ', coalesce(l.period, p.period), coalesce(l.start, p.start), coalesce(l.product_id, p.product_id), 'are',
                 p.figures, 'and not', l.figures)
from (select o.store_id, k.period,
             date_trunc(k.period, o.created_at at time zone z.zone)::date as start,
             l.product_id,
             array[sum(l.quantity), sum(coalesce(t.back, 0)), sum(l.line_total - coalesce(t.refund, 0)),
                   coalesce(sum(l.unit_cost * (l.quantity - coalesce(t.restocked, 0))), 0)]::bigint[] as figures
      from orders.order_line as l
          join orders.customer_order as o on o.store_id = l.store_id and o.id = l.order_id
          cross join (values ('day'), ('month')) as k (period)
          join counted as z on z.store_id = o.store_id
          left join (select t.store_id, t.order_line_id, sum(t.restocked + t.damaged) as back,
                            sum(t.restocked) as restocked, sum(t.refund) as refund
                     from returns.return_item as t
                         join returns.return_request as r on r.store_id = t.store_id and r.id = t.request_id
                     where t.store_id = any (:stores) and r.status = 'completed' group by 1, 2) as t
              on t.store_id = l.store_id and t.order_line_id = l.id
      where o.payment_status in ('Collected', 'Remitted', 'Refunded')
      group by 1, 2, 3, 4) as l
    full join (select store_id, period, start, product_id,
                      array[quantity, returned_quantity, revenue, cost] as figures
               from analytics.product_period where store_id in (select store_id from counted)) as p
        on p.store_id = l.store_id and p.period = l.period and p.start = l.start and p.product_id = l.product_id
where coalesce(l.figures, array_fill(0::bigint, array[4])) <> coalesce(p.figures, array_fill(0::bigint, array[4]))
