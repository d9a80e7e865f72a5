from plans.facts.forms.facts import FORMS, FactForm, FigureForm
from plans.facts.forms.figures import FiguresForm, SpreadsheetForm

__all__ = ["FORMS", "FactForm", "FigureForm", "FiguresForm", "SpreadsheetForm"]
