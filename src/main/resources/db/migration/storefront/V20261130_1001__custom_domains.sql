-- Domains of stores: what a store says its domain is, and which domains were proved to be whose.
alter table storefront.storefront
    add column custom_domain text check (custom_domain <> ''),
    add column domain_token  text check (domain_token <> ''),
    add constraint domain_has_its_token check ((custom_domain is null) = (domain_token is null));

-- Asked once at the edge, and leads to a store: its primary key says whose a domain is. The token is public in the DNS.
create table storefront.domain (
    domain      text        primary key check (domain <> ''),
    store_id    uuid        not null,
    token       text        not null check (token <> ''),
    verified_at timestamptz not null,
    constraint one_domain_per_store unique (store_id)
);
grant select, insert, update, delete on storefront.domain to ${runtime};
