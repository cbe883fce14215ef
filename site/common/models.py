from common.media import Picture, PictureRendition, SharedDocument

__all__ = ["Picture", "PictureRendition", "SharedDocument"]
