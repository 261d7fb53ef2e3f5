-- What must hold whatever happened, in the stores of :stores: no row is ever answered. Asked by the superuser, whom row
-- level security does not bind. The names are those of the promises: I2 goods, I3 codes, I5 money, I6 events, I9 keys, I10 audit,
-- I11 figures.

-- I2: counters, ledger and promises.
select i.store_id, 'I2 on hand is not the sum of its movements' as broken, i.id::text as thing
from inventory.item as i
    left join (select store_id, item_id, sum(quantity) as moved, count(*) as lines, max(position) as top
               from inventory.movement where store_id = any (:stores) group by 1, 2) as m
        on m.store_id = i.store_id and m.item_id = i.id
where i.store_id = any (:stores)
    and (i.quantity_on_hand <> coalesce(m.moved, 0) or i.movements <> coalesce(m.lines, 0)
         or i.movements <> coalesce(m.top, 0))
union all
select store_id, 'I2 a movement does not follow the one before', item_id::text || ' ' || position
from (select store_id, item_id, position, quantity_on_hand_after,
             sum(quantity) over (partition by store_id, item_id order by position) as adds_up
      from inventory.movement where store_id = any (:stores)) as m
where quantity_on_hand_after <> adds_up
union all
select i.store_id, 'I2 reserved is not the sum of its open holdings', i.id::text
from inventory.item as i
    left join (select store_id, item_id, sum(quantity) as held from inventory.holding
               where store_id = any (:stores) and state = 'Held' group by 1, 2) as h
        on h.store_id = i.store_id and h.item_id = i.id
where i.store_id = any (:stores) and i.quantity_reserved <> coalesce(h.held, 0)
union all
select i.store_id, 'I2 more is promised than there is', i.id::text
from inventory.item as i
where i.store_id = any (:stores) and not (i.quantity_reserved between 0 and i.quantity_on_hand)
union all
select p.store_id, 'I2 a product has no row in a warehouse', p.sku
from inventory.product as p
    join inventory.warehouse as w on w.store_id = p.store_id and w.deleted_at is null
    left join inventory.item as i
        on i.store_id = p.store_id and i.product_id = p.product_id and i.warehouse_id = w.id
where p.store_id = any (:stores) and i.id is null
union all
select p.store_id, 'I2 not one default warehouse', p.store_id::text
from inventory.premises as p
where p.store_id = any (:stores) and 1 <> (
    select count(*) from inventory.warehouse as w
    where w.store_id = p.store_id and w.is_default and w.deleted_at is null)
union all
select k.store_id, 'I2 a list is not as long as it is said to be', k.name
from (select store_id, 'product' as name, count(*) filter (where archived_at is null) as length
      from catalog.product where store_id = any (:stores) group by 1
      union all
      select store_id, 'stocked', count(*) filter (where not archived)
      from inventory.product where store_id = any (:stores) group by 1
      union all
      select store_id, 'order.' || status, count(*)
      from orders.customer_order where store_id = any (:stores) group by 1, 2) as k
    left join platform.store_counter as c on c.store_id = k.store_id and c.name = k.name
where k.length <> coalesce(c.value, 0)
union all
select c.store_id, 'I2 a status is said to have orders that it has not', c.name
from platform.store_counter as c
where c.store_id = any (:stores) and c.name like 'order.%' and c.value <> (
    select count(*) from orders.customer_order as o where o.store_id = c.store_id and 'order.' || o.status = c.name)
union all
select n.store_id, 'I2 a name is said to have orders that it has not', n.folded
from orders.buyer_name as n
where n.store_id = any (:stores) and n.orders <> (
    select count(*) from orders.customer_order as o
    where o.store_id = n.store_id and o.customer_name_folded = n.folded)

-- Calls of the confirmation desk are entries of the timeline, and counted on the order.
union all
select o.store_id, 'calls are counted that the timeline does not have', o.public_id
from orders.customer_order as o
    left join (select store_id, order_id, count(*) as calls from orders.timeline_entry
               where store_id = any (:stores) and outcome is not null group by 1, 2) as t
        on t.store_id = o.store_id and t.order_id = o.id
where o.store_id = any (:stores) and o.confirmation_attempts <> coalesce(t.calls, 0)

-- I2: orders and what is held for them. A holding's state follows the order's status, piece by piece.
union all
select o.store_id, 'I2 a holding is ' || h.state || ' of an order that is ' || o.status, o.public_id
from orders.customer_order as o
    join inventory.holding as h on h.store_id = o.store_id and h.holder_id = o.id
where o.store_id = any (:stores)
    and h.state <> 'Released' -- Other items of an order leave such a one behind at any status.
    and h.state <> case
        when o.status = 'Delivered' or (o.status = 'Returned' and o.payment_status = 'Refunded') then 'Sold'
        when o.status in ('Cancelled', 'Returned') then 'Released'
        else 'Held' end
