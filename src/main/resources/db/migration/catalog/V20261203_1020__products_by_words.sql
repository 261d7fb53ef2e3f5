-- As products_like, by many words at once: each row of a word's number and one of its patterns; answers how many of the words
-- a product has. Ids of the transaction's own store and nothing else; the caller reads the rows behind the wall.
create function catalog.products_with_words(words integer[], patterns text[], most integer)
    returns table (product_id uuid, matched bigint)
    language sql stable security definer rows 100
    set search_path = pg_catalog, pg_temp
    as $$
        select s.product_id, count(distinct w.word) as matched
        from unnest(words, patterns) as w (word, pattern)
        join catalog.product_search as s
            on s.store_id = current_setting('app.store_id')::uuid and s.content like w.pattern
        group by s.product_id
        order by matched desc, s.product_id desc
        limit most
    $$;
revoke all on function catalog.products_with_words(integer[], text[], integer) from public;
grant execute on function catalog.products_with_words(integer[], text[], integer) to ${runtime};
