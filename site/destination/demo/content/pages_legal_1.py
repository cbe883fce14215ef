"""Pages of the demo site: contact and legal pages, part 1."""

PAGES = [
    {
        "slug": {"fr": "contact", "en": "contact", "ca": "contacte"},
        "kind": "contact",
        "parent": "accueil",
        "picture": "rainy-street",
        "words": {
            "fr": {
                "title": "Nous écrire",
                "introduction": (
                    "Une question, une erreur à signaler, un avis : une personne de l’accueil vous répond sous deux jours ouvrés."
                ),
                "meta_description": (
                    "Contacter les offices de tourisme du Pays d’Aurelle : formulaire, téléphone, adresses et horaires d’accueil."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Choisissez l’office le plus proche du lieu qui vous intéresse ; nous transmettons si besoin. "
                            "Vos coordonnées servent à vous répondre et sont effacées au bout d’un an.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Côte d’Aurelle", "text": "+33 4 65 71 01 10"},
                            {"label": "Vignoble et villages", "text": "+33 4 65 71 01 20"},
                            {"label": "Hautes vallées", "text": "+33 4 65 71 01 30"},
                        ],
                    },
                ],
            },
            "en": {
                "title": "Write to us",
                "introduction": (
                    "A question, a mistake to report, an opinion: someone from the visitor team will reply within two "
                    "working days."
                ),
                "meta_description": (
                    "Contact the tourist offices of Pays d’Aurelle: form, telephone numbers, addresses and opening hours."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Choose the office nearest to the place you have in mind; we will pass your message on if "
                            "need be. Your details are used to answer you and are erased after one year.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Aurelle coast", "text": "+33 4 65 71 01 10"},
                            {"label": "Vineyards and villages", "text": "+33 4 65 71 01 20"},
                            {"label": "High valleys", "text": "+33 4 65 71 01 30"},
                        ],
                    },
                ],
            },
            "ca": {
                "title": "Escriviu-nos",
                "introduction": (
                    "Una pregunta, un error, una opinió: una persona de l’equip d’acollida us respon en dos dies feiners."
                ),
                "meta_description": (
                    "Contacteu amb les oficines de turisme del País d’Aurelle: formulari, telèfons, adreces i horaris d’atenció."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>Trieu l’oficina més propera al lloc que us interessa; si cal, nosaltres ho fem arribar. Les "
                            "vostres dades serveixen per respondre-us i s’esborren al cap d’un any.</p>"
                        ),
                    },
                    {
                        "type": "facts",
                        "value": [
                            {"label": "Costa d’Aurelle", "text": "+33 4 65 71 01 10"},
                            {"label": "Vinya i pobles", "text": "+33 4 65 71 01 20"},
                            {"label": "Valls altes", "text": "+33 4 65 71 01 30"},
                        ],
                    },
                ],
            },
        },
    },
    {
        "slug": {"fr": "mentions-legales", "en": "legal-notice", "ca": "avis-legal"},
        "kind": "legal",
        "parent": "accueil",
        "picture": None,
        "words": {
            "fr": {
                "title": "Mentions légales",
                "introduction": "Qui publie ce site, qui l’héberge, et ce que deviennent vos données.",
                "meta_description": (
                    "Mentions légales du site du Pays d’Aurelle : éditeur, hébergement, droits d’auteur, données "
                    "personnelles et mesure d’audience."
                ),
                "body": [
                    {"type": "heading", "value": "Éditeur"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Ce site est publié par l’Agence d’attractivité du Pays d’Aurelle, association régie par la "
                            "loi du 1er juillet 1901, 2 place de la Gare, 99100 Port-Aurelle, +33 4 65 71 01 00, "
                            "agence@aurelle.example. Directeur de la publication : Basile Courantdair, directeur de "
                            "l’agence.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Hébergement"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Hébergeur de la Vallée, 1 rue des Baies, 99150 Les Bains-de-Vernet-Haut, +33 4 65 71 01 90. "
                            "Les données sont conservées en France.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Textes et images"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Les textes sont réutilisables avec mention de la source. Chaque image porte son auteur et sa "
                            "licence ; en l’absence de licence ouverte, demandez-nous l’autorisation.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Données personnelles"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Les messages envoyés par le formulaire sont lus par l’office concerné et effacés au bout "
                            "d’un an. Vous pouvez demander l’accès à vos données, leur rectification ou leur effacement à "
                            "donnees@aurelle.example, et saisir la Commission nationale de l’informatique et des libertés si "
                            "notre réponse ne vous convient pas.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Mesure d’audience"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Les visites sont comptées sans cookie et sans identifiant. Aucun service extérieur ne reçoit "
                            "de données lors de votre visite.</p>"
                        ),
                    },
                ],
            },
            "en": {
                "title": "Legal notice",
                "introduction": "Who publishes this site, who hosts it, and what happens to your data.",
                "meta_description": (
                    "Legal notice of the Pays d’Aurelle website: publisher, hosting, copyright, personal data and visitor "
                    "statistics."
                ),
                "body": [
                    {"type": "heading", "value": "Publisher"},
                    {
                        "type": "text",
                        "value": (
                            "<p>This site is published by the Agence d’attractivité du Pays d’Aurelle, a non-profit "
                            "association under the French law of 1 July 1901, 2 place de la Gare, 99100 Port-Aurelle, +33 4 "
                            "65 71 01 00, agence@aurelle.example. Publication director: Basile Courantdair, director of the "
                            "agency.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Hosting"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Hébergeur de la Vallée, 1 rue des Baies, 99150 Les Bains-de-Vernet-Haut, +33 4 65 71 01 90. "
                            "Data are kept in France.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Texts and pictures"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Texts may be reused provided the source is named. Each picture carries its author and "
                            "licence; where there is no open licence, please ask us for permission.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Personal data"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Messages sent with the form are read by the office concerned and erased after one year. You "
                            "may ask to see, correct or erase your data by writing to donnees@aurelle.example, and refer the "
                            "matter to the CNIL, the French data protection authority, if our answer does not satisfy "
                            "you.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Visitor statistics"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Visits are counted without cookies or identifiers. No outside service receives data when you "
                            "visit.</p>"
                        ),
                    },
                ],
            },
            "ca": {
                "title": "Avís legal",
                "introduction": "Qui publica aquest web, qui l’allotja i què se’n fa de les vostres dades.",
                "meta_description": (
                    "Avís legal del web del País d’Aurelle: editor, allotjament, drets d’autor, dades personals i mesura "
                    "d’audiència."
                ),
                "body": [
                    {"type": "heading", "value": "Editor"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Aquest web és publicat per l’Agence d’attractivité du Pays d’Aurelle, associació regida per "
                            "la llei francesa de l’1 de juliol del 1901, 2 place de la Gare, 99100 Port-Aurelle, +33 4 65 71 "
                            "01 00, agence@aurelle.example. Director de la publicació: Basile Courantdair, director de "
                            "l’agència.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Allotjament"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Hébergeur de la Vallée, 1 rue des Baies, 99150 Les Bains-de-Vernet-Haut, +33 4 65 71 01 90. "
                            "Les dades es conserven a França.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Textos i imatges"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Els textos es poden reutilitzar si se n’esmenta la font. Cada imatge porta l’autor i la "
                            "llicència; si no té llicència oberta, demaneu-nos permís.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Dades personals"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Els missatges enviats amb el formulari els llegeix l’oficina corresponent i s’esborren al "
                            "cap d’un any. Podeu demanar de consultar, rectificar o suprimir les vostres dades a "
                            "donnees@aurelle.example, i recórrer a la CNIL, l’autoritat francesa de protecció de dades, si "
                            "la resposta no us satisfà.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Mesura d’audiència"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Les visites es compten sense galetes ni identificadors. Cap servei extern no rep dades quan "
                            "ens visiteu.</p>"
                        ),
                    },
                ],
            },
        },
    },
]