union all
-- A product that nobody ever stated anything about, and that came with a quantity, was tracked all its life.
select l.store_id, 'I2 pieces held are not those of the open order lines', l.public_id || ' ' || l.sku
from (select o.store_id, o.id, o.public_id, l.product_id, l.sku, sum(l.quantity - l.short_quantity) as pieces
      from orders.customer_order as o
          join orders.order_line as l on l.store_id = o.store_id and l.order_id = o.id
      where o.store_id = any (:stores)
          and (o.status not in ('Cancelled', 'Returned')
               or (o.status = 'Returned' and o.payment_status = 'Refunded'))
      group by 1, 2, 3, 4, 5) as l
    join catalog.product as p on p.store_id = l.store_id and p.id = l.product_id
    left join (select h.store_id, h.holder_id, i.product_id, sum(h.quantity) as pieces
               from inventory.holding as h
                   join inventory.item as i on i.store_id = h.store_id and i.id = h.item_id
               where h.store_id = any (:stores) and h.state <> 'Released'
               group by 1, 2, 3) as h
        on h.store_id = l.store_id and h.holder_id = l.id and h.product_id = l.product_id
where (h.pieces is not null and h.pieces <> l.pieces)
    or (h.pieces is null and l.pieces > 0 and p.initial_quantity is not null and p.track_inventory is null)
union all
select h.store_id, 'I2 pieces are held that no line asks for', h.holder_id::text
from inventory.holding as h
    join inventory.item as i on i.store_id = h.store_id and i.id = h.item_id
    join orders.customer_order as o on o.store_id = h.store_id and o.id = h.holder_id
where h.store_id = any (:stores) and h.state <> 'Released' and not exists (
    select from orders.order_line as l
    where l.store_id = h.store_id and l.order_id = h.holder_id and l.product_id = i.product_id)
union all
select h.store_id, 'I2 the ledger does not say what was sold and came back', h.holder_id::text
from (select h.store_id, h.holder_id, i.product_id,
             coalesce(sum(h.quantity - h.returned) filter (where h.state = 'Sold'), 0) as gone
      from inventory.holding as h
          join inventory.item as i on i.store_id = h.store_id and i.id = h.item_id
      where h.store_id = any (:stores) group by 1, 2, 3) as h
    left join (select m.store_id, m.order_id, i.product_id, -sum(m.quantity) as gone
               from inventory.movement as m
                   join inventory.item as i on i.store_id = m.store_id and i.id = m.item_id
               where m.store_id = any (:stores) and m.order_id is not null group by 1, 2, 3) as m
        on m.store_id = h.store_id and m.order_id = h.holder_id and m.product_id = h.product_id
where h.gone <> coalesce(m.gone, 0)
    -- What was sold short comes back as what it was: more than the stock knew of.
    and not (h.gone = 0 and m.gone < 0 and exists (
        select from orders.order_line as l
        where l.store_id = h.store_id and l.order_id = h.holder_id and l.product_id = h.product_id
            and l.short_quantity > 0))
union all
select b.store_id, 'I2 pieces put back are not those of the completed returns', b.order_id::text
from (select coalesce(t.store_id, h.store_id) as store_id, coalesce(t.order_id, h.holder_id) as order_id,
             coalesce(t.product_id, h.product_id) as product_id, coalesce(t.restocked, 0) as restocked,
             coalesce(h.returned, 0) as returned, coalesce(h.quantity, 0) as quantity,
             t.short or h.holder_id is not null as tracked
      from (select r.store_id, r.order_id, l.product_id, sum(t.restocked) as restocked,
                   bool_or(l.short_quantity > 0) as short
            from returns.return_request as r
                join returns.return_item as t on t.store_id = r.store_id and t.request_id = r.id
                join orders.order_line as l on l.store_id = t.store_id and l.id = t.order_line_id
            where r.store_id = any (:stores) and r.status = 'completed' group by 1, 2, 3) as t
          full join (select h.store_id, h.holder_id, i.product_id, sum(h.returned) as returned, sum(h.quantity) as quantity
                     from inventory.holding as h
                         join inventory.item as i on i.store_id = h.store_id and i.id = h.item_id
                         join orders.customer_order as o on o.store_id = h.store_id and o.id = h.holder_id
                     where h.store_id = any (:stores) and h.state = 'Sold' group by 1, 2, 3) as h
              on h.store_id = t.store_id and h.holder_id = t.order_id and h.product_id = t.product_id) as b
    left join (select m.store_id, m.order_id, i.product_id, sum(m.quantity) as pieces
               from inventory.movement as m
                   join inventory.item as i on i.store_id = m.store_id and i.id = m.item_id
               where m.store_id = any (:stores) and m.type = 'Return' group by 1, 2, 3) as m
        on m.store_id = b.store_id and m.order_id = b.order_id and m.product_id = b.product_id
