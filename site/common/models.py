from common.media import Document, Picture, PictureRendition

__all__ = ["Document", "Picture", "PictureRendition"]
