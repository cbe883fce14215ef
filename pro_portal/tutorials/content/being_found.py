"""To be found: the listing on Google, one's own site, search engines, QR codes."""

TUTORIALS = [
    {
        "slug": "fiche-google",
        "level": "discovery",
        "minutes": 30,
        "themes": ["seo", "reputation", "mobile"],
        "audience": "public",
        "picture": "tourist-office-square",
        "checked_days_ago": 40,
        "step_pictures": {5: "grand-hotel"},
        "words": {
            "fr": {
                "title": "Tenir sa fiche d’établissement Google",
                "goal": "Apparaître sur Google et sur Maps avec les bons horaires, de bonnes photos et un bouton pour vous joindre.",
                "needs": [
                    "Un compte Google qui restera à l’établissement, pas à un saisonnier",
                    "Vos horaires de l’année, jours fériés compris",
                    "Cinq photos récentes",
                    "Votre téléphone, pour la vérification",
                ],
                "steps": [
                    (
                        "Chercher si la fiche existe déjà",
                        "<p>Ouvrez Google Maps et tapez le nom de votre établissement suivi de la commune. Deux cas :</p><ul><li><b>Une fiche existe</b> : ouvrez-la et choisissez « Revendiquer cet établissement ». Si quelqu’un la gère déjà (un ancien propriétaire, une agence), demandez l’accès : la personne a quelques jours pour répondre, ensuite Google vous propose une autre voie.</li><li><b>Aucune fiche</b> : créez-la sur business.google.com.</li></ul><p>S’il y en a deux, ne corrigez que la bonne et signalez l’autre comme doublon (« Suggérer une modification », puis « Fermer ou supprimer »). Deux fiches se partagent vos avis et vos visiteurs.</p>",
                    ),
                    (
                        "Faire vérifier que c’est bien vous",
                        "<p>Google demande une preuve avant de publier vos changements. Le plus souvent, une <b>vidéo tournée avec le téléphone</b>, en une seule prise : la rue et le numéro, l’enseigne, puis un geste que seul l’exploitant peut faire, comme ouvrir la porte avec la clé ou allumer la caisse.</p><p>Préparez le trajet avant de filmer, restez sous deux minutes, ne montrez ni visage de client ni papier bancaire. La réponse arrive en quelques jours ouvrés. Ne changez pas le nom ni l’adresse pendant l’examen : il recommencerait.</p>",
                    ),
                    (
                        "Écrire les faits, et seulement les faits",
                        "<p>Le nom est celui de l’enseigne, sans slogan ni ville ajoutée : c’est la première cause de suspension. Puis :</p><ul><li><b>Catégorie principale</b> : la plus précise (« Chambre d’hôtes » plutôt que « Hébergement »). C’est elle qui décide des recherches où vous apparaissez.</li><li><b>Téléphone</b> où l’on décroche, <b>site</b> et, si vous en avez un, <b>lien de réservation</b> direct.</li><li><b>Attributs</b> : accès en fauteuil, animaux, moyens de paiement, recharge électrique, langues parlées.</li><li><b>Description</b> : 750 signes au plus. Ce que l’on vit chez vous, à quelle distance de quoi, pour qui.</li></ul>",
                    ),
                    (
                        "Tenir les horaires, surtout les exceptions",
                        "<p>Un visiteur devant une porte close laisse une étoile. Remplissez les horaires ordinaires, puis les <b>horaires exceptionnels</b> : jours fériés, congés, pont, fête du village. Google demande confirmation avant chaque jour férié ; répondez, sinon la fiche affiche « les horaires peuvent différer ».</p><p>Fermé en hiver ? Choisissez « fermé temporairement » et la date de réouverture, sans supprimer la fiche : vous perdriez les avis.</p><p><i>Astuce</i> : une fois par trimestre, le même jour que votre déclaration de taxe de séjour, relisez les trois prochains mois.</p>",
                    ),
                    (
                        "Choisir dix photos qui disent la vérité",
                        "<p>Une façade reconnaissable depuis la rue, l’entrée, la pièce où l’on passe le plus de temps, la vue, une chambre ou un plat, et vous. Format paysage, 1200 pixels de large au moins, sans texte incrusté ni filtre.</p><p>Ajoutez-en deux à chaque saison : une fiche dont la dernière photo a trois ans paraît fermée. Le tutoriel « De bonnes photos avec un téléphone » vous y aide, et la photothèque du territoire complète avec les paysages.</p>",
                    ),
                    (
                        "Demander des avis et regarder les chiffres",
                        "<p>Dans la fiche, « Demander des avis » donne une adresse courte et un QR code : imprimez-le au comptoir, ajoutez-le au message d’après-séjour. On peut demander un avis à tous ses clients ; on ne peut ni payer un avis, ni ne solliciter que les contents.</p><p>La rubrique « Performances » dit combien de personnes ont vu la fiche, appelé, demandé l’itinéraire ou cliqué vers le site, et avec quels mots. Notez ces quatre nombres une fois par mois : c’est le début d’un tableau de bord.</p>",
                    ),
                ],
            }
        },
    },
    {
        "slug": "site-internet-essentiel",
        "level": "practice",
        "minutes": 45,
        "themes": ["website", "mobile"],
        "audience": "public",
        "picture": "rainy-street",
        "checked_days_ago": 75,
        "words": {
            "fr": {
                "title": "L’essentiel d’un site qui donne envie de réserver",
                "goal": "Relire son site comme un visiteur pressé, corriger ce qui manque et être en règle.",
                "needs": [
                    "Votre site, ouvert sur un téléphone",
                    "Quelqu’un qui ne connaît pas votre établissement, cinq minutes",
                    "Les codes pour modifier le site, ou l’adresse de qui le fait",
                ],
                "steps": [
                    (
                        "Le test des cinq secondes",
                        "<p>Montrez la page d’accueil à quelqu’un pendant cinq secondes, sur un téléphone, puis cachez-la. Demandez : que vend-on ici, où est-ce, que fait-on ensuite ?</p><p>S’il hésite, réécrivez le premier écran : une phrase qui dit <b>quoi et où</b> (« Trois chambres d’hôtes au pied du Canigó, à dix minutes de Prades »), une photo vraie, un bouton qui porte un verbe (« Voir les disponibilités »).</p>",
                    ),
                    (
                        "Répondre aux sept questions",
                        "<p>Chaque visiteur les pose dans cet ordre. Cochez celles dont la réponse se trouve en moins de deux gestes :</p><ol><li>Est-ce ouvert à mes dates ?</li><li>Combien, et qu’est-ce qui est compris ?</li><li>À quoi cela ressemble-t-il vraiment ?</li><li>Comment y vient-on, avec et sans voiture ?</li><li>Puis-je venir avec un enfant, un chien, un fauteuil ?</li><li>Que disent les autres ?</li><li>Comment réserver ou vous parler ?</li></ol><p>Dans le diagnostic du territoire, près d’un site sur deux n’affichait pas ses disponibilités : c’est par là qu’il faut commencer.</p>",
                    ),
                    (
                        "Soigner le téléphone d’abord",
                        "<p>Plus de la moitié des visites viennent d’un téléphone. Vérifiez sur le vôtre, en 4G et non sur le wifi :</p><ul><li>la page s’affiche en moins de trois secondes (sinon, ce sont presque toujours des photos trop lourdes : 300 ko suffisent) ;</li><li>le numéro appelle quand on le touche, l’adresse ouvre l’itinéraire ;</li><li>on lit sans zoomer et les boutons ne se chevauchent pas ;</li><li>aucune fenêtre ne couvre le texte à l’arrivée.</li></ul>",
                    ),
                    (
                        "Être en règle, simplement",
                        "<p>Un site professionnel porte :</p><ul><li>les <b>mentions légales</b> : nom, adresse, téléphone, numéro SIRET, hébergeur du site ;</li><li>une page <b>données personnelles</b> : ce que vous recueillez, pourquoi, combien de temps, comment le faire effacer. Il n’y a plus de déclaration à faire à la CNIL depuis 2018 : vous tenez un registre, une page de tableur suffit ;</li><li>un <b>choix de cookies</b> seulement si vous en déposez qui ne sont pas indispensables, avec un bouton pour refuser aussi visible que celui pour accepter ;</li><li>les <b>conditions de vente</b> si l’on réserve en ligne, avec le nom de votre médiateur de la consommation.</li></ul><p>L’accessibilité est obligatoire pour la vente en ligne depuis juin 2025, sauf pour les entreprises de moins de dix personnes ; elle est utile à tous.</p>",
                    ),
                    (
                        "Dire le territoire, sans le recopier",
                        "<p>Une page « Autour de nous » écrite par vous vaut mieux que dix paragraphes copiés. Trois adresses que vous aimez, la promenade du matin, le jour du marché. Pour le reste, mettez l’agenda de la destination : il se tient à jour tout seul.</p><p>Faites un lien vers le site de votre office et demandez-lui le lien en retour. Dans le diagnostic, un site sur cinq seulement le faisait.</p>",
                    ),
                    (
                        "Traduire ce qui compte",
                        "<p>Mieux vaut quatre pages bien traduites que tout le site par une machine non relue : l’accueil, les tarifs, l’accès, les conditions. Commencez par la langue de vos clients : regardez d’où viennent vos réservations de l’an dernier. Une langue doit pouvoir se choisir par son nom (« English », « Català »), sur chaque page, et rester sur la même page.</p>",
                    ),
                ],
            }
        },
    },
    {
        "slug": "referencement-bases",
        "level": "practice",
        "minutes": 40,
        "themes": ["seo", "website"],
        "audience": "public",
        "picture": "coast-path",
        "checked_days_ago": 120,
        "words": {
            "fr": {
                "title": "Être trouvé : les bases du référencement",
                "goal": "Comprendre ce que cherchent vos clients et leur donner la page qui répond.",
                "needs": [
                    "L’accès à la modification de votre site",
                    "Une heure au calme, de quoi noter",
                    "Un compte pour Google Search Console (gratuit)",
                ],
                "steps": [
                    (
                        "Noter les mots de vos clients",
                        "<p>Écrivez les vingt dernières questions reçues au téléphone, telles quelles : « un gîte avec piscine pour dix près de la mer », « où louer un kayak avec un enfant de six ans ». Tapez-en trois dans un moteur : les suggestions sous la barre et les « recherches associées » en bas de page donnent les autres façons de le dire.</p><p>Rangez-les par sujet. Chaque sujet sera une page ; un mot isolé ne fait pas une page.</p>",
                    ),
                    (
                        "Une page par sujet, un titre qui le dit",
                        "<p>Pour chaque page, écrivez trois choses :</p><ul><li>le <b>titre de la page</b> (balise title), 60 signes : « Location de kayak en famille à Port-Aurelle | Nom ». C’est la ligne bleue des résultats ;</li><li>la <b>description</b>, 150 signes, qui donne envie de cliquer ;</li><li>un seul grand titre (H1), proche du premier, puis des intertitres qui répondent aux questions notées.</li></ul><p>L’adresse de la page est courte et en mots : /kayak-famille et non /page?id=42.</p>",
                    ),
                    (
                        "Écrire pour quelqu’un, répondre vite",
                        "<p>Donnez la réponse dans le premier paragraphe, le détail après. Des faits que vous êtes seul à savoir : la profondeur de l’eau, le poids maximal, l’heure où le vent se lève. Les moteurs et leurs réponses rédigées par des intelligences artificielles reprennent volontiers une page précise, datée et signée ; ils ignorent celle qui répète les mots des autres.</p><p>Légendez vos photos et remplissez leur texte de remplacement : il sert aux personnes aveugles d’abord, aux moteurs ensuite.</p>",
                    ),
                    (
                        "Être d’accord partout",
                        "<p>Nom, adresse, téléphone : écrits de la même façon sur votre site, votre fiche Google, les pages de l’office, les annuaires, les réseaux. Un vieux numéro quelque part fait douter les moteurs et perdre des clients. Cherchez votre numéro entre guillemets et corrigez ce qui traîne.</p><p>Puis demandez des liens qui ont du sens : l’office, vos partenaires, l’association qui organise la course, le journal qui a parlé de vous.</p>",
                    ),
                    (
                        "Suivre avec Search Console",
                        '<p>Inscrivez votre site sur <a href="https://search.google.com/search-console">Google Search Console</a> et donnez-lui l’adresse de votre plan de site (souvent /sitemap.xml). Attendez une semaine. La page « Performances » montre les mots qui vous amènent des visites. Deux gestes par mois suffisent :</p><ul><li>une page souvent vue mais peu cliquée : réécrivez son titre et sa description ;</li><li>un mot en position 8 à 15 : enrichissez la page qui y répond.</li></ul><p>Personne ne peut garantir la première place. Qui le promet vend autre chose.</p>',
                    ),
                ],
            }
        },
    },
    {
        "slug": "qr-codes-et-mobile",
        "level": "discovery",
        "minutes": 15,
        "themes": ["mobile", "website"],
        "audience": "public",
        "picture": "walled-village",
        "checked_days_ago": 20,
        "words": {
            "fr": {
                "title": "QR codes : du papier au téléphone",
                "goal": "Mettre un QR code utile au bon endroit, le tester et savoir s’il sert.",
                "needs": ["Un téléphone", "L’adresse exacte de la page à ouvrir", "De quoi imprimer"],
                "steps": [
                    (
                        "Choisir un seul but par code",
                        "<p>Un code répond à une question que la personne se pose <b>là où elle est</b> : le mot de passe du wifi dans la chambre, la carte en trois langues à table, les horaires sur la porte fermée, l’avis en partant. Un code qui mène à la page d’accueil ne répond à rien.</p>",
                    ),
                    (
                        "Préparer la page d’arrivée",
                        "<p>Elle s’ouvre sur un téléphone, souvent avec peu de réseau : courte, légère, lisible sans zoom, dans la langue de la personne ou avec le choix en haut. Pas de fichier PDF à agrandir avec deux doigts : une vraie page.</p><p>Utilisez une adresse <b>de votre site</b> (votresite.fr/wifi) et redirigez-la si la cible change : le code imprimé reste bon pendant des années.</p>",
                    ),
                    (
                        "Fabriquer le code sans intermédiaire",
                        "<p>Un QR code n’est qu’un dessin de l’adresse : il n’expire pas et ne coûte rien. Votre navigateur en fabrique un : dans Chrome ou Edge, clic droit sur la page, puis « Créer un code QR » ; sur un téléphone, dans le menu de partage. Méfiez-vous des sites de « codes dynamiques gratuits » : le code passe par chez eux, il affiche de la publicité ou s’éteint quand l’essai se termine.</p>",
                    ),
                    (
                        "Imprimer pour que cela marche",
                        "<ul><li>Côté du code : un dixième de la distance de lecture. 2,5 cm sur une table, 15 cm sur une vitrine lue à 1,50 m.</li><li>Noir sur blanc, avec une marge blanche de quatre carrés tout autour. Pas de reflet : papier mat.</li><li>Au-dessus, une phrase : « Le menu en English, Català, Deutsch ». Au-dessous, l’adresse en clair pour qui n’a pas d’appareil.</li></ul><p>Essayez avec deux téléphones différents, à la lumière du soir, avant d’en imprimer cent.</p>",
                    ),
                    (
                        "Surveiller et compter",
                        "<p>Vérifiez de temps en temps qu’aucun autocollant n’a été posé par-dessus : des escrocs le font sur les bornes et les parkings. Une adresse propre à chaque code (/wifi, /carte-table) suffit à compter les visites dans vos statistiques, sans suivre personne.</p>",
                    ),
                ],
            }
        },
    },
]
