import pytest
from django.urls import reverse

from network.choices import Role
from network.models import (
    Affiliation,
    Organisation,
    PlaceName,
)
from network.services.affiliations import end_affiliation, make_reviewer
from network.services.refusals import Refused
from tests.network import factories

pytestmark = pytest.mark.django_db


def named(text, **more):
    return factories.MunicipalityFactory(name_es=text, name_en=text, **more)


def paste(client, association, names, *, seen="", **more):
    address = reverse("admin:network_association_paste", args=[association.pk])
    values = {"names": names, "country": "SV", "reviews": "on", "seen": seen, **more}
    return client.post(address, values)


def test_pasted_names_are_found_by_present_and_former_names(screen):
    association = factories.AssociationFactory()
    tecla = named("Santa Tecla")
    PlaceName.objects.create(
        place=tecla.place, kind="former", text="Nueva San Salvador"
    )
    named("Ahuachapán")
    named("San José"), named("San José")
    answer = paste(
        screen,
        association,
        "AHUACHAPAN\nnueva san salvador\nSan José\nAtlántida",
        check="1",
    )
    assert [match.found[0].name for match in answer.context["found"]] == [
        "Ahuachapán",
        "Santa Tecla",
    ]
    assert [match.line for match in answer.context["ambiguous"]] == ["San José"]
    assert [match.line for match in answer.context["missing"]] == ["Atlántida"]
    assert not Affiliation.objects.exists()


def test_pasted_list_is_saved_after_it_was_shown(screen):
    association = factories.AssociationFactory()
    first = named("Ahuachapán")
    one, other = named("San José"), named("San José")
    names = "Ahuachapán\nSan José"
    seen = paste(screen, association, names, check="1").context["seen"]
    unanswered = paste(screen, association, names, seen=seen, save="1")
    assert unanswered.status_code == 200
    assert not Affiliation.objects.exists()
    answer = paste(
        screen,
        association,
        names,
        seen=seen,
        save="1",
        **{"choice-san-jose": str(other.pk)},
    )
    assert answer.status_code == 302
    joined = set(Affiliation.objects.values_list("municipality", "reviews"))
    assert joined == {(first.pk, True), (other.pk, True)}
    assert not one.affiliations.exists()


def test_a_changed_list_is_shown_again_before_saving(screen):
    association = factories.AssociationFactory()
    named("Ahuachapán"), named("Atiquizaya")
    seen = paste(screen, association, "Ahuachapán", check="1").context["seen"]
    answer = paste(screen, association, "Atiquizaya", seen=seen, save="1")
    assert answer.status_code == 200
    assert not Affiliation.objects.exists()


def test_pasting_leaves_the_review_with_the_other_association(screen):
    municipality = factories.reviewed_municipality()
    Organisation.objects.filter(pk=municipality.pk).update(name_es="Ahuachapán")
    association = factories.AssociationFactory()
    seen = paste(screen, association, "Ahuachapán", check="1").context["seen"]
    paste(screen, association, "Ahuachapán", seen=seen, save="1")
    assert municipality.affiliations.filter(reviews=True).count() == 1
    assert not association.affiliated.get().reviews


def test_pasting_needs_names_and_an_association(screen):
    association = factories.AssociationFactory()
    assert paste(screen, association, "", check="1").context["form"].errors
    town = factories.MunicipalityFactory()
    address = reverse("admin:network_association_paste", args=[town.pk])
    assert screen.get(address, follow=True).status_code == 404


def test_only_the_secretariat_moves_affiliations(secretariat):
    municipality = factories.reviewed_municipality()
    old = municipality.affiliations.get()
    new = factories.AffiliationFactory(municipality=municipality, reviews=False)
    stranger = factories.staff_of(municipality, Role.COORDINATES)
    with pytest.raises(Refused):
        make_reviewer(affiliation=new, by=stranger)
    make_reviewer(affiliation=new, by=secretariat)
    old.refresh_from_db()
    assert not old.reviews
    end_affiliation(affiliation=new, by=secretariat)
    with pytest.raises(Refused):
        end_affiliation(affiliation=new, by=secretariat)
