"""Three tutorials in Catalan, by slug."""

WORDS = {
    "fiche-google": {
        "title": "Tenir al dia la fitxa d’empresa a Google",
        "goal": "Sortir a Google i a Maps amb els horaris correctes, bones fotos i una manera de contactar-vos.",
        "needs": [
            "Un compte de Google que sigui de l’establiment, no d’un treballador de temporada",
            "Els horaris de tot l’any, festius inclosos",
            "Cinc fotos recents",
            "El telèfon, per a la verificació",
        ],
        "steps": [
            (
                "Mirar si la fitxa ja existeix",
                "<p>Obriu Google Maps i escriviu el nom de l’establiment seguit del municipi.</p><ul><li><b>Ja n’hi ha una</b>: obriu-la i trieu «Reclama aquesta empresa». Si algú ja la gestiona (un antic propietari, una agència), demaneu-hi accés: té uns quants dies per respondre i després Google us proposa una altra via.</li><li><b>No n’hi ha cap</b>: creeu-la a business.google.com.</li></ul><p>Si n’hi ha dues, conserveu la bona i assenyaleu l’altra com a duplicada. Dues fitxes es reparteixen les ressenyes i els visitants.</p>",
            ),
            (
                "Demostrar que sou vosaltres",
                "<p>Google demana una prova abans de publicar els canvis. Sovint és <b>un vídeo gravat amb el telèfon</b>, d’una sola tirada: el carrer i el número, el rètol i un gest que només pot fer qui hi treballa, com obrir la porta amb la clau.</p><p>Assageu el recorregut, no passeu de dos minuts, no ensenyeu cares de clients ni papers del banc. La resposta arriba en pocs dies feiners. No canvieu el nom ni l’adreça mentrestant: caldria tornar a començar.</p>",
            ),
            (
                "Escriure els fets, i només els fets",
                "<p>El nom és el del rètol, sense eslògan ni municipi afegit: és la primera causa de suspensió. Després:</p><ul><li><b>Categoria principal</b>: la més precisa. Decideix en quines cerques sortiu.</li><li>Un <b>telèfon</b> que algú despengi, el <b>web</b> i, si en teniu, l’<b>enllaç de reserva</b> directe.</li><li><b>Atributs</b>: accés amb cadira de rodes, animals, formes de pagament, càrrega elèctrica, llengües parlades.</li><li><b>Descripció</b>: 750 caràcters com a màxim. Què s’hi viu, a quina distància de què, per a qui.</li></ul>",
            ),
            (
                "Mantenir els horaris, sobretot les excepcions",
                "<p>Un visitant davant d’una porta tancada deixa una estrella. Ompliu els horaris habituals i després els <b>horaris especials</b>: festius, vacances, ponts, la festa del poble. Google us demana confirmació abans de cada festiu; responeu-hi.</p><p>Tanqueu a l’hivern? Trieu «tancat temporalment» amb la data de reobertura, sense esborrar la fitxa: perdríeu les ressenyes.</p>",
            ),
            (
                "Triar deu fotos que diguin la veritat",
                "<p>La façana tal com es veu des del carrer, l’entrada, la sala on s’està més estona, la vista, una habitació o un plat, i vosaltres. Format apaïsat, 1200 píxels d’ample com a mínim, sense text a sobre ni filtres.</p><p>Afegiu-ne dues cada estació: una fitxa amb l’última foto de fa tres anys sembla tancada.</p>",
            ),
            (
                "Demanar ressenyes i mirar les xifres",
                "<p>«Demana ressenyes» dona una adreça curta i un codi QR: imprimiu-lo al taulell, afegiu-lo al missatge de després de l’estada. Es pot demanar a tots els clients; no es pot pagar una ressenya ni demanar-la només als contents.</p><p>«Rendiment» diu quantes persones han vist la fitxa, han trucat, han demanat la ruta o han anat al web, i amb quines paraules. Anoteu aquests quatre nombres un cop al mes.</p>",
            ),
        ],
    },
    "photos-telephone": {
        "title": "Bones fotos amb un telèfon",
        "goal": "Fer en un matí les deu fotos que mostren el vostre establiment tal com és en el seu millor moment.",
        "needs": [
            "Un telèfon de menys de sis anys i un drap suau",
            "Un matí clar",
            "Una sala endreçada, un plat, una persona disposada a posar",
        ],
        "steps": [
            (
                "Preparar l’aparell",
                "<p>Netegeu l’objectiu: és la meitat del progrés. A la configuració, mostreu la <b>quadrícula</b>, trieu la millor definició i apagueu el flaix. No feu servir el zoom més enllà de l’objectiu previst (x2 o x3): acosteu-vos-hi.</p>",
            ),
            (
                "Esperar la llum",
                "<p>A fora: la primera hora després de la sortida del sol i l’hora abans de la posta. Al migdia les ombres són dures; busqueu l’ombra clara d’un porxo.</p><p>A dins: obriu les persianes, apagueu els llums, poseu-vos d’esquena o de costat a la finestra. Toqueu la part més clara de la pantalla i llisqueu el dit cap avall per enfosquir una mica: un cel blanc no es recupera.</p>",
            ),
            (
                "Endreçar i enquadrar recte",
                "<p>Traieu el que no sou vosaltres: cables, paperera, cartells, el cotxe de davant. Tingueu el telèfon a l’altura del pit per a una sala, a l’altura de la taula per a un plat, i comproveu amb la quadrícula que les parets siguin verticals.</p><p>Poseu el subjecte sobre una de les línies i no al mig. Feu cada vista <b>en horitzontal i en vertical</b>: el web vol la primera, les xarxes la segona.</p>",
            ),
            (
                "Mostrar vida",
                "<p>Una terrassa buida és trista. Feu seure algú d’esquena, posar una mà en una tassa, obrir una porta. Tota persona recognoscible hi ha d’estar d’acord <b>per escrit</b>, sabent on es veurà la foto i durant quant de temps; per a un infant, els dos pares.</p>",
            ),
            (
                "Triar i retocar poc",
                "<p>Quedeu-vos una foto de cada deu. Redreceu, retalleu, aclariu les ombres i pareu aquí: el client ha de reconèixer el lloc quan arribi. Ni cel afegit ni piscina més gran: una imatge enganyosa és una pràctica comercial enganyosa.</p><p>Una imatge feta per una intel·ligència artificial no mostra el vostre establiment: no la publiqueu com si fos una foto.</p>",
            ),
            (
                "Posar nom i desar",
                "<p>Envieu-vos els originals (mai per una missatgeria que els redueix). Poseu-los nom: <i>lloc-tema-estacio-any.jpg</i>. Anoteu qui ha fet la foto i qui hi surt. Després proposeu les millors a la fototeca del territori: portaran el vostre nom i us duran visitants.</p>",
            ),
        ],
    },
    "repondre-aux-avis": {
        "title": "Respondre a les ressenyes, bones i dolentes",
        "goal": "Respondre en cinc minuts, sense enfadar-se, per a qui ho llegirà després.",
        "needs": [
            "La llista dels llocs web on parlen de vosaltres",
            "Els vostres accessos",
            "Deu minuts el mateix dia de cada setmana",
        ],
        "steps": [
            (
                "Saber on parlen de vosaltres",
                "<p>Cerqueu el vostre nom seguit de «ressenyes». Anoteu cada lloc: Google, Tripadvisor, Booking, Airbnb, la pàgina de Facebook, una guia. Demaneu a tot arreu l’accés al compte de l’establiment i activeu l’avís per correu de cada ressenya nova.</p>",
            ),
            (
                "Entendre per a qui es respon",
                "<p>No escriviu a l’autor, que ja ha marxat, sinó a les <b>cent persones que ho llegiran</b> abans de triar. No busquen un establiment sense defectes: miren com us comporteu quan alguna cosa no va bé. El silenci sota una crítica també és una resposta.</p>",
            ),
            (
                "Respondre a un client content",
                "<p>Tres frases: gràcies amb el nom de pila, <b>un detall de l’estada</b> que mostri que l’heu llegit, una raó per tornar. Canvieu les paraules cada vegada.</p><p><i>«Gràcies, Anna. El gat ha estat orgullós que en parléssiu. A l’octubre, les vinyes de sota la finestra són vermelles: l’habitació 2 és la que les veu millor.»</i></p>",
            ),
            (
                "Respondre a un client descontent",
                "<p>Espereu una hora, feu-ho rellegir. Després, per ordre:</p><ol><li>agrair que s’hagi pres la molèstia de dir-ho;</li><li>reconèixer el que és cert, sense cap «però»;</li><li>dir què ha <b>canviat</b>, amb un fet i una data;</li><li>si és inexacte, donar el fet amb calma, una vegada;</li><li>proposar de parlar-ne: un nom, un telèfon.</li></ol><p>Mai cap detall sobre la persona: són les seves dades. Mai ironia: sempre es llegeix malament.</p>",
            ),
            (
                "Assenyalar el que no ha de quedar",
                "<p>Insult, odi, ressenya d’un competidor o d’algú que no ha vingut mai: assenyaleu-ho al lloc web amb el motiu precís i les proves. D’acord amb el reglament europeu de serveis digitals, ha d’acusar-ne recepció, decidir i dir-vos com es pot recórrer. Mentrestant, una resposta curta: «No trobem cap rastre de la vostra visita; truqueu-me al…»</p><p>Una ressenya falsa, comprada o escrita per un mateix, és un delicte.</p>",
            ),
            (
                "Treure’n profit",
                "<p>Un cop cada trimestre, rellegiu-ho tot i compteu: de què es parla tres vegades? De l’esmorzar, del soroll, de l’acollida? És la vostra llista de feines, i la propera foto. Poseu dues ressenyes recents, amb la font i la data, al vostre web.</p>",
            ),
        ],
    },
}
