"""Words that say nothing of what is sought, without their accents. Short on purpose: “car” seeks a car, « vin » a wine."""

_WORDS = {
    "fr": (
        "a au aux avec ce ces cet cette chez d dans de des du elle en est et eux il ils j je l la le les leur leurs lui ma mais "
        "mes mon ne nos notre nous ou par pas pour qu que qui sa sans se ses si son sur ta tes toi ton tu un une vos votre vous y"
    ),
    "en": (
        "a an and are as at be by for from has have he his i in is it its of on or she so than that the their them they this to "
        "us was we were what which who will with you your s"
    ),
    "ca": (
        "a al als amb d de del dels el els em en ens es et fins ha han hi ho i l la les li m me meu n na ni no o pel pels per "
        "perque que s sa se ses seu seva si sota sobre son t un una unes uns us"
    ),
}
STOP_WORDS: dict[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _WORDS.items()}

#: Words of a question that say nothing of what is sought either, where other words do: « que faire », “where to eat”,
#: « on puc dormir ». In a text they are indexed, for they mean something there.
_QUESTIONS = {
    "fr": (
        "activite activites agenda ai aller aimerais besoin bonjour cherche chercher combien comment connaitre est etes "
        "evenement evenements faire idee idees il infos information informations je liste manifestation manifestations merci "
        "moi peut peux plait pouvez pouvons quand quel quelle quelles quels quoi sont sortie sorties svp tous toutes trouver va "
        "vacances veux voir voudrais voulez vont"
    ),
    "en": (
        "activities agenda any are can could do does event events find get going happening hello "
        "holiday holidays how i info information is list looking me my near need please see should some there things tell want "
        "what when where whats"
    ),
    "ca": (
        "activitats agenda amb anar aquest aquesta bon busco cal cerco com dia em esdeveniment esdeveniments fer hi podem podeu "
        "puc quan quant que quin quina quines quins si soc trobar vacances veure voldria vull"
    ),
}
QUESTION_WORDS: dict[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _QUESTIONS.items()}
