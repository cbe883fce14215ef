"""To be seen: photographs, short films, social networks."""

TUTORIALS = [
    {
        "slug": "photos-telephone",
        "level": "discovery",
        "minutes": 25,
        "themes": ["photo", "mobile"],
        "audience": "public",
        "picture": "harbour-morning",
        "checked_days_ago": 30,
        "step_pictures": {2: "lighthouse-dusk", 4: "wine-cheese-table", 6: "golden-vines"},
        "words": {
            "fr": {
                "title": "De bonnes photos avec un téléphone",
                "goal": "Prendre en une matinée les dix photos qui montrent votre établissement tel qu’il est à son meilleur.",
                "needs": [
                    "Un téléphone de moins de six ans et un chiffon doux",
                    "Une matinée claire",
                    "Une pièce rangée, un plat, une personne d’accord pour poser",
                ],
                "steps": [
                    (
                        "Préparer l’appareil",
                        "<p>Essuyez l’objectif : c’est la moitié du progrès. Dans les réglages, affichez la <b>grille</b> (deux lignes dans chaque sens), choisissez la meilleure définition et éteignez le flash. N’utilisez pas le zoom au-delà de l’objectif prévu (x2 ou x3 selon l’appareil) : avancez.</p>",
                    ),
                    (
                        "Attendre la lumière",
                        "<p>Dehors : la première heure après le lever du soleil et l’heure avant le coucher. À midi, les ombres sont dures et les façades blanches brûlées ; cherchez alors l’ombre claire d’un porche.</p><p>Dedans : ouvrez les volets, éteignez les lampes (leur lumière jaune se mélange mal au jour), tournez le dos à la fenêtre ou placez-la de côté. Touchez l’écran sur la partie la plus claire, puis glissez le doigt vers le bas pour assombrir un peu : un ciel blanc ne se rattrape pas.</p>",
                    ),
                    (
                        "Ranger, puis cadrer droit",
                        "<p>Ôtez ce qui n’est pas vous : câbles, poubelle, multiprise, affichette, voiture devant la façade. Tenez le téléphone à hauteur de poitrine pour une pièce, à hauteur de table pour un plat, et vérifiez que les murs sont verticaux grâce à la grille.</p><p>Placez le sujet sur l’une des lignes plutôt qu’au centre, laissez de l’air du côté où il regarde. Prenez chaque vue <b>en largeur et en hauteur</b> : le site veut la première, les réseaux la seconde.</p>",
                    ),
                    (
                        "Montrer de la vie",
                        "<p>Une terrasse vide est triste. Faites asseoir quelqu’un de dos, poser une main sur une tasse, ouvrir une porte. Toute personne reconnaissable doit être d’accord, <b>par écrit</b>, en sachant où la photo sera vue et pour combien de temps ; pour un enfant, ses deux parents. La photothèque du portail garde ces accords avec la photo.</p>",
                    ),
                    (
                        "Trier et retoucher peu",
                        "<p>Gardez une photo sur dix. Redressez, recadrez, éclaircissez les ombres, et arrêtez-vous là : le client doit reconnaître le lieu en arrivant. Ni ciel ajouté, ni piscine agrandie : une image trompeuse est une pratique commerciale trompeuse, et la cause première des avis déçus.</p><p>Une image fabriquée par une intelligence artificielle ne montre pas votre établissement : ne la publiez pas comme une photo.</p>",
                    ),
                    (
                        "Nommer et ranger",
                        "<p>Envoyez-vous les originaux (jamais par une messagerie qui les réduit). Nommez-les : <i>lieu-sujet-saison-annee.jpg</i>. Notez qui a pris la photo et qui y figure. Puis proposez les meilleures à la photothèque du territoire : elles seront créditées à votre nom et vous amèneront des visiteurs.</p>",
                    ),
                ],
            }
        },
    },
    {
        "slug": "video-courte",
        "level": "practice",
        "minutes": 40,
        "themes": ["photo", "social"],
        "audience": "public",
        "picture": "open-air-cinema",
        "checked_days_ago": 60,
        "step_pictures": {1: "fishing-nets"},
        "words": {
            "fr": {
                "title": "Une vidéo courte qui montre un moment",
                "goal": "Tourner, monter et publier une vidéo verticale de vingt secondes, avec des sous-titres.",
                "needs": [
                    "Un téléphone et un support stable (un mur, un livre, un trépied)",
                    "Une application de montage gratuite, celle de votre téléphone suffit",
                    "L’accord de chaque personne filmée",
                ],
                "steps": [
                    (
                        "Choisir un moment, pas un lieu",
                        "<p>« Notre hôtel » n’est pas une vidéo. « La première fournée à 5 heures », « la levée des filets », « ce que l’on voit en ouvrant les volets de la chambre 4 » en sont. Écrivez une phrase : <b>qui fait quoi, et pourquoi cela donne envie</b>. Si elle ne tient pas en une ligne, ce sont deux vidéos.</p>",
                    ),
                    (
                        "Prévoir cinq plans",
                        "<p>Trois à quatre secondes chacun : un plan large pour dire où, deux gestes de près, un visage ou une réaction, une fin (le plat servi, la vue). Dessinez-les en cinq cases. La plus belle image va <b>en premier</b> : on décide de rester dans les deux premières secondes.</p>",
                    ),
                    (
                        "Tourner droit et calme",
                        "<p>Téléphone vertical, objectif arrière, 1080p à 30 images par seconde. Coudes au corps, comptez jusqu’à cinq avant de bouger. Ne zoomez pas, ne balayez pas : c’est le sujet qui bouge. Si quelqu’un parle, approchez-vous à un mètre, dos au vent ; un micro-cravate à trente euros change tout.</p>",
                    ),
                    (
                        "Monter en quatre gestes",
                        "<p>Posez les plans dans l’ordre, coupez le début et la fin de chacun, ajoutez les <b>sous-titres</b> (la plupart regardent sans le son, et certains n’entendent pas), laissez le bas et le haut de l’image libres : les boutons des applications les recouvrent.</p><p>La musique : un compte professionnel n’a pas droit aux chansons connues, seulement à la bibliothèque « libre pour un usage commercial » de l’application. Le vrai son du lieu est souvent meilleur.</p>",
                    ),
                    (
                        "Publier, répondre, réutiliser",
                        "<p>Une légende de deux lignes : ce que l’on voit, où et quand on peut le vivre. Le nom de la commune en lieu, deux ou trois mots-clés utiles, pas vingt. Restez une demi-heure après la publication pour répondre.</p><p>La même vidéo va sur Instagram, Facebook, YouTube et votre site : gardez le fichier d’origine, sans le filigrane de l’application.</p>",
                    ),
                ],
            }
        },
    },
    {
        "slug": "instagram-facebook",
        "level": "discovery",
        "minutes": 35,
        "themes": ["social"],
        "audience": "public",
        "picture": "sardana-square",
        "checked_days_ago": 50,
        "step_pictures": {4: "pottery-workshop"},
        "words": {
            "fr": {
                "title": "Instagram et Facebook : une page qui vit sans vous dévorer",
                "goal": "Ouvrir des comptes professionnels sûrs et tenir un rythme d’une heure par semaine.",
                "needs": ["Un compte personnel Facebook", "Un logo ou une photo carrée", "Une adresse e-mail de l’établissement"],
                "steps": [
                    (
                        "Une page, pas un profil",
                        "<p>Un profil est une personne ; une entreprise sous forme de profil peut être fermée du jour au lendemain, avec ses amis et ses photos. Créez une <b>Page Facebook</b> depuis votre profil (menu, Pages, Créer) et un <b>compte professionnel Instagram</b> (Réglages, Type de compte). Reliez les deux dans Meta Business Suite, gratuit : un seul endroit pour publier et répondre.</p><p>Vous aviez un profil au nom de l’établissement ? Facebook sait le convertir en page sans perdre les abonnés.</p>",
                    ),
                    (
                        "Fermer la porte à clé",
                        "<p>Le vol de compte est l’accident le plus courant. Activez la <b>double authentification</b> (Espace Comptes, Mot de passe et sécurité), de préférence avec une application et non par SMS. Donnez accès à un second administrateur, retirez les anciens stagiaires. Meta n’écrit jamais par Messenger que « votre page va être supprimée » : ces messages sont des pièges.</p>",
                    ),
                    (
                        "Remplir ce que l’on cherche",
                        "<p>Catégorie, adresse, horaires, téléphone, lien de réservation, bouton d’action (« Réserver », « Appeler »). Dans la bio Instagram, une phrase qui dit quoi et où, puis le lien. Épinglez trois publications : le lieu, ce que l’on y fait, comment venir.</p>",
                    ),
                    (
                        "Trouver de quoi parler toute l’année",
                        "<p>Quatre rubriques qui tournent, une par semaine :</p><ol><li><b>Le geste</b> : ce que vous faites et que personne ne voit.</li><li><b>La saison</b> : ce qui fleurit, ce qui s’ouvre, la première neige.</li><li><b>Le voisin</b> : un producteur, un sentier, une fête de l’agenda.</li><li><b>La réponse</b> : une question de client et sa réponse.</li></ol><p>Préparez quatre publications d’un coup et programmez-les dans Business Suite. Une par semaine toute l’année vaut mieux que dix en juillet.</p>",
                    ),
                    (
                        "Parler avec, pas à",
                        "<p>Répondez à chaque commentaire dans la journée, même d’un mot. Mentionnez les autres (@office, @voisin) : ils vous repartageront. Utilisez le mot-clé de la destination. Avant de reprendre la photo d’un client, demandez-lui : « Bonjour, pouvons-nous la partager ici avec votre nom ? » et gardez sa réponse.</p>",
                    ),
                    (
                        "Regarder trois chiffres",
                        "<p>Une fois par mois : la <b>portée</b> (combien de personnes), les <b>enregistrements et partages</b> (l’envie), les <b>clics</b> vers le site ou le téléphone (l’affaire). Les « j’aime » flattent et ne disent rien. Gardez ce qui marche, laissez le reste. Et si un réseau ne vous amène personne après six mois, fermez-le proprement.</p>",
                    ),
                ],
            }
        },
    },
]
