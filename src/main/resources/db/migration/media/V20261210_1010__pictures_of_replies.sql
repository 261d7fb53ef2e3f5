-- Pictures that were uploaded for a reply go with the contact they were sent to, as documents do. The bytes of all their
-- sizes count toward what a store keeps for its replies; of other pictures they are not known.
alter table media.image add column reply_bytes bigint check (reply_bytes > 0);
create index image_of_replies on media.image (store_id) include (reply_bytes) where reply_bytes is not null;
grant delete on media.image, media.rendition to ${runtime};
