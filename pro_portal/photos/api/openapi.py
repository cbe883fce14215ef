"""The API described as OpenAPI 3.1, by hand: four addresses are read sooner than a generator is learnt. A test compares each
answer with it, so that it cannot grow old."""

from django.conf import settings
from django.utils.translation import gettext as _

from common.choices import Licence
from pro_portal.photos.api.parameters import CHOICES, MOST_PER_PAGE, PER_PAGE
from pro_portal.photos.models import Colour, Weather
from pro_portal.photos.rights.choices import Use
from pro_portal.photos.rights.sizes import SIZES


def description() -> dict:
    """In the active language."""
    errors = {code: {"$ref": "#/components/responses/Problem"} for code in ("401", "429")}
    missing = {"404": {"$ref": "#/components/responses/Problem"}}
    number = {"name": "pk", "in": "path", "required": True, "schema": {"type": "integer"}, "description": _("numéro de la photo")}
    size = {"name": "size", "in": "path", "required": True, "description": _("code de la taille"),
            "schema": {"enum": [size.code for size in SIZES]}}  # fmt: skip
    words = _("jpg ; png, webp, gif, tif, heic ou avif pour un original qui l’est")
    ending = {"name": "ending", "in": "path", "required": True, "description": words,
              "schema": {"enum": ["jpg", "png", "webp", "gif", "tif", "heic", "avif"]}}  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("Photothèque"),
            "version": "1",
            "description": _("Les photos que votre clé permet d’utiliser, avec leur crédit, leur licence et leur dernier jour."),
        },
        "servers": [{"url": settings.BASE_URL}],
        "security": [{"key": []}],
        "paths": {
            "/api/photos/": {
                "get": {
                    "operationId": "list",
                    "summary": _("Les photos, par numéro, page après page"),
                    "parameters": parameters(),
                    "responses": {"200": _answer("Page"), "400": {"$ref": "#/components/responses/Problem"}, **errors},
                }
            },
            "/api/photos/withdrawn": {
                "get": {
                    "operationId": "withdrawn",
                    "summary": _("Ce que votre clé n’ouvre plus depuis un jour : à retirer de chez vous"),
                    "parameters": [_parameter("since", _("jour ou instant"), {"type": "string"}) | {"required": True}],
                    "responses": {"200": _answer("Withdrawn"), "400": {"$ref": "#/components/responses/Problem"}, **errors},
                }
            },
            "/api/photos/{pk}/": {
                "get": {
                    "operationId": "photo",
                    "summary": _("Une photo"),
                    "parameters": [number],
                    "responses": {"200": _answer("Photo"), **errors, **missing},
                }
            },
            "/api/photos/{pk}/{size}.{ending}": {
                "get": {
                    "operationId": "file",
                    "summary": _("Le fichier d’une photo, crédit et licence inscrits dedans ; chaque envoi est noté"),
                    "parameters": [number, size, ending],
                    "responses": {
                        "200": {"description": _("la photo"), "content": {"image/jpeg": {}, "image/png": {}, "image/webp": {}}},
                        "304": {"description": _("votre copie est la bonne (If-None-Match)")},
                        **errors,
                        **missing,
                    },
                }
            },
        },
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "responses": {"Problem": _answer("Problem", _("pourquoi la demande n’a pas de réponse"))},
            "schemas": {
                "Page": page_schema(),
                "Photo": photo_schema(),
                "Size": size_schema(),
                "Problem": error_schema(),
                "Withdrawn": withdrawn_schema(),
            },
        },
    }


def _answer(schema: str, words: str = "") -> dict:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": words or _("la réponse"), "content": content}


def parameters() -> list[dict]:
    """What the list may be asked."""
    descriptions = {"theme": _("thème"), "season": _("saison"), "orientation": _("format")}
    choices = [_parameter(name, descriptions[name], {"type": "string", "enum": CHOICES[name].values}) for name in CHOICES]
    since = _("seulement ce qui a changé depuis ce jour ou cet instant")
    return [
        _parameter("q", _("mots à chercher ; les photos restent dans l’ordre de leurs numéros"), {"type": "string"}),
        *choices,
        _parameter("use", _("usage permis"), {"type": "string", "enum": Use.values}),
        _parameter("commune", _("nom de la commune dans les adresses du site, comme « mont-clar »"), {"type": "string"}),
        _parameter("changed_since", since, {"type": "string"}),
        _parameter(
            "per_page", _("nombre de photos par page"),
            {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE},
        ),
        _parameter("after", _("après cette photo (suivre « next »)"), {"type": "integer"}),
        _parameter("before", _("avant cette photo (suivre « previous »)"), {"type": "integer"}),
    ]  # fmt: skip


