-- Who changed this, and what happened in that week, are asked of a log that only grows. An actor is looked for among either:
-- one more index would cost each change a third more.
create index audit_entry_by_resource on platform.audit_entry (store_id, resource_id, seq desc);
create index audit_entry_by_time on platform.audit_entry (store_id, created_at);
