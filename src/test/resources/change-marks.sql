-- Refuses every commit of Sendy's that changes what a shop's home shows and leaves the store's change mark where it was. It is
-- looked at when the transaction ends: the mark moves last. What a superuser writes by hand is no door of Sendy's.
create schema proof;

create function proof.moved() returns trigger language plpgsql as $$
begin
    perform set_config('proof.moved', concat(current_setting('proof.moved', true), new.store_id, ' '), true);
    return null;
end
$$;

-- What is given back and taken anew in one transaction is as it was, and nobody hears of it.
create function proof.counted() returns trigger language plpgsql as $$
declare
    counted jsonb := coalesce(nullif(current_setting('proof.counted', true), ''), '{}');
begin
    counted := counted || jsonb_build_object(new.id, coalesce((counted ->> new.id::text)::bigint, 0)
        + new.quantity_on_hand - new.quantity_reserved - old.quantity_on_hand + old.quantity_reserved);
    perform set_config('proof.counted', counted::text, true);
    return null;
end
$$;

create function proof.shown() returns trigger language plpgsql as $$
declare
    moved text := coalesce(current_setting('proof.moved', true), '');
    store text;
begin
    if tg_table_name = 'item' and tg_op = 'UPDATE' then
        if (current_setting('proof.counted')::jsonb ->> new.id::text)::bigint = 0 then
            return null;
        end if;
    end if;
    -- Nobody has kept what a store shows that is opened now.
    if tg_op = 'INSERT' then
        if exists (select from stores.store as s
                   where s.id = (to_jsonb(new) ->> tg_argv[0])::uuid and s.xmin = pg_current_xact_id()::xid) then
            return null;
        end if;
    end if;
    -- What goes from one store to another is both of theirs.
    foreach store in array array[to_jsonb(old) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[0]] loop
        if strpos(moved, store) = 0 and not (select rolsuper from pg_roles where rolname = session_user) then
            raise exception '% of %.% moves no change mark', tg_op, tg_table_schema, tg_table_name;
        end if;
    end loop;
    return null;
end
$$;

create trigger moved after insert or update of value on platform.store_counter
    for each row when (new.name in ('audit', 'feed')) execute function proof.moved();

create constraint trigger shown_whether_there after insert or delete on catalog.product
    deferrable initially deferred for each row execute function proof.shown('store_id');
create constraint trigger shown_when_changed after update on catalog.product
    deferrable initially deferred for each row
    when ((old.sku, old.name, old.description, old.is_active, old.price, old.compare_at_price, old.image_urls, old.category_id,
           old.track_inventory, old.counted, old.created_at, old.archived_at)
          is distinct from (new.sku, new.name, new.description, new.is_active, new.price, new.compare_at_price, new.image_urls,
           new.category_id, new.track_inventory, new.counted, new.created_at, new.archived_at))
    execute function proof.shown('store_id');

create trigger counted after update on inventory.item
    for each row
    when (old.quantity_on_hand - old.quantity_reserved <> new.quantity_on_hand - new.quantity_reserved)
    execute function proof.counted();
create constraint trigger shown_whether_there after insert or delete on inventory.item
    deferrable initially deferred for each row execute function proof.shown('store_id');
create constraint trigger shown_when_changed after update on inventory.item
    deferrable initially deferred for each row
    when (old.quantity_on_hand - old.quantity_reserved <> new.quantity_on_hand - new.quantity_reserved)
    execute function proof.shown('store_id');

create constraint trigger shown after update on stores.store
    deferrable initially deferred for each row when (old is distinct from new) execute function proof.shown('id');
create constraint trigger shown after insert or update or delete on stores.slug
    deferrable initially deferred for each row execute function proof.shown('store_id');
create constraint trigger shown after insert or update or delete on stores.settings
    deferrable initially deferred for each row execute function proof.shown('store_id');
create constraint trigger shown after insert or update or delete on storefront.storefront
    deferrable initially deferred for each row execute function proof.shown('store_id');
create constraint trigger shown after insert or update or delete on storefront.domain
    deferrable initially deferred for each row execute function proof.shown('store_id');
create constraint trigger shown after insert or update or delete on catalog.category
    deferrable initially deferred for each row execute function proof.shown('store_id');
create constraint trigger shown after insert or update or delete on pricing.rule_version
    deferrable initially deferred for each row execute function proof.shown('store_id');