where b.returned <> least(b.restocked, b.quantity)
    or coalesce(m.pieces, 0) <> case when b.tracked then b.restocked else 0 end

-- I2: returns.
union all
select r.store_id, 'I2 more than one return is pending', r.order_id::text
from returns.return_request as r
where r.store_id = any (:stores) and r.status = 'pending'
group by 1, 3 having count(*) > 1
union all
select l.store_id, 'I2 more pieces are asked back than were delivered', l.order_id::text || ' ' || l.sku
from orders.order_line as l
    join (select t.store_id, t.order_line_id,
                 sum(case r.status when 'completed' then t.restocked + t.damaged else t.quantity end) as asked
          from returns.return_item as t
              join returns.return_request as r on r.store_id = t.store_id and r.id = t.request_id
          where t.store_id = any (:stores) and r.status in ('approved', 'completed') group by 1, 2) as t
        on t.store_id = l.store_id and t.order_line_id = l.id
where l.store_id = any (:stores) and t.asked > l.quantity
union all
select r.store_id, 'I2 a return of an order that was never delivered', r.order_id::text
from returns.return_request as r
    left join orders.customer_order as o on o.store_id = r.store_id and o.id = r.order_id
where r.store_id = any (:stores)
    and (o.status = 'Delivered' or (o.status = 'Returned' and o.payment_status = 'Refunded')) is not true
union all
select o.store_id, 'I2 all pieces are back and the order is ' || o.status, o.public_id
from orders.customer_order as o
where o.store_id = any (:stores)
    and (o.status = 'Delivered' or (o.status = 'Returned' and o.payment_status = 'Refunded'))
    and (o.status = 'Returned') <> (exists (
            select from returns.return_request as r
            where r.store_id = o.store_id and r.order_id = o.id and r.status = 'completed')
        and not exists (
            select from orders.order_line as l
            where l.store_id = o.store_id and l.order_id = o.id and l.quantity > (
                select coalesce(sum(t.restocked + t.damaged), 0)
                from returns.return_item as t
                    join returns.return_request as r on r.store_id = t.store_id and r.id = t.request_id
                where t.store_id = l.store_id and t.order_line_id = l.id and r.status = 'completed')))

-- I2: purchases. What was received is what the receipts say, what stock got, and what the averages were made of.
union all
select i.store_id, 'I2 what came of an item is not what its receipts say', i.id::text
from purchasing.purchase_order_item as i
    left join (select store_id, item_id, sum(accepted) as accepted, sum(rejected) as rejected
               from purchasing.receipt_line where store_id = any (:stores) group by 1, 2) as r
        on r.store_id = i.store_id and r.item_id = i.id
where i.store_id = any (:stores)
    and (i.received <> coalesce(r.accepted, 0) or i.rejected <> coalesce(r.rejected, 0)
         or i.received + i.rejected > i.quantity)
union all
select r.store_id, 'I2 stock did not get what a purchase order received', r.purchase_order_id::text
from (select store_id, purchase_order_id, product_id, sum(accepted) as pieces
      from purchasing.receipt_line where store_id = any (:stores) group by 1, 2, 3) as r
    full join (select m.store_id, m.purchase_order_id, i.product_id, sum(m.quantity) as pieces
               from inventory.movement as m
                   join inventory.item as i on i.store_id = m.store_id and i.id = m.item_id
               where m.store_id = any (:stores) and m.type = 'Receipt' group by 1, 2, 3) as m
        on m.store_id = r.store_id and m.purchase_order_id = r.purchase_order_id and m.product_id = r.product_id
where exists (select from purchasing.purchase_order as o
              where o.store_id = coalesce(r.store_id, m.store_id)
                  and o.id = coalesce(r.purchase_order_id, m.purchase_order_id))
    and coalesce(r.pieces, 0) <> coalesce(m.pieces, 0)
union all
select o.store_id, 'I2 a purchase order that is ' || o.status || ' has ' || i.open || ' pieces open', o.number::text
from purchasing.purchase_order as o
    join (select store_id, purchase_order_id, sum(quantity - received - rejected) as open,
                 sum(received + rejected) as came
          from purchasing.purchase_order_item where store_id = any (:stores) group by 1, 2) as i
        on i.store_id = o.store_id and i.purchase_order_id = o.id
where o.store_id = any (:stores)
    and not case o.status
        when 'Draft' then i.came = 0
        when 'Sent' then i.came = 0
        when 'PartiallyReceived' then i.came > 0 and i.open > 0
        when 'Cancelled' then i.open > 0
        else true end

