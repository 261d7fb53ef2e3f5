-- The button of a quote that was answered last, and when: the same one so soon after is the same tap.
alter table agent.quote
    add column pressed_button text check (pressed_button in ('confirm', 'cancel')),
    add column pressed_at timestamptz,
    add check ((pressed_button is null) = (pressed_at is null));
