from django.core.management.base import BaseCommand, CommandError

from destination.base_map.actions import make_base_map
from destination.base_map.importers.gathering import BaseMapRefused
from destination.base_map.models import BaseMap


class Command(BaseCommand):
    help = "Cuts a base map from an extract of OpenStreetMap (.osm.pbf) or from GeoJSON; docs/map.md tells where to find one."

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--credit", default="", help="what stands on the map, where its source is not OpenStreetMap")

    def handle(self, file, credit, **options):
        source = BaseMap.Source.OTHER if credit else BaseMap.Source.OPENSTREETMAP
        try:
            base_map = make_base_map(file, say=self._say, source=source, credit=credit[:200])
        except FileNotFoundError as problem:
            raise CommandError(f"There is no file {file}.") from problem
        except (IsADirectoryError, PermissionError) as problem:
            raise CommandError(f"{file} cannot be read: {problem.strerror}.") from problem
        except BaseMapRefused as refused:
            raise CommandError(str(refused.message)) from refused
        self.stdout.write(f"{base_map.tiles_count} tiles, {base_map.size / 1_000_000:.1f} MB. The map is shown from now on.")

    def _say(self, percent, sentence):
        self.stdout.write(f"{percent:3} %  {sentence}")
        self.stdout.flush()
