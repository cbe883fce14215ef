from pro_portal.watch.models.items import WatchItem, WatchMark
from pro_portal.watch.models.newsletter import WatchLetter, WatchLetterItem, WatchSettings
from pro_portal.watch.models.readers import WatchSubscription
from pro_portal.watch.models.sources import WatchSource, WatchTheme