-- I5: purchases. What is owed and what a piece costs recompute from their entries.
union all
select o.store_id, 'I5 a purchase order does not come to its items', o.number::text
from purchasing.purchase_order as o
where o.store_id = any (:stores) and o.sub_total <> (
    select sum(i.quantity * i.unit_cost) from purchasing.purchase_order_item as i
    where i.store_id = o.store_id and i.purchase_order_id = o.id)
union all
select o.store_id, 'I5 what is owed is not what came', o.number::text
from purchasing.purchase_order as o
    left join (select store_id, purchase_order_id, sum(amount) filter (where type = 'Goods') as goods,
                      sum(amount) filter (where type = 'Fees') as fees,
                      sum(amount) filter (where type = 'Payment') as paid
               from purchasing.ledger_entry where store_id = any (:stores) group by 1, 2) as e
        on e.store_id = o.store_id and e.purchase_order_id = o.id
    left join (select r.store_id, r.purchase_order_id, sum(r.value) as value,
                      sum(r.accepted * i.unit_cost) as cost, sum(r.fees) as fees, sum(r.accepted) as accepted
               from purchasing.receipt_line as r
                   join purchasing.purchase_order_item as i on i.store_id = r.store_id and i.id = r.item_id
               where r.store_id = any (:stores) group by 1, 2) as r
        on r.store_id = o.store_id and r.purchase_order_id = o.id
where o.store_id = any (:stores)
    and (coalesce(e.goods, 0) <> coalesce(r.cost, 0) or coalesce(r.value, 0) <> coalesce(r.cost, 0)
         or coalesce(e.fees, 0) <> o.fees_carried or coalesce(e.paid, 0) > 0
         or (r.accepted > 0 and r.fees <> o.fees_carried)
         or (o.status = 'Received' and o.fees_carried <> o.additional_fees))
union all
select e.store_id, 'I5 an average does not follow from the one before', e.product_id::text || ' ' || e.position
from (select v.*, lag(pieces_before + pieces) over follow as held, lag(worth_before + worth) over follow as value,
             row_number() over follow as place
      from inventory.valuation_entry as v where v.store_id = any (:stores)
      window follow as (partition by store_id, product_id order by position)) as e
where e.place <> e.position
    or (e.position > 1 and e.worth_before <> round(e.value::numeric * e.pieces_before / e.held))
union all
select p.store_id, 'I5 an average cost is not that of its last entry', p.sku
from catalog.product as p
    left join inventory.valuation as v on v.store_id = p.store_id and v.product_id = p.id
    left join lateral (
        select e.position, e.pieces_before + e.pieces as pieces, e.worth_before + e.worth as worth
        from inventory.valuation_entry as e
        where e.store_id = p.store_id and e.product_id = p.id order by e.position desc limit 1) as e on true
where p.store_id = any (:stores)
    and ((v.pieces, v.worth, v.entries) is distinct from (e.pieces, e.worth, e.position)
         or p.average_cost is distinct from round(v.worth::numeric / v.pieces))
union all
select r.store_id, 'I5 the averages did not get what was received', r.purchase_order_id::text
from (select store_id, purchase_order_id, product_id, sum(accepted) as pieces, sum(value + fees) as worth
      from purchasing.receipt_line where store_id = any (:stores) and accepted > 0 group by 1, 2, 3) as r
    left join (select store_id, purchase_order_id, product_id, sum(pieces) as pieces, sum(worth) as worth
               from inventory.valuation_entry where store_id = any (:stores) and pieces > 0 group by 1, 2, 3) as e
        on e.store_id = r.store_id and e.purchase_order_id = r.purchase_order_id and e.product_id = r.product_id
where r.pieces is distinct from e.pieces or r.worth is distinct from e.worth

-- I3: codes. A shop may lower a limit below what was used; then nothing more may have been used since.
union all
select c.store_id, 'I3 used is not the count of live uses', c.code
from pricing.discount_code as c
where c.store_id = any (:stores) and c.used_count <> (
    select count(*) from pricing.redemption as r
    where r.store_id = c.store_id and r.code_id = c.id and r.given_back_at is null)
union all
select c.store_id, 'I3 used more often than it may be', c.code
from pricing.discount_code as c
where c.store_id = any (:stores) and c.used_count > c.max_uses and exists (
    select from pricing.redemption as r
    where r.store_id = c.store_id and r.code_id = c.id and r.given_back_at is null and r.used_at > c.updated_at)
union all
select c.store_id, 'I3 a phone used it more often than it may', c.code
from pricing.discount_code as c
    join pricing.redemption as r on r.store_id = c.store_id and r.code_id = c.id and r.given_back_at is null
