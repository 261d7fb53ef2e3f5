-- What each of the staff has open just now, one thing at each desk. The next takes the place of the last, so nothing grows.
create table identity.presence (
    store_id      uuid        not null,
    member_id     uuid        not null,
    desk          text        not null check (desk in ('Confirmation', 'Inbox')),
    subject_id    uuid        not null,
    open_until    timestamptz not null,
    writing_until timestamptz,
    primary key (store_id, member_id, desk),
    constraint gone_with_its_member foreign key (store_id, member_id)
        references identity.member (store_id, id) on delete cascade
);
alter table identity.presence enable row level security, force row level security;
create policy own_store on identity.presence
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on identity.presence to ${runtime};
