"""How much is asked of an office at once."""

from datetime import timedelta

MOST_COPIES = 5000  # of one edition in one order: what a pallet holds
FARTHEST_DAY = timedelta(days=365)  # until an order is needed
ORDERS_AN_HOUR = 20  # from one connection
OLDEST_YEAR = 1990  # of a report
LONGEST_REASON = 600  # letters of why an office cancels an order

#: An order that was carried out or cancelled, and one that nobody carried out.
DONE_LIFETIME, WAITING_LIFETIME = timedelta(days=365), timedelta(days=730)