where c.store_id = any (:stores) and r.phone is not null
group by c.store_id, c.id, c.code, c.per_user_limit, c.updated_at, r.phone
having count(*) > c.per_user_limit and max(r.used_at) > c.updated_at
union all
select u.store_id, 'I3 a phone''s count is not that of its live uses', u.code_id::text
from pricing.phone_use as u
where u.store_id = any (:stores) and u.used_count <> (
    select count(*) from pricing.redemption as r
    where r.store_id = u.store_id and r.code_id = u.code_id and r.phone = u.phone and r.given_back_at is null)
union all
select o.store_id, 'I3 an order and its use of a code disagree', o.public_id
from orders.customer_order as o
where o.store_id = any (:stores)
    and (o.discount_code is not null and o.status <> 'Cancelled') <> exists (
        select from pricing.redemption as r
        where r.store_id = o.store_id and r.order_id = o.id and r.given_back_at is null)
union all
select r.store_id, 'I3 a use without an order', r.order_id::text
from pricing.redemption as r
where r.store_id = any (:stores) and not exists (
    select from orders.customer_order as o where o.store_id = r.store_id and o.id = r.order_id)

-- I5: money.
union all
select o.store_id, 'I5 an order does not add up', o.public_id
from orders.customer_order as o
    left join (select l.store_id, l.order_id, sum(l.unit_price * l.quantity) as listed,
                      sum(l.discount_amount) as discounts, sum(l.line_total) as lines, max(l.position) as top,
                      count(*) as many
               from orders.order_line as l where l.store_id = any (:stores) group by 1, 2) as l
        on l.store_id = o.store_id and l.order_id = o.id
where o.store_id = any (:stores)
    and (o.total <> o.sub_total - o.discount_total + o.delivery_fee
         or (l.order_id is not null
             and (o.sub_total <> l.listed or o.discount_total <> l.discounts or o.total <> l.lines + o.delivery_fee
                  or l.top <> l.many))
         or o.discount_total <> (
             select coalesce(sum((a ->> 'amount')::bigint), 0)
             from jsonb_array_elements(o.price_trace -> 'applied') as a))
union all
select o.store_id, 'I5 payment ' || o.payment_status || ' of an order that is ' || o.status, o.public_id
from orders.customer_order as o
where o.store_id = any (:stores) and not case
    when o.status = 'Delivered'
        then o.payment_status = 'Collected' and o.amount_due = 0 and o.amount_collected = o.total
    when o.status in ('Cancelled', 'Refused', 'Returning')
        then o.payment_status = 'Void' and o.amount_due = 0 and o.amount_collected = 0
    when o.status = 'Returned'
        then o.amount_due = 0
            and (o.payment_status = 'Refunded' and o.amount_collected = o.total
                 or o.payment_status = 'Void' and o.amount_collected = 0)
    else o.payment_status = 'Due' and o.amount_due = o.total and o.amount_collected = 0 end
union all
select r.store_id, 'I5 a refund is not the sum of its parts', r.id::text
from returns.return_request as r
    join (select t.store_id, t.request_id, sum(t.refund) as refund from returns.return_item as t
          where t.store_id = any (:stores) group by 1, 2) as t
        on t.store_id = r.store_id and t.request_id = r.id
where r.store_id = any (:stores) and r.refund_amount <> t.refund
union all
select l.store_id, 'I5 more is paid back for a line than it cost', l.order_id::text || ' ' || l.sku
from orders.order_line as l
    join (select t.store_id, t.order_line_id, sum(t.refund) as refund,
                 sum(t.restocked + t.damaged) as back
          from returns.return_item as t
              join returns.return_request as r on r.store_id = t.store_id and r.id = t.request_id
          where t.store_id = any (:stores) and r.status = 'completed' group by 1, 2) as t
        on t.store_id = l.store_id and t.order_line_id = l.id
where l.store_id = any (:stores)
    and (t.refund > l.line_total or (t.back = l.quantity and t.refund <> l.line_total))
union all
select o.store_id, 'I5 more is paid back than was paid for the goods', o.public_id
from orders.customer_order as o
    join (select r.store_id, r.order_id, sum(r.refund_amount) as refund from returns.return_request as r
          where r.store_id = any (:stores) and r.status = 'completed' group by 1, 2) as r
        on r.store_id = o.store_id and r.order_id = o.id
where o.store_id = any (:stores) and r.refund > o.sub_total - o.discount_total
union all
select o.store_id, 'I5 an order in another currency than the store''s', o.public_id
from orders.customer_order as o
    left join stores.settings as s on s.store_id = o.store_id
