from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.refusals import Refused
from bedside.guard.images.tests.pictures import SECRET, drawing, encoded, photo
from bedside.library import deciding, thumbs, uploads, verbs
from bedside.library.models import Asset
from bedside.library.queries import by_hash, pictures
from bedside.library.serving import NOTHING_YET
from bedside.library.tests.looks import rendered
from bedside.library.tests.settling import settle
from bedside.orgs.models import User
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.outbox import blobs
from bedside.records.models import Entry

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from bedside.orgs.models import Membership

BASE = "/cedar-hollow-family-clinic/library"


def client_of(member: Membership, *, strict: bool = False) -> Client:
    client = Client(enforce_csrf_checks=strict)
    client.force_login(member.user)
    return client


def lamp(name: str = "lamp.jpg", width: int = 320) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, encoded(drawing(width)), content_type="image/jpeg")


def told(client: Client) -> list[str]:
    """Return what the next page would say."""
    page = client.get(f"{BASE}/")
    return [str(message) for message in page.context["messages"]]


@pytest.fixture
def asset(bob: Membership) -> Asset:
    return verbs.add_picture(by=bob, name="lamp.jpg", content=photo(), alt="A lamp")


def test_a_picture_is_kept_under_the_hash_of_its_new_bytes(bob: Membership):
    asset = verbs.add_picture(by=bob, name="C:\\phone\\IMG_2034.JPG", content=photo())
    kept = blobs.get(bob.organisation_id, asset.sha256)
    assert asset.name == "IMG_2034"
    assert asset.size == len(kept)
    assert SECRET.encode() not in kept
    assert thumbs.get(bob.organisation_id, asset.sha256)


def test_the_same_picture_again_is_the_one_that_is_there(bob: Membership, asset: Asset):
    assert verbs.add_picture(by=bob, name="again.jpg", content=photo()) == asset
    assert bob.organisation.assets.count() == 1


def test_a_name_with_a_dot_keeps_all_its_words(bob: Membership, asset: Asset):
    verbs.describe(by=bob, asset=asset, name="Dr. Chen at work", alt=" A lamp. ")
    asset.refresh_from_db()
    assert (asset.name, asset.alt) == ("Dr. Chen at work", "A lamp.")


def test_what_is_refused_leaves_nothing_behind(bob: Membership):
    with pytest.raises(Refused):
        verbs.add_picture(by=bob, name="letter.pdf", content=b"%PDF-1.7")
    assert not Asset.objects.exists()


def test_every_change_is_recorded_without_words(bob: Membership, asset: Asset):
    verbs.describe(by=bob, asset=asset, name=SECRET, alt=SECRET)
    verbs.delete(by=bob, asset=asset)
    verbs.restore(by=bob, asset=asset)
    entries = Entry.objects.filter(subject=f"asset:{asset.pk}").order_by("seq")
    assert [entry.verb.partition(".")[2] for entry in entries] == [
        "added",
        "described",
        "deleted",
        "restored",
    ]
    assert SECRET not in str([entry.facts for entry in entries])


def test_a_deleted_picture_comes_back_unless_it_was_added_again(bob: Membership, asset: Asset):
    verbs.delete(by=bob, asset=asset)
    assert not pictures(bob.organisation).exists()
    again = verbs.add_picture(by=bob, name="again.jpg", content=photo())
    assert not verbs.restore(by=bob, asset=asset)
    assert by_hash(bob.organisation, [asset.sha256]) == {asset.sha256: again}


def test_a_post_finds_its_picture_after_it_was_deleted(bob: Membership, asset: Asset):
    verbs.delete(by=bob, asset=asset)
    assert by_hash(bob.organisation, [asset.sha256]) == {asset.sha256: asset}


