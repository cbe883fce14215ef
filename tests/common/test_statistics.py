import pytest
from django.db import connection

from common.statistics import refresh_statistics
from tests.factories import make_territory


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL looks at its tables by itself")
def test_sqlite_plans_by_what_its_tables_hold():
    make_territory("Port-Aurelle")
    refresh_statistics()
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'accounts_territory'")
        assert cursor.fetchone()[0]