where o.store_id = any (:stores) and o.currency <> coalesce(s.currency_code, 'IQD')
union all
select coalesce(o.store_id, c.store_id), 'I5 a customer''s figures are not those of the orders',
       coalesce(o.phone, c.phone)
from (select o.store_id, o.customer_phone as phone, count(*) as orders,
             count(*) filter (where o.status = 'Delivered' or o.payment_status = 'Refunded') as delivered,
             count(*) filter (where exists (
                 select from orders.timeline_entry as t
                 where t.store_id = o.store_id and t.order_id = o.id and t.status = 'Refused')) as refused,
             count(*) filter (where o.payment_status = 'Refunded') as returned,
             sum(o.amount_collected - (
                 select coalesce(sum(r.refund_amount), 0) from returns.return_request as r
                 where r.store_id = o.store_id and r.order_id = o.id and r.status = 'completed')) as collected
      from orders.customer_order as o
      where o.store_id = any (:stores) and o.customer_phone is not null group by 1, 2) as o
    full join (select store_id, phone, orders_count, delivered_count, refused_count, returned_count, collected_total
               from customers.customer where store_id = any (:stores)) as c
        on c.store_id = o.store_id and c.phone = o.phone
where (o.orders, o.delivered, o.refused, o.returned, o.collected) is distinct from
      (c.orders_count, c.delivered_count, c.refused_count, c.returned_count, c.collected_total)

-- I5: the counter. A sale is an order and an order at the counter is a sale; drawers add up, and no Z number is missing.
union all
select o.store_id, 'I5 an order at the counter and its sale disagree', o.public_id
from orders.customer_order as o
    left join cashier.sale as x on x.store_id = o.store_id and x.order_id = o.id
where o.store_id = any (:stores) and o.cash_rounding is not null
    and (o.total, o.cash_rounding, o.cash_shortfall, coalesce(o.cash_change, 0), o.payment_method, o.cashier_session_id, o.sale_id)
        is distinct from (x.total, x.rounding, x.shortfall, x.change, x.payment_method, x.session_id, x.sale_id)
union all
select x.store_id, 'I5 a sale without its order', x.order_id::text
from cashier.sale as x
where x.store_id = any (:stores) and not exists (
    select from orders.customer_order as o
    where o.store_id = x.store_id and o.id = x.order_id and o.source = 'Pos' and o.cash_rounding is not null)
union all
select x.store_id, 'I5 a sale waits though its register has a session', x.order_id::text
from cashier.sale as x
    join cashier.session as s on s.store_id = x.store_id and s.register_name = x.register_name and s.status = 'Open'
where x.store_id = any (:stores) and x.session_id is null
union all
select s.store_id, 'I5 a session does not say what went through its drawer', s.id::text
from cashier.session as s
where s.store_id = any (:stores) and s.status = 'Closed' and s.expected_cash <> s.opening_cash
    + (select coalesce(sum(x.taken - x.change), 0) from cashier.sale as x
       where x.store_id = s.store_id and x.session_id = s.id and x.payment_method = 'Cash')
    - (select coalesce(sum(r.amount), 0) from cashier.refund as r
       where r.store_id = s.store_id and r.session_id = s.id)
    + (select coalesce(sum(case c.type when 'PayIn' then c.amount else -c.amount end), 0) from cashier.cash_movement as c
       where c.store_id = s.store_id and c.session_id = s.id)
union all
select r.store_id, 'I5 the Z numbers of a register have a gap', r.name
from cashier.register as r
    left join (select store_id, register_name, count(*) as many, max(z_number) as top
               from cashier.session where store_id = any (:stores) and status = 'Closed' group by 1, 2) as z
        on z.store_id = r.store_id and z.register_name = r.name
where r.store_id = any (:stores) and (r.z_number <> coalesce(z.many, 0) or r.z_number <> coalesce(z.top, 0))
union all
select q.store_id, 'I5 a return of a cash sale was not paid back once', q.id::text
from returns.return_request as q
    join cashier.sale as x on x.store_id = q.store_id and x.order_id = q.order_id and x.payment_method = 'Cash'
    left join cashier.refund as r on r.store_id = q.store_id and r.return_id = q.id
where q.store_id = any (:stores)
    and coalesce(r.refund, 0) <> case q.status when 'completed' then q.refund_amount else 0 end
union all
select x.store_id, 'I5 more cash went back than was paid', x.order_id::text
from cashier.sale as x
    join cashier.refund as r on r.store_id = x.store_id and r.order_id = x.order_id
where x.store_id = any (:stores)
group by 1, 3, x.total, x.rounding having sum(r.amount) > x.total + x.rounding

