-- How many sign-ins with a phone failed in a row, so that a flood of them is a few entries of the audit log and not one each.
alter table identity.wrong_guess add column failures bigint not null default 0;

-- Platform: where a phone signed in from of late, by its digest. A guesser elsewhere does not slow these down.
create table identity.familiar_network (
    subject text        primary key check (subject <> ''),
    seen_at timestamptz not null
);
create index familiar_network_by_age on identity.familiar_network (seen_at);
grant select, insert, update, delete on identity.familiar_network to ${runtime};
