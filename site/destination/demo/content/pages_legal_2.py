"""Pages of the demo site: contact and legal pages, part 2."""

PAGES = [
    {
        "slug": {"fr": "accessibilite", "en": "accessibility", "ca": "accessibilitat"},
        "kind": "accessibility",
        "parent": "accueil",
        "picture": None,
        "words": {
            "fr": {
                "title": "Déclaration d’accessibilité",
                "introduction": "Où en est ce site, ce qui ne va pas encore, et comment nous le signaler.",
                "meta_description": (
                    "Accessibilité : partiellement conforme au RGAA 4.1. Contenus non accessibles, contact et voies de recours."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>L’Agence d’attractivité du Pays d’Aurelle s’engage à rendre ses sites accessibles, "
                            "conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration "
                            "s’applique à ce site.</p>"
                        ),
                    },
                    {"type": "heading", "value": "État de conformité"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Ce site est partiellement conforme au référentiel général d’amélioration de l’accessibilité "
                            "(RGAA), version 4.1, en raison des non-conformités énumérées ci-dessous.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Résultats des tests"},
                    {
                        "type": "text",
                        "value": (
                            "<p>L’autoévaluation menée par l’équipe sur quatorze pages montre que 88 % des critères "
                            "applicables sont respectés. Aucun audit indépendant n’a encore été réalisé. Le Pays d’Aurelle "
                            "étant une destination inventée, ces chiffres servent d’exemple.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Contenus non accessibles"},
                    {
                        "type": "text",
                        "value": (
                            "<ul><li>Certains documents PDF transmis par les organisateurs ne sont pas balisés.</li><li>La "
                            "carte n’offre pas toutes ses fonctions au clavier ; la liste voisine donne les mêmes "
                            "informations.</li><li>Quelques affiches fournies par les organisateurs contiennent du texte que "
                            "leur description ne reprend pas en entier.</li></ul>"
                        ),
                    },
                    {"type": "heading", "value": "Retour d’information et contact"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Écrivez à accessibilite@aurelle.example ou appelez le +33 4 65 71 01 00 : nous vous "
                            "orientons vers une autre solution ou vous envoyons le contenu sous une autre forme.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Voies de recours"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Si vous nous avez signalé un défaut et n’avez pas obtenu de réponse satisfaisante, vous "
                            "pouvez écrire au Défenseur des droits ou contacter son délégué dans votre département.</p>"
                        ),
                    },
                ],
            },
            "en": {
                "title": "Accessibility statement",
                "introduction": "How accessible this site is, what does not work yet, and how to tell us.",
                "meta_description": (
                    "Accessibility: partially conforming to RGAA 4.1. Content that is not accessible, contact and redress."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>The Agence d’attractivité du Pays d’Aurelle undertakes to make its websites accessible, in "
                            "accordance with article 47 of French law no. 2005-102 of 11 February 2005. This statement "
                            "applies to this site.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Conformance"},
                    {
                        "type": "text",
                        "value": (
                            "<p>This site partially conforms to the French accessibility standard (RGAA), version 4.1, "
                            "because of the failures listed below.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Test results"},
                    {
                        "type": "text",
                        "value": (
                            "<p>A self-assessment by the team on fourteen pages shows that 88% of the applicable criteria "
                            "are met. No independent audit has been carried out yet. As Pays d’Aurelle is an invented "
                            "destination, these figures serve as an example.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Content that is not accessible"},
                    {
                        "type": "text",
                        "value": (
                            "<ul><li>Some PDF documents supplied by organisers are not tagged.</li><li>The map does not "
                            "offer all its functions from the keyboard; the list beside it gives the same "
                            "information.</li><li>A few posters supplied by organisers contain text that their description "
                            "does not give in full.</li></ul>"
                        ),
                    },
                    {"type": "heading", "value": "Feedback and contact"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Write to accessibilite@aurelle.example or call +33 4 65 71 01 00: we will point you to an "
                            "alternative or send you the content in another form.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Redress"},
                    {
                        "type": "text",
                        "value": (
                            "<p>If you have reported a fault and have not had a satisfactory answer, you may write to the "
                            "Défenseur des droits, the French ombudsman, or contact its local delegate.</p>"
                        ),
                    },
                ],
            },
            "ca": {
                "title": "Declaració d’accessibilitat",
                "introduction": "En quin punt és aquest web, què no funciona encara i com fer-nos-ho saber.",
                "meta_description": (
                    "Accessibilitat: parcialment conforme amb el RGAA 4.1. Continguts no accessibles, contacte i vies de recurs."
                ),
                "body": [
                    {
                        "type": "text",
                        "value": (
                            "<p>L’Agence d’attractivité du Pays d’Aurelle es compromet a fer accessibles els seus webs, "
                            "d’acord amb l’article 47 de la llei francesa núm. 2005-102, de l’11 de febrer del 2005. Aquesta "
                            "declaració s’aplica a aquest web.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Estat de conformitat"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Aquest web és parcialment conforme amb el referencial general francès de millora de "
                            "l’accessibilitat (RGAA), versió 4.1, a causa de les mancances que s’enumeren a continuació.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Resultats de les proves"},
                    {
                        "type": "text",
                        "value": (
                            "<p>L’autoavaluació que l’equip ha fet en catorze pàgines mostra que es compleix el 88 % dels "
                            "criteris aplicables. Encara no s’ha fet cap auditoria independent. Com que el País d’Aurelle és "
                            "una destinació inventada, aquestes xifres serveixen d’exemple.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Continguts no accessibles"},
                    {
                        "type": "text",
                        "value": (
                            "<ul><li>Alguns documents PDF que envien els organitzadors no estan etiquetats.</li><li>El mapa "
                            "no ofereix totes les funcions amb el teclat; la llista del costat dona la mateixa "
                            "informació.</li><li>Alguns cartells dels organitzadors contenen text que la descripció no "
                            "recull del tot.</li></ul>"
                        ),
                    },
                    {"type": "heading", "value": "Comentaris i contacte"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Escriviu a accessibilite@aurelle.example o truqueu al +33 4 65 71 01 00: us orientarem cap a "
                            "una altra solució o us enviarem el contingut en una altra forma.</p>"
                        ),
                    },
                    {"type": "heading", "value": "Vies de recurs"},
                    {
                        "type": "text",
                        "value": (
                            "<p>Si ens heu fet saber un defecte i no heu rebut una resposta satisfactòria, podeu escriure al "
                            "Défenseur des droits, el defensor del poble francès, o adreçar-vos al seu delegat.</p>"
                        ),
                    },
                ],
            },
        },
    },
]
