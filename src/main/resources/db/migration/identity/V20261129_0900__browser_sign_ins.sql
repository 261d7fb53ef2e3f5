-- A family serves a program, which takes its token for the next one, or a browser, whose cookie keeps one token to the end.
alter table identity.sign_in add column carrier text not null default 'program' check (carrier in ('program', 'browser'));