def test_member_of_another_clinic_finds_no_picture(charlie: Membership, asset: Asset):
    assert by_hash(charlie.organisation, [asset.sha256]) == {}
    with pytest.raises(Asset.DoesNotExist):
        verbs.restore(by=charlie, asset=asset)
    assert not verbs.delete(by=charlie, asset=asset)
    assert not verbs.describe(by=charlie, asset=asset, name="x", alt="")


@pytest.mark.parametrize("page", ["/", "/{pk}/", "/{pk}/picture/", "/{pk}/thumb/"])
def test_member_of_another_clinic_sees_nothing(page: str, charlie: Membership, asset: Asset):
    path = page.format(pk=asset.pk)
    assert client_of(charlie).get(f"{BASE}{path}").status_code == 404
    own = client_of(charlie).get(f"/mill-pond-dental/library{path}")
    assert SECRET not in own.content.decode(errors="replace")
    assert own.status_code == (200 if page == "/" else 404)


@pytest.mark.parametrize("page", ["/add/", "/{pk}/", "/{pk}/delete/", "/{pk}/restore/"])
def test_member_of_another_clinic_changes_nothing(page: str, charlie: Membership, asset: Asset):
    path = page.format(pk=asset.pk)
    client = client_of(charlie)
    assert client.post(f"{BASE}{path}", {"name": "x"}).status_code == 404
    client.post(f"/mill-pond-dental/library{path}", {"name": "x"})
    asset.refresh_from_db()
    assert (asset.name, asset.deleted_at) == ("lamp", None)


@pytest.mark.parametrize("page", ["/", "/{pk}/", "/{pk}/picture/", "/{pk}/thumb/"])
def test_a_stranger_must_sign_in(page: str, asset: Asset, client: Client):
    response = client.get(f"{BASE}{page.format(pk=asset.pk)}")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/accounts/login/")


def test_an_auditor_looks_and_changes_nothing(alice: Membership, asset: Asset):
    ann = User.objects.create_user(email="ann@cedarhollow.example", name="Ann")
    auditor = add_member(by=alice, user=ann, role=Role.AUDITOR)
    client = client_of(auditor)
    page = client.get(f"{BASE}/{asset.pk}/")
    assert page.status_code == 200
    assert b"<textarea" not in page.content
    for path in ("add/", f"{asset.pk}/delete/", f"{asset.pk}/restore/", f"{asset.pk}/"):
        assert client.post(f"{BASE}/{path}", {"name": "x"}).status_code == 403


def test_several_files_are_added_at_once_and_the_bad_one_is_explained(bob: Membership):
    heic = SimpleUploadedFile("two.heic", b"....ftypheic....")
    files = [lamp("one.jpg"), heic, lamp("three.jpg", 99)]
    client = client_of(bob)
    client.post(f"{BASE}/add/", {"pictures": files})
    assert bob.organisation.assets.count() == 2
    assert told(client)[0].startswith("two.heic was not added. It is damaged")


def test_one_added_picture_is_opened_to_be_described(bob: Membership):
    response = client_of(bob).post(f"{BASE}/add/", {"pictures": lamp()}, follow=True)
    assert "Now describe it" in response.content.decode()
    assert 'name="alt"' in response.content.decode()


def test_a_script_is_told_of_each_file(bob: Membership):
    files = [lamp(), SimpleUploadedFile("letter.txt", b"Dear Dr. Chen")]
    response = client_of(bob).post(
        f"{BASE}/add/", {"pictures": files}, headers={"accept": "application/json"}
    )
    answer = response.json()
    assert [picture["name"] for picture in answer["added"]] == ["lamp"]
    assert answer["refused"][0]["name"] == "letter.txt"
    assert client_of(bob).get(answer["added"][0]["thumb"]).status_code == 200


def test_no_file_at_all_is_said_to_be_none(bob: Membership):
    response = client_of(bob).post(f"{BASE}/add/", headers={"accept": "application/json"})
    assert response.status_code == 422
    assert "No file was chosen" in response.json()["refused"][0]["reason"]


