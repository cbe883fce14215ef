"""To be trusted and chosen again: reviews, e-mail, booking, figures, time."""

TUTORIALS = [
    {
        "slug": "repondre-aux-avis",
        "level": "discovery",
        "minutes": 20,
        "themes": ["reputation"],
        "audience": "public",
        "picture": "table-under-arbour",
        "checked_days_ago": 15,
        "step_files": {
            6: {
                "title": "Tableau de suivi des avis",
                "file": "suivi-des-avis.csv",
                "rows": [
                    ["Date", "Site", "Note", "Prénom", "Ce qui a plu", "Ce qui a déplu", "Répondu le", "Ce que nous changeons"]
                ],
            }
        },
        "words": {
            "fr": {
                "title": "Répondre aux avis, les bons comme les mauvais",
                "goal": "Répondre en cinq minutes, sans se fâcher, pour ceux qui liront ensuite.",
                "needs": [
                    "La liste des sites où l’on parle de vous",
                    "Vos accès à ces sites",
                    "Dix minutes le même jour chaque semaine",
                ],
                "steps": [
                    (
                        "Savoir où l’on parle de vous",
                        "<p>Cherchez votre nom suivi de « avis ». Notez chaque site : Google, Tripadvisor, Booking, Airbnb, la page Facebook, un guide. Demandez partout l’accès au compte d’établissement et activez l’alerte par e-mail à chaque nouvel avis. Dans le diagnostic du territoire, deux professionnels sur trois ne savaient pas si des avis existaient sur eux.</p>",
                    ),
                    (
                        "Comprendre pour qui l’on répond",
                        "<p>Vous n’écrivez pas à l’auteur, qui est parti, mais aux <b>cent personnes qui liront</b> avant de choisir. Elles ne cherchent pas un établissement sans défaut : elles regardent comment vous vous conduisez quand quelque chose ne va pas. Un silence sous une critique est une réponse.</p>",
                    ),
                    (
                        "Répondre à un avis content",
                        "<p>Trois phrases : merci avec le prénom, <b>un détail de son séjour</b> qui montre que vous l’avez lu, une raison de revenir. Changez les mots à chaque fois ; dix fois « Merci pour votre retour, au plaisir » se voit.</p><p><i>« Merci Anna. Le chat a été fier d’être cité. En octobre, les vignes sous votre fenêtre sont rouges : la chambre 2 est la mieux placée pour les voir. »</i></p>",
                    ),
                    (
                        "Répondre à un avis mécontent",
                        "<p>Attendez une heure, faites relire. Puis, dans l’ordre :</p><ol><li>remercier d’avoir pris la peine de le dire ;</li><li>reconnaître ce qui est vrai, sans « mais » ;</li><li>dire ce qui a <b>changé</b> depuis, avec un fait et une date ;</li><li>si c’est inexact, donner le fait calmement, une fois ;</li><li>proposer de se parler : un nom, un numéro.</li></ol><p>Jamais de détail sur la personne (dates, chambre, incident) : ce sont ses données. Jamais d’ironie : elle se lit toujours mal.</p>",
                    ),
                    (
                        "Signaler ce qui ne doit pas rester",
                        "<p>Insulte, propos haineux, avis d’un concurrent ou de quelqu’un qui n’est jamais venu : signalez-le sur le site avec le motif précis et vos preuves. Depuis le règlement européen sur les services numériques, le site doit accuser réception, décider et vous dire comment contester. En attendant, une réponse courte : « Nous n’avons aucune trace de votre venue ; appelez-moi au… »</p><p>Un faux avis, acheté ou écrit par soi-même, est un délit. SignalConso, le service de la répression des fraudes, reçoit les signalements.</p>",
                    ),
                    (
                        "En faire quelque chose",
                        "<p>Une fois par trimestre, relisez tout et comptez : de quoi parle-t-on trois fois ? Le petit-déjeuner, le bruit, l’accueil ? C’est votre liste de travaux, et votre prochaine photo. Mettez deux avis récents, avec leur source et leur date, sur votre site.</p>",
                    ),
                ],
            }
        },
    },
    {
        "slug": "email-qui-fidelise",
        "level": "practice",
        "minutes": 45,
        "themes": ["email"],
        "audience": "public",
        "picture": "almond-blossom",
        "checked_days_ago": 95,
        "words": {
            "fr": {
                "title": "L’e-mail qui fait revenir",
                "goal": "Une adresse sérieuse, trois messages qui partent au bon moment et une liste en règle.",
                "needs": [
                    "Un nom de domaine à vous (environ 12 € par an)",
                    "Votre fichier de clients",
                    "Un service d’envoi d’e-mails, de préférence européen",
                ],
                "steps": [
                    (
                        "Une adresse à votre nom",
                        "<p>contact@votre-maison.fr rassure, arrive mieux et reste à vous si vous changez de fournisseur. Une adresse gratuite convient pour recevoir, pas pour envoyer à cent personnes. Votre hébergeur de site en fournit presque toujours ; faites suivre vers votre boîte habituelle.</p><p>Demandez-lui d’activer <b>SPF, DKIM et DMARC</b> : trois réglages du nom de domaine qui prouvent que le message vient bien de vous. Depuis 2024, Gmail et Yahoo les exigent de qui écrit à beaucoup de monde et se méfient des autres.</p>",
                    ),
                    (
                        "Répondre vite et bien",
                        "<p>Celui qui demande écrit à trois établissements : le premier qui répond a un avantage. Préparez cinq modèles (disponible, complet, demande de précision, accès, annulation) avec, à chaque fois, un blanc à remplir pour que ce soit une lettre et non un formulaire : le prénom, une allusion à sa demande, un conseil pour sa date.</p><p>Quand c’est complet, proposez un confrère : on s’en souvient.</p>",
                    ),
                    (
                        "Trois messages au bon moment",
                        "<ul><li><b>Sept jours avant</b> : comment venir, l’heure d’arrivée, le temps annoncé, deux idées de l’agenda à ces dates.</li><li><b>Le lendemain du départ</b> : merci, et le lien pour laisser un avis.</li><li><b>Dix mois après</b> : « L’an dernier, à cette saison, vous étiez ici. Voici ce qui a changé. »</li></ul><p>Les deux premiers sont liés au séjour et n’ont pas besoin d’un accord. Le dernier est de la prospection : voyez l’étape suivante.</p>",
                    ),
                    (
                        "Une liste en règle",
                        "<p>Un particulier doit avoir <b>dit oui</b> avant de recevoir une lettre : une case non cochée, avec ces mots : « J’accepte de recevoir trois fois par an les nouvelles de la maison ». Exception : un client qui a déjà séjourné chez vous, pour une offre semblable, s’il a pu refuser. Gardez la date et le texte de l’accord.</p><p>Chaque envoi porte un lien de désinscription qui marche en un geste. Qui n’a rien ouvert ni acheté depuis <b>trois ans</b> est effacé, ou interrogé une dernière fois.</p>",
                    ),
                    (
                        "Écrire une lettre que l’on ouvre",
                        "<p>L’objet : quarante signes, un fait (« Les amandiers sont en fleur depuis mardi »). Le corps : une nouvelle, une photo, une invitation, un bouton. Écrit pour une personne, signé de votre prénom. Envoyez-la d’abord à vous-même, lisez-la sur un téléphone, cliquez sur chaque lien. Trois à quatre fois par an suffisent.</p>",
                    ),
                    (
                        "Regarder ce qui sert",
                        "<p>Le taux d’ouverture ne veut plus dire grand-chose : les téléphones ouvrent les messages tout seuls. Comptez les <b>clics</b>, les <b>réponses</b> et surtout les réservations qui citent la lettre. Plus de 0,3 % de plaintes, et vos messages finiront tous au rebut : envoyez moins, à ceux qui le veulent.</p>",
                    ),
                ],
            }
        },
    },
    {
        "slug": "reservation-en-ligne",
        "level": "advanced",
        "minutes": 60,
        "themes": ["sales", "website"],
        "audience": "public",
        "picture": "grand-hotel",
        "checked_days_ago": 200,
        "words": {
            "fr": {
                "title": "Afficher ses disponibilités et vendre en ligne",
                "goal": "Choisir comment se laisser réserver jour et nuit sans double réservation ni mauvaise surprise.",
                "needs": [
                    "Votre planning de l’an dernier",
                    "Vos tarifs et conditions écrits",
                    "La liste des sites où vous êtes vendu, avec leur commission",
                ],
                "steps": [
                    (
                        "Faire ses comptes d’abord",
                        "<p>Pour chaque canal (téléphone, site, centrale, plateformes), écrivez : nombre de nuits ou de places, recette, commission, annulations. Une réservation à 15 % de commission n’est pas perdue si elle vient d’un client que vous n’auriez jamais vu ; elle l’est s’il avait déjà votre numéro. Fixez une part à vendre en direct pour l’an prochain.</p>",
                    ),
                    (
                        "Montrer le calendrier",
                        "<p>Avant même de vendre, affichez les jours libres : c’est la première question, et près d’un site sur deux n’y répond pas. Un calendrier à jour évite la moitié des appels. S’il n’est pas à jour, il vaut mieux l’enlever : rien n’agace plus.</p>",
                    ),
                    (
                        "Choisir l’outil",
                        "<p>Trois familles :</p><ul><li><b>La place de marché du territoire</b>, proposée par l’office ou le département : peu ou pas de commission, vos disponibilités apparaissent sur le site de la destination.</li><li><b>Un moteur sur votre site</b> : abonnement mensuel, paiement encaissé chez vous.</li><li><b>Un gestionnaire de canaux</b> dès que vous êtes sur deux plateformes : il tient un seul planning.</li></ul><p>Posez les mêmes questions à tous : combien par mois et par vente, puis-je partir avec mes données, en quelles langues, qui répond au téléphone un samedi d’août ?</p>",
                    ),
                    (
                        "Ne jamais vendre deux fois",
                        "<p>Le lien iCal entre deux plateformes est gratuit mais se rafraîchit toutes les quelques heures : bon pour un gîte, dangereux pour dix chambres. Avec un gestionnaire de canaux, la mise à jour prend quelques secondes. Faites l’essai : bloquez une nuit à un endroit et regardez l’heure à laquelle elle disparaît des autres.</p>",
                    ),
                    (
                        "Écrire des conditions claires",
                        "<p>Ce qui est compris, la taxe de séjour, l’acompte, l’annulation jour par jour, l’heure d’arrivée. Pour un hébergement ou une activité <b>à date fixée</b>, il n’y a pas de droit de rétractation de quatorze jours : dites-le avant le paiement, avec vos propres délais. Le bouton final porte les mots « Réserver et payer » ou « Commande avec obligation de paiement ».</p><p>Les <b>meublés de tourisme</b> portent leur numéro d’enregistrement sur chaque annonce ; la loi de novembre 2024 l’étend à toutes les communes : demandez à votre mairie où en est la vôtre.</p>",
                    ),
                    (
                        "Encaisser sans risque",
                        "<p>Ne prenez jamais un numéro de carte par téléphone ou par e-mail. Utilisez un lien de paiement de votre banque ou d’un prestataire agréé : la double validation par le client vous protège aussi des impayés. Prévoyez les chèques-vacances, qui existent en version numérique. Faites une vraie réservation d’un euro, puis remboursez-la, avant d’ouvrir.</p>",
                    ),
                    (
                        "Garder le client pour la fois suivante",
                        "<p>Celui qui arrive par une plateforme peut revenir en direct : une carte dans la chambre avec votre site, un petit avantage permis (le départ à midi, un verre d’accueil), un message après le séjour s’il a donné son adresse à vous. Vérifiez ce que votre contrat autorise ; en France, les clauses qui interdisent d’être moins cher chez soi ne valent rien pour les hôtels.</p>",
                    ),
                ],
            }
        },
    },
    {
        "slug": "mesurer-sans-cookies",
        "level": "advanced",
        "minutes": 40,
        "themes": ["measure", "website"],
        "audience": "public",
        "picture": "train-viaduct",
        "checked_days_ago": 380,
        "step_files": {
            5: {
                "title": "Tableau de bord du mois",
                "file": "tableau-de-bord.csv",
                "rows": [
                    [
                        "Mois",
                        "Visites",
                        "Part du téléphone (%)",
                        "Page 1",
                        "Page 2",
                        "Page 3",
                        "Appels",
                        "Demandes",
                        "Réservations",
                        "Décision",
                    ]
                ],
            }
        },
        "words": {
            "fr": {
                "title": "Mesurer la fréquentation de son site sans cookies",
                "goal": "Savoir ce qui est lu et ce qui amène des réservations, sans bandeau ni suivi des visiteurs.",
                "needs": [
                    "L’accès à la modification de votre site, ou à qui le fait",
                    "Une question à laquelle vous voulez une réponse",
                    "Un tableur",
                ],
                "steps": [
                    (
                        "Commencer par la question",
                        "<p>« Combien de visites ? » n’aide à rien décider. « La page en anglais amène-t-elle des demandes ? », « L’affiche avec le QR code a-t-elle servi ? » oui. Écrivez-en trois au plus. Pour chacune, notez le geste qui compte : un appel touché, un formulaire envoyé, un clic vers la réservation.</p>",
                    ),
                    (
                        "Comprendre la règle",
                        "<p>Un outil qui suit les gens d’un site à l’autre ou envoie leurs données à un tiers demande un <b>accord</b>, par un bandeau où refuser est aussi facile qu’accepter. Beaucoup de visiteurs refusent : vos chiffres ne comptent plus que les autres.</p><p>La CNIL dispense d’accord une mesure <b>strictement limitée à votre site</b>, pour vous seul, qui ne produit que des statistiques anonymes : traceur de treize mois au plus, données gardées vingt-cinq mois au plus, information et droit de s’opposer. Elle publie un guide de réglage pour plusieurs outils.</p>",
                    ),
                    (
                        "Choisir et régler l’outil",
                        "<ul><li><b>Sans rien installer</b> : les statistiques de votre hébergeur, lues dans ses journaux. Elles comptent aussi les robots : regardez les tendances, pas les nombres.</li><li><b>Matomo</b>, chez vous ou hébergé en Europe : cookies désactivés, adresse anonymisée de deux octets, aucun croisement. Il entre alors dans la dispense.</li><li>D’autres outils européens sans cookie existent, payants et très simples.</li></ul><p>Google Analytics demande un accord, même bien réglé. Si vous le gardez sans le lire, enlevez-le : votre site ira plus vite et le bandeau disparaîtra.</p>",
                    ),
                    (
                        "Marquer ses propres liens",
                        "<p>Ajoutez une étiquette aux adresses que <b>vous</b> diffusez : votresite.fr/?src=lettre-mars, ?src=qr-table, ?src=facebook. L’outil les range tout seul. Tenez la liste dans un tableur avec la date : dans six mois, personne ne saura ce qu’était « qr2 ».</p>",
                    ),
                    (
                        "Lire une fois par mois, décider une chose",
                        "<p>Le premier lundi, un quart d’heure, cinq lignes dans un tableur : visites, part du téléphone, trois pages les plus lues, gestes qui comptent, réservations. Comparez au même mois de l’an dernier, jamais au mois précédent : ici, tout est saison. Puis décidez <b>une</b> chose à changer, et notez-la en face du mois. Au bout d’un an, ce tableau vaut un audit.</p>",
                    ),
                ],
            }
        },
    },
    {
        "slug": "gagner-du-temps",
        "level": "discovery",
        "minutes": 30,
        "themes": ["mobile", "email"],
        "audience": "professionals",
        "picture": "spa-park-bandstand",
        "checked_days_ago": 10,
        "words": {
            "fr": {
                "title": "Gagner du temps avec des outils partagés",
                "goal": "Ne plus chercher un mot de passe, une date ou la dernière version d’un document.",
                "needs": ["Un ordinateur et votre téléphone", "Une personne avec qui vous travaillez", "Une heure, hors saison"],
                "steps": [
                    (
                        "Un coffre pour les mots de passe",
                        "<p>Un gestionnaire de mots de passe (Bitwarden et KeePassXC sont libres et gratuits) en retient un différent pour chaque site et les remplit pour vous. Un seul à apprendre : quatre mots pris au hasard. Partagez dans un coffre commun ceux de l’équipe, jamais par message. Quand un saisonnier part, on lui ôte l’accès au coffre au lieu de tout changer.</p><p>Activez la double authentification sur l’e-mail d’abord : c’est lui qui ouvre tous les autres.</p>",
                    ),
                    (
                        "Un agenda à plusieurs",
                        "<p>Créez un agenda par sujet (arrivées, ménage, livraisons, congés) dans le service que vous avez déjà, et partagez-le. Abonnez-vous dans le même écran au calendrier professionnel de cet espace : les ateliers et les rendez-vous de l’office s’y inscrivent tout seuls. Celui des vacances scolaires, publié par l’Éducation nationale, s’ajoute de la même façon.</p>",
                    ),
                    (
                        "Un seul dossier, des noms clairs",
                        "<p>Un dossier partagé, cinq sous-dossiers, pas plus : clients, photos, papiers, communication, modèles. Nommez les fichiers <i>2026-03 tarifs chambres.pdf</i> : l’année d’abord, ils se rangent seuls. On n’envoie plus de pièce jointe à corriger, mais un lien : il n’existe alors qu’une version.</p><p>Gardez une copie ailleurs : un disque débranché, une fois par mois. Essayez d’en relire un fichier ; une sauvegarde jamais relue n’en est pas une.</p>",
                    ),
                    (
                        "Des réponses prêtes",
                        "<p>Relevez pendant une semaine ce que vous écrivez trois fois. Enregistrez-le en modèle dans votre messagerie, ou en raccourci de clavier sur le téléphone (« adr » écrit l’adresse et l’itinéraire). Les assistants d’écriture peuvent traduire ou raccourcir : ne leur confiez ni nom de client, ni numéro, et relisez toujours ; c’est vous qui signez.</p>",
                    ),
                    (
                        "Une demi-heure le lundi",
                        "<p>Même heure, même liste : avis de la semaine, messages restés sans réponse, horaires des trois prochaines semaines, une publication à programmer, une chose à améliorer. Ce qui n’est pas sur la liste attend lundi prochain. C’est cela, gagner du temps.</p>",
                    ),
                ],
            }
        },
    },
]