-- Orders: numbers, references, timelines.
union all
select o.store_id, 'numbers have a gap', count(*)::text
from orders.customer_order as o
where o.store_id = any (:stores)
group by o.store_id
having min(o.number) <> 1 or max(o.number) <> count(*) or max(o.number) is distinct from (
    select c.value from platform.store_counter as c where c.store_id = o.store_id and c.name = 'order')
union all
select o.store_id, 'a reference that nobody owns, or not its first order', o.public_id
from orders.customer_order as o
where o.store_id = any (:stores) and o.external_ref is not null and not exists (
    select from orders.external_ref as e
        join orders.customer_order as f on f.store_id = e.store_id and f.id = e.order_id
    where e.store_id = o.store_id and e.external_ref = o.external_ref
        and f.external_ref = o.external_ref and f.number <= o.number)
union all
select o.store_id, 'a timeline has a gap or ends elsewhere than its order', o.public_id
from orders.customer_order as o
    left join (select t.store_id, t.order_id, count(*) as many, max(t.position) as top,
                      (array_agg(t.status order by t.position desc))[1] as last
               from orders.timeline_entry as t where t.store_id = any (:stores) group by 1, 2) as t
        on t.store_id = o.store_id and t.order_id = o.id
where o.store_id = any (:stores) and (t.many is null or t.many <> t.top or t.last <> o.status)

-- I9 and I10, and the tree of categories.
union all
select k.store_id, 'I9 a key was kept without its answer', k.key
from platform.kept_answer as k
where k.store_id = any (:stores) and k.status is null
union all
select a.store_id, 'I10 the audit log has a gap', count(*)::text
from platform.audit_entry as a
where a.store_id = any (:stores)
group by a.store_id
having min(a.seq) <> 1 or max(a.seq) <> count(*) or max(a.seq) is distinct from (
    select c.value from platform.store_counter as c where c.store_id = a.store_id and c.name = 'audit')
union all
select o.store_id, 'I10 an order was placed and the audit log does not say so once', o.public_id
from orders.customer_order as o
    left join (select a.store_id, a.resource_id, count(*) as times from platform.audit_entry as a
               where a.store_id = any (:stores) and a.action = 'order.created' group by 1, 2) as a
        on a.store_id = o.store_id and a.resource_id = o.id
where o.store_id = any (:stores) and a.times is distinct from 1
union all
select c.store_id, 'a category stands below itself', c.name
from catalog.category as c
where c.store_id = any (:stores) and c.id not in (
    with recursive tree as (
        select r.id from catalog.category as r where r.store_id = c.store_id and r.parent_category_id is null
        union all
        select below.id from tree join catalog.category as below
            on below.store_id = c.store_id and below.parent_category_id = tree.id)
    select id from tree)

-- I6: events and deliveries. Events go after thirty days, the oldest first: so a feed may begin late, and is asked for
-- nothing from before.
union all
select f.store_id, 'I6 the feed has a gap or does not end at its counter', f.kept || ' of ' || f.value
from (select c.store_id, c.value, count(e.id) as kept, min(e.feed_position) as first, max(e.feed_position) as last
      from platform.store_counter as c
          left join webhooks.event as e on e.store_id = c.store_id
      where c.store_id = any (:stores) and c.name = 'feed' group by 1, 2) as f
where f.kept > 0 and (f.last <> f.value or f.kept <> f.last - f.first + 1)
union all
select e.store_id, 'I6 events are there and the feed has no counter', min(e.id::text)
from webhooks.event as e
where e.store_id = any (:stores) and not exists (
    select from platform.store_counter as c where c.store_id = e.store_id and c.name = 'feed')
group by e.store_id
union all
select coalesce(r.store_id, e.store_id),
       'I6 a change without its event, or an event without its change',
       coalesce(r.type, e.resource_type) || ' ' || coalesce(r.id, e.resource_id) || ': '
           || coalesce(e.many, 0) || ' events up to ' || coalesce(e.last, 0) || ' of ' || coalesce(r.sequence, 0)
from (select store_id, 'order' as type, id, sequence from orders.customer_order where store_id = any (:stores)
      union all
      select store_id, 'return_request', id, sequence from returns.return_request where store_id = any (:stores)
      union all
      select store_id, 'product', id, sequence from catalog.product where store_id = any (:stores)
      union all
      select store_id, 'inventory_item', id, sequence from inventory.item
      where store_id = any (:stores) and sequence > 0
      union all
      select store_id, 'conversation', id, sequence from messaging.conversation
      where store_id = any (:stores) and sequence > 0
      union all
      select store_id, 'webhook', id, tests from webhooks.subscription where store_id = any (:stores) and tests > 0) as r
    full join (
        select store_id, resource_type, resource_id, count(*) as many, min(sequence) as first, max(sequence) as last,
               count(distinct sequence) as numbers, min(feed_position) as position
        from webhooks.event where store_id = any (:stores) group by 1, 2, 3) as e
        on e.store_id = r.store_id and e.resource_type = r.type and e.resource_id = r.id
    left join (select store_id, min(feed_position) as first from webhooks.event
               where store_id = any (:stores) group by 1) as feed
        on feed.store_id = coalesce(r.store_id, e.store_id)
