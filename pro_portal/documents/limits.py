"""How much is asked of an office at once."""

from datetime import timedelta

MOST_COPIES = 5000  # of one edition in one order: what a pallet holds
FARTHEST_DAY = timedelta(days=365)  # until an order is needed
ORDERS_AN_HOUR = 20  # from one connection
OLDEST_YEAR = 1990  # of a report

#: An order that was carried out, and one that nobody carried out.
DONE_LIFETIME, WAITING_LIFETIME = timedelta(days=365), timedelta(days=730)
