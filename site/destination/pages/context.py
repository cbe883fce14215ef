"""What the frame of every page needs: the destination's name, its menus, its languages."""


def destination(request) -> dict:
    return {"site_name": "Escale"}
