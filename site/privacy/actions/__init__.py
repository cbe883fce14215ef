from privacy.actions.erasure import erase, erase_again, erase_closed_accounts
from privacy.actions.exports import fill_export
from privacy.actions.terms import carry_out_terms
