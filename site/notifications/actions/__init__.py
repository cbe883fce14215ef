from notifications.actions.delivery import (
    as_one_deed,
    close,
    look_at,
    notify,
    open_again,
    quietly,
    set_choices,
    set_rhythm,
    should_send,
    switch_off,
    withdraw,
)
