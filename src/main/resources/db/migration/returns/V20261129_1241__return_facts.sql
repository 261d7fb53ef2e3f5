-- What other modules may read of completed returns in statements of their own, as of whoever asks.
create view returns.completed_return with (security_invoker = true) as
select r.store_id, r.id as return_id, r.order_id, r.refund_amount
from returns.return_request as r where r.status = 'completed';

create view returns.returned_item with (security_invoker = true) as
select i.store_id, r.order_id, i.order_line_id, i.restocked, i.damaged, i.refund
from returns.return_request as r
    join returns.return_item as i on i.store_id = r.store_id and i.request_id = r.id
where r.status = 'completed';

grant select on returns.completed_return, returns.returned_item to ${runtime};

-- What waits for somebody is counted on the first page that a shop looks at in the morning.
create index open_return on returns.return_request (store_id) where status in ('pending', 'approved');
