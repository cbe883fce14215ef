"""Model fields of the house."""

from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """Wagtail's, without its blocks in migrations: they describe forms and change nothing in the database, so that a block may be
    renamed or reworded without a migration."""

    def __init__(self, block_types=(), use_json_field=None, block_lookup=None, **options):
        super().__init__(block_types, use_json_field, block_lookup, **options)

    def deconstruct(self):
        name, path, _arguments, options = super().deconstruct()
        options.pop("block_lookup", None)
        return name, "common.fields.StreamField", [], options
