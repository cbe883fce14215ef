"""Three tutorials in English, by slug."""

WORDS = {
    "fiche-google": {
        "title": "Looking after your Google Business Profile",
        "goal": "Appear on Google and Maps with the right hours, good pictures and a way to reach you.",
        "needs": [
            "A Google account that belongs to the business, not to a seasonal worker",
            "Your hours for the year, public holidays included",
            "Five recent pictures",
            "Your phone, for the verification",
        ],
        "steps": [
            (
                "See whether a profile already exists",
                "<p>Open Google Maps and type the name of your business followed by the town.</p><ul><li><b>There is one</b>: open it and choose “Claim this business”. If somebody else manages it (a former owner, an agency), ask for access: they have a few days to answer, after which Google offers another way.</li><li><b>There is none</b>: create it at business.google.com.</li></ul><p>If there are two, keep the right one and report the other as a duplicate (“Suggest an edit”, then “Close or remove”). Two profiles share your reviews and your visitors between them.</p>",
            ),
            (
                "Prove that it is you",
                "<p>Google wants proof before it publishes your changes. Most often this is <b>a video taken with your phone</b> in one go: the street and number, the sign, then something only the operator can do, such as opening the door with the key or starting the till.</p><p>Rehearse the walk, stay under two minutes, show no customer’s face and no bank papers. The answer comes within a few working days. Do not change the name or address meanwhile: the check would start again.</p>",
            ),
            (
                "Write the facts, and only the facts",
                "<p>The name is the one on the sign, with no slogan and no town added: that is the first cause of suspension. Then:</p><ul><li><b>Main category</b>: the most precise one (“Bed & breakfast” rather than “Lodging”). It decides in which searches you appear.</li><li>A <b>phone</b> that is answered, the <b>website</b> and, if you have one, the direct <b>booking link</b>.</li><li><b>Attributes</b>: wheelchair access, pets, means of payment, car charging, languages spoken.</li><li><b>Description</b>: 750 characters at most. What one lives there, how far from what, for whom.</li></ul>",
            ),
            (
                "Keep the hours right, above all the exceptions",
                "<p>A visitor at a closed door leaves one star. Fill in the ordinary hours, then the <b>special hours</b>: public holidays, your own holidays, the village feast. Google asks you to confirm before each public holiday; if you do not, the profile says “hours might differ”.</p><p>Closed in winter? Choose “temporarily closed” with the date you reopen, and never delete the profile: you would lose the reviews.</p>",
            ),
            (
                "Choose ten pictures that tell the truth",
                "<p>The front as it looks from the street, the entrance, the room where people spend their time, the view, a bedroom or a dish, and you. Landscape format, at least 1200 pixels wide, no words written on them, no filter.</p><p>Add two each season: a profile whose last picture is three years old looks closed.</p>",
            ),
            (
                "Ask for reviews and read the figures",
                "<p>“Ask for reviews” gives a short address and a QR code: print it for the counter, add it to your message after the stay. You may ask every customer; you may neither pay for a review nor ask only the happy ones.</p><p>“Performance” tells how many people saw the profile, called, asked for directions or went to the website, and with which words. Write these four numbers down once a month.</p>",
            ),
        ],
    },
    "photos-telephone": {
        "title": "Good pictures with a phone",
        "goal": "Take, in one morning, the ten pictures that show your place as it is at its best.",
        "needs": [
            "A phone less than six years old and a soft cloth",
            "A bright morning",
            "A tidy room, a dish, someone willing to pose",
        ],
        "steps": [
            (
                "Prepare the phone",
                "<p>Wipe the lens: that is half the progress. In the settings show the <b>grid</b> (two lines each way), choose the best quality and turn the flash off. Do not zoom beyond the lenses the phone has (x2 or x3): walk closer.</p>",
            ),
            (
                "Wait for the light",
                "<p>Outdoors: the first hour after sunrise and the hour before sunset. At noon shadows are hard and white walls burn out; look for the clear shade of a porch.</p><p>Indoors: open the shutters, turn the lamps off (their yellow light mixes badly with daylight), keep the window behind you or to your side. Touch the brightest part of the screen, then slide your finger down to darken a little: a white sky cannot be brought back.</p>",
            ),
            (
                "Tidy up, then frame straight",
                "<p>Remove what is not you: cables, bin, sockets, notices, the car in front. Hold the phone at chest height for a room, at table height for a dish, and use the grid to keep walls upright.</p><p>Put the subject on one of the lines rather than in the middle, and leave air on the side it looks to. Take each view <b>both wide and tall</b>: the website wants the first, social networks the second.</p>",
            ),
            (
                "Show life",
                "<p>An empty terrace is sad. Have someone sit with their back to you, rest a hand on a cup, open a door. Anyone who can be recognised must agree <b>in writing</b>, knowing where the picture will be seen and for how long; for a child, both parents. The portal’s photo library keeps these agreements with the picture.</p>",
            ),
            (
                "Select, retouch little",
                "<p>Keep one picture in ten. Straighten, crop, lift the shadows, and stop: guests must recognise the place when they arrive. No added sky, no bigger pool: a misleading picture is a misleading commercial practice, and the first cause of disappointed reviews.</p><p>A picture made by artificial intelligence does not show your place: do not publish it as a photograph.</p>",
            ),
            (
                "Name and file",
                "<p>Send yourself the originals (never through a messenger that shrinks them). Name them <i>place-subject-season-year.jpg</i>. Note who took the picture and who is in it. Then offer the best to the destination’s photo library: they will carry your name and bring you visitors.</p>",
            ),
        ],
    },
    "repondre-aux-avis": {
        "title": "Answering reviews, good and bad",
        "goal": "Answer in five minutes, without losing your temper, for those who will read it later.",
        "needs": [
            "The list of sites where people talk about you",
            "Your access to these sites",
            "Ten minutes on the same day each week",
        ],
        "steps": [
            (
                "Know where people talk about you",
                "<p>Search for your name followed by “reviews”. Write down each site: Google, Tripadvisor, Booking, Airbnb, your Facebook page, a guide. Ask each for access to the owner’s account and switch on the e-mail alert for new reviews.</p>",
            ),
            (
                "Know for whom you answer",
                "<p>You are not writing to the author, who has left, but to the <b>hundred people who will read it</b> before choosing. They do not look for a faultless place: they look at how you behave when something goes wrong. Silence under a criticism is an answer too.</p>",
            ),
            (
                "Answer a happy guest",
                "<p>Three sentences: thank them by first name, mention <b>a detail of their stay</b> that shows you read it, give a reason to come back. Change the words every time; “Thank you for your feedback” ten times over is noticed.</p><p><i>“Thank you Anna. The cat was proud to be mentioned. In October the vines under your window are red: room 2 has the best view of them.”</i></p>",
            ),
            (
                "Answer an unhappy guest",
                "<p>Wait an hour, have someone read it. Then, in this order:</p><ol><li>thank them for taking the trouble;</li><li>admit what is true, without a “but”;</li><li>say what has <b>changed</b> since, with a fact and a date;</li><li>where it is wrong, give the fact calmly, once;</li><li>offer to talk: a name, a number.</li></ol><p>Never any detail about the person (dates, room, incident): those are their data. Never irony: it always reads badly.</p>",
            ),
            (
                "Report what must not stay",
                "<p>Insults, hate, a review by a competitor or by someone who never came: report it to the site with the precise reason and your evidence. Under the European Digital Services Act the site must acknowledge it, decide, and tell you how to contest. Meanwhile a short answer: “We find no trace of your visit; please call me on…”</p><p>A false review, bought or written by oneself, is an offence.</p>",
            ),
            (
                "Make something of it",
                "<p>Once a quarter read everything again and count: what comes up three times? Breakfast, noise, the welcome? That is your list of works, and your next picture. Show two recent reviews, with source and date, on your website.</p>",
            ),
        ],
    },
}
