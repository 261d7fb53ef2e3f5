-- A repeat says the language of the first answer. Unknown of those that an older version kept, or keeps while both run.
alter table platform.kept_answer add column language text check (language <> '');
