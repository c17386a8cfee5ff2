"""«Recortar o tapar»: how much goes on each side, and which squares are covered."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.uploads import Cut, Grid

STEP = 5
MOST = 80
PARTS = [
    (0, _("Nothing")),
    *((part, f"{part} %") for part in range(STEP, MOST + 1, STEP)),
]


def side(label: Any) -> forms.TypedChoiceField:
    """How many hundredths of the photo are cut off one side."""
    return forms.TypedChoiceField(
        choices=PARTS, coerce=int, empty_value="0", required=False, label=label
    )


class CoverForm(forms.Form):
    """What to cut and what to cover of the photo that was seen."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    top = side(_("At the top"))
    bottom = side(_("At the bottom"))
    left = side(_("On the left"))
    right = side(_("On the right"))
    squares = forms.TypedMultipleChoiceField(
        coerce=int, required=False, label=_("Squares to cover")
    )

    def __init__(self, *args: Any, grid: Grid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grid = grid
        squares: Any = self.fields["squares"]
        squares.choices = [(number, number) for number in range(grid.squares)]

    def clean(self) -> dict[str, Any]:
        """Something must be chosen, and something must be left."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        if not self.cut.leaves_enough:
            self.add_error("top", _("Leave at least a fifth of the photo."))
        elif not self.cut and not cleaned.get("squares"):
            self.add_error(
                "squares", _("Choose what to cut, or tick the squares to cover.")
            )
        return cleaned

    @property
    def cut(self) -> Cut:
        """What was said of the four sides."""
        sides = ("left", "top", "right", "bottom")
        return Cut(*(int(self.cleaned_data.get(name) or 0) for name in sides))

    @property
    def sides(self) -> list[forms.BoundField]:
        """The four lists of how much goes."""
        return [self[name] for name in ("top", "bottom", "left", "right")]

    @property
    def ticked(self) -> set[str]:
        """The squares as they were ticked, to tick them again."""
        return {str(number) for number in self["squares"].value() or ()}

    @property
    def lines(self) -> list[list[dict[str, Any]]]:
        """The squares row by row, as the page draws them."""
        ticked = self.ticked
        return [
            [
                {"number": number, "column": column, "ticked": str(number) in ticked}
                for number, column in line
            ]
            for line in self.grid.lines
        ]
