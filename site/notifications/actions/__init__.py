from notifications.actions.delivery import notify, quietly, set_choices, set_rhythm, should_send, switch_off, withdraw
