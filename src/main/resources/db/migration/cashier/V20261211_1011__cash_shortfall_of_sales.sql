-- What was handed over too little for a sale that had happened: rounding is what the note makes of its total, and no more.
alter table cashier.sale
    add column shortfall bigint not null default 0 check (shortfall >= 0),
    drop constraint sale_adds_up,
    add constraint sale_adds_up check (taken - change = total + rounding - shortfall);
