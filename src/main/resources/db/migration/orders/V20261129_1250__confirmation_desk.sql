-- The confirmation desk calls who has ordered. Each call is an entry of the order's timeline that has an outcome; the order
-- carries how many there were and what the last came to, so that a list shows it without a look at the timeline.
alter table orders.customer_order
    add column confirmation_attempts bigint not null default 0 check (confirmation_attempts >= 0),
    add column confirmation_outcome  text check (confirmation_outcome in ('Confirmed', 'NoAnswer', 'Busy', 'WrongNumber',
                                         'CallAgain', 'Rejected')),
    add column confirmation_at       timestamptz,
    add column call_again_at         timestamptz,
    add constraint an_attempt_has_outcome_and_time
        check ((confirmation_attempts > 0) = (confirmation_outcome is not null)
               and (confirmation_attempts > 0) = (confirmation_at is not null));

-- Whom to call, the longest waiting first: since the order, since the last call, or since the time that was agreed. A wrong
-- number is not called again, unless somebody said when. GREATEST and not COALESCE: behind a policy only the first may be
-- looked up in an index.
create index order_to_call
    on orders.customer_order (store_id, greatest(created_at, confirmation_at, call_again_at), number)
    where status = 'Pending'
        and (confirmation_outcome is null or confirmation_outcome <> 'WrongNumber' or call_again_at is not null);

alter table orders.timeline_entry
    drop constraint timeline_entry_type_check,
    add constraint timeline_entry_type_check
        check (type in ('created', 'status', 'address', 'items', 'return', 'confirmation')),
    add column outcome text check (outcome in ('Confirmed', 'NoAnswer', 'Busy', 'WrongNumber', 'CallAgain', 'Rejected')),
    add constraint a_confirmation_has_an_outcome check (type <> 'confirmation' or outcome is not null);

-- Who called, and with what outcome, over a time.
create index timeline_entry_of_a_call on orders.timeline_entry (store_id, occurred_at) where outcome is not null;
