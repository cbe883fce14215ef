from pro_portal.tutorials.models.readers import Opinion, Progress, Question
from pro_portal.tutorials.models.tutorials import (
    RESERVED,
    CertificateCount,
    Guide,
    Level,
    PathItem,
    PathTranslation,
    Theme,
    Tutorial,
    TutorialPath,
    TutorialTranslation,
    not_reserved,
)
