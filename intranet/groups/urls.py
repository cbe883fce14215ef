"""Under `/intranet/groupes/`."""

from django.urls import path

from intranet.groups.views import entering, groups, owners

app_name = "work_groups"
urlpatterns = [
    path("", groups.all_groups, name="list"),
    path("nouveau/", groups.new_group, name="new"),
    path("<slug:slug>/", groups.group_page, name="group"),
    path("<slug:slug>/modifier/", groups.edit_group, name="edit"),
    path("<slug:slug>/supprimer/", groups.throw_away, name="throw_away"),
    path("<slug:slug>/entrer/", entering.enter, name="enter"),
    path("<slug:slug>/demande/retirer/", entering.take_back_request, name="take_back_request"),
    path("<slug:slug>/invitation/decliner/", entering.decline, name="decline"),
    path("<slug:slug>/quitter/", entering.leave, name="leave"),
    path("<slug:slug>/suivre/", entering.follow, name="follow"),
    path("<slug:slug>/m-en-occuper/", entering.take_on, name="take_on"),
    path("<slug:slug>/personnes/", owners.people, name="people"),
    path("<slug:slug>/personnes/<int:pk>/responsable/", owners.set_owner, name="set_owner"),
    path("<slug:slug>/personnes/<int:pk>/retirer/", owners.take_out, name="take_out"),
    path("<slug:slug>/inviter/", owners.invite, name="invite"),
    path("<slug:slug>/invitations/<int:pk>/retirer/", owners.withdraw_invitation, name="withdraw_invitation"),
    path("<slug:slug>/demandes/<int:pk>/", owners.answer, name="answer"),
]