def _parameter(name: str, description: str, schema: dict) -> dict:
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _object(**properties: dict) -> dict:
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def _text(description: str = "", **more) -> dict:
    return {"type": "string", **({"description": description} if description else {}), **more}


def _words_by_language(description: str) -> dict:
    return {"type": "object", "description": description, "additionalProperties": {"type": "string"}}


def _one_of(values: list[str], description: str) -> dict:
    return {"enum": ["", *values], "description": description}


def _day(description: str) -> dict:
    return {"type": ["string", "null"], "format": "date", "description": description}


def page_schema() -> dict:
    link = {"type": ["string", "null"], "format": "uri"}
    return _object(
        count={"type": "integer", "description": _("nombre de photos trouvées")},
        next={**link, "description": _("adresse de la page suivante")},
        previous={**link, "description": _("adresse de la page précédente")},
        photos={"type": "array", "items": {"$ref": "#/components/schemas/Photo"}},
    )


def photo_schema() -> dict:
    pixels = {"type": "integer", "description": _("pixels de l’original")}
    return _object(
        id={"type": "integer", "description": _("numéro, qui ne change pas")},
        titles=_words_by_language(_("titre, par langue")),
        description=_text(_("ce que montre la photo")),
        alternatives=_words_by_language(_("texte de remplacement, par langue")),
        credit=_text(_("nom à écrire à côté de la photo")),
        creator=_text(_("auteur de la photo")),
        licence={
            **_object(code={"enum": Licence.values}, name=_text(), url=_text(_("texte de la licence, ou vide"))),
            "description": _("code, nom et texte de la licence"),
        },
        uses={"type": "array", "items": {"enum": Use.values}, "description": _("usages permis par la photo et par votre clé")},
        changes_allowed={"type": "boolean", "description": _("peut être recadrée ou retouchée")},
        territory=_text(_("où elle peut être utilisée ; vide : partout")),
        last_day=_day(_("dernier jour du droit, ou rien : la retirer le lendemain")),
        theme=_one_of(CHOICES["theme"].values, _("thème")),
        season=_one_of(CHOICES["season"].values, _("saison")),
        weather=_one_of(Weather.values, _("temps qu’il fait")),
        orientation=_one_of(CHOICES["orientation"].values, _("format")),
        colour=_one_of(Colour.values, _("couleur dominante")),
        with_people={"type": "boolean", "description": _("on y reconnaît des personnes")},
        commune=_text(_("commune")),
        keywords={"type": "array", "items": {"type": "string"}, "description": _("mots-clés")},
        taken_on=_day(_("jour de la prise de vue")),
        changed_at=_text(_("dernier changement"), format="date-time"),
        width=pixels,
        height=pixels,
        page=_text(_("page de la photo"), format="uri"),
        url=_text(_("adresse de ces renseignements"), format="uri"),
        sizes={
            "type": "array",
            "items": {"$ref": "#/components/schemas/Size"},
            "description": _("tailles que vous pouvez prendre"),
        },
    )


def withdrawn_schema() -> dict:
    return _object(
        since=_text(_("depuis ce moment"), format="date-time"),
        count={"type": "integer", "description": _("nombre de photos")},
        ids={"type": "array", "items": {"type": "integer"}, "description": _("leurs numéros")},
    )


def size_schema() -> dict:
    return _object(
        code={"enum": [size.code for size in SIZES]},
        use={"enum": Use.values},
        width={"type": "integer"},
        height={"type": "integer"},
        media_type={"enum": ["image/jpeg", "image/png", "image/webp"]},
        url=_text(_("adresse du fichier, qui demande la clé"), format="uri"),
    )


def error_schema() -> dict:
    return _object(error=_object(code=_text(_("mot qui ne change pas")), message=_text(_("explication"))))
