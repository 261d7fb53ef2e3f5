-- One that was ended is nobody's any more and gives its slot back; its row goes when the last of its deliveries has gone.
alter table webhooks.subscription
    add column ended_at timestamptz,
    alter column slot drop not null,
    add constraint ended_has_no_slot check ((ended_at is null) = (slot is not null));
