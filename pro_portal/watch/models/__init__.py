from pro_portal.watch.models.items import WatchItem, WatchMark
from pro_portal.watch.models.newsletter import WatchLetter, WatchLetterItem, WatchSettings
from pro_portal.watch.models.readers import WatchLetterReader, WatchSubscription
from pro_portal.watch.models.sources import WatchExclusion, WatchSource, WatchTheme
