from plans.duties.models.declined import DeclinedSentence
from plans.duties.models.duties import Addressee, Asked, Duty, Modality

__all__ = ["Addressee", "Asked", "DeclinedSentence", "Duty", "Modality"]
