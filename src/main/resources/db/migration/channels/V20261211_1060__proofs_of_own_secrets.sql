-- Those about which Meta is still to be asked: channels with an app secret of their own too, since who has proved an account is
-- tried first for what comes.
drop index channels.account_to_prove;
create index account_to_prove on channels.account_owner (store_id, channel_id) where standing <> 'Proven';
