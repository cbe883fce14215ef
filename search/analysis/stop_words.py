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
