"""Places of the demo destination: tourist offices and the harbour."""

PLACES = [
    {
        "code": "ot-port-aurelle",
        "kind": "tourist_office",
        "commune": "port-aurelle",
        "address": "4 quai de la Criée, 99100 Port-Aurelle",
        "latitude": 42.4472,
        "longitude": 3.2382,
        "phone": "+33 4 65 71 01 11",
        "email": "cote@aurelle.example",
        "website": "https://cote.aurelle.example/",
        "accessibility": ["motor", "hearing", "sight", "cognitive"],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "mon": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "tue": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "wed": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "thu": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "fri": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "sat": [["09:30", "12:30"], ["14:00", "18:30"]],
                        "sun": [["10:00", "13:00"]],
                    },
                },
                {
                    "from": "11-01",
                    "until": "03-31",
                    "hours": {
                        "mon": [["09:30", "12:30"], ["14:00", "17:30"]],
                        "tue": [["09:30", "12:30"], ["14:00", "17:30"]],
                        "wed": [["09:30", "12:30"], ["14:00", "17:30"]],
                        "thu": [["09:30", "12:30"], ["14:00", "17:30"]],
                        "fri": [["09:30", "12:30"], ["14:00", "17:30"]],
                        "sat": [["09:30", "12:30"], ["14:00", "17:30"]],
                    },
                },
            ],
            "note": {
                "fr": "Boucle magnétique au comptoir. Les jours fériés, ouvert de 10 h à 13 h.",
                "en": "Induction loop at the desk. Open 10 am to 1 pm on public holidays.",
                "ca": "Bucle magnètic al taulell. Els festius, obert de 10 a 13 h.",
            },
        },
        "picture": "tourist-office-square",
        "pictures": ["harbour-morning"],
        "family": True,
        "words": {
            "fr": {
                "name": "Office de tourisme de Port-Aurelle",
                "summary": (
                    "Sur le quai, face à la criée : plans, billets, cartes de randonnée et conseils de gens qui habitent ici."
                ),
                "text": (
                    "L’équipe vous reçoit face à la criée, dans l’ancienne maison du syndic. Dites-nous combien de temps "
                    "vous restez et avec qui : nous sortons la carte et nous traçons avec vous des journées qui tiennent "
                    "compte du vent, de l’heure des trains et de l’âge des enfants.\n\n"
                    "Vous trouvez sur place les billets des spectacles et des visites, les cartes de randonnée au 1:25 000, "
                    "une consigne pour deux sacs et de quoi recharger un téléphone ou un fauteuil électrique."
                ),
            },
            "en": {
                "name": "Port-Aurelle tourist office",
                "summary": (
                    "On the quay, opposite the fish auction: maps, tickets, walking guides and advice from people who live here."
                ),
                "text": (
                    "The team welcomes you opposite the fish auction, in what used to be the harbour syndic’s house. Tell us "
                    "how long you are staying and who is with you: we will unfold the map and plan days that allow for the "
                    "wind, the train times and the children’s ages.\n\n"
                    "You can buy tickets for shows and tours, pick up 1:25,000 walking maps, leave a bag or two, and charge "
                    "a phone or an electric wheelchair."
                ),
            },
            "ca": {
                "name": "Oficina de turisme de Port-Aurelle",
                "summary": "Al moll, davant de la llotja: plànols, entrades, mapes d’excursions i consells de gent que hi viu.",
                "text": (
                    "L’equip us rep davant de la llotja, a l’antiga casa del síndic. Digueu-nos quants dies us quedeu i amb "
                    "qui: desplegarem el mapa i prepararem plegats unes jornades que tinguin en compte el vent, l’horari "
                    "dels trens i l’edat de la mainada.\n\n"
                    "Hi trobareu les entrades dels espectacles i de les visites, els mapes d’excursions a escala 1:25.000, "
                    "una consigna per a un parell de bosses i endolls per carregar un telèfon o una cadira elèctrica."
                ),
            },
        },
    },
    {
        "code": "ot-castelnou",
        "kind": "tourist_office",
        "commune": "castelnou-d-aurelle",
        "address": "1 place des Arcades, 99120 Castelnou-d’Aurelle",
        "latitude": 42.4753,
        "longitude": 3.0924,
        "phone": "+33 4 65 71 01 21",
        "email": "villages@aurelle.example",
        "website": "https://villages.aurelle.example/",
        "accessibility": ["motor", "hearing"],
        "opening": {
            "periods": [
                {
                    "from": "04-01",
                    "until": "10-31",
                    "hours": {
                        "tue": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "wed": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "thu": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "fri": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "sat": [["10:00", "12:30"], ["14:00", "18:00"]],
                        "sun": [["10:00", "12:30"], ["14:00", "18:00"]],
                    },
                },
                {
                    "from": "11-01",
                    "until": "03-31",
                    "hours": {
                        "wed": [["10:00", "12:30"], ["14:00", "17:00"]],
                        "thu": [["10:00", "12:30"], ["14:00", "17:00"]],
                        "fri": [["10:00", "12:30"], ["14:00", "17:00"]],
                        "sat": [["10:00", "12:30"], ["14:00", "17:00"]],
                    },
                },
            ],
            "note": {
                "fr": "Départ des visites guidées sous la troisième arcade.",
                "en": "Guided tours leave from under the third arch.",
                "ca": "Les visites guiades surten de sota la tercera arcada.",
            },
        },
        "picture": "walled-village",
        "pictures": ["sardana-square"],
        "family": True,
        "words": {
            "fr": {
                "name": "Office de tourisme de Castelnou-d’Aurelle",
                "summary": "Sous les arcades, le point de départ des visites guidées et des routes du vignoble.",
                "text": (
                    "Installé dans une ancienne échoppe de drapier, l’office renseigne sur les quatre communes du vignoble "
                    "et des villages. C’est ici que l’on réserve les visites des remparts, les ateliers du potier et les "
                    "dégustations du samedi.\n\n"
                    "Un espace de dessin attend les plus jeunes pendant que vous choisissez votre route. Les vélos à "
                    "assistance électrique se louent à la demi-journée ; pensez à réserver la veille, ils sont dix. L’entrée "
                    "est de plain-pied, côté rue du Four."
                ),
            },
            "en": {
                "name": "Castelnou-d’Aurelle tourist office",
                "summary": "Under the arcades, the starting point for guided tours and for the roads through the vineyards.",
                "text": (
                    "In a former draper’s shop, this office covers the four communes of the vineyards and villages. It is "
                    "the place to book tours of the ramparts, pottery workshops and Saturday tastings.\n\n"
                    "Younger visitors have a drawing corner while you choose your route. Electric bikes can be hired by the "
                    "half day; there are only ten, so please book the day before. Step-free access is from Rue du Four, at "
                    "the side of the building."
                ),
            },
            "ca": {
                "name": "Oficina de turisme de Castelnou d’Aurelle",
                "summary": "Sota les arcades, el punt de sortida de les visites guiades i de les rutes de la vinya.",
                "text": (
                    "Instal·lada en una antiga botiga de draper, l’oficina informa sobre els quatre municipis de la vinya i "
                    "dels pobles. És aquí on es reserven les visites a les muralles, els tallers del terrissaire i els "
                    "tastos del dissabte.\n\n"
                    "Els més petits tenen un racó per dibuixar mentre trieu la ruta. Les bicicletes elèctriques es lloguen "
                    "per mitja jornada; reserveu-les el dia abans, que només n’hi ha deu. L’entrada sense esglaons és pel "
                    "carrer del Forn."
                ),
            },
        },
    },
    {
        "code": "ot-les-bains",
        "kind": "tourist_office",
        "commune": "les-bains-de-vernet-haut",
        "address": "6 avenue des Thermes, 99150 Les Bains-de-Vernet-Haut",
        "latitude": 42.4932,
        "longitude": 2.9645,
        "phone": "+33 4 65 71 01 31",
        "email": "vallees@aurelle.example",
        "website": "https://vallees.aurelle.example/",
        "accessibility": ["motor"],
        "opening": {
            "periods": [
                {
                    "from": "01-01",
                    "until": "12-31",
                    "hours": {
                        "mon": [["09:00", "12:00"], ["14:00", "18:00"]],
                        "tue": [["09:00", "12:00"], ["14:00", "18:00"]],
                        "wed": [["09:00", "12:00"], ["14:00", "18:00"]],
                        "thu": [["09:00", "12:00"], ["14:00", "18:00"]],
                        "fri": [["09:00", "12:00"], ["14:00", "18:00"]],
                        "sat": [["09:00", "12:00"], ["14:00", "18:00"]],
                        "sun": [["09:30", "12:30"]],
                    },
                },
            ],
            "note": {
                "fr": "Bulletin de la montagne affiché chaque matin à 8 h 30.",
                "en": "Mountain bulletin posted every morning at 8:30 am.",
                "ca": "Butlletí de la muntanya exposat cada matí a les 8.30 h.",
            },
        },
        "picture": "spa-park-bandstand",
        "pictures": [],
        "family": True,
        "words": {
            "fr": {
                "name": "Office de tourisme des Bains-de-Vernet-Haut",
                "summary": (
                    "À deux minutes de la gare, l’état des sentiers et des pistes, les forfaits et le bulletin de la montagne."
                ),
                "text": (
                    "On descend du train, on traverse le parc et l’on y est. L’équipe connaît l’état des sentiers, "
                    "l’enneigement et les horaires de la navette de Mont-Clar, et met à jour chaque matin le grand tableau "
                    "de l’entrée.\n\n"
                    "Les forfaits de ski, les entrées aux bains et les billets du théâtre sont en vente au comptoir. Si vous "
                    "partez marcher seul, laissez-nous votre itinéraire : nous le gardons jusqu’à votre retour. Le prêt de "
                    "bâtons et de porte-bébés est gratuit."
                ),
            },
            "en": {
                "name": "Les Bains-de-Vernet-Haut tourist office",
                "summary": (
                    "Two minutes from the station: trail and piste conditions, ski passes and the daily mountain bulletin."
                ),
                "text": (
                    "Step off the train, cross the park and you are there. The team knows the state of the trails, the snow "
                    "cover and the times of the Mont-Clar shuttle, and updates the large board in the entrance every "
                    "morning.\n\n"
                    "Ski passes, tickets for the baths and seats at the theatre are sold at the desk. If you are walking "
                    "alone, leave us your route: we keep it until you are back. Walking poles and baby carriers are lent "
                    "free of charge."
                ),
            },
            "ca": {
                "name": "Oficina de turisme dels Banys de Vernet",
                "summary": "A dos minuts de l’estació: estat dels camins i de les pistes, forfets i butlletí de la muntanya.",
                "text": (
                    "Es baixa del tren, es travessa el parc i ja s’hi és. L’equip coneix l’estat dels camins, el gruix de "
                    "neu i l’horari del bus de Mont-Clar, i cada matí posa al dia el gran plafó de l’entrada.\n\n"
                    "Els forfets d’esquí, les entrades als banys i les localitats del teatre es venen al taulell. Si aneu a "
                    "caminar sols, deixeu-nos l’itinerari: el guardem fins que torneu. El préstec de bastons i de motxilles "
                    "portanadons és gratuït."
                ),
            },
        },
    },
    {
        "code": "port-de-port-aurelle",
        "kind": "harbour",
        "commune": "port-aurelle",
        "address": "Quai de la Criée, 99100 Port-Aurelle",
        "latitude": 42.4462,
        "longitude": 3.2375,
        "phone": "+33 4 65 71 02 14",
        "email": "capitainerie@port-aurelle.example",
        "website": "https://port.port-aurelle.example/",
        "accessibility": ["motor"],
        "opening": {
            "periods": [
                {
                    "from": "01-01",
                    "until": "12-31",
                    "hours": {
                        "mon": [["08:00", "12:00"], ["14:00", "18:00"]],
                        "tue": [["08:00", "12:00"], ["14:00", "18:00"]],
                        "wed": [["08:00", "12:00"], ["14:00", "18:00"]],
                        "thu": [["08:00", "12:00"], ["14:00", "18:00"]],
                        "fri": [["08:00", "12:00"], ["14:00", "18:00"]],
                        "sat": [["08:00", "12:00"], ["14:00", "18:00"]],
                        "sun": [["08:00", "12:00"], ["14:00", "18:00"]],
                    },
                },
            ],
            "note": {
                "fr": "Horaires de la capitainerie. Veille radio sur le canal 9.",
                "en": "Harbour office hours. Radio watch on channel 9.",
                "ca": "Horari de capitania. Escolta de ràdio pel canal 9.",
            },
        },
        "picture": "harbour-morning",
        "pictures": ["fishing-nets"],
        "family": True,
        "words": {
            "fr": {
                "name": "Port et quai de la Criée",
                "summary": "Vingt-deux bateaux de pêche, cent quarante places de plaisance et la vente au retour des barques.",
                "text": (
                    "Les bateaux rentrent vers seize heures et la criée se voit derrière une vitre, du lundi au vendredi. "
                    "Sur le quai, quatre pêcheurs vendent chaque matin ce que la nuit leur a laissé ; il est sage d’arriver "
                    "avant dix heures.\n\n"
                    "Le quai est plat sur toute sa longueur et sert de place au village : marché, joutes, bals. Les "
                    "plaisanciers de passage s’annoncent à la capitainerie sur le canal 9 et disposent de douches, de "
                    "sanitaires adaptés et d’une laverie."
                ),
            },
            "en": {
                "name": "Harbour and fish quay",
                "summary": "Twenty-two fishing boats, one hundred and forty berths, and fish sold as the boats come in.",
                "text": (
                    "The boats are back at around four in the afternoon, and you can watch the auction through a glass wall "
                    "from Monday to Friday. Four fishermen sell the night’s catch on the quay every morning; it is wise to "
                    "come before ten.\n\n"
                    "The quay is level from end to end and serves as the town square, for markets, water jousting and "
                    "dances. Visiting yachts should call the harbour office on channel 9; showers, accessible toilets and a "
                    "laundry are available."
                ),
            },
            "ca": {
                "name": "Port i moll de la Llotja",
                "summary": "Vint-i-dues barques de pesca, cent quaranta amarratges i peix venut a l’arribada.",
                "text": (
                    "Les barques tornen cap a les quatre de la tarda i la subhasta es veu darrere d’un vidre, de dilluns a "
                    "divendres. Al moll, cada matí quatre pescadors venen el que la nit els ha deixat; val més arribar-hi "
                    "abans de les deu.\n\n"
                    "El moll és pla de punta a punta i fa de plaça del poble: mercat, justes, balls. Els navegants de pas es "
                    "poden anunciar a capitania pel canal 9 i disposen de dutxes, lavabos adaptats i bugaderia."
                ),
            },
        },
    },
]
