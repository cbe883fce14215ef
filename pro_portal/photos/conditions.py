"""The first words of the library's conditions, for an office that has not written its own."""

FIRST_WORDS = {
    "fr": (
        "Les photos de cette photothèque sont mises à disposition des professionnels et des partenaires pour faire connaître la "
        "destination.\n\n"
        "1. Chaque photo se prend pour les usages écrits à côté d’elle, jusqu’à la date indiquée, et pour eux seuls.\n"
        "2. Le crédit se place à côté de la photo ou sous elle, tel qu’il est donné ; il est aussi écrit dans le fichier et n’en "
        "est pas retiré.\n"
        "3. La photo ne se revend pas et ne se cède pas à un autre. Elle ne sert ni à tromper, ni à une cause politique ou "
        "religieuse, ni à entraîner une intelligence artificielle.\n"
        "4. Quand un droit prend fin, l’office vous écrit et vous retirez la photo sous trente jours.\n"
        "5. L’office note qui prend quelle photo, pour quoi ; ces notes ne servent qu’à prévenir de la fin des droits."
    ),
    "en": (
        "The pictures of this library are offered to professionals and partners to make the destination known.\n\n"
        "1. Each picture is taken for the uses written beside it, until the date shown, and for no others.\n"
        "2. The credit stands beside or below the picture, as given; it is also written in the file and stays there.\n"
        "3. Pictures are not sold or passed on. They serve neither to deceive, nor a political or religious cause, nor to train "
        "artificial intelligence.\n"
        "4. When a right ends, the office writes to you and you take the picture down within thirty days.\n"
        "5. The office notes who takes which picture, and why; these notes serve only to tell you when rights end."
    ),
    "ca": (
        "Les fotos d’aquesta fototeca es posen a disposició dels professionals i dels socis per donar a conèixer la "
        "destinació.\n\n"
        "1. Cada foto s’agafa per als usos escrits al seu costat, fins a la data indicada, i només per a ells.\n"
        "2. El crèdit es posa al costat o a sota de la foto, tal com es dona; també està escrit dins del fitxer i no se’n treu.\n"
        "3. La foto no es revèn ni se cedeix. No serveix ni per enganyar, ni per a una causa política o religiosa, ni per "
        "entrenar una intel·ligència artificial.\n"
        "4. Quan un dret s’acaba, l’oficina us escriu i retireu la foto en trenta dies.\n"
        "5. L’oficina anota qui agafa quina foto i per a què; aquestes notes només serveixen per avisar de la fi dels drets."
    ),
}
