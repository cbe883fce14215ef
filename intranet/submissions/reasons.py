"""The reasons kept ready for a moderator: (code, titles, texts), each in the three languages of the house."""

REASONS = (
    (
        "missing",
        {"fr": "Il manque des renseignements", "en": "Some details are missing", "ca": "Hi falten dades"},
        {
            "fr": "Il manque des renseignements dont le public a besoin. Pouvez-vous compléter l’annonce et la proposer de nouveau ?",
            "en": "Some details that the public needs are missing. Could you complete the entry and send it again?",
            "ca": "Hi falten dades que el públic necessita. Podeu completar l’anunci i tornar-lo a proposar?",
        },
    ),
    (
        "dates",
        {"fr": "Dates ou horaires à vérifier", "en": "Dates or times to check", "ca": "Dates o horaris per comprovar"},
        {
            "fr": "Les dates ou les horaires nous semblent inexacts. Pouvez-vous les vérifier et proposer l’événement de nouveau ?",
            "en": "The dates or times look wrong to us. Could you check them and send the event again?",
            "ca": "Les dates o els horaris ens semblen inexactes. Els podeu comprovar i tornar a proposar l’esdeveniment?",
        },
    ),
    (
        "picture",
        {"fr": "Droits de la photo", "en": "Picture rights", "ca": "Drets de la fotografia"},
        {
            "fr": "Nous ne pouvons pas publier cette photo sans connaître son auteur et l’accord donné. Précisez-les, ou choisissez-en une autre.",
            "en": "We cannot publish this picture without knowing who took it and what was agreed. Please tell us, or choose another one.",
            "ca": "No podem publicar aquesta fotografia sense saber-ne l’autor i l’acord donat. Indiqueu-los o trieu-ne una altra.",
        },
    ),
    (
        "duplicate",
        {"fr": "Déjà dans l’agenda", "en": "Already in the diary", "ca": "Ja és a l’agenda"},
        {
            "fr": "Cet événement figure déjà dans l’agenda. Nous gardons l’annonce qui existe, pour que le public n’en trouve qu’une.",
            "en": "This event is already in the diary. We are keeping the existing entry, so that the public finds only one.",
            "ca": "Aquest esdeveniment ja és a l’agenda. Conservem l’anunci que hi ha, perquè el públic només en trobi un.",
        },
    ),
    (
        "closed",
        {"fr": "Pas ouvert au public", "en": "Not open to the public", "ca": "No obert al públic"},
        {
            "fr": "L’agenda annonce ce qui est ouvert à tous. Cet événement semble réservé à un groupe : vous pouvez le partager avec vos collègues.",
            "en": "The diary lists what is open to everyone. This event seems to be for one group only: you can share it with your colleagues instead.",
            "ca": "L’agenda anuncia el que és obert a tothom. Aquest esdeveniment sembla reservat a un grup: el podeu compartir amb els col·legues.",
        },
    ),
    (
        "outside",
        {"fr": "Hors du territoire", "en": "Outside our area", "ca": "Fora del territori"},
        {
            "fr": "L’événement a lieu hors de notre territoire. L’office de tourisme de la commune concernée pourra l’annoncer.",
            "en": "The event takes place outside our area. The tourist office of that town can announce it.",
            "ca": "L’esdeveniment té lloc fora del nostre territori. L’oficina de turisme del municipi el podrà anunciar.",
        },
    ),
    (
        "advertising",
        {"fr": "Publicité", "en": "Advertising", "ca": "Publicitat"},
        {
            "fr": "L’annonce présente une offre commerciale plutôt qu’un événement. L’agenda n’est pas fait pour cela.",
            "en": "The entry presents a commercial offer rather than an event. The diary is not meant for that.",
            "ca": "L’anunci presenta una oferta comercial més que no pas un esdeveniment. L’agenda no és per a això.",
        },
    ),
)