where (e.many is null and (feed.first = 1 or (feed.first is null and not exists (
            select from platform.store_counter as c where c.store_id = r.store_id and c.name = 'feed'))))
    or e.many <> e.numbers
    or e.many <> e.last - e.first + 1
    or (feed.first = 1 and e.first <> 1)
    -- A subscription that is gone leaves the tests behind that it was sent.
    or (r.id is null and e.resource_type <> 'webhook')
    or e.last <> r.sequence
union all
select o.store_id, 'I6 an order and the types of its events disagree', o.public_id
from orders.customer_order as o
    join (select store_id, resource_id, min(sequence) as first,
                 count(*) filter (where type = 'order.created' and sequence = 1) as created,
                 count(*) filter (where type = 'order.status_changed') as steps,
                 count(*) filter (where type = 'order.delivered') as delivered,
                 count(*) filter (where type = 'order.cancelled') as cancelled
          from webhooks.event where store_id = any (:stores) and resource_type = 'order' group by 1, 2) as e
        on e.store_id = o.store_id and e.resource_id = o.id and e.first = 1
    cross join lateral (
        select count(*) filter (where t.type = 'status') as steps,
               count(*) filter (where t.status = 'Delivered') as delivered,
               count(*) filter (where t.status = 'Cancelled') as cancelled
        from orders.timeline_entry as t
        where t.store_id = o.store_id and t.order_id = o.id and t.type in ('created', 'status')) as t
where o.store_id = any (:stores)
    and (e.created, e.steps, e.delivered, e.cancelled) is distinct from (1::bigint, t.steps, t.delivered, t.cancelled)
union all
-- Ten seconds, since a step may have begun before a subscription that it does not see, and goes on no longer than that.
select e.store_id, 'I6 an event was not planned for a subscription', e.type || ' ' || e.id
from webhooks.event as e
    join webhooks.subscription as s
        on s.store_id = e.store_id and case when e.type = 'webhook.test' then s.id = e.resource_id
            else (s.event_types = '{}' or e.type = any (s.event_types)) end
where e.store_id = any (:stores) and e.recorded_at > s.updated_at + interval '10 seconds' and s.ended_at is null
    and not exists (
        select from webhooks.delivery as d
        where d.store_id = e.store_id and d.event_id = e.id and d.subscription_id = s.id)
union all
select d.store_id, 'I6 more than one delivery of an event to a subscription', d.event_id::text
from webhooks.delivery as d
where d.store_id = any (:stores)
group by d.store_id, d.event_id, d.subscription_id having count(*) > 1
union all
select d.store_id, 'I6 a delivery to a subscription that is gone', d.id::text
from webhooks.delivery as d
where d.store_id = any (:stores) and not exists (
    select from webhooks.subscription as s where s.store_id = d.store_id and s.id = d.subscription_id)
union all
select d.store_id, 'I6 a delivery that is ' || d.status || case when j.id is null then ' has no job' else ' has a job' end,
       d.id::text
from webhooks.delivery as d
    left join jobs.job as j on j.store_id = d.store_id and j.id = d.id and j.kind = 'webhooks.deliver'
where d.store_id = any (:stores) and (d.status = 'Pending') <> (j.id is not null)
union all
-- One that a worker holds is ended by it.
select j.store_id, 'I6 a job that nobody holds has no delivery', j.id::text
from jobs.job as j
where j.store_id = any (:stores) and j.kind = 'webhooks.deliver' and j.owner is null and not exists (
    select from webhooks.delivery as d where d.store_id = j.store_id and d.id = j.id)
union all
select d.store_id, 'I6 the attempts of a delivery are not those that were noted', d.id::text
from webhooks.delivery as d
    left join (select store_id, delivery_id, count(*) as many, max(number) as last from webhooks.attempt
               where store_id = any (:stores) group by 1, 2) as a
        on a.store_id = d.store_id and a.delivery_id = d.id
where d.store_id = any (:stores) and (d.attempts, d.attempts) is distinct from (coalesce(a.many, 0), coalesce(a.last, 0))
union all
select d.store_id, 'I6 a delivery is Delivered without a good answer', d.id::text
from webhooks.delivery as d
where d.store_id = any (:stores) and d.status = 'Delivered' and not exists (
    select from webhooks.attempt as a
    where a.store_id = d.store_id and a.delivery_id = d.id and a.number = d.attempts
        and a.status_code between 200 and 299)
