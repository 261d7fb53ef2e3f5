-- Documents that were sent to a contact who is erased go with what was said to them.
grant delete on media.document to ${runtime};
