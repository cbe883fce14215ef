"""Under `/intranet/documents/`."""

from django.urls import path

from intranet.documents.views import archives, files, folders, keeping, reading, sharing, versions

app_name = "documents"
urlpatterns = [
    path("", reading.document_list, name="list"),
    path("imprimer/", reading.print_list, name="print"),
    path("dossiers/<int:pk>/", reading.folder, name="folder"),
    path("dossiers/<int:pk>/suivre/", reading.follow, name="follow"),
    path("<int:pk>/", reading.document, name="document"),
    path("<int:pk>/lecteurs/", reading.log, name="log"),
    # Files
    path("<int:pk>/fichier/", files.download, name="download"),
    path("<int:pk>/pages/<int:number>/", files.page_picture, name="page_picture"),
    path("<int:pk>/versions/<int:number>/fichier/", files.version_file, name="version_file"),
    path("zip/", archives.new_archive, name="new_archive"),
    path("zip/<uuid:pk>/", archives.archive, name="archive"),
    path("zip/<uuid:pk>/fichier/", archives.archive_file, name="archive_file"),
    # Sharing
    path("partager/", sharing.share, name="share"),
    path("partager/note/", sharing.new_note, name="new_note"),
    path("envois/", sharing.new_upload, name="new_upload"),
    path("envois/etat/", sharing.upload_states, name="upload_states"),
    path("envois/<uuid:pk>/", sharing.upload, name="upload"),
    path("envois/<uuid:pk>/retirer/", sharing.remove, name="remove_upload"),
    # Keeping
    path("<int:pk>/modifier/", keeping.edit, name="edit"),
    path("<int:pk>/supprimer/", keeping.delete, name="delete"),
    path("<int:pk>/epingler/", keeping.pin, name="pin"),
    path("<int:pk>/toujours-vrai/", keeping.confirm, name="confirm"),
    path("<int:pk>/versions/", versions.versions, name="versions"),
    path("<int:pk>/versions/nouvelle/", versions.new_version, name="new_version"),
    path("<int:pk>/versions/<int:number>/comparer/", versions.compare, name="compare"),
    path("<int:pk>/versions/<int:number>/retablir/", versions.restore, name="restore"),
    path("dossiers/nouveau/", folders.new, name="folder_new"),
    path("dossiers/<int:pk>/modifier/", folders.edit, name="folder_edit"),
    path("dossiers/<int:pk>/supprimer/", folders.delete, name="folder_delete"),
    path("deplacer/", folders.move, name="move"),
    path("stockage/", keeping.storage, name="storage"),
]
