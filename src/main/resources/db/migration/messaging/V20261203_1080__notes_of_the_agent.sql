-- The agent tells people in a note what it hands over.
alter table messaging.note
    drop constraint note_author_kind_check,
    add constraint note_author_kind_check check (author_kind in ('user', 'key', 'agent')) not valid;
alter table messaging.note validate constraint note_author_kind_check;
