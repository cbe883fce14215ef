"""Places of the demo destination: halls and squares."""

PLACES = [
    {
        "code": "le-bastion",
        "kind": "hall",
        "commune": "port-aurelle",
        "address": "Place du Bastion, 99100 Port-Aurelle",
        "latitude": 42.449,
        "longitude": 3.2355,
        "phone": "+33 4 65 71 02 09",
        "email": "billetterie@le-bastion.example",
        "website": "https://le-bastion.example/",
        "accessibility": ["motor", "hearing", "sight"],
        "opening": {
            "periods": [],
            "note": {
                "fr": "Billetterie du mardi au samedi de 15 h à 18 h 30 et une heure avant chaque séance.",
                "en": "Box office Tuesday to Saturday, 3 to 6:30 pm, and one hour before each show.",
                "ca": "Taquilla de dimarts a dissabte de 15 a 18.30 h i una hora abans de cada funció.",
            },
        },
        "picture": "jazz-night",
        "pictures": ["rainy-street"],
        "family": False,
        "words": {
            "fr": {
                "name": "Le Bastion",
                "summary": "L’ancien entrepôt des douanes devenu salle de spectacle : 380 places et une terrasse sur le port.",
                "text": (
                    "Concerts, théâtre, danse et cinéma se partagent l’année dans cet entrepôt de 1846. Les gradins se "
                    "rentrent pour les bals, et les grandes portes s’ouvrent sur le quai lorsque la nuit est douce.\n\n"
                    "La salle dispose de huit emplacements pour fauteuils, d’une boucle magnétique et de gilets vibrants à "
                    "réserver. Certaines séances sont audiodécrites ou surtitrées ; elles sont signalées dans l’agenda. Le "
                    "dernier bus de la ligne A attend la fin du spectacle."
                ),
            },
            "en": {
                "name": "Le Bastion",
                "summary": "The old customs warehouse, now a 380-seat venue with a terrace over the harbour.",
                "text": (
                    "Concerts, theatre, dance and film share the year in this warehouse of 1846. The seating rolls away for "
                    "dances, and the great doors open onto the quay when the night is mild.\n\n"
                    "There are eight wheelchair spaces, an induction loop and vibrating vests, which can be booked in "
                    "advance. Some performances have audio description or surtitles; the agenda says which. The last bus on "
                    "line A waits until the show is over."
                ),
            },
            "ca": {
                "name": "Le Bastion",
                "summary": (
                    "L’antic magatzem de la duana convertit en sala d’espectacles: 380 localitats i una terrassa damunt del port."
                ),
                "text": (
                    "Concerts, teatre, dansa i cinema es reparteixen l’any en aquest magatzem del 1846. Les grades es "
                    "pleguen quan hi ha ball, i les grans portes s’obren al moll les nits que fa bo.\n\n"
                    "La sala té vuit espais per a cadires de rodes, bucle magnètic i armilles vibratòries amb reserva. "
                    "Algunes funcions tenen audiodescripció o sobretítols; l’agenda ho indica. L’últim bus de la línia A "
                    "espera que s’acabi l’espectacle."
                ),
            },
        },
    },
    {
        "code": "salle-oliviers",
        "kind": "hall",
        "commune": "la-tour-des-oliviers",
        "address": "5 place de l’Aire, 99170 La Tour-des-Oliviers",
        "latitude": 42.5828,
        "longitude": 3.0862,
        "phone": "+33 4 65 71 02 12",
        "email": "mairie@la-tour.example",
        "website": "",
        "accessibility": ["motor", "hearing"],
        "opening": {
            "periods": [],
            "note": {"fr": "Ouverte selon les manifestations.", "en": "Open for events.", "ca": "Oberta quan hi ha actes."},
        },
        "picture": "village-ball",
        "pictures": ["village-church"],
        "family": True,
        "words": {
            "fr": {
                "name": "Salle des Oliviers",
                "summary": "La salle des fêtes du village, son parquet de 1932 et son orgue mécanique en état de marche.",
                "text": (
                    "On a beaucoup dansé ici, et l’on danse encore. La salle des Oliviers a gardé ses hautes fenêtres, son "
                    "balcon de fer et un parquet de châtaignier que les musiciens apprécient autant que les danseurs.\n\n"
                    "Elle reçoit les bals, les repas de fête, les ateliers et les projections du ciné-club. La place de "
                    "l’Aire, devant la porte, sert de scène aux beaux jours. Le stationnement se fait sous les platanes, à "
                    "cinquante mètres, sans marche jusqu’à l’entrée."
                ),
            },
            "en": {
                "name": "Salle des Oliviers",
                "summary": "The village hall, with its dance floor of 1932 and a mechanical organ in working order.",
                "text": (
                    "There has been a great deal of dancing here, and there still is. The hall has kept its tall windows, "
                    "its iron balcony and a chestnut floor that musicians like as much as dancers do.\n\n"
                    "It is home to dances, feast-day meals, workshops and film club evenings. Place de l’Aire, just outside, "
                    "becomes the stage in fine weather. Park under the plane trees fifty metres away; there are no steps "
                    "between there and the door."
                ),
            },
            "ca": {
                "name": "Sala dels Olivers",
                "summary": "La sala de festes del poble, amb el parquet del 1932 i un orgue mecànic que encara sona.",
                "text": (
                    "Aquí s’ha ballat molt, i encara s’hi balla. La sala conserva els finestrals, el balcó de ferro i un "
                    "parquet de castanyer que agrada tant als músics com als balladors.\n\n"
                    "Acull balls, àpats de festa, tallers i projeccions del cineclub. La plaça de l’Era, davant de la porta, "
                    "fa d’escenari quan fa bo. S’aparca sota els plàtans, a cinquanta metres, sense cap graó fins a "
                    "l’entrada."
                ),
            },
        },
    },
    {
        "code": "casino-theatre",
        "kind": "hall",
        "commune": "les-bains-de-vernet-haut",
        "address": "Parc thermal, 99150 Les Bains-de-Vernet-Haut",
        "latitude": 42.4938,
        "longitude": 2.9605,
        "phone": "+33 4 65 71 02 13",
        "email": "theatre@casino-bains.example",
        "website": "https://casino-bains.example/",
        "accessibility": ["motor", "hearing"],
        "opening": {
            "periods": [],
            "note": {
                "fr": "Caisse ouverte une heure avant les séances.",
                "en": "Box office opens one hour before performances.",
                "ca": "Taquilla oberta una hora abans de les funcions.",
            },
        },
        "picture": "spa-park-bandstand",
        "pictures": [],
        "family": False,
        "words": {
            "fr": {
                "name": "Théâtre du Casino",
                "summary": "Un théâtre à l’italienne de 240 places, sauvé de la démolition par les habitants.",
                "text": (
                    "On ne joue plus à la roulette au casino des Bains depuis 1952. Restent le rideau peint, les loges de "
                    "velours vert et une acoustique faite pour l’opérette, que les musiciens de chambre ont adoptée.\n\n"
                    "La saison mêle théâtre, contes, conférences et cinéma, avec des tarifs qui permettent d’y revenir. "
                    "Quatre emplacements pour fauteuils sont au parterre, accessibles par la galerie du parc. Le dernier "
                    "train pour Port-Aurelle part après le baisser de rideau les soirs de spectacle."
                ),
            },
            "en": {
                "name": "Casino Theatre",
                "summary": "A 240-seat playhouse with boxes and gilding, saved from demolition by local people.",
                "text": (
                    "Nobody has played roulette at the casino in Les Bains since 1952. What remains is the painted curtain, "
                    "the green velvet boxes and acoustics made for operetta, which chamber musicians have adopted.\n\n"
                    "The season mixes drama, storytelling, talks and film, at prices that let you come back. Four wheelchair "
                    "spaces are in the stalls, reached through the park arcade. On show nights the last train to "
                    "Port-Aurelle leaves after the curtain comes down."
                ),
            },
            "ca": {
                "name": "Teatre del Casino",
                "summary": "Un teatre a la italiana de 240 localitats, salvat de l’enderroc pels veïns.",
                "text": (
                    "Al casino dels Banys no es juga a la ruleta des del 1952. En queden el teló pintat, les llotges de "
                    "vellut verd i una acústica feta per a l’opereta, que els músics de cambra s’han fet seva.\n\n"
                    "La temporada combina teatre, contes, conferències i cinema, amb preus que conviden a tornar-hi. Hi ha "
                    "quatre espais per a cadires de rodes a la platea, amb accés per la galeria del parc. Les nits de "
                    "funció, l’últim tren cap a Port-Aurelle surt després de l’espectacle."
                ),
            },
        },
    },
    {
        "code": "place-arcades",
        "kind": "hall",
        "commune": "castelnou-d-aurelle",
        "address": "Place des Arcades, 99120 Castelnou-d’Aurelle",
        "latitude": 42.475,
        "longitude": 3.0925,
        "phone": "",
        "email": "",
        "website": "",
        "accessibility": ["motor", "sight"],
        "opening": {
            "periods": [],
            "note": {
                "fr": "Accès libre. Le marché occupe la place le samedi matin.",
                "en": "Free access. The market fills the square on Saturday mornings.",
                "ca": "Accés lliure. El mercat ocupa la plaça el dissabte al matí.",
            },
        },
        "picture": "sardana-square",
        "pictures": ["night-festival-stage"],
        "family": True,
        "words": {
            "fr": {
                "name": "Place des Arcades",
                "summary": "Dix-sept arcades, aucune de la même largeur, et un platane sous lequel tout se décide.",
                "text": (
                    "Les drapiers l’ont bâtie au XIIIe siècle, chacun selon sa bourse, d’où ces arcades inégales qui "
                    "tournent autour du platane. On y tient marché, on y danse la sardane, on y joue aux cartes.\n\n"
                    "La plaque de laiton scellée devant l’office reproduit la place en relief, à lire avec les doigts. Deux "
                    "cafés sortent leurs tables au soleil ; l’eau de la fontaine est potable. Les concerts du festival s’y "
                    "donnent quand la météo s’en mêle ailleurs."
                ),
            },
            "en": {
                "name": "Place des Arcades",
                "summary": (
                    "Seventeen arches, no two of them the same width, and a plane tree under which everything is decided."
                ),
                "text": (
                    "Drapers built it in the thirteenth century, each according to his purse, hence the uneven arches that "
                    "run round the plane tree. There are markets here, sardana dancing and a good deal of cards.\n\n"
                    "The brass plate set into the ground by the tourist office shows the square in relief and can be read "
                    "with the fingers. Two cafés put tables out in the sun, and the fountain water is fit to drink. Festival "
                    "concerts move here when the weather turns elsewhere."
                ),
            },
            "ca": {
                "name": "Plaça de les Arcades",
                "summary": "Disset arcades, totes d’amplada diferent, i un plàtan sota el qual es decideix tot.",
                "text": (
                    "La van bastir els drapers al segle XIII, cadascú segons la seva bossa; d’aquí venen aquestes arcades "
                    "desiguals que volten el plàtan. S’hi fa mercat, s’hi ballen sardanes i s’hi juga a cartes.\n\n"
                    "La placa de llautó que hi ha davant de l’oficina reprodueix la plaça en relleu i es llegeix amb els "
                    "dits. Dos cafès treuen taules al sol, i l’aigua de la font és potable. Els concerts del festival s’hi "
                    "fan quan el temps ho espatlla en un altre lloc."
                ),
            },
        },
    },
]
