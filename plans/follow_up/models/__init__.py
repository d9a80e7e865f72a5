from plans.follow_up.models.declined import DeclinedSentence
from plans.follow_up.models.duties import Addressee, Asked, Duty, Modality

__all__ = ["Addressee", "Asked", "DeclinedSentence", "Duty", "Modality"]
