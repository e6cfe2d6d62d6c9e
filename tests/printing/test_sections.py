"""What is under the map, in the order of reading; a part that has nothing to say is left out."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapping.display_texts import display_texts
from mapping.printing.typesetting.sections import build_index, build_list, build_sections

if TYPE_CHECKING:
    from mapping.atlas import Atlas


def test_every_part_has_its_entries(atlas: Atlas) -> None:
    """As many footnotes, notes and figures as the edition has, each behind its sign."""
    texts = display_texts(atlas, atlas.dataset.languages["fr"])
    found = {one.name: one for one in build_sections(atlas, texts)}
    edition = atlas.dataset.edition
    assert [*found] == ["legend", "figures", "footnotes", "notes", "about"]
    assert [one.marker for one in found["footnotes"].entries] == [*edition.footnotes]
    assert [one.marker for one in found["notes"].entries] == [note.mark for note in edition.notes]
    assert len(found["figures"].entries) == len(edition.figures)
    assert all(entry.text for section in found.values() for entry in section.entries)


def test_the_legend_explains_each_sign_once(atlas: Atlas) -> None:
    """Every category, candidates, fills and lines."""
    texts = display_texts(atlas, atlas.dataset.languages["en"])
    legend = build_sections(atlas, texts)[0]
    keys = [entry.key for entry in legend.entries]
    assert len({*keys}) == len(keys)
    kinds = [key.kind for key in keys if key]
    assert kinds == sorted(kinds, key=["symbol", "hollow", "area", "line"].index)
    assert kinds.count("symbol") == len(atlas.dataset.edition.categories)


def test_a_part_without_entries_is_left_out(atlas: Atlas) -> None:
    """An edition without footnotes and notes has no heading over nothing."""
    texts = display_texts(atlas, atlas.dataset.languages["en"])
    bare = atlas.dataset.edition.model_copy(update={"footnotes": {}, "notes": (), "figures": ()})
    plain = dataclasses.replace(atlas, dataset=dataclasses.replace(atlas.dataset, edition=bare))
    assert [one.name for one in build_sections(plain, texts)] == ["legend", "about"]


def test_an_index_says_in_which_country_a_place_is(atlas: Atlas) -> None:
    """Where its label does not, and the list has several countries."""
    french = atlas.dataset.languages["fr"]
    centre = next(one for one in atlas.places if one.presence.id == "central-africa-centre")
    kenya = next(one for one in atlas.places if one.presence.country == "KEN")
    several = dataclasses.replace(atlas, places=(centre, kenya))
    for section in (
        build_index(several, french, {centre.presence.id: 1, kenya.presence.id: 2}),
        build_list(several, french, ["A1", "B2"]),
    ):
        texts = [one.text for one in section.entries]
        assert texts == [f"{centre.label['fr']}, Cameroun", kenya.label["fr"]]
    alone = dataclasses.replace(atlas, places=(centre,))
    [entry] = build_index(alone, french, {centre.presence.id: 1}).entries
    assert entry.text == centre.label["fr"]
