-- Whether a channel has shown that its account is its store's: its access token may read the account. What signs the
-- deliveries of many stores proves nothing about one of them, so a channel without an app secret of its own takes them only
-- once that is shown. A channel of before is Assumed and goes on, until Meta was asked about it; so is one that a process of
-- the release before makes meanwhile.
--   Unproven   holds the account's place, and takes nothing
--   Proven     holds it and takes what comes
--   Displaced  another store has shown that the account is its own
alter table channels.account_owner
    add column standing text not null default 'Assumed'
        constraint standing_is_known check (standing in ('Assumed', 'Unproven', 'Proven', 'Displaced')),
    -- Why Meta says no; null where it said nothing.
    add column standing_code text check (standing_code <> ''),
    add column standing_since timestamptz;

-- Of those that rely on the secret of the deployment one alone has an account's place, and who is displaced has none.
drop index channels.one_store_per_secret_of_deployment;
create unique index one_store_per_secret_of_deployment on channels.account_owner (channel_type, external_account_id)
    where not has_own_secret and standing <> 'Displaced';

-- Those about which Meta is still to be asked.
create index account_to_prove on channels.account_owner (store_id, channel_id)
    where not has_own_secret and standing <> 'Proven';