def test_more_than_twenty_files_wait_for_another_time(bob: Membership):
    files = [SimpleUploadedFile(f"{number}.pdf", b"%PDF-") for number in range(21)]
    response = client_of(bob).post(
        f"{BASE}/add/", {"pictures": files}, headers={"accept": "application/json"}
    )
    assert "at once" in response.json()["refused"][20]["reason"]


def test_a_file_that_is_too_heavy_is_skipped_while_it_arrives(
    bob: Membership, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(uploads, "HEAVIEST", 50_000)
    files = [SimpleUploadedFile("huge.jpg", b"\xff\xd8\xff" + bytes(200_000)), lamp()]
    response = client_of(bob).post(
        f"{BASE}/add/", {"pictures": files}, headers={"accept": "application/json"}
    )
    assert [picture["name"] for picture in response.json()["added"]] == ["lamp"]
    assert response.json()["refused"][0]["name"] == "huge.jpg"


def test_more_than_a_request_may_hold_is_not_read_on(
    bob: Membership, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(uploads, "MOST_BYTES", 100_000)
    files = [SimpleUploadedFile("huge.jpg", b"\xff\xd8\xff" + bytes(400_000)), lamp()]
    response = client_of(bob).post(
        f"{BASE}/add/", {"pictures": files}, headers={"accept": "application/json"}
    )
    assert response.status_code == 422
    assert "More than 100 MB" in response.json()["refused"][-1]["reason"]


def test_a_file_never_lies_on_the_disk_as_it_arrived(
    bob: Membership, settings: Any, tmp_path: Path
):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "nowhere"
    client_of(bob).post(f"{BASE}/add/", {"pictures": SimpleUploadedFile("a.jpg", photo())})
    assert bob.organisation.assets.count() == 1


def test_adding_needs_the_token_of_the_page(bob: Membership):
    client = client_of(bob, strict=True)
    assert client.post(f"{BASE}/add/", {"pictures": lamp()}).status_code == 403
    assert not Asset.objects.exists()


def test_a_picture_is_served_for_its_members_browsers_only(bob: Membership, asset: Asset):
    response = client_of(bob).get(f"{BASE}/{asset.pk}/picture/")
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["Cache-Control"].startswith("private")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.content == blobs.get(bob.organisation_id, asset.sha256)


@pytest.mark.parametrize("page", ["picture", "thumb"])
def test_a_browser_that_has_it_is_told_so(page: str, bob: Membership, asset: Asset):
    client = client_of(bob)
    tag = client.get(f"{BASE}/{asset.pk}/{page}/").headers["ETag"]
    again = client.get(f"{BASE}/{asset.pk}/{page}/", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_lost_thumbnail_is_stood_in_for_by_the_picture(bob: Membership, asset: Asset):
    default_storage.delete(thumbs._path(asset.organisation_id, asset.sha256))
    response = client_of(bob).get(f"{BASE}/{asset.pk}/thumb/")
    assert response.content == blobs.get(bob.organisation_id, asset.sha256)


def test_nothing_uncovered_is_shown_as_if_it_were_sent(
    bob: Membership, alice: Membership, asset: Asset
):
    """Nor to those who only look."""
    master = blobs.get(bob.organisation_id, asset.sha256)
    small = thumbs.get(bob.organisation_id, asset.sha256)
    ann = User.objects.create_user(email="ann@cedarhollow.example", name="Ann")
    auditor = client_of(add_member(by=alice, user=ann, role=Role.AUDITOR))
    assert auditor.get(f"{BASE}/{asset.pk}/master/").status_code == 403
    assert f"/{asset.pk}/master/" not in auditor.get(f"{BASE}/{asset.pk}/").content.decode()
    assert bytes_of(auditor, asset) == [NOTHING_YET, NOTHING_YET]
    assert bytes_of(client_of(bob), asset) == [master, small]
    settle(bob, asset)
    assert bytes_of(auditor, asset) == [master, small]
    drawn = deciding.draw(by=bob, asset=asset, kind="face", place=Place(0.1, 0.1, 0.2, 0.2))
    deciding.cover(by=bob, box=drawn)
    assert bytes_of(client_of(bob), asset) == [NOTHING_YET, NOTHING_YET]
    rendered(asset, verified=False)
    assert bytes_of(client_of(bob), asset) == [NOTHING_YET, NOTHING_YET]


def bytes_of(client: Client, asset: Asset) -> list[bytes]:
    return [client.get(f"{BASE}/{asset.pk}/{page}/").content for page in ("picture", "thumb")]


def test_a_lost_picture_is_not_found_rather_than_an_error(bob: Membership, asset: Asset):
    Asset.objects.filter(pk=asset.pk).update(sha256="0" * 64)
    assert client_of(bob).get(f"{BASE}/{asset.pk}/picture/").status_code == 404


def test_a_picture_is_described_on_its_page(bob: Membership, asset: Asset):
    client_of(bob).post(f"{BASE}/{asset.pk}/", {"name": "Lamp", "alt": "A lamp in the hall"})
    asset.refresh_from_db()
    assert (asset.name, asset.alt) == ("Lamp", "A lamp in the hall")


def test_a_name_that_is_missing_is_asked_for_and_nothing_typed_is_lost(
    bob: Membership, asset: Asset
):
    response = client_of(bob).post(f"{BASE}/{asset.pk}/", {"name": "", "alt": "My own words"})
    assert response.status_code == 422
    assert "My own words" in response.content.decode()


def test_deleting_offers_the_way_back(bob: Membership, asset: Asset):
    client = client_of(bob)
    page = client.post(f"{BASE}/{asset.pk}/delete/", follow=True).content.decode()
    assert f'action="{BASE}/{asset.pk}/restore/"' in page
    client.post(f"{BASE}/{asset.pk}/restore/")
    asset.refresh_from_db()
    assert asset.deleted_at is None


def test_pictures_are_found_by_name_with_no_word_in_the_address(bob: Membership, asset: Asset):
    client = client_of(bob)
    page = client.post(f"{BASE}/", {"words": "LAMP"}, headers={"hx-request": "true"})
    assert f"{BASE}/{asset.pk}/thumb/" in page.content.decode()
    nothing = client.post(f"{BASE}/", {"words": "garden"}).content.decode()
    assert f"{BASE}/{asset.pk}/thumb/" not in nothing
    assert "Nothing has" in nothing


def test_the_composer_gets_the_grid_to_choose_from(bob: Membership, asset: Asset):
    page = client_of(bob).get(f"{BASE}/?pick").content.decode()
    assert f'data-pick="{asset.sha256}"' in page
    assert "<html" not in page


def test_the_grid_costs_the_same_for_many_pictures(
    bob: Membership,
    asset: Asset,
    django_assert_max_num_queries,
):
    Asset.objects.bulk_create(
        Asset(
            organisation=bob.organisation,
            sha256=f"{number:064x}",
            name=f"Picture {number}",
            mime="image/jpeg",
            width=4,
            height=3,
            size=9,
            added_by=bob.user,
        )
        for number in range(130)
    )
    client = client_of(bob)
    with django_assert_max_num_queries(9):
        first = client.get(f"{BASE}/").content.decode()
    assert first.count('class="thumb"') == 60
    older = first.partition("?before=")[2].partition('"')[0]
    assert client.get(f"{BASE}/?before={older}").content.decode().count('class="thumb"') == 60


@pytest.mark.parametrize("page", ["", "{pk}/", "?pick"])
def test_no_page_has_inline_styles_or_scripts(page: str, bob: Membership, asset: Asset):
    text = client_of(bob).get(f"{BASE}/{page.format(pk=asset.pk)}").content.decode()
    assert " style=" not in text
    assert "onclick" not in text
    assert "<script>" not in text
